/** The gallery: every state shows what it says and nothing is cut off or covered; the page loads no more than is looked at. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { TAGS } from '../../demo/pages/gallery/state.js';
import { STATES } from '../../demo/pages/gallery/states.js';
import { WINDOWS } from '../../demo/pages/gallery/viewport.js';
import { openDemo } from '../helpers/demo.js';
import { useGallery } from '../helpers/gallery.js';
import { eventually, holds, watch } from '../helpers/page.js';
import { claimOf } from '../demo/gallery/claims.js';
import { faultsOf, restsDifferently } from '../demo/gallery/faults.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const LANGUAGES = ['en', 'zh-Hans'] as const;
const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = ['320', '768', '1440'] as const;

/** Every state in three views: each width once, languages and schemes in turn, so that every two of them meet often. */
const views = STATES.map((state, index) => ({
  state,
  views: (state.size ? WIDTHS.slice(0, 2) : WIDTHS).map((width, turn) => ({
    size: state.size ?? WINDOWS[width]!,
    language: LANGUAGES[(index + turn) % 2]!,
    scheme: SCHEMES[((index >> 1) + turn) % 2]!,
  })),
}));

describe('a state of the gallery', () => {
  const complaints: string[] = [];
  const gallery = useGallery({}, (page) => watch(page, complaints));

  for (const { state, views: ofState } of views) {
    test(`${state.id} shows what it says, whole`, async () => {
      for (const { size, language, scheme } of ofState) {
        const where = `${state.id}, ${language}, ${scheme}, ${size.width} × ${size.height}`;
        const { page } = gallery;
        await page.setViewportSize(size);
        await gallery.show({ state: state.id, language, scheme, motion: 'system' });
        const claim = claimOf(state);
        if (claim) await holds(page, claim);
        assert.deepEqual(await page.evaluate(faultsOf, TAGS[state.shows]), [], where);
        if (state.group === 'interaction') assert.ok(await page.evaluate(restsDifferently, TAGS[state.shows]), where);
      }
      const expected = state.panel === 'refused' ? /503/ : /^$/;
      assert.deepEqual(
        complaints.splice(0).filter((complaint) => !expected.test(complaint)),
        [],
      );
    });
  }
});

describe('the gallery', () => {
  for (const path of ['/gallery/', '/zh/gallery/']) {
    test(`${path} has a heading and an anchor for every state, and no barriers`, async (t) => {
      const { page } = await openDemo(t, path);
      assert.deepEqual(
        await page.locator('article.state:has(h3)').evaluateAll((articles) => articles.map(({ id }) => id)),
        STATES.map(({ id }) => id),
      );
      await page.addScriptTag({ path: AXE });
      const found = await page.evaluate<string[]>(`axe
        .run(document, { iframes: false })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`);
      assert.deepEqual(found, []);
      for (const { width } of [...Object.values(WINDOWS), { width: 1920 }]) {
        await page.setViewportSize({ width, height: 800 });
        assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${width} px`);
      }
    });
  }

  test('loads what is near, and lets go of it again', async (t) => {
    const { page } = await openDemo(t, '/gallery/', { viewport: { width: 1440, height: 900 } });
    const loaded = (): Promise<string[]> =>
      page.locator('.state:has(iframe)').evaluateAll((articles) => articles.map(({ id }) => id));
    await eventually(async () => (await loaded()).includes('box-bottom-start'));
    assert.ok((await loaded()).length < 8);
    await page.locator('#panel-forty').scrollIntoViewIfNeeded();
    await eventually(async () => {
      const now = await loaded();
      return now.includes('panel-forty') && !now.includes('box-bottom-start');
    });
    assert.ok((await loaded()).length < 10);
  });

  test('leaves the focus and the place on the page to the reader while dialogs open', async (t) => {
    const { page } = await openDemo(t, '/gallery/#hosts', { viewport: { width: 1440, height: 900 } });
    await holds(page, `document.querySelector('#neutral-panel iframe')?.dataset.gallery === 'shown'`);
    await holds(page, `!document.activeElement.matches('iframe')`);
    await holds(page, `Math.abs(document.querySelector('#hosts').getBoundingClientRect().top) < 120`);
  });

  test('shows all states as the filters say, and its address says so too', async (t) => {
    const { page } = await openDemo(t, '/gallery/?scheme=dark&width=320&language=zh-Hans');
    const frame = page.frameLocator('#box-bottom-start iframe');
    await frame.getByRole('button', { name: '全部拒绝' }).waitFor();
    assert.equal(await frame.locator('html').evaluate(() => innerWidth), 320);
    assert.equal(
      await frame.locator('candor-banner').evaluate((banner) => getComputedStyle(banner).colorScheme),
      'dark',
    );
    await page.getByRole('combobox', { name: 'Width' }).selectOption('1440');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('en');
    await page.getByRole('combobox', { name: 'Motion' }).selectOption('reduced');
    await frame.getByRole('button', { name: 'Reject all' }).waitFor();
    assert.equal(await frame.locator('html').evaluate(() => innerWidth), 1440);
    for (const [language, name] of [
      ['de', 'Alle ablehnen'],
      ['ar', 'رفض الكل'],
      ['en', 'Reject all'],
    ] as const) {
      await page.getByRole('combobox', { name: 'Language' }).selectOption(language);
      await frame.getByRole('button', { name }).waitFor();
    }
    assert.equal(new URL(page.url()).search, '?language=en&scheme=dark&motion=reduced&look=&density=&width=1440');
  });

  test('offers every language that Candor has, once a frame has told', async (t) => {
    const { page } = await openDemo(t, '/gallery/#every-language');
    await holds(page, `document.querySelector('#every-language iframe')?.dataset.gallery === 'shown'`);
    const locales = await page
      .frameLocator('#every-language iframe')
      .locator('html')
      .evaluate(() => window.candor!.locales);
    const offered = page.locator('select[name=language] option:not([hidden])');
    assert.deepEqual(
      (await offered.evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))).sort(),
      [...locales].sort(),
    );
  });

  test('lets a visitor use one frame at a time', async (t) => {
    const { page } = await openDemo(t, '/gallery/', { viewport: { width: 1440, height: 1600 } });
    const inert = (id: string): Promise<boolean> =>
      page.locator(`#${id} iframe`).evaluate((frame) => (frame as HTMLIFrameElement).inert);
    await page.frameLocator('#box-bottom-start iframe').locator('candor-banner').waitFor();
    assert.equal(await inert('box-bottom-start'), true);
    await page.getByRole('button', { name: 'Use it: Box, bottom start' }).click();
    assert.equal(await inert('box-bottom-start'), false);
    await page.frameLocator('#box-bottom-start iframe').getByRole('button', { name: 'Reject all' }).click();
    await page.frameLocator('#box-bottom-start iframe').locator('candor-banner').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Show again: Box, bottom start' }).click();
    await page.frameLocator('#box-bottom-start iframe').locator('candor-banner').waitFor();
    await page.locator('#box-bottom-end .viewport').click();
    assert.equal(await inert('box-bottom-end'), false);
    assert.equal(await inert('box-bottom-start'), true);
  });
});
