import { decide, type Choices } from './decide.js';
import type { Answer, Decision } from './decision.js';
import { idsOf, type CategoryModel, type Model, type ServiceModel } from './model.js';

/**
 * Why an answer of an account is left out. `separate`: such a yes is given on each device, in its own dialog. `barred`: not for
 * this visitor. `signal`: this browser says no to it. `unasked`: nobody is asked for that id here.
 */
export type LeftOut = 'separate' | 'barred' | 'signal' | 'unasked';

/** What became of an imported decision, by id. */
export interface MergeResult {
  /** Ids whose answer here is the account's now. */
  readonly taken: readonly string[];
  /** Ids whose answer here was the later one, or the same; of two at the same time a no counts. */
  readonly kept: readonly string[];
  /** What was not taken, whenever it was given. */
  readonly leftOut: Readonly<Record<string, LeftOut>>;
}

/** What this device does not let in. */
export interface Limits {
  /** Ids that are off for this visitor. */
  readonly barred?: readonly string[];
  /** Ids that a signal of this browser denies. */
  readonly signalled?: readonly string[];
}

/** One of the two decisions, and what it allows by itself. */
interface Side {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly choices: Choices;
}

/** The later of two answers; of two at the same time the no, then the one that covers less. */
function later(one: Answer | undefined, other: Answer | undefined): Answer | undefined {
  if (!one || !other) return one ?? other;
  if (one.at !== other.at) return one.at > other.at ? one : other;
  if (one.granted !== other.granted) return one.granted ? other : one;
  return one.revision < other.revision ? one : other;
}

/** What a side says of a service: its own answer, or that of the category where it covers the service. */
function wordOn({ answers, choices }: Side, { id }: CategoryModel, service: ServiceModel): Answer | undefined {
  const own = answers.get(service.id);
  const covering = answers.get(id);
  const isOff = covering?.granted === false;
  if (own?.granted === false) return isOff ? later(own, covering) : own;
  if (isOff) return covering;
  // A category's yes that has run out, or does not reach this service, is no word on it.
  return choices[service.id] ? (own ?? covering) : own;
}

/** The account's answers that may count here, and why the others may not. */
function admit(
  { categories }: Model,
  { answers }: Decision,
  barred: readonly string[],
  signalled: readonly string[],
): [admitted: Map<string, Answer>, leftOut: Record<string, LeftOut>] {
  const asked = categories.filter(({ kind }) => kind !== 'necessary');
  const known = new Set(asked.flatMap(idsOf));
  const separate = new Set(
    asked.flatMap((category) =>
      category.kind === 'separate'
        ? idsOf(category)
        : category.services.filter(({ need }) => need === 'separate').map(({ id }) => id),
    ),
  );
  const reasonFor = (id: string, granted: boolean): LeftOut | undefined => {
    if (!known.has(id)) return 'unasked';
    if (!granted) return undefined;
    return separate.has(id)
      ? 'separate'
      : barred.includes(id)
        ? 'barred'
        : signalled.includes(id)
          ? 'signal'
          : undefined;
  };
  const admitted = new Map<string, Answer>();
  const leftOut: Record<string, LeftOut> = {};
  for (const [id, answer] of answers) {
    const reason = reasonFor(id, answer.granted);
    if (reason) leftOut[id] = reason;
    else admitted.set(id, answer);
  }
  return [admitted, leftOut];
}

/**
 * Brings the decision of an account together with that of this device. For each id the latest answer wins, and of two at the
 * same time the no; each keeps its own time and revision, so nothing is renewed. Nothing becomes a yes that neither of them
 * allowed, and a yes that needs a step of its own is never taken. Answers for ids that are not asked here stay the device's.
 *
 * @param now Unix seconds.
 */
export function merge(
  model: Model,
  device: Decision,
  account: Decision,
  now: number,
  { barred = [], signalled = [] }: Limits = {},
): { readonly decision: Decision; readonly result: MergeResult } {
  const [admitted, leftOut] = admit(model, account, barred, signalled);
  const here: Side = { answers: device.answers, choices: decide(model, device, now, []).choices };
  const there: Side = {
    answers: admitted,
    choices: decide(model, { ...account, answers: admitted }, now, [...barred, ...signalled]).choices,
  };
  // Where services that are not named count as no, each one that is a yes is named.
  const incomplete = !!(device.incomplete || account.incomplete);
  const answers = new Map(device.answers);
  const taken: string[] = [];
  const kept: string[] = [];
  const settle = (id: string, own: Answer | undefined, other: Answer | undefined): Answer | undefined => {
    const last = later(own, other);
    const isNew = !!other && last === other && (own?.at !== other.at || own.granted !== other.granted);
    if (last) (isNew ? taken : kept).push(id);
    return last;
  };

  for (const category of model.categories) {
    const { id, kind, services } = category;
    if (kind === 'necessary') continue;
    const covering = settle(id, here.answers.get(id), there.answers.get(id));
    if (covering) answers.set(id, covering);
    for (const service of services) {
      const word = settle(service.id, wordOn(here, category, service), wordOn(there, category, service));
      const isCovered =
        !incomplete &&
        !service.need &&
        word?.granted &&
        word.at === covering?.at &&
        covering.revision >= service.revision;
      if (!word || isCovered || covering?.granted === false) answers.delete(service.id);
      else answers.set(service.id, word);
    }
  }

  const revision = Math.max(device.revision, account.revision);
  const merged: Decision = { at: Math.max(device.at, account.at), revision, answers, incomplete };
  const { choices } = decide(model, merged, now, []);
  for (const { id, services } of model.categories) {
    for (const service of services) {
      // Neither allowed it; that its category's answer would cover it is a matter of how answers are written down.
      const isUnfounded = choices[service.id] && !here.choices[service.id] && !there.choices[service.id];
      const covering = answers.get(id);
      if (isUnfounded && covering) answers.set(service.id, { ...covering, granted: false });
    }
  }
  return { decision: taken.length ? merged : device, result: { taken, kept, leftOut } };
}
