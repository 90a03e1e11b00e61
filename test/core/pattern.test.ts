import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { matches } from '../../src/core/pattern.js';

const part = fc.constantFrom('a', 'b', 'ab', '_', '.', '$', '*', '[', '\\', 'é');
const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));

describe('a pattern', () => {
  for (const [pattern, name, expected] of [
    ['_ga', '_ga', true],
    ['_ga', '_ga_X1', false],
    ['_ga', '_GA', false],
    ['_ga*', '_ga', true],
    ['_ga*', '_ga_X1', true],
    ['_ga_*', '_ga', false],
    ['*_ga', 'x_ga', true],
    ['*_ga', '_ga_', false],
    ['ph_*_posthog', 'ph_phc_1_posthog', true],
    ['ph_*_posthog', 'ph_posthog', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['a*b*a', 'aba', true],
    ['a*b*a', 'aa', false],
    ['*', '', true],
    ['*', 'anything', true],
    ['', '', true],
    ['', 'a', false],
    ['a.c', 'abc', false],
    ['_pk_id.*', '_pk_idX1', false],
    ['$device', '$device', true],
  ] as const) {
    it(`${JSON.stringify(pattern)} ${expected ? 'means' : 'does not mean'} ${JSON.stringify(name)}`, () =>
      assert.equal(matches(pattern, name), expected));
  }

  it('says the same as a regular expression, in which only * is special', () => {
    fc.assert(
      fc.property(text, text, (pattern, name) => {
        const literal = pattern.split('*').map((each) => each.replace(/[^\w]/g, '\\$&'));
        assert.equal(matches(pattern, name), new RegExp(`^${literal.join('[^]*')}$`).test(name));
      }),
    );
  });

  it('is compared in time that grows with its length, however many * it has', () => {
    const start = performance.now();
    assert.equal(matches('*a'.repeat(200) + 'b', 'a'.repeat(4000)), false);
    assert.ok(performance.now() - start < 500);
  });
});
