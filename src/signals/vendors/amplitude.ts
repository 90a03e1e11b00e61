import { callMethod, type Target } from '../reach.js';
import { vendorSignal, type VendorOptions, type VendorSignal } from '../vendor.js';

export interface AmplitudeOptions extends VendorOptions<'consent'> {
  /** The SDK where it was imported, or its name in the page. Default `amplitude`. */
  readonly sdk?: Target;
}

/**
 * Amplitude: `setOptOut`, which it remembers itself, in its cookie `AMP_*`; before `init()` it keeps the call until then. Tried
 * against @amplitude/analytics-browser 2.47.
 *
 * Where its script is marked with `data-consent`, nobody is there to hear the first yes, and an older no of Amplitude's own
 * memory would stand: start it with `amplitude.init('…', { optOut: false })`. Where Amplitude loads before the answer, it must
 * start with `optOut: true`; an application that imports it connects this signal after `init()`, with `sdk`.
 *
 * @see https://amplitude.com/docs/sdks/analytics/browser/browser-sdk-2
 */
export const amplitude = (options?: AmplitudeOptions): VendorSignal =>
  vendorSignal(
    {
      id: 'amplitude',
      target: 'amplitude',
      ids: { consent: ['analytics'] },
      send: callMethod,
      tell: ({ consent }) => [['setOptOut', !consent]],
    },
    options,
  );
