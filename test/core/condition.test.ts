import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { holds } from '../../src/core/condition.js';

const choices = { analytics: true, posthog: true, social: false, ab: true };

describe('a condition', () => {
  for (const [condition, expected] of [
    ['analytics', true],
    ['social', false],
    ['analytics posthog', true],
    ['analytics social', false],
    ['!analytics', false],
    ['!social', true],
    ['analytics !social', true],
    ['!analytics !social', false],
    ['  analytics\n\tposthog ', true],
    ['unknown', false],
    ['!unknown', false],
    ['analytics unknown', false],
    ['analytics !unknown', false],
    ['', false],
    ['  ', false],
    ['!', false],
    ['!!social', false],
    ['! social', false],
    ['analytics,posthog', false],
    ['Analytics', false],
    ['a!b', false],
    ['toString', false],
    ['!toString', false],
    ['__proto__', false],
  ] as const) {
    it(`${JSON.stringify(condition)} ${expected ? 'holds' : 'does not hold'}`, () => {
      assert.equal(holds(condition, choices), expected);
    });
  }

  it('holds when each of its ids is known and as its sign says, and it has one', () => {
    const term = fc.tuple(fc.boolean(), fc.constantFrom('a', 'b', 'c', 'unknown'));
    const space = fc.constantFrom(' ', '\n', '\t  ');
    fc.assert(
      fc.property(
        fc.array(term),
        space,
        fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() }),
        (terms, gap, given) => {
          const condition = terms.map(([not, id]) => (not ? '!' : '') + id).join(gap);
          let expected = terms.length > 0;
          for (const [not, id] of terms) {
            if (id === 'unknown' || given[id as 'a'] === not) expected = false;
          }
          assert.equal(holds(condition, given), expected);
        },
      ),
    );
  });

  it('never holds while nothing is known', () => {
    fc.assert(fc.property(fc.string(), (condition) => assert.equal(holds(condition, {}), false)));
  });
});
