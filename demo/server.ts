import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sirv from 'sirv';
import { serveWithHeaders } from './server/behaviours.js';
import { createCollector, type Collector } from './server/collector.js';
import { streamLog } from './server/log-stream.js';
import { serveSlowLibrary } from './server/slow-library.js';

export interface DemoServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The folder that holds `demo/` and `cdn/`. Default: the package's `dist`. */
  readonly dist?: string;
}

export interface DemoServer {
  readonly origin: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const DEFAULT_PORT = 4173;
const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const POSTHOG = createRequire(import.meta.url).resolve('posthog-js/dist/array.no-external.js');
const COOKIECONSENT = createRequire(import.meta.url).resolve('vanilla-cookieconsent');

/** `dev` looks at the disk each time, so that a rebuild shows without a restart. */
const folder = (path: string): ReturnType<typeof sirv> => sirv(path, { dev: true, etag: true });

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

function createHandler(collector: Collector, dist: string): Handler {
  const pages = folder(join(dist, 'demo'));
  const library = folder(join(dist, 'cdn'));
  const posthog = folder(dirname(POSTHOG));
  const cookieConsent = folder(dirname(COOKIECONSENT));

  const notFound = (response: ServerResponse): void => {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
  };
  const serve = (
    handler: ReturnType<typeof sirv>,
    request: IncomingMessage,
    response: ServerResponse,
    url: string,
  ): void => {
    request.url = url;
    handler(request, response, () => notFound(response));
  };

  return (request, response) => {
    const url = request.url ?? '/';
    const path = url.split('?', 1)[0] ?? '/';
    if (path === '/collect-log') return streamLog(collector, request, response);
    if (path === '/collect-log.json') {
      if (request.method === 'DELETE') collector.clear();
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(collector.list()));
      return;
    }
    if (path === '/collect' || path.startsWith('/collect/')) {
      return collector.handle(request, response, path.slice('/collect'.length) || '/');
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    if (serveSlowLibrary(request, response, (file) => serve(library, request, response, file))) return;
    if (path.startsWith('/candor/')) return serve(library, request, response, url.slice('/candor'.length));
    if (path === '/vendor/posthog/array.no-external.js')
      return serve(posthog, request, response, url.slice('/vendor/posthog'.length));
    if (path.startsWith('/vendor/vanilla-cookieconsent/'))
      return serve(cookieConsent, request, response, url.slice('/vendor/vanilla-cookieconsent'.length));
    if (serveWithHeaders(request, response, join(dist, 'demo'))) return;
    serve(pages, request, response, url);
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, HOST, () => {
      server.off('error', failed);
      done((server.address() as AddressInfo).port);
    });
  });
}

/** Serves the built demo, the built library and a collector, as a provider's own server would. */
export async function startDemoServer({ port, dist = DIST }: DemoServerOptions): Promise<DemoServer> {
  const handle = createHandler(createCollector(), resolve(dist));
  const server = createServer((request, response) => {
    // Visitors leave in the middle of things; that is nobody's error.
    request.on('error', () => {});
    response.on('error', () => {});
    void (async () => {
      try {
        await handle(request, response);
      } catch {
        if (!response.headersSent) response.writeHead(500);
        response.end();
      }
    })();
  });
  const actualPort = await listen(server, port);
  return {
    origin: `http://${HOST}:${actualPort}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        // Event streams never end by themselves.
        server.closeAllConnections();
      }),
  };
}

async function main(): Promise<void> {
  const port = Number(process.env['PORT'] || DEFAULT_PORT);
  try {
    const { origin } = await startDemoServer({ port });
    console.log(`The demo is at ${origin}/ and, from npm, at ${origin}/app/`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    console.error(`Port ${port} is taken. Name another: PORT=${port + 1} npm start`);
    process.exitCode = 1;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
