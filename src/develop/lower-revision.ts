import type { Consent } from '../core/consent.js';
import type { Finding } from './finding.js';

/** A revision that went down: what was answered at a later one counts, also for what is changed until the config is there again. */
export function lowerRevision({ choices, config: { revision = 1 }, decision: { answers } }: Consent): Finding[] {
  // Other sites may share the cookie, and count for themselves.
  const latest = Math.max(...Object.keys(choices).map((id) => answers.get(id)?.revision ?? 0));
  if (latest <= revision) return [];
  return [
    {
      path: 'revision',
      value: revision,
      message: `visitors have answered at revision ${latest}, and will not be asked of changes before the next one; never count down: continue with ${latest + 1}`,
    },
  ];
}
