import { categoriesOf } from '../../core/categories.js';
import type { Config } from '../../core/config.js';
import { isId } from '../../core/id.js';
import { vendorSignals } from '../../signals/vendor-signals.js';
import { VENDOR_FACTS, type VendorFacts } from '../../signals/facts.js';
import type { VendorSignal } from '../../signals/vendor.js';
import { isObject, places, valueAt, type Finding } from './finding.js';

/** Ids that a signal follows and nobody configured: it would hear a no for ever. */
export function unknownSignalIds(config: unknown): Finding[] {
  if (!isObject(config)) return [];
  const categories = Array.isArray(config['categories']) ? places(config).map(({ entry }) => entry) : categoriesOf({});
  const known: readonly unknown[] = categories.map(({ id }) => id);
  return (vendorSignals(config as Config) as VendorSignal[]).flatMap(({ id, ids }): Finding[] => {
    const own = valueAt(config, ['signals', id, 'ids']);
    if (!own) {
      const missing = Object.values(ids).flat();
      if (!missing.length || missing.some((each) => known.includes(each))) return [];
      return [
        {
          path: `signals.${id}`,
          value: valueAt(config, ['signals', id]),
          severity: 'warning',
          message: `it follows ${[...new Set(missing)].join(', ')}, which nobody configured, so it only ever hears a no; name your own ids in \`ids\``,
        },
      ];
    }
    const lists: [string, unknown][] = Array.isArray(own)
      ? [['', own]]
      : Object.entries(own).map(([type, list]) => [`.${type}`, list]);
    return lists.flatMap(([place, list]) =>
      (Array.isArray(list) ? (list as unknown[]) : []).flatMap((each, index): Finding[] =>
        !isId(each) || known.includes(each)
          ? []
          : [
              {
                path: `signals.${id}.ids${place}.${index}`,
                value: each,
                severity: 'warning',
                message:
                  'no category or service has this id, so this never hears a yes; correct it, or add it to `categories`',
              },
            ],
      ),
    );
  });
}

/** Whether one of two hosts is the other or stands below it. */
const isNear = (one: string, other: string): boolean =>
  `.${one}`.endsWith(`.${other}`) || `.${other}`.endsWith(`.${one}`);

const hostOf = (address: string): string => address.replace(/^\*\./, '').split(/[/:]/, 1)[0]!.toLowerCase();

/** Whether the config speaks of a vendor elsewhere: as a service, or by an address in a `block`. */
const isNamed = (config: unknown, { name, alias, addresses }: VendorFacts): boolean =>
  places(config).some(({ entry }) => {
    const words = JSON.stringify([entry['id'], entry['name'], entry['provider']]).toLowerCase();
    const rules: unknown[] = Array.isArray(entry['block']) ? entry['block'] : [];
    return (
      words.includes(name.split(' ', 1)[0]!.toLowerCase()) ||
      (!!alias && words.includes(alias)) ||
      rules.some(
        (rule) =>
          typeof rule === 'string' && hostOf(rule) && addresses.some((each) => isNear(hostOf(each), hostOf(rule))),
      )
    );
  });

/** Vendors that can be told nothing, in a config that says nowhere else what holds them. */
export const unheldVendors = (config: unknown): Finding[] =>
  Object.entries(VENDOR_FACTS)
    .filter(([key, facts]) => !facts.hasCommand && valueAt(config, ['signals', key]) && !isNamed(config, facts))
    .map(([key, { name, addresses, erase }]) => ({
      path: `signals.${key}`,
      value: valueAt(config, ['signals', key]),
      severity: 'warning',
      message: `${name} has no command that takes an answer, so nothing is told to it: add a service for it, with \`"block": ${JSON.stringify(addresses)}\` and \`"erase": ${JSON.stringify(erase)}\`, and mark its script with \`data-consent\``,
    }));
