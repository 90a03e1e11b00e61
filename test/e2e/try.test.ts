/** The page on which a config is written and seen at work: every way in, every mistake, every way out. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { before, describe, test, type TestContext } from 'node:test';
import type axe from 'axe-core';
import type { BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';
import { buildDemo, openDemo, type Demo } from '../helpers/demo.js';
import { action, choices, cookie, eventually, gone, holds, kept, settled, shown } from '../helpers/page.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const LANGUAGES = ['/try/', '/zh/try/'] as const;
const MEGABYTE = JSON.stringify({ note: 'x'.repeat(1_048_576) });

const preview = (page: Page): FrameLocator => page.frameLocator('#preview');
const inBanner = (page: Page): Locator => preview(page).locator('candor-banner');
const title = (page: Page): Locator => inBanner(page).locator('[part=title]');
const editor = (page: Page): Locator => page.locator('.cm-content');
const problems = (page: Page): Locator => page.locator('#problems-list button');
const summary = (page: Page): Locator => page.locator('#problems-summary');

/** Waits until an element says something like this. */
const says = (locator: Locator, words: RegExp): Promise<void> =>
  eventually(async () => words.test((await locator.textContent()) ?? ''), String(words));

/** The whole text of the editor, of which only what is in sight is in the document. */
async function textOf(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
  return readFileSync(await download.path(), 'utf8');
}

async function write(page: Page, text: string): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** Puts a text in place of all by a paste, which is quicker than keys. */
async function paste(page: Page, text: string): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await editor(page).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Opens the page, and waits until the first example has been checked and its banner stands. */
async function open(t: TestContext, path: string = '/try/', visitor: BrowserContextOptions = {}): Promise<Demo> {
  const demo = await openDemo(t, path, { viewport: { width: 1280, height: 900 }, ...visitor });
  await shown(title(demo.page));
  await says(summary(demo.page), /./);
  return demo;
}

async function example(page: Page, id: string): Promise<void> {
  await page.click(`[data-example=${id}]`);
  await holds(page, `document.querySelector('[data-example=${id}]').getAttribute('aria-pressed') === 'true'`);
}

before(buildDemo);

describe('an example', () => {
  const EXAMPLES = {
    'chinese-cloud': { title: '您的数据，由您决定', accept: '全部同意' },
    'europe-and-china': { title: 'Your data, your choice', accept: 'Accept all' },
    california: { title: 'Your Privacy Choices', accept: 'Allow' },
    minimum: { title: 'Your data, your choice', accept: 'Accept all' },
  };
  for (const [id, words] of Object.entries(EXAMPLES)) {
    test(`shows its banner and has no problems: ${id}`, async (t) => {
      const { page } = await open(t);
      await example(page, id);
      await says(title(page), new RegExp(words.title));
      await says(action(inBanner(page), 'accept-all'), new RegExp(words.accept));
      await says(summary(page), /^None/);
      assert.equal(await page.locator(`#example-${id}`).isVisible(), true);
      assert.equal(await page.locator('#news').textContent(), '');
    });
  }

  test('takes the place of an edited text only when that is wanted, and undo brings the text back', async (t) => {
    const { page } = await open(t);
    await write(page, '{ "revision": 7 }');
    await page.click('[data-example=minimum]');
    await page.click('#confirm [value=keep]');
    assert.equal(await textOf(page), '{ "revision": 7 }');

    await page.click('[data-example=minimum]');
    await page.keyboard.press('Escape');
    await page.locator('#confirm').waitFor({ state: 'hidden' });
    assert.equal(await textOf(page), '{ "revision": 7 }');

    await page.click('[data-example=minimum]');
    await page.click('#confirm [value=replace]');
    await says(editor(page), /Northlark Cloud/);
    await says(page.locator('#news'), /taken the place/);
    await editor(page).focus();
    await page.keyboard.press('ControlOrMeta+z');
    assert.equal(await textOf(page), '{ "revision": 7 }');
  });
});

describe('writing', () => {
  test('changes the banner while it stands, and the keyboard stays in the editor', async (t) => {
    const { page } = await open(t);
    await write(page, '{ "texts": { "banner.title": "Hello" } }');
    await says(title(page), /^\s*Hello\s*$/);
    await inBanner(page).evaluate((banner) => Object.assign(window, { banner }));
    await page.keyboard.press('Control+End');
    for (let presses = 0; presses < 5; presses++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(' again');
    await says(title(page), /^\s*Hello again\s*$/);
    assert.equal(await inBanner(page).evaluate((banner) => banner === (window as { banner?: Element }).banner), true);
    assert.equal(await editor(page).evaluate((element) => element === document.activeElement), true);
  });

  test('keeps the keyboard in the editor even when a modal panel opens for it', async (t) => {
    const { page } = await open(t);
    await page.locator('input[name=surface][value=preferences]').check();
    await shown(preview(page).locator('candor-preferences [part=panel]'));
    await write(page, '{ "texts": { "preferences.title": "Hel" } }');
    await page.keyboard.press('Control+End');
    for (let presses = 0; presses < 5; presses++) await page.keyboard.press('ArrowLeft');
    for (const letter of 'lo you') await page.keyboard.type(letter);
    await says(preview(page).locator('candor-preferences [part=title]'), /Hello you/);

    await page.locator('input[name=surface][value=banner]').check();
    await write(page, '{ "layout": { "banner": "dialog" } }');
    await shown(inBanner(page).locator('dialog[open]'));
    assert.equal(await editor(page).evaluate((element) => element === document.activeElement), true);
    assert.equal(await textOf(page), '{ "layout": { "banner": "dialog" } }');
  });

  test('suggests the keys and values of the schema', async (t) => {
    const { page } = await open(t);
    await write(page, '{}');
    await page.keyboard.press('ArrowLeft');
    const suggestions = page.locator('.cm-tooltip-autocomplete li');
    await page.keyboard.type('"');
    await eventually(async () => (await suggestions.allTextContents()).some((text) => text.startsWith('categories')));
    await page.keyboard.type('lay');
    await eventually(async () => (await suggestions.count()) === 1);
    await suggestions.first().click();
    await page.keyboard.type('"ban');
    await eventually(async () => /^banner/.test((await suggestions.allTextContents()).join()));
    await suggestions.first().click();
    await page.keyboard.type('"');
    await eventually(async () => (await suggestions.allTextContents()).join() === 'box,bar,dialog,inline');
  });

  test('by keyboard alone can be left: Escape, then Tab, as the page says', async (t) => {
    const { page, asked } = await open(t);
    await editor(page).focus();
    await eventually(async () => asked.some((path) => path.includes('schema-help')));
    await settled(page);
    const hint = await editor(page).getAttribute('aria-describedby');
    await says(page.locator(`#${hint}`), /Escape, then Tab/);
    await page.keyboard.press('Tab');
    assert.equal(await editor(page).evaluate((element) => element === document.activeElement), true);
    // Where suggestions have come up, the first Escape closes those.
    await eventually(async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      return !(await editor(page).evaluate((element) => element.contains(document.activeElement)));
    });
    assert.ok(await editor(page).getAttribute('aria-label'));
  });

  test('loads what few need only when somebody needs it', async (t) => {
    const { page, asked } = await open(t);
    assert.deepEqual(
      asked.filter((path) => /read-yaml|read-script|read-html|schema-help/.test(path)),
      [],
    );
    assert.deepEqual(
      asked.filter((path) => /^https?:/.test(path)),
      [],
    );
    await editor(page).focus();
    await eventually(async () => asked.some((path) => path.includes('schema-help')));
  });
});

describe('a mistake', () => {
  const BROKEN = '{\n  "texts": {\n    "banner.title": "Hi"\n    "banner.accept-all": "Yes"\n  }\n}';
  const WORDS = { '/try/': /A comma is missing here/, '/zh/try/': /这里缺少逗号/ };
  for (const path of LANGUAGES) {
    test(`in the JSON is explained, leads there, and leaves the last good preview: ${path}`, async (t) => {
      const { page } = await open(t, path);
      await write(page, '{ "texts": { "banner.title": "Good" } }');
      await says(title(page), /Good/);
      await write(page, BROKEN);
      await says(problems(page), WORDS[path]);
      await says(problems(page), /3.*24/);
      await says(page.locator('#preview-state'), path === '/try/' ? /last version that could/ : /上一个可用版本/);
      await says(title(page), /Good/);

      await problems(page).click();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.type(',');
      await says(title(page), /Hi/);
      await says(action(inBanner(page), 'accept-all'), /Yes/);
      await holds(page, `document.querySelector('#preview-state').textContent === ''`);
      assert.equal(await problems(page).count(), 0);
    });
  }

  const FINDINGS = {
    '/try/': [
      /^1 problem, in line 2/,
      /theme\.scheme Write one of "auto", "light", "dark"\.$/,
      /Note · Line 3, column 3/,
    ],
    '/zh/try/': [
      /^1 个问题，在第 2 行/,
      /theme\.scheme 请使用以下值之一："auto", "light", "dark"。$/,
      /提示 · 第 3 行，第 3 列/,
    ],
  } as const;
  for (const path of LANGUAGES) {
    test(`in the config is named with its path, place and remedy: ${path}`, async (t) => {
      const { page } = await open(t, path);
      const [error, words, warning] = FINDINGS[path];
      await write(page, '{\n  "theme": { "scheme": "blue" }\n}');
      await says(summary(page), error);
      await says(problems(page).first(), words);
      await says(page.locator('#preview-state'), /./);
      await write(page, '{\n  "theme": {},\n  "colour": "red"\n}');
      await says(problems(page).first(), warning);
      // What is merely unknown has no effect, and stops no preview.
      await holds(page, `document.querySelector('#preview-state').textContent === ''`);
    });
  }

  test('is never markup, wherever it stands', async (t) => {
    const { page } = await open(t);
    const hostile = '<img src=x onerror="top.hacked = 1">';
    await write(
      page,
      JSON.stringify({
        [hostile]: hostile,
        controller: { name: hostile, privacyPolicy: 'javascript:top.hacked = 2' },
        texts: { 'banner.title': hostile },
        regions: [{ match: [hostile], preset: 'eea' }],
        categories: [{ id: 'analytics', services: [{ id: 'x', name: hostile }] }],
      }),
    );
    await says(title(page), /<img/);
    await says(problems(page).first(), /<img/);
    await page.locator('input[name=surface][value=preferences]').check();
    await shown(preview(page).locator('candor-preferences [part=panel]'));
    assert.equal(await page.evaluate('"hacked" in window'), false);
    assert.equal(await page.locator('img').count(), 0);
  });
});

describe('another kind of text', () => {
  test('YAML is told, and becomes JSON by one button', async (t) => {
    const { page } = await open(t);
    await write(page, '# ours\ntexts:\n  banner.title: From YAML\ncategories:\n  - id: analytics\n');
    await says(page.locator('#reading'), /This is YAML/);
    await says(summary(page), /Not checked/);
    // What is written on is converted as well.
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('  - id: location\n');
    await eventually(async () => {
      const button = page.locator('#reading').getByRole('button', { name: 'Convert to JSON' });
      if (await button.isVisible()) await button.click();
      return (await textOf(page)).includes('"location"');
    });
    await says(title(page), /From YAML/);
    await says(summary(page), /^None/);
    await says(page.locator('#news'), /Converted from YAML/);
    await page.locator('#news').getByRole('button', { name: 'Undo' }).click();
    await says(page.locator('#reading'), /This is YAML/);
  });

  test('a config of vanilla-cookieconsent is carried over, and what cannot be is named', async (t) => {
    const { page } = await open(t);
    await write(
      page,
      `CookieConsent.run({
        cookie: { name: 'cc_cookie' },
        onConsent: () => {},
        categories: { necessary: { readOnly: true }, analytics: { autoClear: { cookies: [{ name: /^_ga/ }] } } },
        language: { default: 'en', translations: { en: {
          consentModal: { title: 'We use cookies', acceptAllBtn: 'Fine' },
          preferencesModal: { sections: [{ title: 'Measuring', linkedCategory: 'analytics' }] },
        } } },
      });`,
    );
    await says(page.locator('#reading'), /config of vanilla-cookieconsent/);
    await page.locator('#reading').getByRole('button').click();
    await says(title(page), /We use cookies/);
    await says(action(inBanner(page), 'accept-all'), /Fine/);
    await says(summary(page), /^None/);
    await says(page.locator('#news'), /onConsent.*candor\.gate/);
    await says(page.locator('#news'), /categories\.analytics\.autoClear.*does not erase/);
    const config = JSON.parse(await textOf(page)) as { cookie: { name: string } };
    assert.equal(config.cookie.name, 'cc_cookie');
  });

  test('a config of Klaro is told', async (t) => {
    const { page } = await open(t);
    await write(page, `var klaroConfig = { elementID: 'klaro', services: [{ name: 'a', purposes: ['b'] }] };`);
    await says(page.locator('#reading'), /config of Klaro/);
  });

  test('the script tag gives its config, and the button for it makes the same tag', async (t) => {
    const { page } = await open(t, '/try/', { permissions: ['clipboard-read', 'clipboard-write'] });
    await write(page, '{ "texts": { "banner.title": "</script>" } }');
    await says(title(page), /<\/script>/);
    await page.click('#copy-tag');
    await says(page.locator('#action-result'), /script tag is copied/);
    const tag = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(
      tag,
      /^<script type="application\/json" id="candor-config">\n\{.*\}\n<\/script>\n<script src="\/candor\/candor.js"><\/script>\n$/,
    );

    await write(page, `<!doctype html><head>${tag}</head>`);
    await says(page.locator('#reading'), /HTML with a config in it/);
    await page.locator('#reading').getByRole('button').click();
    await says(title(page), /<\/script>/);
  });

  test('JSON with comments and trailing commas is explained and cleaned', async (t) => {
    const { page } = await open(t);
    await write(page, '{\n  // ours\n  "texts": { "banner.title": "Clean", },\n}');
    await says(page.locator('#reading'), /Nearly JSON/);
    await says(problems(page).first(), /Line 2, column 3.*JSON has no comments/);
    await page.locator('#reading').getByRole('button').click();
    await says(title(page), /Clean/);
    assert.equal(await textOf(page), '{\n  "texts": {\n    "banner.title": "Clean"\n  }\n}\n');
  });

  test('a megabyte is told its size, is not checked at each key, and leaves the editor quick', async (t) => {
    const { page } = await open(t);
    await paste(page, MEGABYTE);
    await says(page.locator('#reading'), /This text is 1 MB.*A config is a few kB.*not checked while you type/s);
    await says(summary(page), /Not checked/);
    await shown(title(page));
    const started = Date.now();
    await page.keyboard.type(' ');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    assert.ok(Date.now() - started < 3000, `${Date.now() - started} ms for a key`);
    await page.locator('#reading').getByRole('button', { name: 'Check it now' }).click();
    await says(summary(page), /^None/);
  });

  test('nested deeper than anything is refused, and the page goes on', async (t) => {
    const { page } = await open(t);
    await paste(page, '['.repeat(100_000));
    await says(page.locator('#reading'), /cannot be read/);
    await write(page, '{ "texts": { "banner.title": "Alive" } }');
    await says(title(page), /Alive/);
  });
});

describe('a file', () => {
  test('is opened by the button, whatever of these it is', async (t) => {
    const { page } = await open(t);
    const file = (name: string, content: string | Buffer) => ({ name, mimeType: '', buffer: Buffer.from(content) });
    await page.setInputFiles('#file', file('consent.json', '\ufeff{ "texts": { "banner.title": "From a file" } }'));
    await says(title(page), /From a file/);
    await says(page.locator('#news'), /consent\.json is open/);
    await page.setInputFiles('#file', file('consent.yaml', 'revision: 2\n'));
    await says(page.locator('#reading'), /This is YAML/);
    await page.setInputFiles('#file', file('photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00])));
    await says(page.locator('#news'), /photo\.png is no text/);
    await page.locator('#file').evaluate((input: HTMLInputElement) => {
      const files = new DataTransfer();
      files.items.add(new File([' '.repeat(10_000_001)], 'huge.json'));
      input.files = files.files;
      input.dispatchEvent(new Event('change'));
    });
    await says(page.locator('#news'), /huge\.json is larger than 10 MB/);
    assert.equal(await textOf(page), 'revision: 2\n');
  });

  test('that is dropped anywhere is opened, and never leads away from the page', async (t) => {
    const { page } = await open(t);
    for (const [selector, name] of [
      ['.cm-content', 'editor'],
      ['h1', 'heading'],
    ] as const) {
      const isTaken = await page.locator(selector).evaluate((element, dropped) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([`{ "texts": { "banner.title": "On ${dropped}" } }`], 'a.json'));
        return !element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      }, name);
      assert.equal(isTaken, true);
      await says(title(page), new RegExp(`On ${name}`));
    }
  });
});

describe('the preview', () => {
  test('is seen from a region, whose rules it follows', async (t) => {
    const { page } = await open(t);
    await says(page.locator('#preset'), /“eea”.* 184 days, a no 184/);
    await page.selectOption('#region', 'CN');
    await says(page.locator('#preset'), /“cn”.* 365 days, a no 365/);
    await shown(title(page));
    // Codes of the config itself can be chosen, too.
    await page.selectOption('#region', 'CH');
    await says(page.locator('#preset'), /“eea”/);
  });

  test('speaks the languages the library offers for this config, and no others', async (t) => {
    const { page } = await open(t);
    const offered = (): Promise<string[]> =>
      page.locator('#locale option').evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value));
    await example(page, 'minimum');
    await eventually(async () => (await offered()).length > 1);
    assert.deepEqual(
      await offered(),
      await page.locator('#preview').evaluate((frame) => (frame as HTMLIFrameElement).contentWindow!.candor!.locales),
    );
    await page.selectOption('#locale', 'zh-Hans');
    await says(title(page), /您的数据，由您决定/);
    // The banner's own switch moves the list along.
    await page.locator('#stage').scrollIntoViewIfNeeded();
    await inBanner(page).getByRole('button', { name: 'English' }).click();
    await says(title(page), /Your data, your choice/);
    await holds(page, `document.querySelector('#locale').value === 'en'`);
    await example(page, 'california');
    await eventually(async () => (await offered()).join() === 'en');
  });

  test('shows the banner and the panel, at three widths, light and dark', async (t) => {
    const { page } = await open(t);
    const frame = page.frame({ url: /frames\/preview/ })!;
    const set = (name: string, value: string): Promise<void> =>
      page.locator(`input[name=${name}][value="${value}"]`).check();
    for (const width of ['360', '768']) {
      await set('width', width);
      await eventually(async () => (await frame.evaluate('innerWidth')) === Number(width));
      const [stage, inner] = await Promise.all(['#stage', '#preview'].map((id) => page.locator(id).boundingBox()));
      assert.ok(inner!.width <= stage!.width && Math.abs(inner!.height - stage!.height) <= 3, width);
    }
    await set('scheme', 'dark');
    await eventually(
      async () => (await inBanner(page).evaluate((banner) => getComputedStyle(banner).colorScheme)) === 'dark',
    );
    await set('scheme', 'light');
    await eventually(
      async () => (await inBanner(page).evaluate((banner) => getComputedStyle(banner).colorScheme)) === 'light',
    );
    await set('surface', 'preferences');
    await shown(preview(page).locator('candor-preferences [part=panel]'));
    await preview(page).locator('candor-preferences [part=close]').click();
    // Whoever opens the panel from the banner sees the panel's texts follow.
    await page.click('#as-new');
    await action(inBanner(page), 'preferences').click();
    await shown(preview(page).locator('candor-preferences [part=panel]'));
    await holds(page, `document.querySelector('input[name=surface]:checked').value === 'preferences'`);
  });

  test('shows what its visitor does, and nothing of it reaches the page around', async (t) => {
    const { page } = await open(t);
    await page.click('footer [data-candor=preferences]');
    await action(page.locator('candor-preferences'), 'reject-all').click();
    await gone(page.locator('candor-preferences'));
    await eventually(async () => (await cookie(page)) !== undefined);
    const before = { cookie: await cookie(page), kept: await kept(page), choices: await choices(page) };

    const state = (id: string): Locator =>
      page.locator('#choices div', { has: page.locator('code', { hasText: new RegExp(`^${id}$`) }) }).locator('dd');
    await says(state('analytics'), /no answer yet/);
    await action(inBanner(page), 'accept-all').click();
    await says(state('analytics'), /^yes$/);
    await says(state('cross-border'), /^no$/);
    await says(page.locator('#events'), /candor-change.*accept-all.*Yes: .*analytics/);
    await gone(inBanner(page));
    assert.deepEqual({ cookie: await cookie(page), kept: await kept(page), choices: await choices(page) }, before);

    await page.click('#as-new');
    await shown(title(page));
    await says(state('analytics'), /no answer yet/);
  });

  test('takes no answer from the page around either', async (t) => {
    const { page } = await open(t);
    await example(page, 'minimum');
    const frame = page.frame({ url: /frames\/preview/ })!;
    // Other pages of the site hear of an answer by what passes through local storage.
    await frame.evaluate(() =>
      addEventListener('storage', ({ newValue }) => Object.assign(window, { heard: newValue })),
    );
    await page.click('footer [data-candor=preferences]');
    const panel = page.locator('candor-preferences');
    await panel.locator('[data-consent-category=advertising]').click();
    await action(panel, 'save').click();
    await gone(panel);
    await eventually(async () => (await choices(page))['advertising'] === true);
    await eventually(async () => (await frame.evaluate('"heard" in window')) === true);
    assert.equal(
      await page
        .locator('#preview')
        .evaluate((frame) => (frame as HTMLIFrameElement).contentWindow!.candor!.granted('advertising')),
      false,
    );
    await shown(title(page));
  });

  test('stays where it is when a link of the config is followed', async (t) => {
    const { page } = await open(t);
    await page.locator('#stage').scrollIntoViewIfNeeded();
    await inBanner(page).locator('[part=policy]').click();
    await says(page.locator('#events'), /leads to \/privacy\//);
    await shown(title(page));
  });

  test('does not ask by itself on the page around, where nothing is measured', async (t) => {
    const { page, asked, log } = await open(t);
    assert.equal(await page.locator('body ~ candor-banner, candor-banner').count(), 0);
    assert.deepEqual(
      asked.filter((path) => /posthog|collect/.test(path)),
      [],
    );
    assert.deepEqual(await log(), []);
  });
});

describe('a way out', () => {
  test('is the file, with the very text', async (t) => {
    const { page } = await open(t);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
    assert.equal(download.suggestedFilename(), 'consent.json');
    assert.equal(
      readFileSync(await download.path(), 'utf8'),
      readFileSync('demo/pages/try/examples/europe-and-china.json', 'utf8'),
    );
    await says(page.locator('#action-result'), /consent\.json is downloaded\.$/);
    await write(page, '{');
    await page.click('#download');
    await says(page.locator('#action-result'), /still has mistakes/);
    await page.click('#copy-tag');
    await says(page.locator('#action-result'), /mend the JSON first/);
  });

  for (const path of LANGUAGES) {
    test(`is a link, which opens the same text elsewhere: ${path}`, async (t) => {
      const { page } = await open(t, path, { permissions: ['clipboard-read', 'clipboard-write'] });
      await write(page, '{ "texts": { "banner.title": "分享 🙂" } }');
      await says(title(page), /分享/);
      await page.click('#share');
      await says(page.locator('#action-result'), /./);
      const link = await page.evaluate(() => navigator.clipboard.readText());
      assert.equal(link, page.url());

      const other = await page.context().newPage();
      await other.goto(link);
      await says(title(other), /^\s*分享 🙂\s*$/);
      assert.equal(await textOf(other), '{ "texts": { "banner.title": "分享 🙂" } }');

      // Edited, the text is no longer that of the link.
      await write(other, '{ "texts": { "banner.title": "Mine" } }');
      await says(title(other), /Mine/);
      await eventually(async () => !other.url().includes('#'));
    });
  }

  const HOSTILE = { damaged: '#config=AAAA', cut: '#config=q1bKzE', 'no base64': '#config=%%%' };
  for (const [what, hash] of Object.entries(HOSTILE)) {
    test(`that does not work is told, and an example takes its place: ${what}`, async (t) => {
      const { page } = await open(t, `/try/${hash}`);
      await says(page.locator('#news'), /The link is damaged/);
      await says(summary(page), /^None/);
    });
  }

  test('that opens in the same window asks before it takes an edited text’s place', async (t) => {
    const { page } = await open(t);
    await page.click('#share');
    await eventually(async () => page.url().includes('#config='));
    const { hash } = new URL(page.url());
    await write(page, '{ "revision": 5 }');
    await eventually(async () => !page.url().includes('#'));
    await page.evaluate((link) => void (location.hash = link), hash);
    await page.click('#confirm [value=replace]');
    await says(editor(page), /PostHog/);
  });
});

describe('the visitor’s text', () => {
  test('is not kept without a yes, and leaving with changes is warned of', async (t) => {
    const { page } = await open(t);
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    await shown(title(page));
    assert.deepEqual(dialogs, []);
    await editor(page).click();
    await write(page, '{ "revision": 3 }');
    await says(summary(page), /^None/);
    assert.deepEqual(await kept(page), []);
    await page.reload();
    await says(editor(page), /PostHog/);
    assert.deepEqual(dialogs, ['beforeunload']);
  });

  test('is kept while the visitor allows their settings to be remembered, and forgotten when they do not', async (t) => {
    const { page } = await open(t);
    page.on('dialog', (dialog) => assert.fail(dialog.type()));
    await page.evaluate(() => window.candor!.update({ functional: true }));
    await editor(page).click();
    await write(page, '{ "texts": { "banner.title": "Kept" } }');
    await eventually(async () => (await kept(page)).includes('sessionStorage try-draft'));
    await says(title(page), /Kept/);
    await page.reload();
    await says(title(page), /Kept/);
    await page.evaluate(() => window.candor!.update({ functional: false }));
    await eventually(async () => !(await kept(page)).includes('sessionStorage try-draft'));
  });
});

describe('the page', () => {
  for (const path of LANGUAGES) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`has nothing that axe finds: ${path}, ${colorScheme}`, async (t) => {
        const { page } = await open(t, path, { colorScheme });
        await page.addScriptTag({ path: AXE });
        const find = async (): Promise<string[]> =>
          (await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())).violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
          );
        assert.deepEqual(await find(), []);
        // With problems, a notice and events in sight.
        await write(page, 'revision: 1\n');
        await says(page.locator('#reading'), /YAML/);
        await page.locator('#reading button').click();
        await action(inBanner(page), 'accept-all').click();
        await write(page, '{ "theme": { "scheme": 1 }, "colour": 2 }');
        await eventually(async () => (await problems(page).count()) === 2);
        assert.deepEqual(await find(), []);
        await page.click('[data-example=minimum]');
        await shown(page.locator('#confirm'));
        assert.deepEqual(await find(), []);
      });
    }

    test(`fits 320 px, the preview within reach: ${path}`, async (t) => {
      const { page } = await open(t, path, { viewport: { width: 320, height: 640 } });
      const fits = (): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth <= innerWidth');
      assert.equal(await fits(), true);
      await write(page, 'CookieConsent.run({ categories: { a: { autoClear: {} } }, language: { translations: {} } })');
      await page.locator('#reading button').click();
      await write(page, '{ "theme": { "scheme": "a-very-long-word-that-cannot-be-broken-anywhere-at-all" } }');
      await eventually(async () => (await problems(page).count()) === 1);
      assert.equal(await fits(), true);
      await page.click('.workbench-jump[href="#preview-title"]');
      await holds(page, `document.querySelector('#preview-title').getBoundingClientRect().top < 100`);
      for (const width of ['360', '768']) {
        await page.locator(`input[name=width][value="${width}"]`).check();
        assert.equal(await fits(), true);
      }
    });
  }
});
