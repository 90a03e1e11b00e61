import { categoriesOf, kindOf } from '../core/categories.js';
import type { Consent } from '../core/consent.js';
import type { Finding } from './finding.js';

/** Guards whose code comes with `candor-block.js`. */
const RARE_GUARDS: readonly unknown[] = ['camera', 'microphone', 'motion'];

/**
 * How the page knows that `candor-block.js` runs on it: that file, and its npm entry, put `true` here as their first act.
 * A registered symbol, because the files of Candor are bundled apart and share no module.
 */
const BLOCK = Symbol.for('candor.block');

export const isBlocking = (): boolean => !!(globalThis as { [BLOCK]?: unknown })[BLOCK];

/** Keys of the config that do nothing because `candor-block.js` is not on the page. */
export function missingBlock({ config, preset }: Consent): Finding[] {
  if (isBlocking()) return [];
  const found: Finding[] = [];
  categoriesOf(config).forEach((category, index) => {
    if (kindOf(category, preset) === 'necessary') return;
    const path = `categories.${index}`;
    const places = [[path, category], ...(category.services ?? []).map((each, at) => [`${path}.services.${at}`, each])];
    for (const [place, { guards = [], block = [] }] of places as [string, typeof category][]) {
      const rare = guards.filter((guard) => RARE_GUARDS.includes(guard));
      for (const [key, value] of [
        ['guards', rare],
        ['block', block],
      ] as const) {
        if (!value.length) continue;
        found.push({
          path: `${place}.${key}`,
          value,
          message:
            'this holds nothing without candor-block.js; put <script src="/candor/candor-block.js"></script> before the tag of ' +
            'candor.js and after #candor-config',
        });
      }
    }
  });
  return found;
}
