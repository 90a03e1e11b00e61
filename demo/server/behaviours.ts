import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../pages/behaviours', import.meta.url));

/**
 * Answers for a behaviour whose folder says with which headers its page is served (`headers.http`); any other is left alone.
 *
 * @param pages The folder of the built pages.
 * @returns Whether it was answered.
 */
export function serveWithHeaders(response: ServerResponse, path: string, pages: string): boolean {
  const [, name] = /^(?:\/zh)?\/behaviours\/([a-z-]+)\/$/.exec(path) ?? [];
  const headers = join(FOLDER, name ?? '', 'headers.http');
  const page = join(pages, path, 'index.html');
  if (!name || !existsSync(headers) || !existsSync(page)) return false;
  const nonce = randomBytes(16).toString('base64');
  for (const line of readFileSync(headers, 'utf8')
    .replace(/\n[ \t]+/g, ' ')
    .replace('NONCE', nonce)
    .trim()
    .split('\n')) {
    const [key = '', value = ''] = line.split(/:\s*(.*)/s);
    response.setHeader(key, value);
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(readFileSync(page, 'utf8').replaceAll('nonce="NONCE"', `nonce="${nonce}"`));
  return true;
}
