import type { ServerResponse } from 'node:http';

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
export function serveSlowLibrary(response: ServerResponse, path: string, serve: (path: string) => void): boolean {
  const [, manner, file] = PREFIX.exec(path) ?? [];
  if (!file) return false;
  if (!PANEL.test(file)) serve(file);
  else if (manner === 'refused') response.writeHead(503, { 'content-type': 'text/plain' }).end('Not now\n');
  // Held: the answer never comes; the connection ends with the page.
  return true;
}
