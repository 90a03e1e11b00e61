import { queueMethod } from '../reach.js';
import { vendorSignal, type VendorOptions, type VendorSignal } from '../vendor.js';

export interface TiktokOptions extends VendorOptions<'consent'> {
  /** The pixel's name in the page, where the base code was set up with another than `ttq`. */
  readonly queue?: string;
}

/**
 * TikTok Pixel: `holdConsent` while nobody has answered, then `grantConsent` or `revokeConsent`. TikTok's base code keeps the
 * array that it finds and gives it its methods; what is in it is said to the SDK before `page` and all that follows.
 *
 * None of them delays the request for the script itself: mark the base code with `data-consent="advertising"`, or block
 * `analytics.tiktok.com`. Not tried against the SDK, which is not published: what it does with held events at `revokeConsent` is
 * not confirmed.
 *
 * @see https://business-api.tiktok.com/portal/docs?id=1739585600931842
 */
export const tiktok = (options?: TiktokOptions): VendorSignal =>
  vendorSignal(
    {
      id: 'tiktok',
      target: 'ttq',
      ids: { consent: ['advertising'] },
      send: queueMethod,
      before: ({ consent }) => [[consent ? 'grantConsent' : 'holdConsent']],
      tell: ({ consent }) => [[consent ? 'grantConsent' : 'revokeConsent']],
    },
    options,
  );
