import { categoriesOf, guardsOf, isSale, kindOf, type Kind } from './categories.js';
import type { Category, Config, Service } from './config.js';
import { GUARDS_WITHOUT_CONFIG, type Guards } from './guards.js';
import { isId } from './id.js';
import { isToCome } from './is-to-come.js';
import { needOf, type Need } from './need.js';
import type { Preset } from './presets.js';

/** A service as the rules of decision see it. */
export interface ServiceModel {
  readonly id: string;
  /** Answers given at an earlier revision do not cover it. */
  readonly revision: number;
  /** What answers of now are about: the revision before the next one that is to come for its category. */
  readonly inForce: number;
  readonly need: Need;
}

/** A category as the rules of decision see it. */
export interface CategoryModel {
  readonly id: string;
  readonly kind: Kind;
  /** Answers given at an earlier revision no longer count. */
  readonly revision: number;
  /** See {@link ServiceModel.inForce}. */
  readonly inForce: number;
  /** Days until a yes, and a no, stops to count. */
  readonly lifespan: { readonly grantDays: number; readonly refusalDays: number };
  readonly services: readonly ServiceModel[];
}

export interface Model {
  /** The config's revision: what visitors are told of, in force or not. */
  readonly revision: number;
  readonly categories: readonly CategoryModel[];
  /** Browser APIs that are held while none of those that name them is a yes. */
  readonly guards: Guards;
  /** Ids that are off until the page, or the visitor, has said who the visitor is. */
  readonly barred: readonly string[];
  /** Whether what is open is asked for by itself. */
  readonly asks: boolean;
  /** Ids that the browser's opt-out signal denies, unless the visitor allows them in a step that names the signal. */
  readonly signalled: readonly string[];
}

/** A category's id and those of its services. */
export const idsOf = ({ id, services }: CategoryModel): string[] => [id, ...services.map((service) => service.id)];

/**
 * @param now Unix seconds.
 * @param gpc Whether the browser sends the opt-out signal: Global Privacy Control.
 * @throws For a config that cannot be used as it stands: `readConfig` makes one that can.
 */
export function createModel(config: Config, preset: Preset, now: number, gpc?: boolean): Model {
  // A text stands for a config that could not be had, and nothing may take its place.
  if (typeof config !== 'object' || Array.isArray(config)) throw new TypeError();
  const { audience, changes = [], revision = 1 } = config;
  const isExplained = changes.some((change) => change.revision === revision);

  /** Revisions up to the config's that ask again for one of these ids: those in force, or those to come. */
  const asking = (ids: readonly string[], isComing: boolean): number[] =>
    changes
      .filter(
        (change) =>
          change.effect !== 'tell' &&
          change.revision <= revision &&
          isToCome(change, now) === isComing &&
          (change.ids ?? ids).some((id) => ids.includes(id)),
      )
      .map((change) => change.revision);

  const seen = new Set<string>();
  const guards: Guards = {};
  const barred: string[] = [];
  const signalled: string[] = [];
  const read = (entry: Category & Service, isOptional: boolean, current: number): Omit<ServiceModel, 'need'> => {
    const { id, scope, since = 0 } = entry;
    if (!isId(id) || seen.has(id)) throw new TypeError(id);
    seen.add(id);
    guardsOf(entry).map((guard) => (guards[guard] ??= []).push(entry));
    if (isOptional && (audience?.ask || scope === 'account')) barred.push(id);
    if (gpc && isSale(entry)) signalled.push(id);
    // A revision that no change explains touches everything.
    const latest = Math.max(isExplained ? 0 : revision, ...asking([id], false));
    return { id, revision: Math.max(since, latest), inForce: Math.max(current, latest) };
  };
  const categories = categoriesOf(config);
  return {
    revision,
    guards: categories.length ? guards : GUARDS_WITHOUT_CONFIG,
    barred,
    signalled,
    asks: preset.model === 'opt-in',
    categories: categories.map((category) => {
      const kind = kindOf(category, preset);
      const isOptional = kind !== 'necessary';
      const { services = [] } = category;
      const coming = asking(
        [category, ...services].map(({ id }) => id),
        true,
      );
      const current = Math.min(revision, ...coming.map((of) => of - 1));
      return {
        ...read(category, isOptional, current),
        kind,
        lifespan: { ...preset.lifespan, ...config.lifespan, ...category.lifespan },
        services: services.map((service) => ({
          ...read(service, isOptional, current),
          need: needOf(service, preset),
        })),
      };
    }),
  };
}
