import type { Place } from './place.js';

export const cacheStorage: Place = {
  kind: 'cache',
  // Pages without a secure connection have none.
  names: async () => ('caches' in window ? caches.keys() : []),
  remove: (name) => caches.delete(name),
};
