import type { Choices, Outcome } from './decide.js';
import { idsOf, type Model } from './model.js';
import type { ConsentRecord } from './record.js';

/**
 * How a decision was made. `signal`: by what the page reports of the visitor; `import`: with an account, or by leaving it, which
 * brings back the device's own; `expired`: by time alone.
 */
export type Method =
  'accept-all' | 'reject-all' | 'save' | 'update' | 'request' | 'withdraw' | 'signal' | 'import' | 'expired';

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
  /** The proof of it; undefined where the answer came from another tab, which has it, or nothing was answered. */
  readonly record: ConsentRecord | undefined;
}

/** @param ran Ids, joined by commas, of scripts that have run and were not undone. */
export function changeBetween(
  { categories }: Model,
  before: Outcome,
  after: Outcome,
  method: Method,
  ran: Iterable<string> = [],
  record?: ConsentRecord,
): ChangeDetail {
  const granted: string[] = [];
  const denied: string[] = [];
  for (const id of categories.flatMap(idsOf)) {
    const was = before.choices[id];
    if (after.choices[id]) was || granted.push(id);
    else if (was || (before.asked.includes(id) && !after.asked.includes(id))) denied.push(id);
  }
  const names = [...ran].join().split(',');
  const running = denied.filter((id) => names.includes(id));
  return { choices: after.choices, granted, denied, running, method, record };
}
