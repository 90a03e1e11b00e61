import { decide, type Choices } from './decide.js';
import type { Decision } from './decision.js';
import { idsOf, type Model } from './model.js';

/**
 * Adds new answers to a decision. Unnamed ids stay as they are, unknown ids are left out, anything but `true` is a no.
 *
 * A service that is turned on turns its category on, with the other services as departures. A `separate` yes is not taken:
 * it arises in its own dialog and nowhere else. Nor is a yes for what is barred.
 *
 * @param now Unix seconds.
 * @param inOwnDialog Whether these are the answers of that dialog.
 * @param barred See {@link decide}.
 */
export function answer(
  model: Model,
  decision: Decision,
  choices: Partial<Choices>,
  now: number,
  inOwnDialog?: boolean,
  barred: readonly string[] = model.barred,
): Decision {
  const before = decide(model, decision, now, barred).choices;
  const answers = new Map(decision.answers);
  const entries = model.categories.flatMap((category) => [category, ...category.services]);
  const inForce = new Map(entries.map((entry) => [entry.id, entry.inForce]));
  const set = (id: string, granted: boolean): void =>
    void answers.set(id, {
      granted,
      at: now,
      revision: inForce.get(id) as number,
      ...(granted && model.signalled.includes(id) && { despiteSignal: true }),
    });
  const refuse = (id: string): void => void (answers.get(id)?.granted === false || set(id, false));

  for (const { id, kind, services } of model.categories) {
    if (kind === 'necessary') continue;
    const wishFor = (name: string, isSeparate: boolean): boolean | undefined => {
      const value = Object.hasOwn(choices, name) ? choices[name] : undefined;
      const isForbidden = (isSeparate && !inOwnDialog) || barred.includes(name);
      return value === undefined || (value && isForbidden) ? undefined : value === true;
    };
    const isSeparate = kind === 'separate';
    const own = wishFor(id, isSeparate);
    const wishes = services.map((service) => wishFor(service.id, isSeparate || service.need === 'separate'));
    const granted = own ?? (before[id] || (wishes.includes(true) && !barred.includes(id)));
    if (own !== undefined || granted !== before[id]) set(id, granted);
    services.forEach(({ id: service, need, revision }, index) => {
      const wish = wishes[index];
      // Turned on by name, a category brings all its services; turned on by one of them, only that one.
      const on = wish ?? (before[id] ? undefined : own);
      const covering = answers.get(id);
      // What was granted by itself is not revived when its category comes back.
      if (need && granted && !before[id]) answers.delete(service);
      if (covering?.granted === false) answers.delete(service);
      else if (on) {
        const isCovered = !need && !model.signalled.includes(service) && (covering?.revision ?? revision) >= revision;
        if (isCovered) answers.delete(service);
        else if (wish) set(service, true);
      }
      // Refused at the moment of need, it is remembered while its category is open.
      else if (wish === false) set(service, false);
      // Off because its category was, or because the cookie had no room for its answer, it stays off.
      else if (granted && !need && !before[service] && (!before[id] || decision.incomplete)) refuse(service);
    });
  }
  return { at: now, revision: model.revision, answers };
}

/** The same answer for every category and service, `separate` ones included where `everything` is meant. */
export const sameForAll = ({ categories }: Model, granted: boolean, everything?: boolean): Choices =>
  Object.fromEntries(
    categories
      .filter(({ kind }) => everything || kind !== 'separate')
      .flatMap((category) => idsOf(category).map((id) => [id, granted])),
  );
