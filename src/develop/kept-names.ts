import type { Consent } from '../core/consent.js';
import { matches } from '../core/pattern.js';
import { patternsOf, vendorOfName, type Store } from './find-vendor.js';
import type { Finding } from './finding.js';
import { entriesOf, recipientOf } from './recipients.js';
import type { Vendor } from './vendors.js';

/** What development servers keep for themselves. */
const OF_TOOLS: readonly string[] = ['__next_*', '__nuxt*', '__VUE_DEVTOOLS*', 'loglevel*', 'vite*'];

const STORES: readonly Store[] = ['cookies', 'localStorage', 'sessionStorage'];

const WHAT: Readonly<Record<Store, string>> = {
  cookies: 'cookie',
  localStorage: 'localStorage',
  sessionStorage: 'sessionStorage',
};

function namesIn(store: Store): string[] {
  if (store === 'cookies') return document.cookie.split('; ').flatMap((pair) => /^([^=]+)=/.exec(pair)?.[1] ?? []);
  try {
    return Object.keys(window[store]);
  } catch {
    // Refused to this page.
    return [];
  }
}

/**
 * Cookies and storage keys that no service declares in `erase`. What was there at the start may be another project's, because all
 * ports of a host share their cookies: of those only what a vendor leaves with whom this page has to do.
 */
export function followKeptNames(consent: Consent, vendors: ReadonlySet<Vendor>): () => Finding[] {
  const atStart = new Set(STORES.flatMap((store) => namesIn(store).map((name) => `${store} ${name}`)));
  const told = new Set<Vendor>();

  const isOwn = (name: string): boolean => {
    const { name: own = 'candor' } = consent.config.cookie ?? {};
    return name.startsWith('candor') || name === own || name.startsWith(`${own}-records`);
  };

  const isDeclared = (store: Store, name: string): boolean =>
    entriesOf(consent).some(({ entry: { erase } }) => erase?.[store]?.some((pattern) => matches(pattern, name)));

  const ofNobody = (store: Store, name: string): Finding => ({
    path: WHAT[store],
    value: name,
    message:
      `this has appeared and no service declares it; add "erase": ${JSON.stringify({ [store]: [name] })} to the service that ` +
      'leaves it, or to one of "necessary" where the site cannot work without',
  });

  function ofVendor(vendor: Vendor, store: Store, name: string): Finding {
    const { id, isService } = recipientOf(vendor, consent);
    const snippet = JSON.stringify(Object.fromEntries(patternsOf(vendor)));
    const service = `"id": "${vendor.name.toLowerCase().replace(/\W+/g, '-')}", "name": "${vendor.name}"`;
    told.add(vendor);
    return {
      path: WHAT[store],
      value: name,
      message:
        `${vendor.name} leaves this and no service declares it, so a withdrawal does not remove it; add ` +
        (isService
          ? `"erase": ${snippet} to the service "${id}"`
          : `{ ${service}, "erase": ${snippet} } to the services of "${id}"`),
    };
  }

  return () =>
    STORES.flatMap((store) =>
      namesIn(store).flatMap((name) => {
        if (isOwn(name) || isDeclared(store, name) || OF_TOOLS.some((pattern) => matches(pattern, name))) return [];
        const isNew = !atStart.has(`${store} ${name}`);
        const vendor = vendorOfName(store, name);
        if (!vendor) return isNew ? ofNobody(store, name) : [];
        const isAtHome = vendors.has(vendor) || recipientOf(vendor, consent).isService;
        return (isNew || isAtHome) && !told.has(vendor) ? ofVendor(vendor, store, name) : [];
      }),
    );
}
