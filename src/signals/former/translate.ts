import type { Category } from '../../core/config.js';
import type { FormerAnswers, FormerTool } from './former-tool.js';
import { plain, productOf } from './names.js';

/** What some of their names are called here; an empty list leaves a name out. */
export type FormerIds = Readonly<Record<string, string | readonly string[]>>;

/** Two that fit are none. */
const only = (ids: readonly string[]): readonly string[] => (ids.length === 1 ? ids : []);

/**
 * What is called the same here, as the site says; else by the name itself, in whatever spelling; else by what that name
 * usually means.
 */
function idsFor(
  name: string,
  { ids: usual, isByService }: FormerTool,
  categories: readonly Category[],
  own: FormerIds,
): readonly string[] {
  if (Object.hasOwn(own, name)) return [own[name]!].flat();
  const known = categories.flatMap(({ id, services = [] }) => [
    ...(isByService ? [] : [id]),
    ...services.map((service) => service.id),
  ]);
  const theirs = plain(name);
  const same = known.filter((id) => plain(id) === theirs);
  if (same.length) return only(same);
  const meant = productOf(Object.hasOwn(usual, theirs) ? usual[theirs]! : theirs);
  return only(known.filter((id) => productOf(plain(id)) === meant));
}

/**
 * Their answers by the ids of the site. What several of theirs map to is a yes only if all of them are. A service that was not
 * named where the others of its category were is a no, and so is a category all of whose services were refused.
 *
 * @param categories Those of the site. Ids that are not in them are left out.
 */
export function translate(
  { answers, itemised = [] }: FormerAnswers,
  tool: FormerTool,
  categories: readonly Category[],
  own: FormerIds = {},
): Record<string, boolean> {
  const result = new Map<string, boolean>();
  const detailed = new Set<string>();
  for (const [name, granted] of Object.entries(answers)) {
    for (const id of idsFor(name, tool, categories, own)) {
      result.set(id, granted && result.get(id) !== false);
      if (itemised.includes(name)) detailed.add(id);
    }
  }
  for (const { id, services = [] } of categories) {
    for (const service of services) if (detailed.has(id) && !result.has(service.id)) result.set(service.id, false);
    const isRefused = services.length > 0 && services.every((service) => result.get(service.id) === false);
    if (isRefused && !result.has(id)) result.set(id, false);
  }
  const configured = new Set(
    categories.flatMap(({ id, services = [] }) => [id, ...services.map((service) => service.id)]),
  );
  return Object.fromEntries([...result].filter(([id]) => configured.has(id)));
}
