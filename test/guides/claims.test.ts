import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import ts from 'typescript';
import { decode, encode } from '../../src/core/cookie-codec.js';
import { lintConfig } from '../../src/lint/index.js';
import { anyDecision } from '../helpers/model.js';
import { documents, guide, guides, tablesUnder } from './documents.js';

const WORDS_A_MINUTE = 240;
const CHARACTERS_A_MINUTE = 400;
const MINUTES = 5;

describe('a guide can be read in five minutes', () => {
  for (const { path, en, zh } of guides.filter(({ path }) => path !== '/guides/reference/')) {
    test(`in English: ${path}`, () => {
      const words = en.prose.split(/\s+/).length;
      assert.ok(words <= MINUTES * WORDS_A_MINUTE, `${words} words`);
    });

    test(`in Chinese: ${path}`, () => {
      const characters = zh.prose.match(/\p{Script=Han}|\w+/gu)!.length;
      assert.ok(characters <= MINUTES * CHARACTERS_A_MINUTE, `${characters} characters`);
    });
  }
});

describe('what visitors download', () => {
  test('is said as the budgets that the build is held to', () => {
    const { 'size-limit': budgets } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      'size-limit': { limit: string }[];
    };
    const limits = budgets.map(({ limit }) => `${Number.parseFloat(limit).toFixed(1)} kB`);
    for (const [{ file }, [table]] of tablesUnder(guide('site-owner'), 'What visitors download')) {
      assert.deepEqual(
        table!.rows.map((row) => row[1]!.text),
        limits,
        file,
      );
    }
  });
});

describe('what the marketing guide quotes from the checker', () => {
  const wrong = [
    { layout: { banner: 'popup' } },
    { controller: { name: 5 } },
    { categories: [{ id: 'analytics' }, { id: 'analytics' }] },
    { colour: 'red' },
    { categories: [{ id: 'analytics' }], changes: [{ revision: 2, ids: ['posthog'] }] },
    { categories: [{ id: 'analytics', services: [{ id: 'posthog', retention: 'a year' }] }] },
  ];
  const messages = wrong.map((config) => lintConfig(config)[0]!.message);

  test('is what it says', () => {
    for (const [{ file }, [table]] of tablesUnder(guide('marketing'), 'What the checker says')) {
      const quotes = table!.rows.map((row) => row[0]!.codes[0]!);
      assert.equal(quotes.length, messages.length);
      for (const [index, quote] of quotes.entries()) assert.ok(messages[index]!.includes(quote), `${file}: ${quote}`);
    }
  });
});

describe('the cookie as the developer’s guide reads it', () => {
  interface Reader {
    readonly readAnswers: (header: string) => ReadonlyMap<string, unknown>;
    readonly isGranted: (header: string, category: string, revision?: number, grantDays?: number) => boolean;
  }
  const source = guide('developer').en.blocks.find(({ code }) => code.startsWith('// consent-cookie.ts'))!.code;
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext } });
  const reader = import(`data:text/javascript,${encodeURIComponent(outputText)}`) as Promise<Reader>;

  test('holds the answers that Candor reads in it, whatever they are', async () => {
    const { readAnswers } = await reader;
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const text = encode(decision);
        assert.deepEqual(
          [...readAnswers(`theme=dark; candor=${text}`)],
          [...decode(text, Number.MAX_SAFE_INTEGER)!.answers],
        );
      }),
    );
  });

  test('tells a yes in spite of the opt-out signal', async () => {
    const { readAnswers } = await reader;
    const text = 'v=1&at=1763784000&rev=2&yes=advertising!.analytics!~1~30&no=';
    assert.deepEqual([...readAnswers(`candor=${text}`)], [...decode(text, Number.MAX_SAFE_INTEGER)!.answers]);
  });

  test('allows what was allowed and neither ran out nor is asked again', async () => {
    const { isGranted } = await reader;
    const now = Math.floor(Date.now() / 1000);
    const header = `candor=v=1&at=${now}&rev=2&yes=functional~1~30.analytics&no=location`;
    assert.equal(isGranted(header, 'analytics', 2), true);
    assert.equal(isGranted(header, 'functional'), true);
    assert.equal(isGranted(header, 'functional', 2), false);
    assert.equal(isGranted(header, 'functional', 1, 29), false);
    assert.equal(isGranted(header, 'location'), false);
    assert.equal(isGranted(header, 'social'), false);
    assert.equal(isGranted('', 'analytics'), false);
    assert.equal(isGranted(`candor=v=2&at=${now}&rev=2&yes=analytics&no=`, 'analytics'), false);
  });

  test('stands in the documents in a form that can be read', () => {
    const cookies = documents.flatMap(({ codes }) => codes.filter((code) => /^(candor=)?v=1&/.test(code)));
    assert.ok(cookies.length > 0);
    for (const text of cookies) assert.ok(decode(text.replace('candor=', ''), Number.MAX_SAFE_INTEGER), text);
  });
});

describe('the law', () => {
  test('is said not to be advised on, first thing, in both languages', () => {
    const { en, zh } = guide('lawyer');
    assert.match(en.prose.split('\n')[1]!, /not legal advice/);
    assert.match(zh.prose.split('\n')[1]!, /不构成法律意见/);
  });
});
