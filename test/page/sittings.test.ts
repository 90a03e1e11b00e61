/** What a decision does to the times of the grants it does not name. */
import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import { decode, encode } from '../../src/core/cookie-codec.js';
import { DAY } from '../../src/core/decide.js';
import { UNDECIDED, type Decision } from '../../src/core/decision.js';
import { createModel } from '../../src/core/model.js';
import { presetFor } from '../../src/core/presets.js';
import { decideAndStore } from '../../src/page/store-decision.js';

const HOUR = 3600;
const config: Config = { categories: [{ id: 'analytics' }, { id: 'social' }, { id: 'push' }] };
const model = createModel(config, presetFor(''), Date.now() / 1000);
const { now: rightNow } = Date;

describe('a grant', () => {
  let shift = 0;
  const now = (): number => Math.floor(Date.now() / 1000);
  const start = now();

  beforeEach(() => {
    shift = 0;
    Date.now = () => (start + shift) * 1000;
  });
  afterEach(() => void (Date.now = rightNow));

  /** Answers for another id after so many seconds each, on a page of its own, and says when the grant counts as given. */
  function grantedAt(gaps: readonly number[], age = 0): number {
    shift = 0;
    let decision: Decision = decideAndStore(model, UNDECIDED, 'update', { analytics: true });
    decision = { ...decision, answers: new Map([['analytics', { granted: true, at: start - age, revision: 1 }]]) };
    for (const [index, gap] of gaps.entries()) {
      shift += gap;
      const read = decode(encode(decision), now())!;
      decision = decideAndStore(model, read, 'update', { social: index % 2 === 0 });
    }
    return decode(encode(decision), now())!.answers.get('analytics')!.at - start;
  }

  it('loses no day by the other switches of a sitting, whose time it takes along', () => {
    expect(grantedAt([5, 60, 600])).to.equal(665);
    expect(grantedAt([5, 60, 600], 40 * DAY)).to.equal(665 - 40 * DAY);
  });

  it('gains nothing by another sitting', () => {
    expect(grantedAt([HOUR + 1])).to.equal(HOUR + 1 - DAY);
    expect(grantedAt([DAY + 50 * 60])).to.equal(50 * 60 - DAY);
    // Each day at a later hour.
    const days = Array.from({ length: 30 }, () => DAY + 50 * 60);
    expect(grantedAt(days)).to.be.at.most(0);
  });
});
