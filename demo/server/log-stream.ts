import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostOf, type Collector } from './collector.js';

const HEARTBEAT_MILLISECONDS = 15_000;

/**
 * Server-Sent Events: `snapshot` with all that is remembered on every (re)connection and after a clearing, then `request`
 * for each that comes in. A snapshot replaces what the page has, so no reconnection counts anything twice.
 */
export function streamLog(collector: Collector, request: IncomingMessage, response: ServerResponse): void {
  const host = hostOf(request);
  const send = (event: string, data: unknown): void => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  response.write('retry: 1000\n\n');
  send('snapshot', collector.list(host));

  const unsubscribe = collector.subscribe(host, (message) =>
    message.type === 'clear' ? send('snapshot', []) : send('request', message.request),
  );
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MILLISECONDS);
  const stop = (): void => {
    clearInterval(heartbeat);
    unsubscribe();
  };
  request.once('close', stop);
  response.once('close', stop);
}
