import type { Lifespan, RegionRule } from './config.js';

/** What a region demands. */
export interface Preset {
  readonly id: RegionRule['preset'];
  /** `opt-in`: undecided means no. */
  readonly model: 'opt-in';
  /** Ids of categories that may be on with an objection offered. */
  readonly exempt: readonly string[];
  readonly lifespan: Required<Lifespan>;
}

/** Its countries in pairs of letters. */
const EEA = 'ATBEBGCYCZDEDKEEESFIFRGRHRHUIEISITLILTLULVMTNLNOPLPTROSESISK'.match(/../g)!;

/**
 * The preset of a region code (`DE`, `EEA`, `US-CA`): the site's rules first, then the built-in map; a subdivision falls
 * back to its country. Unknown is `row`. A rule's own keys override those of its preset.
 *
 * Reviewed 2026-11-22. Both are opt-in: ePrivacy directive art. 5(3) and GDPR art. 7 in the EEA, and the strictest reading
 * for the rest of the world and a region that is not known. Six months for both answers: CNIL's recommendation 2020-092
 * §39 for grants and refusals, Garante §6.2 for refusals, and inside every longer limit.
 */
export function presetFor(region: string, rules: readonly RegionRule[] = []): Preset {
  const country = region.split('-')[0]!;
  const codes = [region, country, EEA.includes(country) && 'EEA'];
  const rule = rules.find(({ match }) => match.some((code) => codes.includes(code)));
  return {
    id: rule?.preset ?? (codes.includes('EEA') ? 'eea' : 'row'),
    model: 'opt-in',
    exempt: [],
    lifespan: { grantDays: 184, refusalDays: 184, ...rule?.lifespan },
  };
}
