import { matches } from '../core/pattern.js';
import { matchesAddress } from './matches-address.js';
import { VENDORS, type Vendor } from './vendors.js';

export type Store = 'cookies' | 'localStorage' | 'sessionStorage';

interface Entry {
  readonly vendor: Vendor;
  readonly address: string;
}

const hostOf = (address: string): string => address.replace(/^\*\./, '').split('/', 1)[0]!;

/** By host, so that an address is compared with the few rules that speak of its host or one above it; of files under ''. */
const byHost = new Map<string, Entry[]>();
for (const vendor of VENDORS) {
  for (const address of vendor.addresses) {
    const host = hostOf(address);
    byHost.set(host, [...(byHost.get(host) ?? []), { vendor, address }]);
  }
}

function* entriesFor({ hostname }: URL): Generator<Entry> {
  const labels = hostname.split('.');
  for (let first = 0; first < labels.length; first++) yield* byHost.get(labels.slice(first).join('.')) ?? [];
}

/** The address as a URL, where it is one that goes over the network. */
export function networkUrl(address: string, base = document.baseURI): URL | undefined {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  return url && /^(https?|wss?):$/.test(url.protocol) ? url : undefined;
}

/** Whom an address belongs to; of several the one that says most of it. */
export function vendorOf(url: URL): Vendor | undefined {
  let best: Entry | undefined;
  for (const entry of entriesFor(url)) {
    if (matchesAddress(entry.address, url) && entry.address.length > (best?.address.length ?? 0)) best = entry;
  }
  const files = byHost.get('')!;
  return (best ?? files.find(({ address }) => url.pathname.endsWith(address)))?.vendor;
}

/** Whom a text speaks of: the hosts in it, as in a vendor's inline snippet. */
export function vendorsIn(text: string): Vendor[] {
  const hosts = new Set(text.match(/[\w-]+(\.[\w-]+)+(\/[\w./-]*)?/g));
  return [...hosts].flatMap((host) => {
    const url = networkUrl(`https://${host}`);
    return (url && vendorOf(url)) ?? [];
  });
}

/** The names that a vendor leaves on a device, by where. */
export const patternsOf = ({ cookies, storage }: Vendor): (readonly [Store, readonly string[]])[] => [
  ...(cookies ? [['cookies', cookies] as const] : []),
  ...(storage ? [['localStorage', storage] as const, ['sessionStorage', storage] as const] : []),
];

/** Who is known to leave this name on a device. */
export const vendorOfName = (store: Store, name: string): Vendor | undefined =>
  VENDORS.find((vendor) =>
    patternsOf(vendor).some(([where, names]) => where === store && names.some((pattern) => matches(pattern, name))),
  );
