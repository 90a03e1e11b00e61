import { callMethod, type Target } from './reach.js';
import { vendorSignal, type Answers, type VendorSignal } from './vendor.js';

export interface SegmentOptions {
  /**
   * By Segment's category, as its destinations name it: ids that must all be a yes. Default: `functional`, `analytics` and
   * `advertising`, each under its own id.
   */
  readonly ids?: Readonly<Record<string, readonly string[]>>;
  /** The SDK where it was imported, or its name in the page. Default `analytics`. Not asked once the wrapper listens. */
  readonly sdk?: Target;
}

export const isAnyYes = (answers: Answers<string>): boolean => Object.values(answers).includes(true);

/**
 * What a config can ask of Segment: each change is told by the event that Segment's own wrapper would send.
 *
 * @param hear Is told the answers first, and whether they are those before anybody answered.
 * @returns Whether somebody else tells Segment.
 */
export function segmentPreferences(
  options?: SegmentOptions,
  hear?: (answers: Answers<string>, isBefore?: boolean) => boolean,
): VendorSignal {
  let hasBegun = false;
  return vendorSignal({
    id: 'segment',
    target: options?.sdk ?? 'analytics',
    ids: options?.ids ?? { functional: ['functional'], analytics: ['analytics'], advertising: ['advertising'] },
    send(target, command) {
      callMethod(target, command);
      // Nobody who comes later needs to hear of a change: what stood before is asked for.
      return true;
    },
    before(answers) {
      hasBegun ||= isAnyYes(answers);
      hear?.(answers, true);
      return [];
    },
    tell(answers) {
      hasBegun ||= isAnyYes(answers);
      const context = { consent: { categoryPreferences: answers } };
      return hear?.(answers) || !hasBegun ? [] : [['track', 'Segment Consent Preference Updated', undefined, context]];
    },
  });
}
