import type { Answer, Decision } from './decision.js';
import type { CategoryModel, Model } from './model.js';

/** In seconds. */
export const DAY = 86_400;

/** The effective yes or no of every category and service. */
export type Choices = Readonly<Record<string, boolean>>;

export interface Outcome {
  readonly choices: Choices;
  /** Ids of the categories that still need an answer; never `separate` ones. */
  readonly pending: readonly string[];
}

/** When an answer stops to count, in Unix seconds. Refusals hold at least as long as grants. */
export const expiryOf = ({ granted, at }: Answer, { grantDays, refusalDays }: CategoryModel['lifespan']): number =>
  at + (granted ? grantDays : Math.max(grantDays, refusalDays)) * DAY;

/**
 * Turns stored answers into choices: necessary is on; else an answer that has not expired and is of the id's current
 * revision; else the default, which is no (on for what may be exempt). A service is on only if its category is and the
 * visitor has not departed from it there.
 *
 * @param now Unix seconds.
 */
export function decide(model: Model, { answers, incomplete }: Decision, now: number): Outcome {
  const choices: Record<string, boolean> = {};
  const pending: string[] = [];
  for (const { id, kind, lifespan, revision, services } of model.categories) {
    const answer = answers.get(id);
    const counts = answer && answer.revision >= revision && expiryOf(answer, lifespan) > now;
    const granted = kind === 'necessary' || (counts ? answer.granted : kind === 'exempt');
    choices[id] = granted;
    if (kind === 'consent' && !counts) pending.push(id);
    for (const service of services) {
      choices[service] = kind === 'necessary' || (granted && (answers.get(service)?.granted ?? !incomplete));
    }
  }
  return { choices, pending };
}
