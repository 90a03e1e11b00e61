import type { Lifespan, RegionRule } from './config.js';

export type PresetId = NonNullable<RegionRule['preset']>;

/** What a region demands, as far as it decides. What else is known of it, with its sources, stands in `preset-facts.ts`. */
export interface Preset {
  readonly id: PresetId;
  /**
   * What holds while nobody has answered. `opt-in`: no, and the visitor is asked. `opt-out` and `notice`: yes, until the visitor
   * says no, and no banner is due; but never for messages, positions and what needs a separate consent.
   */
  readonly model: 'opt-in' | 'opt-out' | 'notice';
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

/** Of the United States those, beside California, whose law takes a universal opt-out signal. */
const SIGNAL_STATES = 'CO CT DE MD MN MT NE NH NJ OR TX';

/**
 * The preset of a region code (`DE`, `EEA`, `US-CA`): the site's rules first, then the built-in map; a subdivision falls
 * back to its country. Unknown is `row`. A rule's own keys override those of its preset.
 *
 * Opt-out and notice need a given region. A guess may only make the rules stricter, so a site's rules, which may loosen them,
 * are not for guesses.
 */
export function presetFor(region: string, rules: readonly RegionRule[] = []): Preset {
  const [country = '', state = 'CA'] = region.split('-');
  const codes = [region, country, EEA.includes(country) && 'EEA'];
  const rule = rules.find(({ match }) => match.some((code) => codes.includes(code)));
  const isOwn = (code: string): boolean => /^(CA-QC|CA|BR|CH|CN|JP|KR)$/.test(code);
  const known = codes.includes('EEA')
    ? 'eea'
    : country === 'GB'
      ? 'uk'
      : country === 'US'
        ? // Where the state is not known, the strictest.
          state === 'CA'
          ? 'us-ca'
          : SIGNAL_STATES.includes(state)
            ? 'us-uoom'
            : 'us-other'
        : [region, country].find(isOwn)?.toLowerCase();
  const id = (rule?.preset ?? known ?? 'row') as PresetId;
  const isUnitedStates = id.startsWith('us-');
  // Californians who opted out are not asked again within 12 months.
  const days = isUnitedStates ? 365 : 184;
  const model = rule?.model ?? (id === 'jp' ? 'notice' : isUnitedStates || id === 'ca' ? 'opt-out' : 'opt-in');
  return {
    id,
    model: model === 'opt-out' || model === 'notice' ? model : 'opt-in',
    exempt: id === 'uk' ? ['functional', 'analytics'] : [],
    home: id === 'cn' ? 'CN' : undefined,
    lifespan: { grantDays: days, refusalDays: days, ...rule?.lifespan },
  };
}
