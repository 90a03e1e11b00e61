import { isOnByDefault } from './categories.js';
import type { Answer, Decision } from './decision.js';
import type { CategoryModel, Model } from './model.js';

/** In seconds. */
export const DAY = 86_400;

/** The effective yes or no of every category and service. */
export type Choices = Readonly<Record<string, boolean>>;

export interface Outcome {
  readonly choices: Choices;
  /** Ids of the categories that still need an answer, for themselves or for a service; never `separate` ones. */
  readonly pending: readonly string[];
  /** What exactly needs it: categories with their services, or a service that is new or changed in one that was answered. */
  readonly asked: readonly string[];
  /** What is off because the browser sends its opt-out signal. */
  readonly signalled: readonly string[];
}

/** When an answer stops to count, in Unix seconds. Refusals hold at least as long as grants. */
export const expiryOf = ({ granted, at }: Answer, { grantDays, refusalDays }: CategoryModel['lifespan']): number =>
  at + (granted ? grantDays : Math.max(grantDays, refusalDays)) * DAY;

/**
 * Turns stored answers into choices: necessary is on; who the visitor is may bar an id; the browser's opt-out signal denies
 * some; else an answer that has not expired and is of the id's current revision; else the default, which is no, or yes as far
 * as the law has it and nobody has said no: that does not lapse. A service is on only if its category is, and that answer
 * covers it, or one of its own does.
 *
 * @param now Unix seconds.
 * @param barred Ids that nobody may allow for this visitor, or that are not for them.
 */
export function decide(
  { asks, categories, signalled: deniable, barred: unknown }: Model,
  { answers, incomplete }: Decision,
  now: number,
  barred = unknown,
): Outcome {
  const choices: Record<string, boolean> = {};
  const pending: string[] = [];
  const asked: string[] = [];
  const signalled: string[] = [];
  const isDenied = (id: string, answer?: Answer): boolean => {
    const isOff = deniable.includes(id) && !answer?.despiteSignal;
    if (isOff) signalled.push(id);
    return isOff;
  };
  for (const { id, kind, lifespan, revision, services } of categories) {
    const answer = answers.get(id);
    const counts = answer && answer.revision >= revision && expiryOf(answer, lifespan) > now;
    const isNecessary = kind === 'necessary';
    const isOn = isOnByDefault(kind);
    const isBarred = barred.includes(id) || (!isNecessary && isDenied(id, answer));
    const isAsked = asks && kind === 'consent' && !counts && !isBarred;
    const granted =
      isNecessary || (!isBarred && (counts ? answer.granted : isOn && !incomplete && answer?.granted !== false));
    choices[id] = granted;
    const open = isAsked ? [id] : [];
    for (const { id: service, need, revision, inForce } of services) {
      const own = answers.get(service);
      const isCovered =
        (own || !need) &&
        ((isOn && !need) || ((own ?? answer)?.revision ?? revision) >= revision) &&
        !(own?.granted && expiryOf(own, lifespan) <= now);
      const isBarred = barred.includes(service) || isDenied(service, own ?? answer);
      choices[service] = isNecessary || (granted && !isBarred && !!isCovered && (own ? own.granted : !incomplete));
      const isNew = asks && granted && kind === 'consent' && !need && !isCovered && revision <= inForce;
      if (isNew || (isAsked && need !== 'separate' && !isBarred)) open.push(service);
    }
    if (open.length) pending.push(id);
    asked.push(...open);
  }
  return { choices, pending, asked, signalled };
}
