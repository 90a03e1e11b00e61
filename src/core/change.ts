import type { Choices, Outcome } from './decide.js';

/** How a decision was made. */
export type Method = 'accept-all' | 'reject-all' | 'save' | 'update' | 'withdraw' | 'expired';

/** What `candor-change` tells. */
export interface ChangeDetail {
  /** The effective yes or no of every category and service. */
  readonly choices: Choices;
  /** Ids that became a yes. */
  readonly granted: readonly string[];
  /** Ids that became a no: they were a yes, or open and are answered now. */
  readonly denied: readonly string[];
  readonly method: Method;
}

export function changeBetween(before: Outcome, { choices, open }: Outcome, method: Method): ChangeDetail {
  const was = (id: string): boolean => !!before.choices[id];
  return {
    choices,
    granted: Object.keys(choices).filter((id) => choices[id] && !was(id)),
    denied: Object.keys(choices).filter(
      (id) => !choices[id] && (was(id) || (before.open.includes(id) && !open.includes(id))),
    ),
    method,
  };
}
