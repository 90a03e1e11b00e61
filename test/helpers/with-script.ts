/** A site seen through a script: for browsers that cannot be told to run one before a page's own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Front {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Passes everything on to a server, and puts a script at the beginning of every document that comes back.
 *
 * @param behind The server's origin.
 */
export async function serveWithScript(behind: string, script: string): Promise<Front> {
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const headers = Object.entries(request.headers)
        .filter(([name]) => name !== 'connection')
        .map(([name, value]): [string, string] => [name, name === 'accept-encoding' ? 'identity' : String(value)]);
      const leaving = new AbortController();
      response.once('close', () => leaving.abort());
      const answer = await fetch(behind + request.url, {
        method: request.method ?? 'GET',
        headers,
        ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
        redirect: 'manual',
        signal: leaving.signal,
      });
      response.writeHead(
        answer.status,
        [...answer.headers]
          .filter(([name]) => !/^(content-length|connection|transfer-encoding|keep-alive)$/.test(name))
          .flat(),
      );
      if (/^text\/html/.test(answer.headers.get('content-type') ?? '')) {
        response.end((await answer.text()).replace('<head>', () => `<head><script>${script}</script>`));
        return;
      }
      for await (const chunk of answer.body ?? []) response.write(chunk);
      response.end();
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
