/** A page of its own: what ran on the page before can no longer write back what is removed here. */

// The last beacon of the page before may still be on its way.
const LAST_BEACON_MILLISECONDS = 300;

// Never to another site, whatever the address says.
const asked = new URLSearchParams(location.search).get('back') ?? '/';
const back = /^\/(?![/\\])/.test(asked) ? asked : '/';

function removeCookies(): void {
  for (const pair of document.cookie.split('; ')) {
    const name = pair.split('=', 1)[0] ?? '';
    if (name) document.cookie = `${name}=; Max-Age=0; Path=/`;
  }
}

async function removeDatabases(): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (name) indexedDB.deleteDatabase(name);
  }
}

async function removeWorkers(): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
}

async function removeCaches(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
}

const ask = (path: string): Promise<unknown> => fetch(path, { method: 'DELETE' });

await new Promise((resolve) => setTimeout(resolve, LAST_BEACON_MILLISECONDS));
removeCookies();
localStorage.clear();
sessionStorage.clear();
// What an older browser cannot list, or a server that is gone cannot forget, must not keep the visitor here.
await Promise.allSettled([
  removeDatabases(),
  removeWorkers(),
  removeCaches(),
  ask('/api/session'),
  ask('/collect-log.json'),
]);
location.replace(back);

export {};
