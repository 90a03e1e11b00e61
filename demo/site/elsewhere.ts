/** A request of this page to somebody else's server. */
export interface ElsewhereRequest {
  readonly time: Date;
  readonly host: string;
  /** Without the query. */
  readonly address: string;
}

/** Follows what this page asks of other origins: the demo's own collector does not see it. The whole list is told each time. */
export function followElsewhere(listener: (requests: readonly ElsewhereRequest[]) => void): void {
  const requests: ElsewhereRequest[] = [];
  const observer = new PerformanceObserver((list) => {
    const found = list.getEntries().flatMap(({ name, startTime }) => {
      const url = new URL(name, location.href);
      if (!/^https?:$/.test(url.protocol) || url.origin === location.origin) return [];
      const time = new Date(performance.timeOrigin + startTime);
      return { time, host: url.hostname, address: `${url.host}${url.pathname}` };
    });
    requests.push(...found);
    if (found.length > 0) listener(requests);
  });
  observer.observe({ type: 'resource', buffered: true });
}
