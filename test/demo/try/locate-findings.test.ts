import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lintConfig } from 'candor-consent/lint';
import { createLocate } from '../../../demo/pages/try/reading/locate.js';
import { locateFindings } from '../../../demo/pages/try/reading/locate-findings.js';

const TEXT = `{
  "revision": 0,
  "categories": [
    { "id": "analytics" },
    { "id": "Bad Id", "services": [{ "name": 5 }] }
  ],
  "texts": { "banner.title": { "en": 5 }, "banner": "x" },
  "colour": "red"
}`;

/** What of the text a path and part lead to. */
function at(path: string, part: 'key' | 'value'): string {
  const { offset, length } = createLocate(TEXT)(path, part);
  return TEXT.slice(offset, offset + length);
}

describe('a path of the linter', () => {
  const PLACES = [
    ['', 'value', '{'],
    ['revision', 'value', '0'],
    ['revision', 'key', '"revision"'],
    ['categories.1.id', 'value', '"Bad Id"'],
    ['categories.1.services.0.name', 'value', '5'],
    ['texts.banner.title', 'value', '{'],
    ['texts.banner.title.en', 'value', '5'],
    ['texts.banner', 'value', '"x"'],
    ['colour', 'key', '"colour"'],
  ] as const;
  for (const [path, part, expected] of PLACES) {
    test(`leads to its ${part}: ${path || '(all)'}`, () => assert.equal(at(path, part), expected));
  }

  test('that leads nowhere points at the innermost thing that is there', () => {
    assert.equal(at('categories.1.services.0.id', 'value'), '{');
    assert.equal(at('categories.7.id', 'value'), '[');
    assert.equal(at('nothing.at.all', 'value'), '{');
  });

  test('in a text that holds nothing is its beginning', () => {
    assert.deepEqual(createLocate('')('revision', 'value'), { offset: 0, length: 1 });
  });
});

test('findings stand in the order of the text, errors at values and warnings at keys', () => {
  const found = locateFindings(TEXT, lintConfig(JSON.parse(TEXT)));
  const words = found.map(({ offset, length }) => TEXT.slice(offset, offset + length));
  // The second brace is the service without an id, the third the text that is none.
  assert.deepEqual(words, ['0', '"Bad Id"', '{', '5', '{', '"colour"']);
});
