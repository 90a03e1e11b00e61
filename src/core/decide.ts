import type { Answer, Decision } from './decision.js';
import type { CategoryModel, Model } from './model.js';

export const DAY = 86_400;

/** The effective yes or no of every category and service. */
export type Choices = Readonly<Record<string, boolean>>;

export interface Outcome {
  readonly choices: Choices;
  /** Ids of the categories that still need an answer; never `separate` ones. */
  readonly pending: readonly string[];
  /** The pending categories and their services. */
  readonly open: readonly string[];
}

/** When an answer stops to count, in Unix seconds. */
export const expiryOf = ({ granted, at }: Answer, { lifespan }: CategoryModel): number =>
  at + (granted ? lifespan.grantDays : lifespan.refusalDays) * DAY;

/**
 * Turns stored answers into choices: necessary is on; else an answer that has not expired and is of the id's current
 * revision; else the default, which is no (on for what may be exempt). A service is on only if its category is and the
 * visitor has not departed from it there.
 *
 * @param now Unix seconds.
 */
export function decide(model: Model, decision: Decision, now: number): Outcome {
  const choices: Record<string, boolean> = {};
  const pending: string[] = [];
  const open: string[] = [];
  for (const category of model.categories) {
    const { id, kind, revision, services } = category;
    const stored = decision.answers.get(id);
    const answer = stored && stored.revision >= revision && expiryOf(stored, category) > now ? stored : undefined;
    const granted = kind === 'necessary' || (answer ? answer.granted : kind === 'exempt');
    choices[id] = granted;
    if (kind === 'consent' && !answer) {
      pending.push(id);
      open.push(id, ...services);
    }
    for (const service of services) {
      choices[service] = granted && (decision.answers.get(service)?.granted ?? !decision.incomplete);
    }
  }
  return { choices, pending, open };
}
