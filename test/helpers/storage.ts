/**
 * Leaves no cookie and nothing in localStorage.
 *
 * @returns Resolves once no late word of former cookies can come: for some ms after it has a new one, WebKit may show a page what
 * that page wrote before. What it is asked for besides is answered in the order of what it has to say.
 */
export async function clearStorage(): Promise<void> {
  localStorage.clear();
  for (const pair of document.cookie.split('; ')) {
    document.cookie = `${pair.split('=')[0]}=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT`;
  }
  await (globalThis as { cookieStore?: { getAll(): Promise<unknown> } }).cookieStore?.getAll();
}

export const cookieOf = (name: string): string | undefined =>
  `; ${document.cookie}`.split(`; ${name}=`)[1]?.split(';')[0];

/** Stands in for the browser's cookies until the returned function is called; `keep` says what becomes of what is written. */
export function replaceCookies(keep: (written: string, before: string) => string): () => void {
  let kept = '';
  Object.defineProperty(document, 'cookie', {
    configurable: true,
    get: () => kept,
    set: (written: string) => (kept = keep(written, kept)),
  });
  return () => Reflect.deleteProperty(document, 'cookie');
}

/** Makes localStorage throw, as browsers do that forbid it, until the returned function is called. */
export function forbidLocalStorage(): () => void {
  const kept = Object.getOwnPropertyDescriptors(Storage.prototype);
  const forbidden = (): never => {
    throw new DOMException('forbidden', 'SecurityError');
  };
  Object.assign(Storage.prototype, { getItem: forbidden, setItem: forbidden, removeItem: forbidden });
  return () => void Object.defineProperties(Storage.prototype, kept);
}

/** As the browser tells a page that another tab has stored something. */
export const tellStored = (key: string | null, newValue: string | null): boolean =>
  dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }));
