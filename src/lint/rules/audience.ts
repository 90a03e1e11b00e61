import { valueAt, type Finding } from './finding.js';

/** A site that asks for the age, and tells minors and their guardians nothing of their own. */
export function audience(config: unknown): Finding[] {
  if (valueAt(config, ['audience', 'ask']) !== true) return [];
  return (
    [
      ['audience.policy', 'minors are asked for their age; write where the privacy rules for minors stand'],
      ['controller.guardianContact', 'minors are asked for their age; write how parents and guardians can reach you'],
    ] as const
  )
    .filter(([path]) => !valueAt(config, path.split('.')))
    .map(([path, message]) => ({ path, value: undefined, severity: 'warning', message }));
}
