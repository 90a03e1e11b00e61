import { categoriesOf } from '../core/categories.js';
import type { Consent } from '../core/consent.js';
import { CLOCK_TOLERANCE } from '../core/cookie-codec.js';
import { DAY, type Choices } from '../core/decide.js';
import type { Report, Signal } from '../core/signal.js';

export interface TcfOptions {
  /**
   * Purposes of the TCF by category or service, in place of the built-in ones. All of them must be consented to; purpose 1
   * always goes with them. An empty list leaves a category out.
   */
  readonly purposes?: Readonly<Record<string, readonly number[]>>;
  /** Special features of the TCF by category or service, in place of the built-in ones. All must be opted into. */
  readonly features?: Readonly<Record<string, readonly number[]>>;
  /** Ids in the Global Vendor List by service: that service is a yes only if its vendor has consent too. */
  readonly vendors?: Readonly<Record<string, number>>;
}

/** Storing and reading on the device, which every category here does. */
const STORAGE = 1;

/**
 * Purposes 2 to 4 and 7 are about ads; 8 and 9 about measuring contents and audiences; 10 about improving services; 5, 6 and
 * 11 about choosing contents, which is the nearest that the TCF has to a visitor's settings. It has none for social media,
 * device data and marketing messages: these are left as they are. Source: TCF policies, appendix A (version 5).
 */
const PURPOSES: TcfOptions['purposes'] = {
  functional: [STORAGE, 5, 6, 11],
  analytics: [STORAGE, 8, 9, 10],
  advertising: [STORAGE, 2, 3, 4, 7],
  location: [STORAGE],
};

/** Special feature 1 is the precise geolocation. */
const FEATURES: TcfOptions['features'] = { location: [1] };

/** By number; only `true` is a yes. */
type Flags = Readonly<Record<number, unknown>>;

/** What is read of `TCData`: it comes from somebody else's script, so anything may be missing. */
interface TcData {
  readonly tcString?: unknown;
  readonly eventStatus?: unknown;
  readonly gdprApplies?: unknown;
  readonly isServiceSpecific?: unknown;
  readonly listenerId?: number;
  readonly purpose?: { readonly consents?: Flags };
  readonly specialFeatureOptins?: Flags;
  readonly vendor?: { readonly consents?: Flags; readonly disclosedVendors?: Flags };
  readonly publisher?: { readonly restrictions?: Readonly<Record<number, Flags | undefined>> };
}

type TcfApi = (
  command: string,
  version: 2,
  callback: (data: TcData | null, success?: boolean) => void,
  parameter?: number,
) => void;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * When the answer in a TC string was given, in Unix seconds. The string has 6 bits for its version, which is 2, then 36 for the
 * time it was created and 36 for that of its last change, in tenths of a second, cut to the day (UTC). Source: TCF v2,
 * "Consent string and vendor list formats".
 *
 * @returns Undefined where the string is none, or is of the future.
 */
function lastUpdated(tcString: unknown): number | undefined {
  const digits = /^C[\w-]{6}([\w-]{6})/.exec(String(tcString))?.[1];
  if (!digits) return undefined;
  const time = Math.floor([...digits].reduce((sum, digit) => sum * 64 + DIGITS.indexOf(digit), 0) / 10);
  return time <= Date.now() / 1000 + CLOCK_TOLERANCE ? time : undefined;
}

const ownOf = <Value>(record: Readonly<Record<string, Value>> | undefined, id: string): Value | undefined =>
  record && Object.hasOwn(record, id) ? record[id] : undefined;

/** Yes or no to what the config asks for and TC data answers; legitimate interest is no yes. */
function answersIn(data: TcData, { config }: Consent, { purposes, features, vendors }: TcfOptions): Choices {
  const listFor = (id: string): readonly number[] => ownOf(purposes, id) ?? ownOf(PURPOSES, id) ?? [];
  const featuresOf = (id: string): readonly number[] => ownOf(features, id) ?? ownOf(FEATURES, id) ?? [];
  const consentTo = (id: string): boolean | undefined =>
    listFor(id).length || (featuresOf(id).length && !ownOf(purposes, id))
      ? [STORAGE, ...listFor(id)].every((purpose) => data.purpose?.consents?.[purpose] === true) &&
        featuresOf(id).every((feature) => data.specialFeatureOptins?.[feature] === true)
      : undefined;
  const consentOf = (vendor: number, needed: readonly number[]): boolean => {
    const { consents, disclosedVendors } = data.vendor ?? {};
    return (
      consents?.[vendor] === true &&
      (!disclosedVendors || disclosedVendors[vendor] === true) &&
      // Of the publisher's restrictions, 1 asks for consent; with 0 and 2 a vendor may not rely on it.
      [STORAGE, ...needed].every((purpose) => (data.publisher?.restrictions?.[purpose]?.[vendor] ?? 1) === 1)
    );
  };

  const answers: Record<string, boolean> = {};
  for (const { id, services = [] } of categoriesOf(config)) {
    const granted = consentTo(id);
    if (granted !== undefined) answers[id] = granted;
    for (const { id: service } of services) {
      const vendor = ownOf(vendors, service);
      const own = consentTo(service);
      const isAllowed = own ?? granted;
      if (isAllowed === undefined || (own === undefined && vendor === undefined)) continue;
      answers[service] =
        isAllowed && (vendor === undefined || consentOf(vendor, own === undefined ? listFor(id) : listFor(service)));
    }
  }
  return answers;
}

/**
 * Hands over an answer that the CMP has kept from another page view. It counts from the day it was given, so that it does not
 * live for ever by being told on every page; the string knows that day and no more. What was answered here after that day is
 * the later answer. On that very day nobody can tell, and a no counts.
 */
function reportKept(answers: Choices, at: number | undefined, { choices, decision }: Consent, report: Report): void {
  if (at !== undefined && decision.at < at) return report(answers, at);
  if (at !== undefined && decision.at >= at + DAY) return;
  const taken = Object.entries(answers).filter(([id, granted]) => !granted && choices[id]);
  if (taken.length) report(Object.fromEntries(taken));
}

/**
 * Takes over what the visitor answers to a consent platform of the IAB's Transparency and Consent Framework (2.3) that stands
 * on this page: its consents to purposes become those to categories, at once and whenever they change. Nothing is heard while
 * its dialog is open, where it says that the GDPR does not apply, and where it fails or is not there.
 *
 * The platform puts its function, or a stub that queues, into the head; it may come after Candor, so it is looked for at once,
 * as the document is parsed and as the page has loaded. In a frame inside a page of the platform, where the function is reached
 * by messages alone (`__tcfapiLocator`), it is not looked for.
 *
 * Two banners would ask the visitor twice: where the platform asks for everything, keep Candor's own away with `data-manual`.
 * What the TCF does not know (social media, messages) stays to be asked by Candor.
 *
 * Source: IAB Tech Lab, "CMP API v2" (`addEventListener`, `TCData`). `vendor.disclosedVendors` came with 2.3; platforms that do
 * not tell it are taken by their consents alone.
 */
export const tcf = (options: TcfOptions = {}): Signal => ({
  id: 'tcf',
  start(consent, report) {
    const page = window as { __tcfapi?: TcfApi };
    const stop = new AbortController();
    const { signal } = stop;
    let isListening = false;
    let listenerId: number | undefined;
    let last: string | undefined;

    function call(...parameters: Parameters<TcfApi>): boolean {
      try {
        page.__tcfapi!(...parameters);
        return true;
      } catch {
        return false;
      }
    }

    function forget(): void {
      if (listenerId !== undefined) call('removeEventListener', 2, () => {}, listenerId);
    }

    function hear(data: TcData | null, success?: boolean): void {
      listenerId = data?.listenerId ?? listenerId;
      // A stub may have kept the call until after the end.
      if (signal.aborted) return forget();
      if (!data || success !== true || data.gdprApplies === false || data.isServiceSpecific === false) return;
      const { eventStatus, tcString } = data;
      if (eventStatus !== 'tcloaded' && eventStatus !== 'useractioncomplete') return;
      const answers = answersIn(data, consent, options);
      // An answer that was kept and is then confirmed by the visitor is a new one.
      const state = eventStatus + JSON.stringify(answers);
      if (state === last || !Object.keys(answers).length) return;
      last = state;
      if (eventStatus === 'tcloaded') reportKept(answers, lastUpdated(tcString), consent, report);
      else report(answers);
    }

    function listen(): void {
      if (!isListening && typeof page.__tcfapi === 'function') isListening = call('addEventListener', 2, hear);
    }

    listen();
    document.addEventListener('DOMContentLoaded', listen, { signal });
    addEventListener('load', listen, { signal });
    return () => {
      stop.abort();
      forget();
    };
  },
});
