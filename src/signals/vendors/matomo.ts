import { push } from '../reach.js';
import { vendorSignal, type VendorOptions, type VendorSignal } from '../vendor.js';

export interface MatomoOptions extends VendorOptions<'consent'> {
  /** The queue's name, where the tracker was built with another than `_paq`. */
  readonly queue?: string;
  /** Whether the consent is for cookies alone, and visits are counted without them until then. Default false. */
  readonly cookiesOnly?: boolean;
}

/**
 * Matomo: `requireConsent` before anything is tracked, then `setConsentGiven` on every page, since it is Candor that remembers,
 * or `forgetConsentGiven`; the same three of `CookieConsent` with `cookiesOnly`. Matomo itself remembers a refusal in a cookie
 * of its own, `mtm_consent_removed`.
 *
 * Once consent is required, Matomo's script may load before the answer: it sends no visit and sets no cookie. With
 * `cookiesOnly` it sends visits without cookies. Where not even the script is to be asked for, mark it with
 * `data-consent="analytics"`.
 *
 * @see https://developer.matomo.org/guides/tracking-consent
 */
export const matomo = (options?: MatomoOptions): VendorSignal => {
  const consent = options?.cookiesOnly ? 'CookieConsent' : 'Consent';
  return vendorSignal(
    {
      id: 'matomo',
      target: '_paq',
      ids: { consent: ['analytics'] },
      send: push,
      before: (answers) => [[[`require${consent}`]], ...(answers.consent ? [[[`set${consent}Given`]]] : [])],
      tell: (answers) => [[[`${answers.consent ? 'set' : 'forget'}${consent}Given`]]],
    },
    options,
  );
};
