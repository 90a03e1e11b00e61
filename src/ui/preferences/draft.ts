import type { Choices } from '../../core/decide.js';
import type { Service } from '../../core/config.js';
import type { Row } from '../facts/rows.js';

/** What the visitor has switched but not saved: only departures from the choices, by id. Never changed, only replaced. */
export type Draft = Readonly<Record<string, boolean | undefined>>;

/** Turns a category on or off, with all its services; of those asked separately a yes that stands comes back, no more. */
export const switchCategory = (draft: Draft, row: Row, on: boolean): Draft => ({
  ...draft,
  ...Object.fromEntries(
    [row, ...row.services].map(({ entry, isSeparate }) => [entry.id, on && isSeparate ? undefined : on]),
  ),
});

/** Turns a service on or off. It needs its category; the others of an off category stay off. */
export const switchService = (draft: Draft, category: string, service: string, on: boolean): Draft => ({
  ...draft,
  [service]: on,
  ...(on ? { [category]: true } : {}),
});

/** What stands behind a switch. */
export type Switched = Pick<Service, 'id' | 'personalises'>;

/** Whether a switch stands at on; what personalises a channel has no effect without it. */
export const isOn = (draft: Draft, choices: Choices, { id, personalises = id }: Switched): boolean =>
  [id, personalises].every((name) => draft[name] ?? choices[name]);

/** What saving answers: everything that has a switch. What is asked separately is only ever turned off here. */
export const answersOf = (rows: readonly Row[], draft: Draft, choices: Choices): Choices =>
  Object.fromEntries(
    rows
      .flatMap((row) => [row, ...row.services])
      .map((item) => [item, isOn(draft, choices, item.entry)] as const)
      .filter(([{ control, isSeparate }, on]) => control === 'switch' && !(isSeparate && on))
      .map(([{ entry }, on]) => [entry.id, on]),
  );
