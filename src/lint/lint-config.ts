import { blockRules } from './rules/block.js';
import { tooMuchErased } from './rules/erase.js';
import type { Finding } from './rules/finding.js';
import { askWithoutGuards, noEffectOnNecessary, openGuards } from './rules/guards.js';
import { duplicateIds, unknownIds } from './rules/ids.js';
import { structural, unknownKeys } from './rules/structure.js';

export type { Finding } from './rules/finding.js';

const RULES: readonly ((config: unknown) => Finding[])[] = [
  structural,
  duplicateIds,
  unknownIds,
  tooMuchErased,
  askWithoutGuards,
  noEffectOnNecessary,
  openGuards,
  blockRules,
  unknownKeys,
];

/** Everything that can be said of a config by reading it. Empty when all is well. */
export const lintConfig = (config: unknown): Finding[] => RULES.flatMap((rule) => rule(config));
