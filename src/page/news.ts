/**
 * Calls back when the stored decision may have changed behind the page's back: in another tab, while the page was in the
 * background or in the back/forward cache.
 *
 * @param listener Gets what another tab has stored in localStorage, where that is how the page came to know.
 */
export function onNews(listener: (key?: string | null, text?: string | null) => void, signal: AbortSignal): void {
  for (const type of ['storage', 'pageshow', 'visibilitychange']) {
    addEventListener(type, (event) => listener((event as StorageEvent).key, (event as StorageEvent).newValue), {
      signal,
    });
  }
}
