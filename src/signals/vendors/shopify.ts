import type { Send } from '../reach.js';
import { vendorSignal, type VendorOptions, type VendorSignal } from '../vendor.js';

export type ShopifyOptions = VendorOptions<'analytics' | 'marketing' | 'preferences' | 'sale_of_data'>;

interface Shopify {
  readonly customerPrivacy?: {
    setTrackingConsent(consent: unknown, done: () => void): void;
  };
  loadFeatures(features: readonly object[], done: (error: unknown) => void): void;
}

/** The API is a feature that the shop loads when it is asked to. */
const send: Send = (_target, [consent]) => {
  const { Shopify: shop } = globalThis as { Shopify?: Shopify };
  if (!shop) return false;
  const say = (): void => shop.customerPrivacy?.setTrackingConsent(consent, () => {});
  if (shop.customerPrivacy) say();
  else {
    shop.loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], (error) => {
      if (error) console.warn('Candor: shopify was not told', error);
      else say();
    });
  }
  return true;
};

/**
 * Shopify: the Customer Privacy API of a storefront, which remembers the answer itself. Until then the shop's own settings for
 * the visitor's region hold. Not tried in a shop; its keys are those of Shopify's page.
 *
 * @see https://shopify.dev/docs/api/customer-privacy
 */
export const shopify = (options?: ShopifyOptions): VendorSignal =>
  vendorSignal(
    {
      id: 'shopify',
      target: 'Shopify',
      ids: {
        analytics: ['analytics'],
        marketing: ['advertising'],
        preferences: ['functional'],
        sale_of_data: ['advertising'],
      },
      send,
      before: () => [],
      tell: (answers) => [[answers]],
    },
    options,
  );
