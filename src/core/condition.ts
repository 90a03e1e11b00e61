import type { Choices } from './decide.js';

/** The terms of a condition: `analytics posthog`, `!analytics`. */
export const termsOf = (condition: string): string[] => condition.match(/\S+/g) ?? [''];

/** The id a term speaks of. */
export const idOf = (term: string): string => term.replace(/^!/, '');

/**
 * Whether a condition holds: every plain id is yes, every `!id` is no or open. An id nobody configured never holds, with
 * either sign; nor does a condition without ids.
 */
export const holds = (condition: string, choices: Choices): boolean =>
  termsOf(condition).every((term) => choices[idOf(term)] === (term[0] !== '!'));
