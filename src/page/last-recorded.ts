import type { RecordedPurpose } from '../core/record.js';

/**
 * What the records on this device say was allowed last, by category and service.
 *
 * @param records Oldest first, of whatever version of Candor.
 */
export function lastRecorded(records: readonly { readonly purposes: unknown }[]): Record<string, boolean> {
  const last: Record<string, boolean> = {};
  for (const { purposes } of records) {
    if (!Array.isArray(purposes)) continue;
    for (const { id, granted, recipients = [] } of purposes as Partial<RecordedPurpose>[]) {
      if (id !== undefined) last[id] = granted === true;
      for (const recipient of recipients) last[recipient.id] = recipient.granted;
    }
  }
  return last;
}
