import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from '../../src/core/canonical-json.js';

/** The same value with every object's keys the other way round. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || !value) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
};

describe('canonical JSON', () => {
  it('sorts keys as RFC 8785 does, numbers and other scripts too', () => {
    const value = { '10': 1, '9': 2, '\u20ac': 'Euro', a: [{ c: null, b: true }], '\r': -0, '\ud83d\ude00': 1e21 };
    assert.equal(
      canonicalJson(value),
      '{"\\r":0,"10":1,"9":2,"a":[{"b":true,"c":null}],"\u20ac":"Euro","\ud83d\ude00":1e+21}',
    );
  });

  it('is JSON of the same value, whatever the order of its keys', () =>
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = canonicalJson(value);
        assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
        assert.equal(canonicalJson(reversed(value)), text);
      }),
    ));

  it('leaves out what JSON has no word for, as JSON does', () => {
    assert.equal(canonicalJson({ a: undefined, b: [undefined] }), '{"b":[null]}');
  });
});
