import { call, type Target } from '../reach.js';
import { vendorSignal, type VendorOptions, type VendorSignal } from '../vendor.js';

export interface AdobeOptions extends VendorOptions<'collect'> {
  /** The SDK where it was imported, or its name in the page. Default `alloy`. */
  readonly sdk?: Target;
}

/**
 * Adobe Experience Platform Web SDK: `setConsent` in Adobe's standard 2.0, on every page, as Adobe asks for. The SDK must have
 * been configured, with `defaultConsent: 'pending'`, which keeps its commands until then; its own default sends everything.
 * Called where it is on the page, or once the page has loaded. Not tried against the SDK.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/web-sdk/commands/setconsent
 */
export const adobe = (options?: AdobeOptions): VendorSignal =>
  vendorSignal(
    {
      id: 'adobe',
      target: 'alloy',
      ids: { collect: ['analytics'] },
      send: call,
      before: () => [],
      tell: ({ collect }) => [
        [
          'setConsent',
          { consent: [{ standard: 'Adobe', version: '2.0', value: { collect: { val: collect ? 'y' : 'n' } } }] },
        ],
      ],
    },
    options,
  );
