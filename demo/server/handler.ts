import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createApi } from './api.js';
import { createArchive } from './archive.js';
import { serveWithHeaders } from './behaviours.js';
import { createCollector, hostOf } from './collector.js';
import { streamLog } from './log-stream.js';
import { pathOf } from './path.js';
import { serveSlowLibrary } from './slow-library.js';
import { filesOf, vendorFiles } from './static-files.js';
import { createSubscriptions } from './subscriptions.js';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** One page that is several addresses: its script shows what each is about. */
const CONSOLE = /^(?:\/zh)?\/console\//;

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/**
 * What the demo's server answers: pages, the library, the vendors' files, the collector and its log, and the sample API.
 *
 * @param dist The folder that holds the built `demo/` and `cdn/`.
 */
export function createHandler(dist: string): Handler {
  const pages = filesOf(join(dist, 'demo'), /^\/assets\/.+-[\w-]{8}\.\w+$/);
  const library = filesOf(join(dist, 'cdn'), /-[\w-]{8}\.js$/);
  const vendors = vendorFiles();
  const subscriptions = createSubscriptions();
  const collector = createCollector({ '/push/subscriptions': subscriptions.add });
  const api = createApi(subscriptions);
  const archive = createArchive(join(dist, 'record.schema.json'));

  const notFound = (path: string, response: ServerResponse): void => {
    const page = join(dist, 'demo', isBelow(path, '/zh') ? 'zh' : '', '404/index.html');
    const isPage = /\/[^/.]*$/.test(path) && existsSync(page);
    response.writeHead(404, {
      'content-type': isPage ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(isPage ? readFileSync(page) : 'Not found\n');
  };

  const tellLog = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.method === 'DELETE') collector.clear(hostOf(request));
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(collector.list(hostOf(request))));
  };

  return (request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    const path = pathOf(request.url);
    if (path === undefined) {
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('The address is malformed.\n');
      return;
    }
    if (isBelow(path, '/collect')) return collector.handle(request, response, path.slice('/collect'.length) || '/');
    if (path === '/api/records') return archive(request, response);
    if (isBelow(path, '/api')) return api(request, response, path);
    if (path === '/collect-log.json' && request.method === 'DELETE') return tellLog(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    if (path === '/collect-log') return streamLog(collector, request, response);
    if (path === '/collect-log.json') return tellLog(request, response);

    const missing = (): void => notFound(path, response);
    if (serveSlowLibrary(response, path, (file) => library(request, response, file, missing))) return;
    if (isBelow(path, '/candor')) return library(request, response, path.slice('/candor'.length) || '/', missing);
    if (isBelow(path, '/vendor')) return vendors(request, response, path, missing);
    if (serveWithHeaders(response, path, join(dist, 'demo'))) return;
    pages(request, response, CONSOLE.exec(path)?.[0] ?? path, missing);
  };
}
