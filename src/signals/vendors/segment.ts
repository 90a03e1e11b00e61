import { isAnyYes, segmentPreferences, type SegmentOptions } from '../segment-preferences.js';
import type { Answers, VendorSignal } from '../vendor.js';

export type { SegmentOptions };

/** What `createWrapper()` of `@segment/analytics-consent-tools` takes. */
export interface SegmentWrapperSettings {
  /** Resolves once a category is a yes; until then Segment is not loaded. */
  readonly shouldLoadSegment: (context: {
    load(options: { readonly consentModel: 'opt-in' | 'opt-out' }): void;
  }) => Promise<void>;
  readonly getCategories: () => Answers<string>;
  readonly registerOnConsentChanged: (listener: (categories: Answers<string>) => void) => void;
}

export interface SegmentSignal extends VendorSignal {
  /** For `createWrapper()`, which stamps every event with the answers and leaves out destinations that were refused. */
  readonly wrapper: SegmentWrapperSettings;
}

/**
 * Twilio Segment: its consent preferences, by category. With the wrapper of Segment's own consent tools:
 *
 *     const signal = segment();
 *     consent.connect(signal);
 *     createWrapper(signal.wrapper)(analytics).load({ writeKey: '…' });
 *
 * Without it, an `analytics` that is on the page hears of each change by the event that the wrapper would send, and other
 * events are not stamped. A no before any yes is not told: nothing was sent that it could stop. Segment itself still receives
 * events after a withdrawal, stamped with the no; where none may come, mark its script with `data-consent` and let the page
 * load again (`reload` of the service). Tried against @segment/analytics-consent-tools 2.0.
 *
 * @see https://github.com/segmentio/analytics-next/tree/master/packages/consent/consent-tools
 */
export function segment(options?: SegmentOptions): SegmentSignal {
  const listeners: ((categories: Answers<string>) => void)[] = [];
  let categories: Answers<string> = {};
  let isOptOut = false;
  let hasBegun = false;
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));

  const signal = segmentPreferences(options, (answers, isBefore) => {
    categories = answers;
    if (isAnyYes(answers)) {
      hasBegun = true;
      isOptOut ||= !!isBefore;
      begin();
    }
    if (hasBegun && !isBefore) for (const listener of listeners) listener(answers);
    return listeners.length > 0;
  });
  const wrapper: SegmentWrapperSettings = {
    shouldLoadSegment: async (context) => {
      await begun;
      context.load({ consentModel: isOptOut ? 'opt-out' : 'opt-in' });
    },
    getCategories: () => categories,
    registerOnConsentChanged: (listener) => void listeners.push(listener),
  };
  return { ...signal, wrapper };
}
