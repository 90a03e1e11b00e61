import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import schema from 'candor-consent/schema.json';
import { lintConfig } from 'candor-consent/lint';
import { findingWords } from '../../../demo/pages/try/reading/finding-words.js';
import { schemaForHelp } from '../../../demo/pages/try/reading/schema-for-help.js';
import { scriptTag } from '../../../demo/pages/try/reading/script-tag.js';

/** Configs that make the linter say all it can. */
const WRONG: readonly unknown[] = [
  5,
  {
    revision: 'x',
    changes: 5,
    languages: ['!'],
    frames: 'x',
    controller: 5,
    texts: 5,
    theme: { scheme: 'blue', accent: 5 },
  },
  { revision: 0, lifespan: { grantDays: 1.5, refusalDays: 0 }, categories: [], regions: [{ match: [5], preset: 'x' }] },
  {
    changes: [{ revision: 1, ids: ['nobody', 'No'], effective: 'soon', text: 5 }],
    categories: [{ id: 'Bad' }, { id: 'a' }, { id: 'a' }],
  },
  {
    categories: [{ id: 'a', services: [{ id: 'b', country: 'x', retention: 'x' }] }],
    cookie: { name: 'a b' },
    unknown: 1,
  },
];

describe('a finding', () => {
  test('is a sentence in English and in Chinese', () => {
    const messages = new Set(WRONG.flatMap((config) => lintConfig(config)).map(({ message }) => message));
    assert.ok(messages.size > 12, String(messages.size));
    for (const message of messages) {
      assert.match(findingWords(message, false), /^[A-Z].*\.$/);
      assert.match(findingWords(message, true), /\p{Script=Han}.*。$/u, message);
      assert.doesNotMatch(findingWords(message, true), /\$\d/);
    }
  });

  test('that is new is told in the linter’s own words', () => {
    assert.equal(findingWords('write less', true), 'Write less.');
  });
});

describe('a script tag', () => {
  test('holds the very config, and no text of it can end the script', () => {
    const config = { note: '</script><script>alert(1)</script><!--' };
    const tag = scriptTag(JSON.stringify(config, null, 2));
    const [, json = ''] = /id="candor-config">\n([\s\S]*?)\n<\/script>/.exec(tag) ?? [];
    assert.deepEqual(JSON.parse(json), config);
    assert.equal(tag.match(/<\/script>/g)?.length, 2);
    assert.match(tag, /<script src="\/candor\/candor.js"><\/script>\n$/);
  });
});

describe('the schema for completion', () => {
  test('refers to nothing and knows every key', () => {
    const help = JSON.stringify(schemaForHelp(schema));
    assert.doesNotMatch(help, /\$ref/);
    for (const key of ['categories', 'services', 'retention', 'banner', 'grantDays'])
      assert.ok(help.includes(`"${key}"`), key);
  });
});
