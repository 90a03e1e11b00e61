import { push } from '../reach.js';
import { vendorSignal, type VendorOptions, type VendorSignal } from '../vendor.js';

export interface QuickTrackingOptions extends VendorOptions<'consent'> {
  /** The queue's name, where the snippet was set up with another than `aplus_queue`. */
  readonly queue?: string;
}

/**
 * Umeng and Alibaba QuickTracking (aplus): `_hold` is `BLOCK` until the yes, then `START`. A withdrawal says `BLOCK` again.
 *
 * What was held is sent at `START`, also what happened before the yes and, after a withdrawal, since then. So the script must
 * be held besides: mark it with `data-consent="analytics"`, or block `d.alicdn.com/alilog/` and `o.alicdn.com/QTSDK/`; and let
 * the page load again at a withdrawal (`reload` of the service). The vendor writes of `_hold` for logs that wait for a user id;
 * that it may be blocked again was not confirmed by it.
 *
 * @see https://www.alibabacloud.com/help/en/quick-tracking/latest/basic-function
 */
export const quickTracking = (options?: QuickTrackingOptions): VendorSignal =>
  vendorSignal(
    {
      id: 'quickTracking',
      target: 'aplus_queue',
      ids: { consent: ['analytics'] },
      send: push,
      tell: ({ consent }) => [[{ action: 'aplus.setMetaInfo', arguments: ['_hold', consent ? 'START' : 'BLOCK'] }]],
    },
    options,
  );
