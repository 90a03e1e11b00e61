import { kindOf } from '../../core/categories.js';
import type { Category } from '../../core/config.js';
import { presetFor } from '../../core/presets.js';

/** A mistake in a config, or something that will not do what its author hopes. */
export interface Finding {
  /** Keys joined by dots: `categories.2.id`. Empty for the whole config. */
  readonly path: string;
  readonly value: unknown;
  /**
   * `error`: the value is not used, or what is asked with it is no consent by law. `warning`: it is kept, and has no effect, or
   * somebody may miss what is not there.
   */
  readonly severity: 'error' | 'warning';
  /** What is wrong and what to do. */
  readonly message: string;
}

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const valueAt = (config: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Json | null | undefined)?.[key as string], config);

/** A category or service of a config, wherever it stands. */
export interface Place {
  readonly path: string;
  readonly entry: Json;
  /** The category a service stands in. */
  readonly category: Json | undefined;
  /** Whether it is always on: what is said of a category holds for its services. */
  readonly isNecessary: boolean;
  /** Whether it, or its category, is granted in a step of its own alone, whatever the region. */
  readonly isSeparate: boolean;
}

/** Categories and services in one list. */
export function places(config: unknown): Place[] {
  const categories = valueAt(config, ['categories']);
  const entriesIn = (list: unknown, path: string): [string, Json][] =>
    (Array.isArray(list) ? list : []).flatMap((entry: unknown, index) =>
      isObject(entry) ? [[`${path}.${index}`, entry] as [string, Json]] : [],
    );
  return entriesIn(categories, 'categories').flatMap(([path, entry]) => {
    const kind = kindOf(entry as unknown as Category, presetFor(''));
    const services = entriesIn(entry['services'], `${path}.services`);
    return [[path, entry] as const, ...services].map(([at, each]) => ({
      path: at,
      entry: each,
      category: each === entry ? undefined : entry,
      isNecessary: kind === 'necessary',
      isSeparate: kind === 'separate',
    }));
  });
}

/** What a service says, or its category for all of them. */
export const told = ({ entry, category }: Place, key: string): unknown => entry[key] ?? category?.[key];

/**
 * Whether China's law is to be kept: the config says that it is, by a region, its preset or where data is stored. (Visitors from
 * there may come to any site, but a site that is not for them needs no word about it.)
 */
export const isForChina = (config: unknown): boolean => {
  const regions = valueAt(config, ['regions']);
  return (
    valueAt(config, ['controller', 'storageLocation']) === 'CN' ||
    (Array.isArray(regions) &&
      regions.some(
        (rule) =>
          isObject(rule) && (rule['preset'] === 'cn' || (Array.isArray(rule['match']) && rule['match'].includes('CN'))),
      ))
  );
};
