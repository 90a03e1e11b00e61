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

await new Promise((resolve) => setTimeout(resolve, LAST_BEACON_MILLISECONDS));
removeCookies();
localStorage.clear();
sessionStorage.clear();
await fetch('/collect-log.json', { method: 'DELETE' }).catch(() => undefined);
location.replace(back);

export {};
