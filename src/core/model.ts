import { categoriesOf, guardsOf, kindOf, type Kind } from './categories.js';
import type { Category, Config, Service } from './config.js';
import { GUARDS_WITHOUT_CONFIG, type Guards } from './guards.js';
import { isId } from './id.js';
import type { Preset } from './presets.js';

/** A category as the rules of decision see it. */
export interface CategoryModel {
  readonly id: string;
  readonly kind: Kind;
  /** Answers given at an earlier revision no longer count. */
  readonly revision: number;
  /** Days until a yes, and a no, stops to count. */
  readonly lifespan: { readonly grantDays: number; readonly refusalDays: number };
  readonly services: readonly string[];
}

export interface Model {
  readonly revision: number;
  readonly categories: readonly CategoryModel[];
  /** Browser APIs that are held while none of those that name them is a yes. */
  readonly guards: Guards;
}

/**
 * The revision that an answer for these ids must have: that of the latest change in force that touches one of them and asks
 * again. A revision that no change explains touches everything.
 *
 * @param now Unix seconds.
 */
function revisionOf(ids: readonly string[], { changes = [], revision = 1 }: Config, now: number): number {
  const isExplained = changes.some((change) => change.revision === revision);
  const asking = changes.filter(
    ({ effect, effective, ids: touched = ids }) =>
      effect !== 'tell' && !(Date.parse(effective!) > now * 1000) && ids.some((id) => touched.includes(id)),
  );
  return Math.max(isExplained ? 0 : revision, ...asking.map((change) => change.revision));
}

/**
 * @param now Unix seconds.
 * @throws For a config that cannot be used as it stands: `readConfig` makes one that can.
 */
export function createModel(config: Config, preset: Preset, now: number): Model {
  // A text stands for a config that could not be had, and nothing may take its place.
  if (typeof config !== 'object' || Array.isArray(config)) throw new TypeError();
  const seen = new Set<string>();
  const guards: Guards = {};
  const idOf = (entry: Category | Service): string => {
    const { id } = entry;
    if (!isId(id) || seen.has(id)) throw new TypeError(id);
    seen.add(id);
    guardsOf(entry).map((guard) => (guards[guard] ??= []).push(entry));
    return id;
  };
  const categories = categoriesOf(config);
  return {
    revision: config.revision ?? 1,
    guards: categories.length ? guards : GUARDS_WITHOUT_CONFIG,
    categories: categories.map((category) => {
      const id = idOf(category);
      const services = (category.services ?? []).map(idOf);
      return {
        id,
        kind: kindOf(category, preset),
        revision: revisionOf([id, ...services], config, now),
        lifespan: { ...preset.lifespan, ...config.lifespan, ...category.lifespan },
        services,
      };
    }),
  };
}
