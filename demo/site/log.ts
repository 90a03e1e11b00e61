import type { CollectedRequest } from '../server/collector.js';

export type { CollectedRequest };

/** Follows the collector's log. The whole list is told each time, oldest first. */
export function followLog(listener: (requests: readonly CollectedRequest[]) => void): void {
  let requests: readonly CollectedRequest[] = [];
  let source: EventSource | undefined;
  const take = (next: readonly CollectedRequest[]): void => {
    requests = next;
    listener(requests);
  };
  const open = (): void => {
    if (source) return;
    source = new EventSource('/collect-log');
    source.addEventListener('snapshot', ({ data }: MessageEvent<string>) =>
      take(JSON.parse(data) as CollectedRequest[]),
    );
    source.addEventListener('request', ({ data }: MessageEvent<string>) =>
      take([...requests, JSON.parse(data) as CollectedRequest]),
    );
  };
  open();
  // An open connection would keep the page out of the back/forward cache.
  addEventListener('pagehide', () => {
    source?.close();
    source = undefined;
  });
  addEventListener('pageshow', open);
}
