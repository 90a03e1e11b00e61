import { call } from '../reach.js';
import { vendorSignal, type VendorOptions, type VendorSignal } from '../vendor.js';

export type WpConsentOptions = VendorOptions<'preferences' | 'statistics-anonymous' | 'statistics' | 'marketing'>;

/**
 * The WP Consent API of WordPress: which kind of consent holds, without which all its plugins would take everything as allowed,
 * and then each of its categories. `functional` is always allowed there. Called where its script is on the page, or once the
 * page has loaded; it remembers the answers itself, in cookies `wp_consent_*`. Not tried in WordPress.
 *
 * @see https://github.com/WordPress/wp-consent-level-api
 */
export const wpConsent = (options?: WpConsentOptions): VendorSignal =>
  vendorSignal(
    {
      id: 'wpConsent',
      target: 'wp_set_consent',
      ids: {
        preferences: ['functional'],
        'statistics-anonymous': ['analytics'],
        statistics: ['analytics'],
        marketing: ['advertising'],
      },
      send: call,
      before(answers) {
        const isOptOut = Object.values(answers).every(Boolean);
        (globalThis as { wp_consent_type?: string }).wp_consent_type = isOptOut ? 'optout' : 'optin';
        document.dispatchEvent(new CustomEvent('wp_consent_type_defined'));
        return [];
      },
      tell: (answers) => Object.entries(answers).map(([type, isGranted]) => [type, isGranted ? 'allow' : 'deny']),
    },
    options,
  );
