import type { Consent } from '../../core/consent.js';
import type { ConsentController } from './consent-controller.js';

/** What a surface that asks says of changes and of the browser's signal; each empty where there is nothing to say. */
export interface Explanation {
  /** Heading in the place of the usual one, where something is asked again because it has changed. */
  readonly title: string | undefined;
  /** Heading of its own. */
  readonly heading: string | undefined;
  /** Why something is asked again. */
  readonly reasons: unknown;
  /** That the browser's opt-out signal is honoured. */
  readonly signal: unknown;
  /** What is to come. */
  readonly announced: unknown;
}

/**
 * How that is explained: empty until `ui/notice` is there, which only those download who are to be told of something. Who
 * visits for the first time does without.
 */
export const explaining: {
  /** Fetches the words for it in the consent's language. */
  speak?: (consent: Consent) => Promise<unknown>;
  explain?: (controller: ConsentController) => Explanation;
} = {};
