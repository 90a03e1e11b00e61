import type { Choices, Outcome } from './decide.js';
import type { Model } from './model.js';

/** How a decision was made. */
export type Method = 'accept-all' | 'reject-all' | 'save' | 'update' | 'request' | 'withdraw' | 'expired';

/** What `candor-change` tells. */
export interface ChangeDetail {
  /** The effective yes or no of every category and service. */
  readonly choices: Choices;
  /** Ids that became a yes. */
  readonly granted: readonly string[];
  /** Ids that became a no: they were a yes, or open and are answered now. */
  readonly denied: readonly string[];
  /** Those of `denied` of which a script has run on this page and was not undone: it stays until the page is left. */
  readonly running: readonly string[];
  readonly method: Method;
}

/** @param ran Ids, joined by commas, of scripts that have run and were not undone. */
export function changeBetween(
  { categories }: Model,
  before: Outcome,
  after: Outcome,
  method: Method,
  ran: Iterable<string> = [],
): ChangeDetail {
  const granted: string[] = [];
  const denied: string[] = [];
  for (const { id: category, services } of categories) {
    const answered = before.pending.includes(category) && !after.pending.includes(category);
    for (const id of [category, ...services]) {
      const was = before.choices[id];
      if (after.choices[id]) was || granted.push(id);
      else if (was || answered) denied.push(id);
    }
  }
  const names = [...ran].join().split(',');
  const running = denied.filter((id) => names.includes(id));
  return { choices: after.choices, granted, denied, running, method };
}
