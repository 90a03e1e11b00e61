/**
 * A visitor who has set the browser's own size of text (WCAG 1.4.4): every surface speaks in it, whatever the page has made of its
 * root, and stays whole.
 */
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { TAGS } from '../../demo/pages/gallery/state.js';
import { STATES } from '../../demo/pages/gallery/states.js';
import { faultsOf } from '../demo/gallery/faults.js';
import { useGallery } from '../helpers/gallery.js';
import { action, banner, gone, holds, openSite, panel, reopen, shown } from '../helpers/page.js';

const USUAL = 16;
const TWICE = 2 * USUAL;

const SHOP = {
  controller: { name: 'Shop', privacyPolicy: '/privacy' },
  categories: [{ id: 'necessary' }, { id: 'functional' }, { id: 'analytics' }, { id: 'location' }, { id: 'push' }],
};

const LAYOUTS = ['box', 'bar', 'dialog', 'inline'] as const;

/** What stands in the page's flow may be higher than the window. */
const isHigher = (fault: string, width: number): boolean => {
  const [, right] = / leaves the window: [\d.]+, [\d.]+, ([\d.]+)/.exec(fault) ?? [];
  return Number(right) <= width;
};

/** The size of all words that can be seen in an element's shadow trees, in the order of the page; runs in the page. */
function sizesOf(tag: string): [words: string, size: number][] {
  const outer = document.querySelector(tag)!.shadowRoot!;
  const root = outer.querySelector('candor-placeholder')?.shadowRoot ?? outer;
  return Array.from(root.querySelectorAll<HTMLElement>('*'))
    .filter((element) => element.checkVisibility() && !element.matches('.status'))
    .filter(({ childNodes }) => Array.from(childNodes).some((node) => node.nodeType === 3 && node.nodeValue?.trim()))
    .map((element) => [
      element.getAttribute('part') ?? element.localName,
      Math.round(100 * parseFloat(getComputedStyle(element).fontSize)) / 100,
    ]);
}

/** Where everything of a surface is; runs in the page. */
async function boxesOf(tag: string): Promise<string[]> {
  const root = document.querySelector(tag)!.shadowRoot!;
  // What is still on its way in is not where it will be.
  await Promise.all(root.getAnimations().map(({ finished }) => finished));
  return Array.from(root.querySelectorAll('*'), (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.getAttribute('part') ?? element.localName, x, y, width, height].join(' ');
  });
}

describe('in a browser set to letters twice as large', () => {
  const usual = useGallery({ fontSize: USUAL });
  const twice = useGallery({ fontSize: TWICE });

  for (const id of [
    'box-bottom-start',
    'box-compact',
    'bar-bottom',
    'dialog',
    'inline',
    'cloud-panel',
    'public-banner',
    'panel-unfolded',
    'panel-compact',
    'chinese-panel',
    'request-service',
    'changes-told',
    'age',
    'guardian',
    'account',
    'records',
    'button-floating',
    'embed-facts',
    'embed-dialog',
  ]) {
    test(`all words of ${id} are twice as large`, async () => {
      const state = STATES.find((each) => each.id === id)!;
      const tag = TAGS[state.shows];
      const sizes: [words: string, size: number][][] = [];
      for (const [gallery, fontSize] of [
        [usual, USUAL],
        [twice, TWICE],
      ] as const) {
        const { page } = gallery;
        // So large in letters, so that what asks for room finds the same.
        await page.setViewportSize({ width: 48 * fontSize, height: 28 * fontSize });
        await gallery.show({ state: id, language: 'en', scheme: 'light', motion: 'reduced' });
        await page.addStyleTag({ content: `candor-embed { width: ${35 * fontSize}px; height: ${19 * fontSize}px }` });
        await holds(page, `document.querySelector('${tag}').shadowRoot.getAnimations().length === 0`);
        sizes.push(await page.evaluate(sizesOf, tag));
      }
      const [before, after] = sizes;
      assert.ok(before!.length > 0);
      assert.deepEqual(
        after!.map(([words, size]) => [words, Math.round(size)]),
        before!.map(([words, size]) => [words, Math.round(2 * size)]),
      );
    });
  }

  STATES.forEach((state, index) => {
    const language = index % 2 ? 'zh-Hans' : 'en';
    test(`${state.id} stands whole in ${state.speaks ?? language}`, async () => {
      const { width, height } = { width: 390, height: 844, ...state.size };
      await twice.page.setViewportSize({ width, height });
      await twice.show({ state: state.id, language, scheme: 'light', motion: 'reduced' });
      const faults = await twice.page.evaluate(faultsOf, TAGS[state.shows]);
      const isInFlow = state.config.layout?.banner === 'inline';
      assert.deepEqual(
        faults.filter((fault) => !(isInFlow && isHigher(fault, width))),
        [],
      );
    });
  });

  for (const [what, layout] of [...LAYOUTS.map((each) => [each, each] as const), ['panel', undefined] as const]) {
    const tag = layout ? 'candor-banner' : 'candor-preferences';

    test(`the ${what} stands whole in four languages and three windows`, async (t) => {
      const { page } = await openSite(t, {
        config: { ...SHOP, ...(layout && { layout: { banner: layout } }) },
        init: 'globalThis.__name = (marked) => marked',
        visitor: { fontSize: TWICE },
      });
      const faults: string[] = [];
      for (const [width, height] of [
        [1280, 900],
        [390, 844],
        [320, 640],
      ] as const) {
        await page.setViewportSize({ width, height });
        for (const language of ['en', 'de', 'zh-Hans', 'ar']) {
          await page.evaluate(
            async ({ locale, surface }) => {
              window.candor!.hide();
              await window.candor!.setLocale(locale);
              await window.candor!.show(surface);
            },
            { locale: language, surface: layout ? 'banner' : 'preferences' } as const,
          );
          await shown(action(page.locator(tag), 'reject-all'));
          const found = await page.evaluate(faultsOf, tag);
          const ofThose = found.filter((fault) => !(layout === 'inline' && isHigher(fault, width)));
          faults.push(...ofThose.map((fault) => `${language} ${width} × ${height}: ${fault}`));
        }
      }
      assert.deepEqual(faults, []);
    });
  }
});

const open = async (t: TestContext, style: string, fontSize = USUAL, layout = 'box'): Promise<Page> => {
  const { page } = await openSite(t, {
    config: { ...SHOP, layout: { banner: layout, reopen: 'bottom-start' } },
    before: `<style>${style}</style>`,
    visitor: { fontSize, viewport: { width: 390, height: 844 } },
    init: 'globalThis.__name = (marked) => marked',
  });
  await shown(action(banner(page), 'accept-all'));
  return page;
};

/** The size of the words of banner, panel and floating button, in CSS pixels. */
async function sizes(page: Page): Promise<number[]> {
  const sizeOf = (selector: string): Promise<number> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  const found = [await sizeOf('candor-banner [part=description]')];
  await action(banner(page), 'preferences').click();
  await shown(action(panel(page), 'save'));
  found.push(await sizeOf('candor-preferences [part=description]'));
  await action(panel(page), 'save').click();
  await gone(panel(page));
  await shown(reopen(page));
  found.push(await sizeOf('candor-button [part=button]'));
  return found;
}

describe('a page', () => {
  for (const layout of LAYOUTS) {
    test(`that has a tiny or a huge root changes no box of the ${layout} and the panel`, async (t) => {
      const [plain, ...others] = await Promise.all(
        ['', 'html { font-size: 50% }', 'html { font-size: 10vw }'].map(async (rule) => {
          const page = await open(t, `body { margin: 0 } ${rule}`, USUAL, layout);
          const boxes = await page.evaluate(boxesOf, 'candor-banner');
          await action(banner(page), 'preferences').click();
          await shown(action(panel(page), 'save'));
          return [...boxes, ...(await page.evaluate(boxesOf, 'candor-preferences'))];
        }),
      );
      assert.ok(plain!.length > 50);
      for (const other of others) assert.deepEqual(other, plain);
    });
  }

  test('that sets --candor-font-size is followed, for a control of its own', async (t) => {
    const page = await open(
      t,
      `html { font-size: 24px }
       candor-banner, candor-preferences, candor-button { --candor-font-size: 1.25rem }`,
    );
    assert.deepEqual(await sizes(page), [28.125, 28.125, 26.25]);
  });

  for (const [what, style, fontSize] of [
    ['of a fixed width', 'html, body { font-family: monospace }', USUAL],
    ['that are small by the visitor’s setting', '', 10],
  ] as const) {
    test(`with letters ${what} has them as large as any`, async (t) => {
      const page = await open(t, style, fontSize);
      assert.deepEqual(await sizes(page), [15, 15, 14]);
    });
  }

  test('that has an inline button keeps that one in the size of its text', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      body: '<p style="font-size: 21px"><candor-button inline></candor-button></p>',
      visitor: { fontSize: TWICE },
    });
    const button = reopen(page).locator('button');
    await shown(button);
    assert.equal(await button.evaluate((element) => getComputedStyle(element).fontSize), '21px');
  });
});
