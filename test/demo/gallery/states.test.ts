import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { GROUPS } from '../../../demo/pages/gallery/groups.js';
import { STATES } from '../../../demo/pages/gallery/states.js';
import { lintConfig } from '../../../src/lint/index.js';

interface PageTexts {
  readonly states: Readonly<Record<string, string>>;
}

const texts = (language: string): PageTexts =>
  JSON.parse(readFileSync(`demo/pages/gallery/${language}.json`, 'utf8')) as PageTexts;

describe('the gallery’s states', () => {
  test('have ids of their own, and every chapter has some', () => {
    const ids = [...GROUPS, ...STATES.map(({ id }) => id)];
    assert.equal(new Set(ids).size, ids.length);
    for (const group of GROUPS)
      assert.ok(
        STATES.some((state) => state.group === group),
        group,
      );
  });

  test('are titled in both languages, each differently', () => {
    for (const language of ['en', 'zh']) {
      const { states } = texts(language);
      assert.deepEqual(Object.keys(states).sort(), STATES.map(({ id }) => id).sort());
      assert.equal(new Set(Object.values(states)).size, STATES.length);
    }
  });

  test('have configs that the linter finds no fault with', () => {
    for (const { id, config } of STATES) {
      const errors = lintConfig(config).filter(({ severity }) => severity === 'error');
      assert.deepEqual(errors, [], id);
    }
  });
});
