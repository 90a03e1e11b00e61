import type { Lifespan, RegionRule } from './config.js';

/** What a region demands. */
export interface Preset {
  readonly id: RegionRule['preset'];
  /** `opt-in`: undecided means no. */
  readonly model: 'opt-in';
  /** Ids of categories that may be on with an objection offered. */
  readonly exempt: readonly string[];
  readonly lifespan: Required<Lifespan>;
  /** ISO 8601 date on which the sources were last read. */
  readonly lastReviewed: string;
}

/**
 * Six months for both answers: CNIL's recommendation 2020-092 §39 for grants and refusals, Garante §6.2 for refusals,
 * and inside every longer limit.
 */
const lifespan = { grantDays: 184, refusalDays: 184 };

export const presets = {
  /** EEA: ePrivacy directive art. 5(3), GDPR art. 7. */
  eea: { id: 'eea', model: 'opt-in', exempt: [], lifespan, lastReviewed: '2026-11-22' },
  /** The rest of the world, and a region that is not known: the strictest reading. */
  row: { id: 'row', model: 'opt-in', exempt: [], lifespan, lastReviewed: '2026-11-22' },
} as const satisfies Record<string, Preset>;

const builtIn: readonly RegionRule[] = [
  {
    match: 'EEA AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
    preset: 'eea',
  },
];

/**
 * The preset of a region code (`DE`, `EEA`, `US-CA`): the site's rules first, then the built-in map; a subdivision falls
 * back to its country. Unknown is `row`. A rule's own keys override those of its preset.
 */
export function presetFor(region: string, rules: readonly RegionRule[] = []): Preset {
  for (const code of [region, region.split('-')[0]]) {
    const rule = [...rules, ...builtIn].find((candidate) => code && candidate.match?.includes?.(code));
    const preset: Preset | undefined = rule && presets[rule.preset];
    if (preset) return { ...preset, lifespan: { ...preset.lifespan, ...rule?.lifespan } };
  }
  return presets.row;
}
