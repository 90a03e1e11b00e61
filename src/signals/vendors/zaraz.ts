import type { Send } from '../reach.js';
import { vendorSignal, type VendorSignal } from '../vendor.js';

export interface ZarazOptions {
  /** By the id of a purpose, as Zaraz' settings show it: ids that must all be a yes. A purpose that is left out is not touched. */
  readonly ids?: Readonly<Record<string, readonly string[]>>;
}

interface Consent {
  readonly APIReady?: boolean;
  set(purposes: unknown): void;
  sendQueuedEvents(): void;
}

const send: Send = (_target, [purposes]) => {
  const { consent } = (globalThis as { zaraz?: { consent?: Consent } }).zaraz ?? {};
  if (!consent?.APIReady) return false;
  consent.set(purposes);
  if (Object.values(purposes as Record<string, boolean>).includes(true)) consent.sendQueuedEvents();
  return true;
};

/**
 * Cloudflare Zaraz: its purposes, whose ids are made for each site and must be named in `ids`. Said once Zaraz has its API
 * ready; Zaraz remembers the answers in a cookie of its own. Not tried against Zaraz, which Cloudflare puts into the page.
 *
 * @see https://developers.cloudflare.com/zaraz/consent-management/api/
 */
export const zaraz = (options?: ZarazOptions): VendorSignal =>
  vendorSignal({
    id: 'zaraz',
    target: 'zaraz',
    ids: options?.ids ?? {},
    send,
    before: () => [],
    tell: (answers) => [[answers]],
    comes: 'zarazConsentAPIReady',
  });
