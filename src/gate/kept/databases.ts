import type { Place } from './place.js';

/** A connection that is told of the deletion has so many ms to close, else the database stays and is reported. */
const GRACE = 300;

export const databases: Place = {
  kind: 'indexedDB',
  names: async (declared) => {
    // A sandboxed frame may not look, and Chromium's refusal comes with an error of its own that nobody can catch.
    if (origin === 'null') throw new DOMException('', 'SecurityError');
    // Older browsers have no list; there only a name that was declared in full can be tried.
    return 'databases' in indexedDB ? (await indexedDB.databases()).flatMap(({ name }) => name ?? []) : declared;
  },
  remove: (name) =>
    new Promise((resolve) => {
      const request = indexedDB.deleteDatabase(name);
      // Version 0: there was none of that name.
      request.onsuccess = (event) => resolve((event as IDBVersionChangeEvent).oldVersion > 0 || undefined);
      request.onerror = () => resolve(false);
      request.onblocked = () => setTimeout(() => resolve(false), GRACE);
    }),
};
