import type { Consent } from './consent.js';
import type { Choices } from './decide.js';

/**
 * Hands over answers that the visitor gave to somebody else on this site: a consent platform that stands on the page, or one
 * that stood there before.
 *
 * @param answers By category or service. Ids that are not named stay as they are; `separate` ones are not taken.
 * @param at When they were given, in Unix seconds: from then on they expire. Default: now.
 */
export type Report = (answers: Partial<Choices>, at?: number) => void;

/**
 * Tells one outside API what the visitor chose, or hears from one. Ten lines are enough for an API of your own:
 *
 *     consent.connect({
 *       id: 'acme',
 *       start: () => window.acme('default', 'no'),
 *       update: ({ granted }) => window.acme('update', granted('analytics') ? 'yes' : 'no'),
 *     });
 */
export interface Signal {
  /** Its name in messages of the console: for those of Candor, the key under `signals` in the config. */
  readonly id: string;
  /**
   * Before any later script runs: puts the API's queue in place and says what holds while nobody has answered, which is
   * `consent.choices` (where the region opts in, all optional ones are no). An answer that is stored comes by `update`, right
   * after this.
   *
   * @param report For what listens: takes answers in.
   * @returns Undoes it, once Candor leaves the page or another config takes its place.
   */
  start?(consent: Consent, report: Report): void | (() => void);
  /** Where an answer is stored, and then once after each decision: in the same task, before gates open. */
  update?(consent: Consent): void;
}
