import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import sirv from 'sirv';

export interface SiteRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface SiteResponse {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
  /** Milliseconds before the answer. */
  readonly delay?: number;
}

/** The text that is served, or a function that answers. */
export type SitePage = string | ((request: SiteRequest) => SiteResponse | Promise<SiteResponse>);

export interface SiteOptions {
  /** By path, without a query. The type is the path's extension; none is HTML. */
  readonly pages?: Readonly<Record<string, SitePage>>;
  /** Headers by path, of pages and of files in folders; `*` is every path. */
  readonly headers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Folders on disk by URL prefix: `{ '/cdn': 'dist/cdn' }`. Other origins may read them. */
  readonly folders?: Readonly<Record<string, string>>;
}

export interface Site {
  /** `http://127.0.0.1:port`, no slash at the end. */
  readonly origin: string;
  /** Everything asked for, in order; the browser's own `/favicon.ico` left out. */
  readonly requests: SiteRequest[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** A web site of a few pages, on a port of its own. */
export async function serveSite({ pages = {}, headers = {}, folders = {} }: SiteOptions): Promise<Site> {
  const requests: SiteRequest[] = [];
  const closing = new AbortController();
  const shares = Object.entries(folders).map(([prefix, folder]) => shareFolder(prefix, folder));

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    const { path } = request;
    if (path !== '/favicon.ico') requests.push(request);

    for (const key of ['*', path]) {
      for (const [name, value] of Object.entries(headers[key] ?? {})) response.setHeader(name, value);
    }

    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    if (page !== undefined) {
      const result = typeof page === 'string' ? { body: page } : await page(request);
      if (result.delay) await delay(result.delay, undefined, { signal: closing.signal });
      response.statusCode = result.status ?? 200;
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
      for (const [name, value] of Object.entries(result.headers ?? {})) response.setHeader(name, value);
      response.end(result.body ?? '');
      return;
    }
    if (shares.some((share) => share(path, incoming, response))) return;
    response.statusCode = path === '/favicon.ico' ? 204 : 404;
    response.end();
  }

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error: unknown) => {
      if (closing.signal.aborted) return;
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  // Every WebSocket is let in, told nothing, and left when it says something.
  server.on('upgrade', (incoming, socket) => {
    const { method = 'GET', url = '/', headers: asked } = incoming;
    requests.push({ method, url, path: url.split('?', 1)[0]!, headers: asked, body: '' });
    const accept = createHash('sha1').update(`${asked['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`);
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept.digest('base64')}\r\n\r\n`,
    );
    socket.on('error', () => {});
    socket.on('data', () => socket.end());
    closing.signal.addEventListener('abort', () => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close() {
      closing.abort();
      return new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      });
    },
  };
}

async function readRequest(incoming: IncomingMessage): Promise<SiteRequest> {
  const { method = 'GET', url = '/', headers } = incoming;
  const path = decodeURIComponent(url.split('?', 1)[0] ?? '/');
  return { method, url, path, headers, body: await text(incoming) };
}

/** Whether the path lies in the folder; then the answer is the folder's, a 404 included. */
function shareFolder(prefix: string, folder: string) {
  const root = prefix.endsWith('/') ? prefix : `${prefix}/`;
  // dev: a rebuilt file is served as it is now, and nothing is cached
  const serve = sirv(folder, {
    dev: true,
    setHeaders: (response) => response.setHeader('access-control-allow-origin', '*'),
  });
  return (path: string, incoming: IncomingMessage, response: ServerResponse): boolean => {
    if (!path.startsWith(root)) return false;
    incoming.url = (incoming.url ?? '/').slice(root.length - 1);
    serve(incoming, response);
    return true;
  };
}
