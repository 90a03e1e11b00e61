import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createHandler } from './server/handler.js';

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

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, HOST, () => {
      server.off('error', failed);
      done((server.address() as AddressInfo).port);
    });
  });
}

/** Serves the built demo, the built library, a collector and a sample API, as a provider's own server would. */
export async function startDemoServer({ port, dist = DIST }: DemoServerOptions): Promise<DemoServer> {
  const handle = createHandler(resolve(dist));
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
