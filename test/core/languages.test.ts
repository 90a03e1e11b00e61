import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { offeredLanguages } from '../../src/core/languages.js';

const available = ['en', 'zh-Hans', 'de'];

describe('the languages a visitor can choose from', () => {
  for (const [what, languages, expected] of [
    ['are all there are, where the site names none', undefined, available],
    ['are those the site names, in its order', ['de', 'en'], ['de', 'en']],
    ['are the closest of those there are', ['zh-CN', 'en-GB'], ['zh-Hans', 'en']],
    ['leave out what there is not', ['fr', 'de'], ['de']],
    ['are all there are, where there is none that the site names', ['fr'], available],
    ['are all there are, where the list is empty', [], available],
    ['stand there once', ['zh-CN', 'zh-Hans', 'en', 'en-GB'], ['zh-Hans', 'en']],
  ] as const) {
    it(what, () =>
      assert.deepEqual(offeredLanguages(languages ? { languages: [...languages] } : {}, available), expected),
    );
  }
});
