import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isId } from '../../src/core/id.js';

describe('ids', () => {
  for (const id of ['analytics', 'cross-border', 'a', '0', 'posthog-2', '-']) {
    it(`${id} is one`, () => assert.equal(isId(id), true));
  }
  for (const value of [
    '',
    'Analytics',
    'a b',
    'a.b',
    'a~1',
    'a_b',
    '!a',
    'é',
    'a\n',
    '__proto__',
    'toString',
    5,
    null,
    undefined,
    ['a'],
    {},
  ]) {
    it(`${JSON.stringify(value)} is none`, () => assert.equal(isId(value), false));
  }
});
