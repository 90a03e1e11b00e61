import type { Kind } from './categories.js';
import type { Service } from './config.js';
import type { Preset } from './presets.js';
import type { LegalBasis } from './record.js';

const BASES: Readonly<Record<Kind, LegalBasis['basis']>> = {
  necessary: 'necessary',
  consent: 'consent',
  exempt: 'legitimate-use',
  'opt-out': 'opt-out',
  separate: 'separate-consent',
};

/** By preset, then by kind or by the id of a built-in category. Reviewed 2026-11-22. */
const ARTICLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  eea: {
    necessary: 'ePrivacy Directive art. 5(3)',
    consent: 'GDPR art. 6(1)(a), ePrivacy Directive art. 5(3)',
    separate: 'GDPR art. 6(1)(a)',
    sensitive: 'GDPR art. 9(2)(a)',
    'cross-border': 'GDPR art. 49(1)(a)',
  },
  uk: {
    necessary: 'PECR schedule A1',
    consent: 'UK GDPR art. 6(1)(a), PECR reg. 6',
    exempt: 'PECR schedule A1',
    separate: 'UK GDPR art. 6(1)(a)',
    sensitive: 'UK GDPR art. 9(2)(a)',
    'cross-border': 'UK GDPR art. 49(1)(a)',
  },
  cn: {
    necessary: 'PIPL art. 13(1)(2)',
    consent: 'PIPL art. 13(1)(1)',
    separate: 'PIPL art. 14',
    sharing: 'PIPL art. 23',
    'public-disclosure': 'PIPL art. 25',
    sensitive: 'PIPL art. 29',
    'cross-border': 'PIPL art. 39',
  },
};

/** Why a recipient needs a consent of its own. */
const reasonsOf = ({ id, role, country }: Service, { home }: Preset): string[] =>
  [
    id === 'precise' && 'sensitive',
    role === 'independent' && 'sharing',
    !!country && country !== home && 'cross-border',
  ].filter((reason) => reason !== false);

/**
 * Why the data may be used, and where that stands. What a preset has no article for has none.
 *
 * @param service The recipient whose separate consent it is; none for a category.
 */
export function legalBasisOf(kind: Kind, id: string, preset: Preset, service?: Service): LegalBasis {
  const articles = ARTICLES[preset.id] ?? {};
  const reasons = service ? reasonsOf(service, preset) : [id];
  const found = kind === 'separate' ? reasons.map((reason) => articles[reason]).filter((article) => !!article) : [];
  return { basis: BASES[kind], article: found.join(', ') || (articles[kind] ?? null) };
}
