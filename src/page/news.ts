/**
 * Calls back when the stored decision may have changed behind the page's back: in another tab, while it was in the
 * background or in the back/forward cache.
 *
 * @param onNews Gets the text another tab has stored under `name`, where that is how it came to know.
 * @returns The end of it.
 */
export function onNews(name: () => string, listener: (text?: string) => void): () => void {
  const look = (event: Event): void => {
    const { key, newValue } = event as StorageEvent;
    if (event.type !== 'storage') {
      if (!document.hidden) listener();
    } else if (key === name() && newValue) listener(newValue);
  };
  const types = ['storage', 'pageshow', 'visibilitychange'];
  for (const type of types) addEventListener(type, look);
  return () => types.forEach((type) => removeEventListener(type, look));
}
