import { answer } from '../../src/core/answer.js';
import { buildRecords, type Circumstances } from '../../src/core/build-record.js';
import type { Config } from '../../src/core/config.js';
import { decide, type Choices } from '../../src/core/decide.js';
import { UNDECIDED, type Decision } from '../../src/core/decision.js';
import { createModel } from '../../src/core/model.js';
import { presetFor } from '../../src/core/presets.js';
import type { ConsentRecord } from '../../src/core/record.js';

/** One decision: the answers, and how it came about. */
export interface Decided extends Partial<Circumstances> {
  readonly choices: Partial<Choices>;
  readonly region?: string;
}

/** The records of decisions, one after the other, a day apart; made by the real rules. */
export function recordsOf(config: Config, decisions: readonly Decided[]): ConsentRecord[] {
  const records: ConsentRecord[] = [];
  let before: Decision = UNDECIDED;
  decisions.forEach(({ choices, region = '', ...more }, index) => {
    const preset = presetFor(region, config.regions);
    const seconds = 1_800_000_000 + index * 86_400;
    const model = createModel(config, preset, seconds);
    const after = answer(model, before, choices, seconds, true);
    const [was, is] = [before, after].map((each) => decide(model, each, seconds).choices) as [Choices, Choices];
    records.push(
      ...buildRecords(
        { model, config, preset, region, before, after, was, is },
        {
          method: 'save',
          surface: 'preferences',
          trusted: true,
          text: null,
          language: 'en',
          time: seconds * 1000,
          subjectId: null,
          guardian: null,
          previousReceiptId: records.at(-1)?.receiptId ?? null,
          newId: () => `00000000-0000-4000-8000-${String(records.length + 1).padStart(12, '0')}`,
          ...more,
        },
      ),
    );
    before = after;
  });
  return records;
}
