import { audience } from './rules/audience.js';
import { blockRules } from './rules/block.js';
import { colours } from './rules/colours.js';
import { daysInDisorder, unreachedRevisions } from './rules/changes.js';
import { personalisation } from './rules/channels.js';
import { tooMuchErased } from './rules/erase.js';
import { exemptNowhere } from './rules/exempt.js';
import type { Finding } from './rules/finding.js';
import { askWithoutGuards, noEffectOnNecessary, openGuards } from './rules/guards.js';
import { duplicateIds, unknownIds } from './rules/ids.js';
import { namelessRecipients, unnamedStorage } from './rules/recipients.js';
import { records } from './rules/records.js';
import { defaultsOn, looserModels, stalePresets, unknownRegions } from './rules/regions.js';
import { sensitive } from './rules/sensitive.js';
import { consentModeGaps } from './rules/consent-mode.js';
import { unheldVendors, unknownSignalIds } from './rules/signals.js';
import { structural, unknownKeys } from './rules/structure.js';

export type { Finding } from './rules/finding.js';

const RULES: readonly ((config: unknown) => Finding[])[] = [
  structural,
  duplicateIds,
  unknownIds,
  unreachedRevisions,
  daysInDisorder,
  tooMuchErased,
  askWithoutGuards,
  noEffectOnNecessary,
  openGuards,
  blockRules,
  exemptNowhere,
  sensitive,
  namelessRecipients,
  unnamedStorage,
  personalisation,
  audience,
  records,
  colours,
  unknownRegions,
  looserModels,
  defaultsOn,
  (config) => stalePresets(config),
  consentModeGaps,
  unknownSignalIds,
  unheldVendors,
  unknownKeys,
];

/** Everything that can be said of a config by reading it. Empty when all is well. */
export const lintConfig = (config: unknown): Finding[] => RULES.flatMap((rule) => rule(config));
