/** Runs something once the next frame is on screen; at once where there is none, or when the page is left before. */
export function afterPaint(run: () => unknown): void {
  const stop = new AbortController();
  const { signal } = stop;
  const once = (): void => {
    if (signal.aborted) return;
    stop.abort();
    run();
  };
  if (document.hidden) return once();
  // A page that is hidden gets no frames, and may never be shown again.
  for (const type of ['pagehide', 'visibilitychange']) addEventListener(type, once, { signal });
  requestAnimationFrame(() => setTimeout(once));
}
