import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Text } from '../../src/core/config.js';
import { fill, matchLanguage, resolveText } from '../../src/core/text.js';

describe('the language', () => {
  for (const [wanted, available, expected] of [
    [['zh-CN'], ['en', 'zh-Hans'], 'zh-Hans'],
    [['zh'], ['en', 'zh-Hans'], 'zh-Hans'],
    [['zh-SG'], ['en', 'zh-Hans'], 'zh-Hans'],
    [['zh-TW'], ['en', 'zh-Hans'], undefined],
    [['zh-TW'], ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
    [['zh-HK'], ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
    [['zh-Hans-HK'], ['zh-Hant', 'zh-Hans'], 'zh-Hans'],
    [['zh-Hant'], ['zh-CN', 'zh-TW'], 'zh-TW'],
    [['pt-BR'], ['pt', 'en'], 'pt'],
    [['pt-BR'], ['pt-PT', 'pt-BR'], 'pt-BR'],
    [['pt-BR'], ['pt-PT'], 'pt-PT'],
    [['pt-AO'], ['pt', 'pt-BR'], 'pt'],
    [['es-MX'], ['es', 'es-419'], 'es-419'],
    [['es-US'], ['es', 'es-419'], 'es-419'],
    [['es-ES'], ['es', 'es-419'], 'es'],
    [['es'], ['es', 'es-419'], 'es'],
    [['es-MX'], ['es'], 'es'],
    [['es-ES'], ['es-419'], 'es-419'],
    [['no'], ['en', 'nb'], 'nb'],
    [['nn-NO'], ['en', 'nb'], 'nb'],
    [['nb-NO'], ['no'], 'no'],
    [['iw'], ['he'], 'he'],
    [['en-GB'], ['en', 'de'], 'en'],
    [['en-GB'], ['en-US', 'en-GB'], 'en-GB'],
    [['EN-gb'], ['en'], 'en'],
    [['sr-Latn'], ['sr'], undefined],
    [['fr', 'de'], ['de', 'en'], 'de'],
    [['de', 'en'], ['en', 'de'], 'de'],
    [[undefined, null, '', 'x-', 'de'], ['de'], 'de'],
    [['not a tag'], ['en'], undefined],
    [['klingon'], ['klingon'], 'klingon'],
    [['fr'], [], undefined],
    [[], ['en'], undefined],
  ] as [(string | null | undefined)[], string[], string | undefined][]) {
    it(`of ${JSON.stringify(available)} for ${JSON.stringify(wanted)} is ${expected ?? 'none'}`, () => {
      assert.equal(matchLanguage(wanted, available), expected);
    });
  }

  it('is one of those available, whatever is asked for', () => {
    const tag = fc.oneof(fc.constantFrom('en', 'en-GB', 'zh-CN', 'zh-Hant', 'de'), fc.string());
    fc.assert(
      fc.property(fc.array(tag), fc.array(tag), (wanted, available) => {
        const found = matchLanguage(wanted, available);
        assert.ok(found === undefined || available.includes(found));
      }),
    );
  });
});

describe('a text of the config', () => {
  const texts = { de: 'Hallo', 'zh-Hans': '你好', en: 'Hello' };
  for (const [what, text, languages, expected] of [
    ['that is one for all languages is that', 'Hi', ['de'], 'Hi'],
    ['is in the language wanted', texts, ['en'], 'Hello'],
    ['is in the closest language', texts, ['zh-CN'], '你好'],
    ['is in the next language wanted', texts, ['fr', undefined, 'en-GB'], 'Hello'],
    ['is else in the first it has', texts, ['fr'], 'Hallo'],
    ['is in the first it has where nothing is wanted', texts, [], 'Hallo'],
    ['that is empty is none', '', ['en'], undefined],
    ['that is nothing but spaces is none', ' \n', ['en'], undefined],
    ['that is empty in every language is none', { en: '', de: ' ' }, ['en'], undefined],
    ['that is empty in the language wanted is in the next', { ...texts, en: '' }, ['en', 'zh-CN'], '你好'],
    ['that is empty in every language wanted is in the first that has words', { fr: '', ...texts }, ['fr'], 'Hallo'],
    ['that is empty under a tag of nothing is none', { '': '' }, [], undefined],
    ['that is missing is none', undefined, ['en'], undefined],
    ['without a language is none', {}, ['en'], undefined],
    ['that is no text is none', 5, ['en'], undefined],
    ['that is nothing is none', null, ['en'], undefined],
    ['that is no text in that language is none', { en: 5 }, ['en'], undefined],
    ['that is no text in that language is in another', { en: 5, de: 'Hallo' }, ['en'], 'Hallo'],
  ] as [string, Text | undefined, (string | undefined)[], string | undefined][]) {
    it(what, () => assert.equal(resolveText(text, languages), expected));
  }
});

describe('filling in', () => {
  it('puts values into their places, each time', () => {
    assert.equal(fill('{a} and {b} and {a}', { a: '1', b: '2' }), '1 and 2 and 1');
  });

  it('leaves places it does not know, so that a mistake is seen', () => {
    assert.equal(fill('{a} {typo} {}', { a: '1', b: undefined }), '1 {typo} {}');
    assert.equal(fill('{b}', { b: undefined }), '{b}');
  });

  it('takes a value as it is', () => {
    assert.equal(fill('{a}', { a: '$& {b} $1', b: 'no' }), '$& {b} $1');
  });
});
