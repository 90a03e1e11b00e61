import type { Config } from '../../src/core/config.js';
import type { Consent } from '../../src/core/consent.js';
import type { Choices } from '../../src/core/decide.js';
import { presetFor } from '../../src/core/presets.js';

/**
 * A consent as a signal sees it at one moment.
 *
 * @param asked Ids that still wait for an answer. Default: none.
 */
export const answers = (choices: Choices, asked: readonly string[] = [], config: Config = {}): Consent =>
  ({ choices, asked, config, preset: presetFor('') }) as unknown as Consent;

const every = (granted: boolean): Choices => ({
  necessary: true,
  functional: granted,
  analytics: granted,
  advertising: granted,
  social: granted,
  location: granted,
  push: granted,
});

/** Nobody has answered, and the region opts in. */
export const open = answers(every(false), Object.keys(every(false)).slice(1));
/** Nobody has answered, and the region lets it be on. */
export const onByDefault = answers(every(true));
export const yes = answers(every(true));
export const no = answers(every(false));
