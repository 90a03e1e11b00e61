import type { IncomingMessage, ServerResponse } from 'node:http';

const PREFIX = /^\/slow-candor\/(held|refused)(\/.*)$/;
/** The panel's own file; its texts come on time. */
const PANEL = /^\/preferences-[\w-]+\.js/;

/**
 * Candor's files under other addresses, from a server that keeps the panel's file waiting for ever (`/slow-candor/held/`) or
 * refuses it (`/slow-candor/refused/`).
 *
 * @param serve Answers with a file of the library.
 * @returns Whether the request was one of these.
 */
export function serveSlowLibrary(
  request: IncomingMessage,
  response: ServerResponse,
  serve: (path: string) => void,
): boolean {
  const [, manner, path] = PREFIX.exec(request.url ?? '') ?? [];
  if (!path) return false;
  if (!PANEL.test(path)) serve(path);
  else if (manner === 'refused') response.writeHead(503, { 'content-type': 'text/plain' }).end('Not now\n');
  // Held: the answer never comes; the connection ends with the page.
  return true;
}
