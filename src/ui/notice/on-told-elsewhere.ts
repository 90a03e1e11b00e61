/**
 * Calls back when another tab has kept that the visitor was told of a revision, or has taken an answer at it.
 *
 * @param name Of the stored decision.
 * @returns Stops listening.
 */
export function onToldElsewhere(name: string, revision: number, run: () => void): () => void {
  const stop = new AbortController();
  const listener = ({ key, newValue }: StorageEvent): void => {
    const [, kept = 0] = /^v=1&at=\d+&rev=(\d+)/.exec((key === name && newValue) || '') ?? [];
    if (+kept >= revision) run();
  };
  addEventListener('storage', listener, { signal: stop.signal });
  return () => stop.abort();
}
