import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerFor } from './answers.js';
import { eventNames } from './event-names.js';

/** One request that reached the collector. */
export interface CollectedRequest {
  /** ISO 8601. */
  readonly time: string;
  readonly service: string;
  readonly method: string;
  /** Without the query: trackers put time stamps there. */
  readonly path: string;
  readonly bytes: number;
  /** Names of the events in the body, as far as it tells them. */
  readonly events: readonly string[];
}

export type CollectorMessage =
  { readonly type: 'request'; readonly request: CollectedRequest } | { readonly type: 'clear' };

export interface Collector {
  handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>;
  list(): readonly CollectedRequest[];
  clear(): void;
  subscribe(listener: (message: CollectorMessage) => void): () => void;
}

const REMEMBERED_REQUESTS = 500;
const MAXIMUM_BYTES = 1_000_000;

/** First path segment behind `/collect` → who sent it. Everything else is PostHog, whose paths are its own. */
const SERVICES: Readonly<Record<string, string>> = { status: 'Northlark Status', embed: 'Lumen Video' };

const serviceOf = (path: string): string => SERVICES[path.split('/')[1] ?? ''] ?? 'PostHog';

interface Body {
  readonly data: Buffer;
  readonly bytes: number;
}

/** Counts every byte, but keeps no more than it will look at. */
async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // What comes after the limit is read and dropped: a sender that is cut off would never see the answer.
    if (bytes <= MAXIMUM_BYTES) chunks.push(chunk);
  }
  return { data: bytes > MAXIMUM_BYTES ? Buffer.alloc(0) : Buffer.concat(chunks), bytes };
}

/** Stands where an analytics vendor's servers would: takes whatever comes, answers politely, and remembers that it came. */
export function createCollector(): Collector {
  const requests: CollectedRequest[] = [];
  const listeners = new Set<(message: CollectorMessage) => void>();

  const tell = (message: CollectorMessage): void => listeners.forEach((listener) => listener(message));

  const remember = (request: Omit<CollectedRequest, 'time'>): void => {
    const collected = { time: new Date().toISOString(), ...request };
    requests.push(collected);
    if (requests.length > REMEMBERED_REQUESTS) requests.shift();
    tell({ type: 'request', request: collected });
  };

  return {
    async handle(request, response, path) {
      const { data, bytes } = await readBody(request);
      // A body that was refused has left the browser all the same.
      remember({
        service: serviceOf(path),
        method: request.method ?? 'GET',
        path: `/collect${path}`,
        bytes,
        events: eventNames(data),
      });
      if (bytes > MAXIMUM_BYTES) {
        response.writeHead(413, { 'content-type': 'application/json' });
        response.end('{"error":"The body is larger than 1 MB."}');
        return;
      }
      const { type, body } = answerFor(path);
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    },
    list: () => requests,
    clear() {
      requests.length = 0;
      tell({ type: 'clear' });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
