import { push } from '../reach.js';
import { vendorSignal, type VendorOptions, type VendorSignal } from '../vendor.js';

export interface MicrosoftUetOptions extends VendorOptions<'ad_storage'> {
  /** The queue's name, where the tag was set up with another than `uetq`. */
  readonly queue?: string;
}

/**
 * Microsoft Advertising (Universal Event Tracking): its consent mode, which knows `ad_storage` alone. The default must be in
 * the queue before bat.js comes, which is what happens here.
 *
 * Consent mode does not hold the tag itself: mark its script with `data-consent="advertising"`, or block `bat.bing.com`.
 *
 * @see https://learn.microsoft.com/en-us/advertising/msa-help/hlp_ba_conc_uet_consent
 */
export const microsoftUet = (options?: MicrosoftUetOptions): VendorSignal => {
  const say = (kind: string, isGranted: boolean) => [
    ['consent', kind, { ad_storage: isGranted ? 'granted' : 'denied' }],
  ];
  return vendorSignal(
    {
      id: 'microsoftUet',
      target: 'uetq',
      ids: { ad_storage: ['advertising'] },
      send: push,
      before: ({ ad_storage }) => say('default', ad_storage),
      tell: ({ ad_storage }) => say('update', ad_storage),
    },
    options,
  );
};
