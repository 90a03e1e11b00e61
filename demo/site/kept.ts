/** Where a browser can keep something for a site. */
export type Place = 'cookie' | 'localStorage' | 'sessionStorage' | 'database' | 'cache' | 'worker';

/** Something that was seen in the browser since the page was opened. */
export interface Kept {
  readonly place: Place;
  readonly name: string;
  readonly seen: Date;
  /** Whether it was there before the page. */
  readonly isOld: boolean;
  readonly removed: Date | undefined;
}

/** No event tells of a cookie, key or database in every browser. */
const LOOK_EVERY_MILLISECONDS = 500;

const cookieNames = (): string[] =>
  document.cookie
    .split('; ')
    .map((pair) => pair.split('=', 1)[0] ?? '')
    .filter(Boolean);

function storageKeys(place: 'localStorage' | 'sessionStorage'): string[] {
  try {
    return Object.keys(window[place]);
  } catch {
    return []; // The browser refuses storage altogether.
  }
}

async function databaseNames(): Promise<string[]> {
  try {
    return (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  } catch {
    return []; // An older browser does not tell.
  }
}

/** Of the Cache Storage; there is none on a connection that is not secure. */
const cacheNames = (): Promise<string[]> => ('caches' in window ? caches.keys().catch(() => []) : Promise.resolve([]));

/** The paths that a service worker is registered for. */
async function workerPaths(): Promise<string[]> {
  try {
    const registrations = await navigator.serviceWorker.getRegistrations();
    return registrations.map(({ scope }) => new URL(scope).pathname);
  } catch {
    return []; // There are none on a connection that is not secure.
  }
}

/** All that scripts can see, as `place name`. */
async function look(): Promise<readonly (readonly [Place, string])[]> {
  const [databases, stores, workers] = await Promise.all([databaseNames(), cacheNames(), workerPaths()]);
  return [
    ...cookieNames().map((name) => ['cookie', name] as const),
    ...storageKeys('localStorage').map((name) => ['localStorage', name] as const),
    ...storageKeys('sessionStorage').map((name) => ['sessionStorage', name] as const),
    ...databases.map((name) => ['database', name] as const),
    ...stores.map((name) => ['cache', name] as const),
    ...workers.map((name) => ['worker', name] as const),
  ];
}

/** Follows what is kept in this browser. The whole list is told each time that something came or went. */
export function followKept(listener: (kept: readonly Kept[]) => void): void {
  const all = new Map<string, Kept>();
  let isFirst = true;

  const compare = async (): Promise<void> => {
    const found = await look();
    const now = new Date();
    const there = new Set(found.map((each) => each.join(' ')));
    let isChanged = false;
    for (const [place, name] of found) {
      const key = `${place} ${name}`;
      const known = all.get(key);
      if (known && !known.removed) continue;
      all.set(key, { place, name, seen: now, isOld: isFirst, removed: undefined });
      isChanged = true;
    }
    for (const [key, kept] of all) {
      if (kept.removed || there.has(key)) continue;
      all.set(key, { ...kept, removed: now });
      isChanged = true;
    }
    isFirst = false;
    if (isChanged) listener([...all.values()]);
  };

  void compare();
  setInterval(() => void compare(), LOOK_EVERY_MILLISECONDS);
}
