/** The comparison: both libraries work side by side, and what the page says of them is so. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { before, describe, test, type TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { cookieConsentConfig } from '../../demo/frames/compare-cookieconsent/config.js';
import { LIBRARIES, type LibraryId } from '../../demo/pages/compare/library.js';
import { startDemoServer } from '../../demo/server.js';
import { buildDemo, openDemo } from '../helpers/demo.js';
import { eventually, openSite, openVisitor } from '../helpers/page.js';
import { serveSite } from '../helpers/site.js';

const require = createRequire(import.meta.url);
const AXE = require.resolve('axe-core/axe.min.js');
const COOKIECONSENT = dirname(require.resolve('vanilla-cookieconsent'));
const BOTH = ['candor', 'cookieconsent'] as const satisfies readonly LibraryId[];
const WIDE = { viewport: { width: 1440, height: 1000 } };

/** The element that is there exactly while the surface stands. */
const BANNER = { candor: 'candor-banner', cookieconsent: '#cc-main .cm' } as const;
const PANEL = { candor: 'candor-preferences dialog', cookieconsent: '#cc-main .pm' } as const;
const TAKE_BACK = {
  candor: 'candor-preferences [data-consent-action=withdraw]',
  cookieconsent: '#cc-main .pm [data-role=necessary]',
} as const;

const within = (page: Page, library: LibraryId): { locator(selector: string): Locator } =>
  page.frameLocator(`[data-library=${library}]`);

const cell = (page: Page, fact: string, library: LibraryId): Locator =>
  page.locator(`[data-fact="${fact}"] [data-of=${library}] .value`);

const ready = (page: Page, library: LibraryId): Promise<void> =>
  eventually(() => page.locator(`[data-library=${library}]`).evaluate((frame) => !(frame as HTMLIFrameElement).inert));

async function openComparison(t: TestContext, path = '/compare/'): Promise<Page> {
  const { page } = await openDemo(t, path, WIDE);
  for (const library of BOTH) {
    await within(page, library).locator(BANNER[library]).waitFor();
    await ready(page, library);
  }
  return page;
}

/** A library's sample page by itself. */
async function openAlone(t: TestContext, library: LibraryId): Promise<Page> {
  const { page } = await openDemo(t, `/frames/compare-${library}/?language=en`, WIDE);
  await page.locator(BANNER[library]).waitFor();
  return page;
}

before(buildDemo);

describe('the comparison', () => {
  for (const path of ['/compare/', '/zh/compare/']) {
    test(`${path} shows both banners and fills in what it measures`, async (t) => {
      const page = await openComparison(t, path);
      const measured = async (fact: string, library: LibraryId, plausible: RegExp): Promise<void> => {
        await cell(page, fact, library).and(page.locator('[data-measured]')).waitFor();
        assert.match(await cell(page, fact, library).innerText(), plausible, `${fact} of ${library}`);
      };
      for (const library of BOTH) {
        await measured('requests', library, /^[23]$/);
        await measured('height', library, /^4\d px$/);
        await measured('contrast', library, /^(?:[4-9]|1\d|2[01])(?:\.\d)? : 1$/);
        await measured('size', library, /^(\d+ × \d+) (?:and|与) \1 /);
        await measured('left', library, /^(nothing|无)$/);
      }
      await measured('role', 'candor', /region/);
      await measured('role', 'cookieconsent', /dialog.*modal|dialog.*模态/);
      await measured('focus', 'candor', /stays|留在/);
      await measured('focus', 'cookieconsent', /moved|移入/);
      await page.locator('[name=surface]').selectOption('panel');
      await measured('switches', 'candor', /^4 .*switch/);
      await measured('switches', 'cookieconsent', /^5 .*checkbox/);
    });

    test(`${path} has no barriers and fits small screens`, async (t) => {
      const page = await openComparison(t, path);
      await page.addScriptTag({ path: AXE });
      for (const width of [1440, 320]) {
        await page.setViewportSize({ width, height: 800 });
        assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${width} px`);
        const found = await page.evaluate<string[]>(`axe
          .run(document, { iframes: false })
          .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`);
        assert.deepEqual(found, []);
      }
    });
  }

  test('obeys its controls', async (t) => {
    const page = await openComparison(t);
    for (const library of BOTH) {
      const inner = within(page, library).locator('html');
      await page.locator('[name=width]').selectOption('320');
      await eventually(async () => (await inner.evaluate(() => innerWidth)) === 320);
      await page.locator('[name=width]').selectOption('1440');
      await eventually(async () => (await inner.evaluate(() => innerWidth)) === 1440);

      const text = within(page, library).locator(library === 'candor' ? 'candor-banner h2' : '#cc-main .cm__title');
      const colour = (): Promise<string> => text.evaluate((element) => getComputedStyle(element).color);
      await page.locator('[name=scheme]').selectOption('light');
      const light = await colour();
      await page.locator('[name=scheme]').selectOption('dark');
      await eventually(async () => (await colour()) !== light);

      await page.locator('[name=surface]').selectOption('panel');
      await within(page, library).locator(PANEL[library]).waitFor();
      await page.locator('[name=surface]').selectOption('banner');
      await within(page, library).locator(PANEL[library]).waitFor({ state: 'hidden' });
      await within(page, library).locator(BANNER[library]).waitFor();
    }
    await eventually(() => page.evaluate(() => !document.activeElement?.matches('iframe')), 'the focus is given back');
  });

  test('starts over as if nobody had answered', async (t) => {
    const page = await openComparison(t);
    for (const library of BOTH) {
      await within(page, library).locator(LIBRARIES[library].accept).first().click();
      await within(page, library).locator(BANNER[library]).waitFor({ state: 'hidden' });
      await eventually(async () => /sample/.test(await cell(page, 'left', library).innerText()));
    }
    await page.getByRole('button', { name: 'Start over' }).click();
    for (const library of BOTH) {
      await within(page, library).locator(BANNER[library]).waitFor();
      await eventually(async () => /nothing/.test(await cell(page, 'left', library).innerText()));
    }
  });
});

describe('what the comparison says', () => {
  test('of versions and downloads is what the files are', async (t) => {
    for (const path of ['/compare/', '/zh/compare/']) {
      const { page } = await openDemo(t, path);
      const origin = new URL(page.url()).origin;
      const { version } = JSON.parse(readFileSync(join(COOKIECONSENT, '../package.json'), 'utf8')) as {
        version: string;
      };
      await page.getByText(`vanilla-cookieconsent ${version}`, { exact: true }).waitFor();
      for (const fact of ['first', 'returning', 'panel']) {
        for (const library of BOTH) {
          const said = await cell(page, fact, library).evaluate(({ dataset, textContent }: HTMLElement) => ({
            files: dataset['files']!.split(' '),
            bytes: Number(dataset['bytes']),
            text: textContent,
          }));
          let bytes = 0;
          for (const file of said.files) {
            const response = await fetch(origin + file);
            assert.equal(response.status, 200, file);
            bytes += brotliCompressSync(Buffer.from(await response.arrayBuffer())).length;
          }
          assert.equal(said.bytes, bytes, `${fact} of ${library} at ${path}`);
          // Rounded as whoever reads the bytes rounds them: 41,650 are 41.7 kB, which binary fractions make 41.6.
          assert.equal(said.text.trim(), `${(Math.round(bytes / 100) / 10).toFixed(1)} kB`);
        }
      }
    }
  });

  for (const library of BOTH) {
    test(`of a visit with ${library} is what its page asks for`, async (t) => {
      const server = await startDemoServer({ port: 0, dist: resolve('dist') });
      const context = await openVisitor();
      t.after(async () => {
        await context.close();
        await server.close();
      });
      const page = await context.newPage();
      await page.goto(`${server.origin}/compare/`);
      const files = async (fact: string): Promise<string[]> =>
        ((await cell(page, fact, library).getAttribute('data-files')) ?? '').split(' ').sort();
      const [first, returning, panel] = await Promise.all(['first', 'returning', 'panel'].map(files));

      const visit = await context.newPage();
      const asked = new Set<string>();
      visit.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.startsWith(LIBRARIES[library].files)) asked.add(pathname);
      });
      await visit.goto(`${server.origin}/frames/compare-${library}/`);
      await visit.locator(BANNER[library]).waitFor();
      const shownAt = await visit.evaluate(() => window.arrival!.shownAt!);
      const before = await visit.evaluate(
        ([prefix, end]) =>
          performance
            .getEntriesByType('resource')
            .filter(({ name, startTime }) => new URL(name).pathname.startsWith(prefix) && startTime < end)
            .map(({ name }) => new URL(name).pathname),
        [LIBRARIES[library].files, shownAt] as const,
      );
      assert.deepEqual([...new Set(before)].sort(), first);

      await visit.locator(LIBRARIES[library].manage).first().click();
      await visit.locator(PANEL[library]).waitFor();
      await visit.locator(PANEL[library]).locator(LIBRARIES[library].reject).click();
      await visit.locator(PANEL[library]).waitFor({ state: 'hidden' });
      assert.deepEqual([...asked].sort(), panel);

      asked.clear();
      await visit.reload();
      await visit.waitForLoadState('networkidle');
      assert.deepEqual([...asked].sort(), returning);
    });

    test(`of clicks with ${library}: one refuses, two by way of the panel, two take everything back`, async (t) => {
      const page = await openAlone(t, library);
      const gone = (): Promise<void> => page.locator(BANNER[library]).waitFor({ state: 'hidden' });
      await page.locator(LIBRARIES[library].reject).first().click();
      await gone();

      const other = await openAlone(t, library);
      await other.locator(LIBRARIES[library].manage).first().click();
      await other.locator(PANEL[library]).locator(LIBRARIES[library].reject).click();
      await other.locator(BANNER[library]).waitFor({ state: 'hidden' });
      await other.locator(PANEL[library]).waitFor({ state: 'hidden' });

      const third = await openAlone(t, library);
      await third.locator(LIBRARIES[library].accept).first().click();
      await third.locator(BANNER[library]).waitFor({ state: 'hidden' });
      await eventually(async () => (await third.evaluate(() => document.cookie)).includes('sample-'));
      await third.locator('footer button').click();
      await third.locator(TAKE_BACK[library]).click();
      await third.locator(PANEL[library]).waitFor({ state: 'hidden' });
      const cookies = await third.evaluate(() => document.cookie);
      // Theirs clears the cookies that the config names; ours leaves them to the site.
      assert.equal(cookies.includes('sample-'), library === 'candor');
      const analytics = await third.evaluate(
        (id) =>
          id === 'candor' ? window.candor!.granted('analytics') : window.CookieConsent.acceptedCategory('analytics'),
        library,
      );
      assert.equal(analytics, false);
    });

    test(`of a script that is added after the answer with ${library}`, async (t) => {
      const page = await openAlone(t, library);
      await page.locator(LIBRARIES[library].accept).first().click();
      await page.locator(BANNER[library]).waitFor({ state: 'hidden' });
      await eventually(async () => (await page.evaluate(() => document.cookie)).includes('sample-'));
      await page.evaluate(() => {
        const script = document.createElement('script');
        script.type = 'text/plain';
        script.dataset['consent'] = script.dataset['category'] = 'analytics';
        script.text = 'window.isLate = true';
        document.body.append(script);
      });
      await page.evaluate(async () => {
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      });
      const ran = (): Promise<boolean> => page.evaluate(`window.isLate === true`);
      if (library === 'candor') await eventually(ran);
      else assert.equal(await ran(), false);
    });
  }

  const STRICT = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'`;
  const TRUSTED = `${STRICT}; require-trusted-types-for 'script'; trusted-types candor lit-html`;

  /** vanilla-cookieconsent as its documentation says, on a page with the policy; true once its banner has words. */
  async function cookieConsentStands(
    t: TestContext,
    policy: string,
  ): Promise<{ stands: boolean; complaints: string[] }> {
    const site = await serveSite({
      pages: {
        '/': `<!doctype html><html lang="en"><head><title>Shop</title><link rel="stylesheet" href="/cc/cookieconsent.css"></head>
          <body><script src="/cc/cookieconsent.umd.js"></script><script src="/run.js"></script></body></html>`,
        '/run.js': `CookieConsent.run(${JSON.stringify(cookieConsentConfig('en'))})
          .then(() => 'stands', () => 'fails').then((state) => (document.documentElement.dataset.state = state))`,
      },
      folders: { '/cc': COOKIECONSENT },
      headers: { '/': { 'content-security-policy': policy } },
    });
    const context = await openVisitor();
    t.after(async () => {
      await context.close();
      await site.close();
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(site.origin);
    await page.locator('html[data-state]').waitFor();
    return { stands: (await page.locator('html').getAttribute('data-state')) === 'stands', complaints };
  }

  const candorStands = async (t: TestContext, policy: string): Promise<void> => {
    const { page } = await openSite(t, {
      headers: { '/': { 'content-security-policy': policy } },
      tag: `<script src="/candor/candor.js"></script>`,
    });
    await page.locator('candor-banner').getByRole('button', { name: 'Reject all' }).waitFor();
  };

  test('of a content security policy without inline code: both work', async (t) => {
    await candorStands(t, STRICT);
    const { stands, complaints } = await cookieConsentStands(t, STRICT);
    assert.equal(stands, true);
    assert.deepEqual(complaints, []);
  });

  test('of Trusted Types: Candor works, vanilla-cookieconsent does not', async (t) => {
    await candorStands(t, TRUSTED);
    const { stands, complaints } = await cookieConsentStands(t, TRUSTED);
    assert.equal(stands, false);
    assert.match(complaints.join('\n'), /TrustedHTML/);
  });

  test('of automated browsers: by default vanilla-cookieconsent shows them nothing', async (t) => {
    const page = await openAlone(t, 'cookieconsent');
    const isShown = await page.evaluate(async () => {
      const config = window.CookieConsent.getConfig();
      window.CookieConsent.reset(true);
      await window.CookieConsent.run({ ...config, hideFromBots: true });
      return document.querySelector('#cc-main') !== null;
    });
    assert.equal(await page.evaluate(() => navigator.webdriver), true);
    assert.equal(isShown, false);
  });
});
