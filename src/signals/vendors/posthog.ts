import { callMethodOnce, type Target } from '../reach.js';
import { vendorSignal, type VendorOptions, type VendorSignal } from '../vendor.js';

export interface PosthogOptions extends VendorOptions<'consent'> {
  /** The SDK where it was imported, or its name in the page. Default `posthog`. */
  readonly sdk?: Target;
}

/** Before `init()` it would keep the answer under no project's name. */
const isReady = (sdk: unknown): boolean => (sdk as { __loaded?: unknown } | undefined)?.__loaded !== false;

/**
 * PostHog: `opt_in_capturing` and `opt_out_capturing`, which it remembers itself, in localStorage under `__ph_opt_in_out_*`.
 * Tried against posthog-js 1.449.
 *
 * Where its script is marked with `data-consent`, nobody is there to hear the first yes, and an older no of PostHog's own memory
 * would stand: let the script say it, `posthog.init('…', { loaded: (posthog) => posthog.opt_in_capturing() })`. Where PostHog
 * loads before the answer, it must start with `opt_out_capturing_by_default: true`; an application that imports it connects
 * this signal after `init()`, with `sdk`.
 *
 * @see https://posthog.com/docs/libraries/js/config
 */
export const posthog = (options?: PosthogOptions): VendorSignal =>
  vendorSignal(
    {
      id: 'posthog',
      target: 'posthog',
      ids: { consent: ['analytics'] },
      send: callMethodOnce(isReady),
      tell: ({ consent }) => [[consent ? 'opt_in_capturing' : 'opt_out_capturing']],
    },
    options,
  );
