import { decide, type Choices } from './decide.js';
import type { Decision } from './decision.js';
import type { Model } from './model.js';

/**
 * Adds new answers to a decision. Unnamed ids stay as they are, unknown ids are left out, anything but `true` is a no.
 *
 * A service that is turned on turns its category on, with the other services as departures. A `separate` yes is not taken:
 * it arises in its own dialog and nowhere else.
 *
 * @param now Unix seconds.
 * @param inOwnDialog Whether these are the answers of that dialog.
 */
export function answer(
  model: Model,
  decision: Decision,
  choices: Partial<Choices>,
  now: number,
  inOwnDialog?: boolean,
): Decision {
  const before = decide(model, decision, now).choices;
  const answers = new Map(decision.answers);
  const set = (id: string, granted: boolean): void =>
    void answers.set(id, { granted, at: now, revision: model.revision });

  for (const { id, kind, services } of model.categories) {
    if (kind === 'necessary') continue;
    const asked = (name: string): boolean | undefined => {
      const value = Object.hasOwn(choices, name) ? choices[name] : undefined;
      return value === undefined || (value && kind === 'separate' && !inOwnDialog) ? undefined : value === true;
    };
    const own = asked(id);
    const granted = own ?? (before[id] || services.some(asked));
    if (own !== undefined || granted !== before[id]) set(id, granted);
    for (const service of services) {
      // Turned on by name, a category brings all its services; turned on by one of them, only that one.
      const on = asked(service) ?? (before[id] ? before[service] : own);
      const refused = asked(service) === false;
      if (on || (!granted && answers.has(id))) answers.delete(service);
      // Refused at the moment of need, it is remembered while its category is open.
      else if (refused || (granted && answers.get(service)?.granted !== false)) set(service, false);
    }
  }
  return { at: now, revision: model.revision, answers };
}

/** The same answer for every category and service, `separate` ones included where `everything` is meant. */
export const sameForAll = ({ categories }: Model, granted: boolean, everything?: boolean): Choices =>
  Object.fromEntries(
    categories
      .filter(({ kind }) => everything || kind !== 'separate')
      .flatMap(({ id, services }) => [id, ...services].map((name) => [name, granted])),
  );
