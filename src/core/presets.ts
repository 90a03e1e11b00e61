import type { Lifespan, RegionRule } from './config.js';

/** What a region demands. */
export interface Preset {
  readonly id: RegionRule['preset'];
  /** `opt-in`: undecided means no. */
  readonly model: 'opt-in';
  /** Ids of categories that may be on with an objection offered. */
  readonly exempt: readonly string[];
  /**
   * ISO 3166 code of the country that data may not leave, nor reach recipients with purposes of their own, nor tell a precise
   * position, without a consent that stands by itself. Undefined: no such duty.
   */
  readonly home: string | undefined;
  readonly lifespan: Required<Lifespan>;
}

/** Its countries in pairs of letters. */
const EEA = 'ATBEBGCYCZDEDKEEESFIFRGRHRHUIEISITLILTLULVMTNLNOPLPTROSESISK'.match(/../g)!;

/**
 * The preset of a region code (`DE`, `EEA`, `US-CA`): the site's rules first, then the built-in map; a subdivision falls
 * back to its country. Unknown is `row`. A rule's own keys override those of its preset.
 *
 * Reviewed 2026-11-22. All are opt-in: ePrivacy directive art. 5(3) and GDPR art. 7 in the EEA, PECR reg. 6 in the United
 * Kingdom, PIPL art. 13 and 14 in China, and the strictest reading for the rest of the world and a region that is not known.
 * Six months for both answers: CNIL's recommendation 2020-092 §39 for grants and refusals, Garante §6.2 for refusals, and
 * inside every longer limit. Exempt with an objection in the United Kingdom: statistics of the site's own and its
 * appearance, PECR schedule A1 since 2026-02-05. Separate consents in China: PIPL art. 23, 29 and 39.
 */
export function presetFor(region: string, rules: readonly RegionRule[] = []): Preset {
  const country = region.split('-')[0]!;
  const codes = [region, country, EEA.includes(country) && 'EEA'];
  const rule = rules.find(({ match }) => match.some((code) => codes.includes(code)));
  const id =
    rule?.preset ?? (codes.includes('EEA') ? 'eea' : country === 'GB' ? 'uk' : country === 'CN' ? 'cn' : 'row');
  return {
    id,
    model: 'opt-in',
    exempt: id === 'uk' ? ['functional', 'analytics'] : [],
    home: id === 'cn' ? 'CN' : undefined,
    lifespan: { grantDays: 184, refusalDays: 184, ...rule?.lifespan },
  };
}
