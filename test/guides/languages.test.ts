import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { guides, type CodeBlock, type Document } from './documents.js';

/** A word for people, which each language has its own of: it begins with a capital or is not in Latin letters. */
const isForPeople = (text: string): boolean => /^([A-Z]|[^\x00-\x7f])|[^\x00-\x7f]/.test(text);

/** The code with comments and what is meant for people taken out. */
const skeleton = ({ code }: CodeBlock): string =>
  code
    .replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|^\s*\/\/.*$|(?<=;|\)) \/\/.*$/gm, '')
    .replace(/(['"])((?:(?!\1).)*)\1/g, (all, quote: string, text: string) => (isForPeople(text) ? quote + quote : all))
    .replace(/>([^<>]*)</g, (all, text: string) => (isForPeople(text.trim()) ? '><' : all))
    // A line that one language breaks for its longer words.
    .replace(/\s+/g, ' ');

const linksOf = ({ links }: Document): string[] => links.map((link) => link.replace(/^#.*/, '#'));

for (const { path, en, zh } of guides) {
  describe(`${path} in English and Chinese`, () => {
    test('has the same headings', () => {
      assert.deepEqual(
        zh.headings.map(({ level }) => level),
        en.headings.map(({ level }) => level),
      );
    });

    test('has the same code but for words meant for people', () => {
      assert.deepEqual(
        zh.blocks.map(({ language }) => language),
        en.blocks.map(({ language }) => language),
      );
      assert.deepEqual(zh.blocks.map(skeleton), en.blocks.map(skeleton));
    });

    test('has the same links', () => assert.deepEqual(linksOf(zh), linksOf(en)));

    test('has the same tables, row for row', () => {
      const shape = ({ tables }: Document): unknown =>
        tables.map(({ heading, rows }) => ({ heading, rows: rows.map((row) => [row.length, row[0]!.codes]) }));
      assert.deepEqual(shape(zh), shape(en));
    });

    test('is each in its own language', () => {
      assert.doesNotMatch(en.prose.replace(/“[^”]*”/g, ''), /\p{Script=Han}/u);
      for (const line of zh.prose.split('\n')) assert.match(line, /\p{Script=Han}|^`$|^(React|Vue|Svelte)：$/u);
    });

    test('writes Chinese with full-width marks', () => {
      assert.doesNotMatch(zh.prose, /\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}|[“”‘’]\s|\s[，。；：！？、]/u);
    });
  });
}

describe('the comparison of languages', () => {
  const of = (code: string): string => skeleton({ language: 'ts', code, where: '' });

  test('sees code that differs', () => {
    assert.notEqual(of("consent.gate('analytics', run);"), of("consent.gate('social', run);"));
    assert.equal(of("const name = 'Shop'; // your name"), of("const name = '小店'; // 您的名称"));
  });
});
