import type { Choices } from './decide.js';

/** Ids a condition (`analytics posthog`, `!analytics`) speaks of, without their signs. */
export const idsOf = (condition: string): string[] => condition.match(/[^\s!]+/g) ?? [];

/**
 * Whether a condition holds: every plain id is yes, every `!id` is no or open. An id nobody configured never holds, with
 * either sign; nor does a condition without ids.
 */
export const holds = (condition: string, choices: Choices): boolean =>
  (condition.match(/\S+/g) ?? ['']).every((term) => choices[term.replace('!', '')] === (term[0] !== '!'));
