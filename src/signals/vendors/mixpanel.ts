import { callMethodOnce, type Target } from '../reach.js';
import { vendorSignal, type VendorOptions, type VendorSignal } from '../vendor.js';

export interface MixpanelOptions extends VendorOptions<'consent'> {
  /** The SDK where it was imported, or its name in the page. Default `mixpanel`. */
  readonly sdk?: Target;
}

/** Before `init()` an imported Mixpanel has no settings and throws. */
const isReady = (sdk: unknown): boolean => {
  const mixpanel = sdk as { readonly get_config?: unknown; readonly __loaded?: unknown } | undefined;
  return !mixpanel?.get_config || !!mixpanel.__loaded;
};

/**
 * Mixpanel: `opt_in_tracking` and `opt_out_tracking`, which it remembers itself, in localStorage under `__mp_opt_in_out_*`. A no
 * must not set off requests of its own, so that Mixpanel is not asked to delete the profile it has (`delete_user: false`); that
 * is for the site to do. Tried against mixpanel-browser 2.83.
 *
 * Where its script is marked with `data-consent`, nobody is there to hear the first yes, and an older no of Mixpanel's own
 * memory would stand: let the script say it, `mixpanel.init('…', { loaded: (mixpanel) => mixpanel.opt_in_tracking() })`. Where
 * Mixpanel loads before the answer, it must start with `opt_out_tracking_by_default: true`; an application that imports it
 * connects this signal after `init()`, with `sdk`.
 *
 * @see https://docs.mixpanel.com/docs/privacy/protecting-user-data
 */
export const mixpanel = (options?: MixpanelOptions): VendorSignal =>
  vendorSignal(
    {
      id: 'mixpanel',
      target: 'mixpanel',
      ids: { consent: ['analytics'] },
      send: callMethodOnce(isReady),
      tell: ({ consent }) => [consent ? ['opt_in_tracking'] : ['opt_out_tracking', { delete_user: false }]],
    },
    options,
  );
