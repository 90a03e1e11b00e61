import { categoriesOf, kindOf } from './categories.js';
import type { Config } from './config.js';
import { FULL_AGE } from './full-age.js';
import type { Preset } from './presets.js';

/**
 * Age groups. `child`: under the age at which a guardian decides; `teen`: decides, but is not of full age; `adult`: 18 or over.
 */
export type AgeBand = 'child' | 'teen' | 'adult';

/** What a stored text may say. */
export const isBand = (text: unknown): text is AgeBand => text === 'child' || text === 'teen' || text === 'adult';

/** What a guardian says to be to the child. */
export type Relation = 'parent' | 'guardian' | 'other';

/** What is known of the visitor. Nothing of it is stored but the answer to the age question, and nothing is sent. */
export interface Subject {
  /** In years, as the page knows it. What is no number counts as a child's. */
  readonly age?: number;
  /** Under the age at which a guardian decides; for pages that know no more than that. */
  readonly minor?: boolean;
  /** `verified`: a guardian, who was verified as one by the site, has allowed that the visitor is asked. */
  readonly guardian?: 'verified';
  readonly signedIn?: boolean;
  /** The visitor's own answer to the age question. Counts only while the page knows neither `age` nor `minor`. */
  readonly band?: AgeBand;
  /** What the guardian who answered in the guardian's step says to be; for the record of that answer. */
  readonly relation?: Relation;
}

/**
 * Ages of digital consent that depart from the 16 years of GDPR art. 8, by ISO 3166 code of the member state.
 *
 * Reviewed 2026-11-22 against the Commission's table of 2020 (SWD(2020) 115, p. 17), which has all but these: Denmark raised
 * its 13 years to 15 on 2024-01-01 (databeskyttelsesloven § 6). Iceland (act 90/2018 art. 10) and Slovenia (ZVOP-2 art. 8) are
 * not verified. Norway had 13 years and Spain 14, with bills to raise them to 15 and 16 (consultation of 2025, Proyecto
 * 121/000052); as it could not be verified whether these are law, the higher age counts.
 */
const AGES: Readonly<Record<number, string>> = {
  13: 'BE EE FI IS LV MT PT SE',
  14: 'AT BG CY IT LT',
  15: 'CZ DK FR GR NO SI',
};

/**
 * Age in years under which a guardian decides: PIPL art. 31 in China, Data Protection Act 2018 s. 9 in the United Kingdom,
 * COPPA in the United States, GDPR art. 8 and the member state's law in the EEA. Unknown is the oldest of these.
 */
export function ageOfConsent({ audience }: Config, { id }: Preset, region: string): number {
  const country = region.split('-')[0]!;
  const [age = 16] = Object.keys(AGES).filter((years) => AGES[+years]!.split(' ').includes(country));
  return audience?.age ?? (id === 'cn' ? 14 : id === 'uk' || country === 'US' ? 13 : +age);
}

/** What the rules make of what is known of the visitor's age. */
export interface AgeGroup {
  /** By what the page says, else by the visitor's answer. Undefined: nobody has said. */
  readonly band: AgeBand | undefined;
  /** The age in years under which a guardian decides. */
  readonly consentAge: number;
}

/** The age group: by what the page says, else by the visitor's answer. Undefined: nobody has said. */
export function bandOf(
  config: Config,
  preset: Preset,
  region: string,
  { age, minor, band }: Subject = {},
): AgeBand | undefined {
  const isUnder = (years: number): boolean => age !== undefined && !(age >= years);
  if (minor || isUnder(ageOfConsent(config, preset, region))) return 'child';
  if (age === undefined && minor === undefined) return isBand(band) ? band : undefined;
  return isUnder(FULL_AGE) ? 'teen' : 'adult';
}

/**
 * Ids that are off for this visitor, whatever was answered: everything optional for a child without a guardian, and while a
 * site that asks for the age does not know it; what personalises marketing and advertising for all minors; channels of an
 * account while nobody is signed in.
 */
export function barredFor(config: Config, preset: Preset, region: string, subject: Subject = {}): string[] {
  const band = bandOf(config, preset, region, subject);
  const isBarred = band === 'child' ? subject.guardian !== 'verified' : !band && !!config.audience?.ask;
  const isMinor = !!band && band !== 'adult';
  return categoriesOf(config)
    .filter((category) => kindOf(category, preset) !== 'necessary')
    .flatMap(({ id, services = [] }) => {
      const isWhole = isBarred || (isMinor && id === 'advertising');
      const some = services.filter(
        ({ personalises, scope }) => isWhole || (isMinor && personalises) || (!subject.signedIn && scope === 'account'),
      );
      return [...(isWhole ? [id] : []), ...some.map((service) => service.id)];
    });
}
