import type { PromptPlace } from './place.js';

const names = (): string[] => [
  ...new Set(
    document.cookie
      .split('; ')
      .map((pair) => pair.split('=', 1)[0]!)
      .filter(Boolean),
  ),
];

/**
 * The domains that may hold a cookie of this page: this host alone (the empty one), the host with all below it, and every
 * parent. A public suffix is among them, whatever it is (`co.uk`, `github.io`): the browser refuses it, which costs nothing,
 * while a list of suffixes or a guess would be wrong somewhere.
 */
const domains = (): string[] => [
  '',
  ...location.hostname.split('.').map((_, index, labels) => labels.slice(index).join('.')),
];

/**
 * Those whose cookies a page sees (RFC 6265 §5.1.4), likely ones first: of `/a/b` these are `/`, `/a/b/`, `/a/b`, `/a/`, `/a`.
 * After `history.pushState()` some browsers go by the page's address, and some by the one it was loaded from.
 */
function paths(): string[] {
  const all = ['/'];
  const [navigation] = performance.getEntriesByType('navigation');
  const { pathname } = new URL(navigation?.name || location.href, location.href);
  for (const start of new Set([location.pathname, pathname])) {
    for (let path = start.replace(/\/$/, ''); path; path = path.slice(0, path.lastIndexOf('/'))) {
      all.push(`${path}/`, path);
    }
  }
  return all;
}

/**
 * A cookie is told by its name, domain, path and partition, of which a page sees the name alone. So each combination is
 * expired until the name is gone. Secure contexts also hold names that demand `Secure` (`__Secure-`), and partitioned cookies
 * (CHIPS), which are cookies of their own beside those without a partition.
 */
function remove(name: string): boolean {
  const variants = isSecureContext ? [';Secure;SameSite=None', ';Secure;SameSite=None;Partitioned', ''] : [''];
  for (const path of paths()) {
    for (const domain of domains()) {
      for (const variant of variants) {
        document.cookie = `${name}=;Max-Age=0;Path=${path}${domain && `;Domain=${domain}`}${variant}`;
      }
    }
    if (!names().includes(name)) return true;
  }
  return false;
}

export const cookies: PromptPlace = { kind: 'cookie', names, remove };
