import type { Choices } from '../../core/decide.js';
import type { CategoryModel } from '../../core/model.js';

/** What the visitor has switched but not saved: only departures from the choices, by id. Never changed, only replaced. */
export type Draft = Choices;

/** Turns a category on or off, with all its services. */
export const switchCategory = (draft: Draft, { id, services }: CategoryModel, on: boolean): Draft => ({
  ...draft,
  ...Object.fromEntries([id, ...services].map((name) => [name, on])),
});

/** Turns a service on or off. It needs its category; the others of an off category stay off. */
export const switchService = (draft: Draft, { id }: CategoryModel, service: string, on: boolean): Draft => ({
  ...draft,
  [service]: on,
  ...(on ? { [id]: true } : {}),
});

/**
 * What saving answers: everything that has a switch. A `separate` category is only ever turned off here.
 *
 * @param isOn The draft's value, else the choice.
 */
export function answersOf(
  categories: readonly CategoryModel[],
  isOn: (id: string) => boolean,
  choices: Choices,
): Choices {
  return Object.fromEntries(
    categories
      .filter(({ id, kind }) => (kind === 'separate' ? choices[id] && !isOn(id) : kind !== 'necessary'))
      .flatMap(({ id, kind, services }) => [id, ...services].map((name) => [name, kind !== 'separate' && isOn(name)])),
  );
}
