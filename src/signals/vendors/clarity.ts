import { callOr } from '../reach.js';
import { vendorSignal, type VendorOptions, type VendorSignal } from '../vendor.js';

export type ClarityOptions = VendorOptions<'ad_Storage' | 'analytics_Storage'>;

interface Stub {
  (...parts: unknown[]): void;
  q?: unknown[];
}

/** As in Clarity's tag, which keeps it and its queue where it finds them; an entry is the `arguments` of a call. */
function makeStub(): Stub {
  const stub: Stub = function () {
    // eslint-disable-next-line prefer-rest-params
    (stub.q = stub.q || []).push(arguments);
  };
  return stub;
}

const word = (isGranted: boolean): string => (isGranted ? 'granted' : 'denied');

/**
 * Microsoft Clarity: `consentv2`, whose keys have a capital S. Both types are always named. While they are denied, Clarity
 * still counts without cookies: to hold it altogether, mark its script with `data-consent="analytics"`, or block `*.clarity.ms`.
 *
 * @see https://learn.microsoft.com/en-us/clarity/clarity-consent-api-v2
 * @see https://learn.microsoft.com/en-us/clarity/setup-and-installation/cmp-integration-guide
 */
export const clarity = (options?: ClarityOptions): VendorSignal =>
  vendorSignal(
    {
      id: 'clarity',
      target: 'clarity',
      ids: { ad_Storage: ['advertising'], analytics_Storage: ['analytics'] },
      send: callOr(makeStub),
      tell: ({ ad_Storage, analytics_Storage }) => [
        ['consentv2', { ad_Storage: word(ad_Storage), analytics_Storage: word(analytics_Storage) }],
      ],
    },
    options,
  );
