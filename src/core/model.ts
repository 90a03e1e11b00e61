import type { Category, Change, Config, Lifespan } from './config.js';
import type { Preset } from './presets.js';

export type Kind = NonNullable<Category['kind']>;

/** A category as the rules of decision see it. */
export interface CategoryModel {
  readonly id: string;
  readonly kind: Kind;
  /** Answers given at an earlier revision no longer count. */
  readonly revision: number;
  readonly lifespan: Required<Lifespan>;
  readonly services: readonly string[];
}

export interface Model {
  readonly revision: number;
  readonly categories: readonly CategoryModel[];
}

/** What is asked where the site names no categories. */
const DEFAULT_CATEGORIES: readonly Category[] = 'necessary functional analytics advertising social location push'
  .split(' ')
  .map((id) => ({ id }));

const BUILT_IN_KINDS: Readonly<Record<string, Kind>> = {
  necessary: 'necessary',
  sharing: 'separate',
  sensitive: 'separate',
  'cross-border': 'separate',
};

export const categoriesOf = (config: Config): readonly Category[] => config.categories ?? DEFAULT_CATEGORIES;

/** `exempt` holds only where the region's preset lists that purpose; elsewhere it is asked like any other. */
function kindOf(category: Category, preset: Preset): Kind {
  const kind = category.kind ?? BUILT_IN_KINDS[category.id] ?? 'consent';
  return kind === 'exempt' && !preset.exempt.includes(category.id) ? 'consent' : kind;
}

/** Days that are no positive number are left to the next source; refusals hold at least as long as grants. */
function lifespanOf(...sources: (Lifespan | undefined)[]): Required<Lifespan> {
  const days = (key: keyof Lifespan): number =>
    sources.map((source) => source?.[key]).find((value) => typeof value === 'number' && value > 0) as number;
  const grantDays = days('grantDays');
  return { grantDays, refusalDays: Math.max(grantDays, days('refusalDays')) };
}

/**
 * The revision that an answer for these ids must have: that of the latest change in force that touches one of them and asks
 * again. A revision that no change explains touches everything.
 */
function revisionOf(ids: readonly string[], revision: number, changes: readonly Change[], now: number): number {
  const explained = changes.some((change) => change.revision === revision);
  return Math.max(
    explained ? 0 : revision,
    ...changes
      .filter(
        (change) =>
          change.effect !== 'tell' &&
          !(change.effective && Date.parse(change.effective) > now * 1000) &&
          (!change.ids || change.ids.some((id) => ids.includes(id))),
      )
      .map((change) => change.revision),
  );
}

/** @param now Unix seconds. */
export function createModel(config: Config, preset: Preset, now: number): Model {
  const { revision = 1, changes = [] } = config;
  return {
    revision,
    categories: categoriesOf(config).map((category) => {
      const services = (category.services ?? []).map(({ id }) => id);
      return {
        id: category.id,
        kind: kindOf(category, preset),
        revision: revisionOf([category.id, ...services], revision, changes, now),
        lifespan: lifespanOf(category.lifespan, config.lifespan, preset.lifespan),
        services,
      };
    }),
  };
}
