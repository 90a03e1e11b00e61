import { categoriesOf } from '../../core/categories.js';
import type { Category } from '../../core/config.js';
import { presetFor } from '../../core/presets.js';
import { CONSENT_TYPES } from '../../signals/google-consent-mode.js';
import { isObject, valueAt, type Finding } from './finding.js';

/** Types that Google asks about and no category answers for; defaults that the law of their region forbids. */
export function consentModeGaps(config: unknown): Finding[] {
  const mode = valueAt(config, ['signals', 'googleConsentMode']);
  if (!mode || !isObject(config)) return [];
  const categories = (Array.isArray(config['categories'])
    ? config['categories'].filter(isObject)
    : categoriesOf({})) as unknown as Category[];
  const named = new Set<string>(
    categories.flatMap(({ id, consentMode }) => (Array.isArray(consentMode) ? consentMode : (CONSENT_TYPES[id] ?? []))),
  );
  const missing = Object.values(CONSENT_TYPES)
    .flat()
    .filter((type) => !named.has(type));
  const regions = valueAt(mode, ['regions']);
  return [
    ...(missing.length
      ? [
          {
            path: 'signals.googleConsentMode',
            value: mode,
            severity: 'warning' as const,
            message: `no category answers for ${missing.join(', ')}, so Google is told denied for ever; name them in \`consentMode\` of a category, or leave it at that`,
          },
        ]
      : []),
    ...(Array.isArray(regions) ? (regions as unknown[]) : []).flatMap((entry, index): Finding[] => {
      const codes = valueAt(entry, ['region']);
      const granted = valueAt(entry, ['granted']);
      if (!Array.isArray(codes) || !Array.isArray(granted) || !granted.length) return [];
      return codes.flatMap((code: unknown, place): Finding[] =>
        typeof code !== 'string' || presetFor(code).model !== 'opt-in'
          ? []
          : [
              {
                path: `signals.googleConsentMode.regions.${index}.region.${place}`,
                value: code,
                severity: 'error',
                message:
                  'there nothing may be granted before an answer; take it out, and Google is told denied until then',
              },
            ],
      );
    }),
  ];
}
