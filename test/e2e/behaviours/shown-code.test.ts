/** The code that a behaviour page shows is the code that runs on it, and one that can be copied. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { lintConfig } from '../../../src/lint/index.js';
import { isReadable } from './accessible.js';
import {
  BEHAVIOURS,
  demoOrigin,
  FOLDER,
  LANGUAGES,
  openBehaviour,
  pathOf,
  readTexts,
  textsOf,
  type Language,
} from './open-behaviour.js';

/** A file of the behaviour with its texts filled in. */
function fileOf(name: string, file: string, language: Language): string {
  const texts = textsOf(name, language);
  const site = readTexts('demo/texts', language);
  const prefix = language === 'en' ? '' : `/${language}`;
  return readFileSync(join(FOLDER, name, file), 'utf8')
    .replace(/\{\{ t\.(\w+) \}\}/g, (_, key: string) => texts[key]!)
    .replace(/\{\{ site\.(\w+) \}\}/g, (_, key: string) => site[key]!)
    .replace(/\{\{ '(\S+)' \| href \}\}/g, (_, path: string) => prefix + path)
    .replaceAll('{{ lang }}', language === 'en' ? 'en' : 'zh-Hans')
    .trimEnd();
}

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&amp;', '&');

/** The files that a page shows, by name. */
const shownOn = (html: string): Record<string, string> =>
  Object.fromEntries<string>(
    [...html.matchAll(/<figure>\s*<figcaption>(\S+)[^]*?<code>([^]*?)<\/code>/g)].map(
      ([, file = '', code = '']) => [file, textOf(code)] as const,
    ),
  );

/** Without what may differ: spaces, and the nonce of this one answer. */
const plain = (text: string): string => text.replace(/nonce="[^"]*"/g, 'nonce').replace(/\s+/g, '');

for (const name of BEHAVIOURS) {
  describe(`the code of ${name}`, () => {
    const files = readdirSync(join(FOLDER, name)).filter((file) => /^(consent|head|headers|example)\./.test(file));

    for (const language of LANGUAGES) {
      test(`is shown in ${language} as it runs`, async () => {
        const response = await fetch((await demoOrigin()) + pathOf(name, language));
        const html = await response.text();
        const live = html.slice(0, html.indexOf('<section class="sources"'));
        const sources = Object.fromEntries(files.map((file) => [file, fileOf(name, file, language)]));
        assert.ok(files.length > 0);
        assert.deepEqual(shownOn(html), sources);
        for (const [file, source] of Object.entries(sources)) {
          if (file !== 'headers.http') assert.ok(plain(live).includes(plain(source)), `${file} is not what runs`);
        }
        if ('headers.http' in sources) {
          const [, key, policy] = /^(\S+): ([^]*)$/.exec(sources['headers.http'])!;
          const nonce = /nonce="([^"]+)"/.exec(live)![1]!;
          assert.notEqual(nonce, 'NONCE');
          assert.equal(response.headers.get(key!), policy!.replace(/\s+/g, ' ').replace('NONCE', nonce));
        }
      });

      if (!files.includes('consent.json') || name === 'mistakes') continue;
      test(`has a config in ${language} without mistakes, and a cookie of its own`, () => {
        const config = JSON.parse(fileOf(name, 'consent.json', language)) as { cookie: { name: string } };
        assert.deepEqual(lintConfig(config), []);
        assert.equal(config.cookie.name, `candor-${name}`);
      });
    }
  });
}

test('the code of a page is copied at a press', async (t) => {
  const { page } = await openBehaviour(t, 'own-controls', { permissions: ['clipboard-read', 'clipboard-write'] });
  const figure = page.locator('figure', { hasText: 'example.html' });
  await figure.getByRole('button', { name: 'Copy' }).click();
  await figure.getByRole('button', { name: 'Copied' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await figure.locator('code').textContent());
});

// Together they have every language and every colour.
for (const name of ['look', 'revision', 'strict-csp']) {
  test(`the code of ${name} can be read in light and dark`, async (t) => {
    const { page } = await openBehaviour(t, name);
    await isReadable(page);
  });
}

test('no behaviour is left that no test tries', () => {
  const folder = 'test/e2e/behaviours';
  const tests = readdirSync(folder)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const untried = BEHAVIOURS.filter((name) => !tests.includes(`openBehaviour(t, '${name}'`));
  assert.deepEqual(untried, []);
});
