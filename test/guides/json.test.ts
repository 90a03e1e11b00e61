import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import * as z from 'zod';
import { lintConfig } from '../../src/lint/index.js';
import { blocksIn } from './documents.js';

const schema = z.fromJSONSchema(
  JSON.parse(readFileSync('dist/schema.json', 'utf8')) as Parameters<typeof z.fromJSONSchema>[0],
);

describe('every JSON in the README and the guides is a config that', () => {
  for (const { code, where } of blocksIn('json')) {
    test(`${where} gets no word from the linter and keeps to the published schema`, () => {
      const config: unknown = JSON.parse(code);
      assert.deepEqual(lintConfig(config), []);
      assert.deepEqual(schema.safeParse(config).error?.issues ?? [], []);
    });
  }

  test('would be found out if it were wrong', () => {
    assert.notDeepEqual(lintConfig({ layout: { banner: 'popup' } }), []);
    assert.equal(schema.safeParse({ layout: { banner: 'popup' } }).success, false);
  });
});
