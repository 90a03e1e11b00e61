import type { Method } from '../core/change.js';
import type { Consent } from '../core/consent.js';
import { decide, type Choices } from '../core/decide.js';
import type { Decision } from '../core/decision.js';
import type { Model } from '../core/model.js';
import type { ConsentRecord } from '../core/record.js';
import type { recordDecision } from './record-decision.js';
import { decideAndStore } from './store-decision.js';

/** The proof of a decision that was made on this page. */
export const recordOf = new WeakMap<Decision, ConsentRecord>();

/**
 * A decision that is kept, as {@link decideAndStore} does, and with it its record: where the decision is kept.
 *
 * @param recorder What makes records, as far as that is there.
 */
export const decideAndRecord =
  (recorder: () => typeof recordDecision | undefined) =>
  (
    model: Model,
    current: Decision,
    method: Method | 'told',
    choices: Partial<Choices> | Decision | undefined,
    consent: Consent,
    inMemory: boolean,
    inOwnDialog?: boolean,
  ): Decision => {
    const { barred } = consent;
    const record = (before: Decision, after: Decision): void => {
      // That somebody was told is recorded with what was told; see `clean-up.ts`.
      if (method === 'told') return;
      const now = Date.now() / 1000;
      const [was, is] = [before, after].map((each) => decide(model, each, now, barred).choices) as [Choices, Choices];
      const made = recorder()?.(consent, method, { model, before, after, was, is }, inMemory);
      if (made) recordOf.set(after, made);
    };
    return decideAndStore(model, current, method, choices, inMemory ? undefined : consent, inOwnDialog, barred, record);
  };
