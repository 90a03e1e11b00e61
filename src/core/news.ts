import { categoriesOf } from './categories.js';
import type { Change, Config, Service } from './config.js';
import type { Decision } from './decision.js';
import { isToCome } from './is-to-come.js';

/** A change, and what it touches. */
export interface Told {
  readonly change: Change;
  /** Categories, and services whose category is not among them. Empty: everything. */
  readonly ids: readonly string[];
}

/** What a visitor is to be told of changes. */
export interface News {
  /** Why something is asked again: what has changed since it was answered, the latest first. Ids are those that are asked. */
  readonly reasons: readonly Told[];
  /** Asked again because of a change that the config does not explain. */
  readonly unexplained: readonly string[];
  /** Asked again because the answer ran out, and for nothing else. */
  readonly expired: readonly string[];
  /** What will change on a day to come, and what was changed without asking since the visitor was last told; in order. */
  readonly announced: readonly Told[];
  /** Those of `announced` that the visitor was not told of. */
  readonly untold: readonly Told[];
}

/**
 * What has changed since a visitor answered, and what will.
 *
 * @param asked See `Outcome.asked`.
 * @param now Unix seconds.
 */
export function newsOf(config: Config, decision: Decision, asked: readonly string[], now: number): News {
  const { changes = [], revision = 1 } = config;
  const published = changes
    .filter((change) => change.revision <= revision)
    .sort((one, other) => one.revision - other.revision);
  const isExplained = published.some((change) => change.revision === revision);

  const entries = categoriesOf(config).flatMap((category) =>
    [category, ...(category.services ?? [])].map(({ id, since = 0 }: Service) => ({
      id,
      category: category.id,
      since,
      // A service is answered with its category, unless by itself.
      answer: decision.answers.get(id) ?? decision.answers.get(category.id),
    })),
  );
  type Entry = (typeof entries)[number];
  // Who has not answered for an id that is new has seen the site as it was with the first of the answers that stand.
  const firstSeen = Math.min(...entries.map(({ answer }) => answer?.revision ?? Infinity));

  /** In the order of the config; a category stands for its services. */
  const inShort = (test: (entry: Entry) => boolean): string[] => {
    const found = entries.filter(test).map(({ id }) => id);
    return entries
      .filter(({ id, category }) => found.includes(id) && (id === category || !found.includes(category)))
      .map(({ id }) => id);
  };
  const touches = ({ ids }: Change, id: string): boolean => (ids ?? [id]).includes(id);
  const isNew = (change: Change): boolean => decision.at > 0 && change.revision > decision.revision;

  const isAsked = ({ id }: Entry): boolean => asked.includes(id);
  const inForce = published
    .filter((change) => change.effect !== 'tell' && !isToCome(change, now))
    .sort((one, other) => other.revision - one.revision);
  const isReason = (change: Change, entry: Entry): boolean =>
    isAsked(entry) && touches(change, entry.id) && change.revision > (entry.answer?.revision ?? firstSeen);
  const reasons = inForce
    .map((change) => ({ change, ids: inShort((entry) => isReason(change, entry)) }))
    .filter(({ ids }) => ids.length);

  /** Asked again by itself, not along with its category, and by no change that the config names. */
  const isLeft = (entry: Entry): boolean =>
    isAsked(entry) &&
    !!entry.answer &&
    (entry.id === entry.category || !asked.includes(entry.category)) &&
    !inForce.some((change) => isReason(change, entry));
  const hasChanged = ({ answer, since }: Entry): boolean =>
    answer!.revision < Math.max(since, isExplained ? 0 : revision);

  const announced = published
    .filter((change) => isToCome(change, now) || (change.effect === 'tell' && isNew(change)))
    .map((change) => ({ change, ids: change.ids ? inShort(({ id }) => touches(change, id)) : [] }))
    .filter(({ change, ids }) => !change.ids || ids.length);
  return {
    reasons,
    unexplained: inShort((entry) => isLeft(entry) && hasChanged(entry)),
    expired: inShort((entry) => isLeft(entry) && !hasChanged(entry)),
    announced,
    untold: announced.filter(({ change }) => isNew(change)),
  };
}
