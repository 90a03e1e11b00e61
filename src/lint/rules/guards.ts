import * as categories from '../../core/categories.js';
import type { Category } from '../../core/config.js';
import { isObject, places, type Finding, type Place } from './finding.js';

const guardsOf = ({ entry }: Place): readonly unknown[] => {
  const services = Array.isArray(entry['services']) ? entry['services'].filter(isObject) : [];
  const guards: unknown = categories.guardsOf({ ...entry, services } as unknown as Category);
  return Array.isArray(guards) ? (guards as unknown[]) : [];
};

/** `ask` where no call can be held. */
export const askWithoutGuards = (config: unknown): Finding[] =>
  places(config)
    .filter((place) => place.entry['ask'] === true && !place.isNecessary && !guardsOf(place).length)
    .map(({ path }) => ({
      path: `${path}.ask`,
      value: true,
      severity: 'warning',
      message: 'no guard stands here, so no call asks; name the browser API in `guards` beside it, or take it out',
    }));

/**
 * Keys that speak of a no, on what is always on. `guards` and `erase` are not among them: they keep an API open and a name from
 * being erased, whoever else names it.
 */
export const noEffectOnNecessary = (config: unknown): Finding[] =>
  places(config)
    .filter(({ isNecessary }) => isNecessary)
    .flatMap(({ path, entry }) =>
      ['ask', 'reload']
        .filter((key) => entry[key] === true)
        .map((key) => ({
          path: `${path}.${key}`,
          value: true,
          severity: 'warning' as const,
          message: 'what is necessary is always on, so this never happens; take it out',
        })),
    );

/** Guards that hold nothing, because something necessary names the same API. */
export function openGuards(config: unknown): Finding[] {
  const all = places(config);
  const necessary = all.filter(({ isNecessary }) => isNecessary);
  return all
    .filter(({ isNecessary }) => !isNecessary)
    .flatMap((place) =>
      guardsOf(place).flatMap((guard, index): Finding[] => {
        const keeper = necessary.find((other) => guardsOf(other).includes(guard));
        if (!keeper) return [];
        return [
          {
            path: place.entry['guards'] === undefined ? place.path : `${place.path}.guards.${index}`,
            value: guard,
            severity: 'warning',
            message: `\`guards\` at ${keeper.path} keeps this open for everybody, because that is always on; take it out there, or here`,
          },
        ];
      }),
    );
}
