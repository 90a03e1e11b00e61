import type { Send } from '../reach.js';
import { vendorSignal, type VendorOptions, type VendorSignal } from '../vendor.js';

const IDS = {
  analytics: ['analytics'],
  ab_testing_and_personalization: ['functional'],
  conversion_tracking: ['advertising'],
  marketing_automation: ['advertising'],
  remarketing: ['advertising'],
  user_feedback: ['functional'],
} as const;

export type PiwikProOptions = VendorOptions<keyof typeof IDS>;

/** The container's own snippet puts a stub there that waits for it. */
const send: Send = (_target, command) => {
  const { ppms } = globalThis as { ppms?: { cm?: { api?: (...parts: unknown[]) => void } } };
  if (!ppms?.cm?.api) return false;
  ppms.cm.api(...command);
  return true;
};

const noop = (): void => {};

/**
 * Piwik PRO: the settings of its consent manager, with the container set up for a consent form of one's own. Called where the
 * container is on the page, or once the page has loaded. Not tried against the container, which is made for each account.
 *
 * @see https://developers.piwik.pro/docs/overview-consent-manager-js-api
 */
export const piwikPro = (options?: PiwikProOptions): VendorSignal =>
  vendorSignal(
    {
      id: 'piwikPro',
      target: 'ppms',
      ids: IDS,
      send,
      before: (answers) => [['setInitialComplianceSettings', { consents: Object.keys(answers) }, noop, noop]],
      tell: (answers) => [
        [
          'setComplianceSettings',
          {
            consents: Object.fromEntries(
              Object.entries(answers).map(([type, isGranted]) => [type, { status: isGranted ? 1 : 0 }]),
            ),
          },
          noop,
          noop,
        ],
      ],
    },
    options,
  );
