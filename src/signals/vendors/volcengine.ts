import { call } from '../reach.js';
import { vendorSignal, type VendorOptions, type VendorSignal } from '../vendor.js';

export interface VolcengineOptions extends VendorOptions<'consent'> {
  /** The function's name, where the snippet was set up with another than `collectEvent`. */
  readonly queue?: string;
}

/**
 * Volcengine DataFinder (火山引擎): `start`, before which it sends nothing. The page calls `init` and `config` and leaves `start`
 * to this signal, or holds the script by `data-consent="analytics"` and calls all three in it. No command is documented that
 * would stop it: let the page load again at a withdrawal (`reload` of the service). Not tried against the SDK.
 *
 * @see https://www.volcengine.com/docs/6285/93209
 */
export const volcengine = (options?: VolcengineOptions): VendorSignal =>
  vendorSignal(
    {
      id: 'volcengine',
      target: 'collectEvent',
      ids: { consent: ['analytics'] },
      send: call,
      before: () => [],
      tell: ({ consent }) => (consent ? [['start']] : []),
    },
    options,
  );
