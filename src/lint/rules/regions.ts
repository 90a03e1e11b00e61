import { kindOf } from '../../core/categories.js';
import type { Category, RegionRule } from '../../core/config.js';
import { PRESET_FACTS } from '../../core/preset-facts.js';
import { presetFor, type PresetId } from '../../core/presets.js';
import { isRegionCode } from '../../core/region-code.js';
import { isObject, places, valueAt, type Finding } from './finding.js';

const rulesOf = (config: unknown): [index: number, rule: RegionRule][] => {
  const rules = valueAt(config, ['regions']);
  return (Array.isArray(rules) ? (rules as unknown[]) : []).flatMap((rule, index): [number, RegionRule][] =>
    isObject(rule) && Array.isArray(rule['match']) ? [[index, rule as unknown as RegionRule]] : [],
  );
};

/** Codes that no visitor’s region ever is. */
export const unknownRegions = (config: unknown): Finding[] =>
  rulesOf(config).flatMap(([index, { match }]) =>
    match.flatMap((code: unknown, place): Finding[] =>
      typeof code !== 'string' || isRegionCode(code)
        ? []
        : [
            {
              path: `regions.${index}.match.${place}`,
              value: code,
              severity: 'warning',
              message:
                'no region has this code, so the rule never holds for it; write `EEA`, an ISO 3166-1 country in capitals (`GB`), or a subdivision (`US-CA`)',
            },
          ],
    ),
  );

/** From the strictest on. */
const MODELS = ['opt-in', 'opt-out', 'notice'];

/** A rule that asks less of visitors than the law of their region, as far as that is known. */
export const looserModels = (config: unknown): Finding[] =>
  rulesOf(config).flatMap(([index, rule]): Finding[] => {
    const strictest = rule.match.filter((code) => typeof code === 'string').map((code) => presetFor(code));
    const applied = presetFor('', [{ ...rule, match: [''] }]).model;
    const law = strictest.find(({ id, model }) => id !== 'row' && MODELS.indexOf(model) < MODELS.indexOf(applied));
    if (!law) return [];
    const key = rule.model ? 'model' : 'preset';
    return [
      {
        path: `regions.${index}.${key}`,
        value: rule[key],
        severity: 'error',
        message: `${PRESET_FACTS[law.id].name} wants to be asked before (${PRESET_FACTS[law.id].sources[0]}), and this allows without an answer; take it out, or have counsel say why it holds`,
      },
    ];
  });

/** `default: true`, which the law of most regions takes for no consent, and no region needs. */
export const defaultsOn = (config: unknown): Finding[] =>
  places(config)
    .filter(({ entry, category }) => !category && entry['default'] === true)
    .map(({ path, entry }) => {
      const isAskedEverywhere = kindOf(entry as unknown as Category, presetFor('US')) !== 'opt-out';
      return {
        path: `${path}.default`,
        value: true,
        severity: isAskedEverywhere ? 'error' : 'warning',
        message: isAskedEverywhere
          ? 'nowhere is this on without an answer: it is asked in every region; take it out'
          : 'it has no effect: where the law lets it be on without an answer it is, and elsewhere a pre-ticked box is no consent (GDPR recital 32); take it out',
      };
    });

/** A preset is held against its sources once a year at least. */
const YEAR = 366 * 86_400_000;

/** Presets of this version that nobody has looked at for a year. */
export const stalePresets = (config: unknown, now = Date.now()): Finding[] =>
  rulesOf(config).flatMap(([index, { preset }]): Finding[] => {
    const reviewed = PRESET_FACTS[preset as PresetId]?.lastReviewed;
    return reviewed === undefined || now - Date.parse(reviewed) < YEAR
      ? []
      : [
          {
            path: `regions.${index}.preset`,
            value: preset,
            severity: 'warning',
            message: `it was last reviewed on ${reviewed}, and laws change; update Candor, or look the sources up in the guide on regions`,
          },
        ];
  });
