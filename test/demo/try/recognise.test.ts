import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { recognise, type Reading } from '../../../demo/pages/try/reading/recognise.js';

const COOKIE_CONSENT = `{ categories: { necessary: { readOnly: true }, analytics: {} }, language: { default: 'en', translations: {} } }`;

const TEXTS: readonly (readonly [kind: Reading['kind'], what: string, text: string])[] = [
  ['json', 'a config', '{ "controller": { "name": "Shop" } }'],
  ['json', 'another JSON file', '{ "name": "package", "version": "1.0.0" }'],
  ['json', 'a list', '[]'],
  [
    'json',
    'a config with categories of its own',
    '{ "categories": [{ "id": "analytics", "services": [{ "id": "x" }] }] }',
  ],
  ['broken', 'nothing', ''],
  ['broken', 'JSON with a mistake', '{ "controller": { "name": "Shop" '],
  ['broken', 'a sentence', 'Please send me the config.'],
  ['broken', 'prose with a colon inside', 'The config is this: nothing'],
  ['relaxed', 'comments', '// mine\n{ "revision": 1 }'],
  ['relaxed', 'a trailing comma', '{ "revision": 1, }'],
  ['relaxed', 'a literal of JavaScript', "{ controller: { name: 'Shop' } }"],
  ['relaxed', 'a module that exports one', "export default { controller: { name: 'Shop' } };"],
  ['yaml', 'YAML', 'controller:\n  name: Shop\ncategories:\n  - id: analytics\n'],
  ['yaml', 'YAML after a comment', '# ours\n---\nrevision: 2\n'],
  ['html', 'HTML with a config', '<script type="application/json" id="candor-config">{}</script>'],
  ['html', 'HTML without one', '<!doctype html><p>Hello</p>'],
  [
    'cookieconsent',
    'vanilla-cookieconsent as JSON',
    JSON.stringify({ categories: { ads: {} }, language: { translations: {} } }),
  ],
  ['cookieconsent', 'vanilla-cookieconsent as a literal', COOKIE_CONSENT],
  ['cookieconsent', 'its call', `CookieConsent.run(${COOKIE_CONSENT});`],
  [
    'cookieconsent',
    'its call on a page',
    `<script type="module">import 'x'; CookieConsent.run(${COOKIE_CONSENT})</script>`,
  ],
  [
    'cookieconsent',
    'its call in a listener',
    `addEventListener('load', () => { CookieConsent.run(${COOKIE_CONSENT}) })`,
  ],
  ['klaro', 'Klaro as JSON', JSON.stringify({ services: [{ name: 'matomo', purposes: ['analytics'] }] })],
  [
    'klaro',
    'Klaro as a script',
    "var klaroConfig = { elementID: 'klaro', services: [{ name: 'x', purposes: ['y'], callback: () => 1 }] };",
  ],
];

describe('a text', () => {
  for (const [kind, what, text] of TEXTS) {
    test(`is recognised as ${kind}: ${what}`, async () => assert.equal((await recognise(text)).kind, kind));
  }

  test('of every example is taken as it is', async () => {
    for (const name of ['minimum', 'california', 'chinese-cloud', 'europe-and-china']) {
      const text = readFileSync(`demo/pages/try/examples/${name}.json`, 'utf8');
      assert.equal((await recognise(text)).kind, 'json', name);
    }
  });

  test('of HTML gives the JSON of its config alone', async () => {
    const reading = await recognise(
      '<head><script>var a = "<p>"</script><script id=candor-config type="application/json">\n{"revision":2}\n</script></head>',
    );
    assert.deepEqual(reading, { kind: 'html', config: '{"revision":2}' });
  });

  test('of JavaScript is read, never run', async () => {
    const reading = await recognise(`CookieConsent.run({
      categories: { analytics: { autoClear: { cookies: [{ name: /^_ga/ }] }, enabled: !0 } },
      language: { translations: { en: \`en.json\`, de: 'a' + 'b', fr: load() } },
      onConsent() { throw new Error('ran'); },
      cookie: { expiresAfterDays: -1, name: undefined },
      ...rest,
    })`);
    assert.deepEqual(reading, {
      kind: 'cookieconsent',
      value: {
        categories: { analytics: { autoClear: { cookies: [{}] }, enabled: true } },
        language: { translations: { en: 'en.json', de: 'ab' } },
        cookie: { expiresAfterDays: -1 },
      },
      code: ['categories.analytics.autoClear.cookies.0.name', 'language.translations.fr', 'onConsent', '…'],
    });
  });

  test('cannot change what objects are', async () => {
    const reading = await recognise(
      `CookieConsent.run({ categories: { a: {} }, language: { translations: {} }, ['__proto__']: 1, "__proto__": { polluted: true } })`,
    );
    assert.equal(reading.kind, 'cookieconsent');
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });

  test('of YAML that unfolds without end is none', async () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, index) => {
        const alias = `*${'abcdefgh'[index]}`;
        return `${name}: &${name} [${Array.from({ length: 9 }, () => alias).join(',')}]`;
      }),
    ].join('\n');
    assert.equal((await recognise(bomb)).kind, 'broken');
  });

  test('nested deeper than the stack is refused, not fatal', async () => {
    await assert.rejects(recognise('['.repeat(200_000)), RangeError);
  });
});
