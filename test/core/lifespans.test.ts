/** How answers end: each by itself, on its own day, and never into a yes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { answer } from '../../src/core/answer.js';
import type { Category } from '../../src/core/config.js';
import { decode, encode } from '../../src/core/cookie-codec.js';
import { DAY, decide } from '../../src/core/decide.js';
import type { Decision } from '../../src/core/decision.js';
import { createModel } from '../../src/core/model.js';
import { decisionOf, exempting, NOW } from '../helpers/model.js';

const HOUR = 3600;

const CATEGORIES: Category[] = [
  { id: 'analytics', services: [{ id: 'posthog' }, { id: 'mixpanel' }], lifespan: { grantDays: 30, refusalDays: 60 } },
  { id: 'push', services: [{ id: 'sms', scope: 'account' }] },
  { id: 'measuring', kind: 'exempt' },
  { id: 'sharing', kind: 'separate', lifespan: { grantDays: 7, refusalDays: 7 } },
];

const model = createModel({ categories: CATEGORIES }, exempting('measuring'), NOW);
const at = (decision: Decision, days: number) => decide(model, decision, NOW + days * DAY, []);

describe('each category has days of its own', () => {
  const granted = decisionOf({ analytics: true, push: true, measuring: true, sharing: true });
  const refused = decisionOf({ analytics: false, push: false, measuring: false, sharing: false });

  for (const [id, grantDays, refusalDays] of [
    ['analytics', 30, 60],
    ['push', 184, 184],
  ] as const) {
    it(`${id}: ${grantDays} for a yes, ${refusalDays} for a no; then it is asked again, and is no meanwhile`, () => {
      assert.equal(at(granted, grantDays - 0.01).choices[id], true);
      assert.equal(at(granted, grantDays).choices[id], false);
      assert.ok(at(granted, grantDays).asked.includes(id));
      assert.ok(!at(refused, refusalDays - 0.01).asked.includes(id));
      assert.ok(at(refused, refusalDays).asked.includes(id));
    });
  }

  it('a separate yes ends unasked', () => {
    assert.equal(at(granted, 6.99).choices['sharing'], true);
    assert.deepEqual([at(granted, 7).choices['sharing'], at(granted, 7).pending], [false, []]);
  });

  it('services end with their category', () => {
    assert.equal(at(granted, 29).choices['posthog'], true);
    assert.equal(at(granted, 30).choices['posthog'], false);
  });
});

describe('a refusal that has run out', () => {
  const anyAge = fc.integer({ min: 0, max: 4000 });

  it('is a no, of whatever kind and however old', () => {
    fc.assert(
      fc.property(anyAge, fc.constantFrom('analytics', 'push', 'measuring', 'sharing'), (days, id) => {
        assert.equal(at(decisionOf({ [id]: false }), days).choices[id], false);
      }),
    );
  });

  it('of a service is a no, in a category that is renewed without it', () => {
    fc.assert(
      fc.property(anyAge, (days) => {
        const before = decisionOf({ analytics: true, posthog: false });
        const now = NOW + days * DAY;
        const after = answer(model, before, { mixpanel: true }, now, false, []);
        assert.deepEqual(
          ['analytics', 'posthog', 'mixpanel'].map((id) => decide(model, after, now, []).choices[id]),
          [true, false, true],
        );
      }),
    );
  });
});

describe('no other answer renews a yes', () => {
  /** Answers for something else, hours apart, each knowing what the cookie of the one before says. */
  function afterUpdates(hours: readonly number[]): { decision: Decision; now: number } {
    let decision = decisionOf({ analytics: true, posthog: false, sharing: true });
    let now = NOW;
    for (const [index, gap] of hours.entries()) {
      now += gap * HOUR;
      decision = decode(encode(answer(model, decision, { push: index % 2 === 0 }, now, false, [])), now)!;
    }
    return { decision, now };
  }

  it('once a day, for as long as it takes', () => {
    for (const [days, granted] of [
      [15, true],
      [30, false],
      [45, false],
    ] as const) {
      const { decision, now } = afterUpdates(Array.from({ length: days }, () => 24));
      const { choices, asked } = decide(model, decision, now, []);
      assert.deepEqual([choices['analytics'], asked.includes('analytics')], [granted, !granted], `${days} days`);
    }
  });

  it('at whatever times', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 * HOUR }), { maxLength: 60 }), (gaps) => {
        const { decision, now } = afterUpdates(gaps.map((gap) => gap / HOUR));
        assert.ok(decision.answers.get('analytics')!.at <= NOW);
        assert.ok(decision.answers.get('sharing')!.at <= NOW);
        if (now >= NOW + 30 * DAY) assert.equal(decide(model, decision, now, []).choices['analytics'], false);
        assert.equal(decide(model, decision, now, []).choices['posthog'], false);
      }),
    );
  });

  it('nor does keeping that the visitor was told of a change', () => {
    const decision = decisionOf({ analytics: true, push: { granted: false, at: NOW - 3 * DAY } });
    const told = decode(encode({ ...decision, revision: 5 }), NOW + 20 * DAY)!;
    assert.deepEqual([told.revision, told.at], [5, NOW]);
    assert.deepEqual(told.answers, decision.answers);
  });
});
