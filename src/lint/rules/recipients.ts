import { needOf } from '../../core/need.js';
import type { Service } from '../../core/config.js';
import { presetFor } from '../../core/presets.js';
import { isForChina, places, told, valueAt, type Finding, type Place } from './finding.js';

/** What is to be said of whoever receives data by a consent that stands by itself: PIPL art. 23 and 39, GDPR art. 13. */
const TOLD = ['provider', 'contact', 'data', 'method'];

const CHINA = presetFor('CN');

const needsOwnInChina = ({ entry, category }: Place): boolean =>
  !!category && needOf(entry as unknown as Service, CHINA) === 'separate' && entry['id'] !== 'precise';

/** Recipients of which the visitor would agree to too little: a kind of sensitive data is none, unless it names one. */
export function namelessRecipients(config: unknown): Finding[] {
  const china = isForChina(config);
  return places(config)
    .filter(({ category }) => category)
    .flatMap((place): Finding[] => {
      const { path, entry, category, isSeparate, isNecessary } = place;
      const isAbroad = china && !isNecessary && needsOwnInChina(place);
      const isRecipient = isSeparate && (category?.['id'] !== 'sensitive' || !!entry['provider']);
      if (!isRecipient && !isAbroad) return [];
      const missing = TOLD.filter((key) => !told(place, key));
      const findings: Finding[] = [];
      if (isAbroad && !entry['contact']) {
        findings.push({
          path: `${path}.contact`,
          value: undefined,
          severity: 'error',
          message:
            'in China a consent to a recipient abroad, or with purposes of its own, counts only if its name and contact are told; write how to reach it',
        });
      }
      const rest = missing.filter((key) => !(isAbroad && key === 'contact'));
      if (rest.length) {
        findings.push({
          path,
          value: entry['id'],
          severity: 'warning',
          message: `this is agreed to by itself, and the visitor is not told everything: write ${rest.map((key) => `\`${key}\``).join(', ')}`,
        });
      }
      return findings;
    });
}

/** Where data leaves for other countries, visitors want to know where it stays, too. */
export function unnamedStorage(config: unknown): Finding[] {
  if (valueAt(config, ['controller', 'storageLocation'])) return [];
  const all = places(config);
  const countries = new Set(all.map(({ entry }) => entry['country']).filter(Boolean));
  const home = isForChina(config) ? [CHINA.home] : [];
  const leaves = all.some(({ entry }) => entry['id'] === 'cross-border') || new Set([...countries, ...home]).size > 1;
  return leaves
    ? [
        {
          path: 'controller.storageLocation',
          value: undefined,
          severity: 'warning',
          message: 'services receive data in other countries; name the one in which you keep it yourself, such as `CN`',
        },
      ]
    : [];
}
