import { presetFor } from '../../core/presets.js';
import { isObject, places, type Finding } from './finding.js';

/** The purposes that some region lets be on with an objection offered: PECR schedule A1 in the United Kingdom. */
const EXEMPT = presetFor('GB').exempt;

/** `exempt` on a purpose that no region lists. */
export const exemptNowhere = (config: unknown): Finding[] =>
  places(config)
    .filter(({ entry, category }) => !category && isObject(entry) && entry['kind'] === 'exempt')
    .filter(({ entry }) => !EXEMPT.includes(entry['id'] as string))
    .map(({ path }) => ({
      path: `${path}.kind`,
      value: 'exempt',
      severity: 'warning',
      message: `no region lets this be on without consent (the United Kingdom: ${EXEMPT.join(', ')}), so it is asked everywhere; take it out`,
    }));
