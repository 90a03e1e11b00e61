import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerFor } from './answers.js';
import { readBody } from './body.js';
import { eventNames } from './event-names.js';
import { serviceOf } from './services.js';

/** One request that reached the collector. */
export interface CollectedRequest {
  /** ISO 8601. */
  readonly time: string;
  /** Id of a service or category of `demo/consent.json`; else the first part of the path. */
  readonly service: string;
  readonly method: string;
  /** Without the query: trackers put time stamps there. */
  readonly path: string;
  readonly bytes: number;
  /** Names of the events in it, as far as it tells them. */
  readonly events: readonly string[];
}

export type CollectorMessage =
  { readonly type: 'request'; readonly request: CollectedRequest } | { readonly type: 'clear' };

/** Hosts are told apart: what a browser does at `localhost` has not left the one that is at `127.0.0.1`. */
export interface Collector {
  /** @param path What stands behind `/collect`. */
  handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>;
  list(host: string): readonly CollectedRequest[];
  clear(host: string): void;
  subscribe(host: string, listener: (message: CollectorMessage) => void): () => void;
}

const REMEMBERED_REQUESTS = 500;
const MAXIMUM_BYTES = 1_000_000;
const METHODS = ['GET', 'HEAD', 'POST'];

export const hostOf = (request: IncomingMessage): string => request.headers.host ?? '';

const isJson = (request: IncomingMessage): boolean => /\bjson\b/i.test(request.headers['content-type'] ?? '');

/** Who keeps what was sent, by the path behind `/collect`; throws at what cannot be used. */
export type Keepers = Readonly<Record<string, (body: Buffer) => void>>;

/** Stands where the vendors' servers would: takes whatever comes, answers politely, and remembers that it came. */
export function createCollector(keepers: Keepers = {}): Collector {
  let requests: { readonly host: string; readonly request: CollectedRequest }[] = [];
  const listeners = new Set<(host: string, message: CollectorMessage) => void>();

  const tell = (host: string, message: CollectorMessage): void =>
    listeners.forEach((listener) => listener(host, message));

  const remember = (host: string, request: CollectedRequest): void => {
    requests = [...requests, { host, request }].slice(-REMEMBERED_REQUESTS);
    tell(host, { type: 'request', request });
  };

  return {
    async handle(request, response, path) {
      const { method = 'GET' } = request;
      const { data, bytes } = await readBody(request, MAXIMUM_BYTES);
      let events: readonly string[] = [];
      let isReadable = true;
      try {
        events = eventNames(data ?? Buffer.alloc(0), request.url?.split('?').slice(1).join('?') ?? '');
      } catch {
        // Only JSON promises to be readable.
        isReadable = !isJson(request);
      }
      // What was refused has left the browser all the same.
      const time = new Date().toISOString();
      remember(hostOf(request), { time, service: serviceOf(path), method, path: `/collect${path}`, bytes, events });

      const refuse = (status: number, error: string): void => {
        response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
        response.end(JSON.stringify({ error }));
      };
      if (!METHODS.includes(method)) {
        response.setHeader('allow', METHODS.join(', '));
        return refuse(405, `${method} is not understood here.`);
      }
      if (!data) return refuse(413, 'The body is larger than 1 MB.');
      if (!isReadable) return refuse(400, 'The body is not JSON.');
      try {
        keepers[path]?.(data);
      } catch {
        return refuse(400, 'The body is not what this address keeps.');
      }
      const { type, body } = answerFor(path);
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    },
    list: (host) => requests.filter((each) => each.host === host).map(({ request }) => request),
    clear(host) {
      requests = requests.filter((each) => each.host !== host);
      tell(host, { type: 'clear' });
    },
    subscribe(host, listener) {
      const own = (toldHost: string, message: CollectorMessage): void => {
        if (toldHost === host) listener(message);
      };
      listeners.add(own);
      return () => listeners.delete(own);
    },
  };
}
