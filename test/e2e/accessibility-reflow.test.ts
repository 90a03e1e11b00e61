/** Small windows, large letters, wide spacing, colours and paper of the visitor's own: everything stays in reach and whole. */
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { faultsOf } from '../demo/gallery/faults.js';
import { action, banner, eventually, gone, holds, openSite, panel, reopen, shown, toggle } from '../helpers/page.js';

const SHOP = {
  controller: { name: 'Shop', privacyPolicy: '/privacy' },
  languages: ['en', 'zh-Hans'],
  categories: [{ id: 'necessary' }, { id: 'analytics' }, { id: 'location' }, { id: 'push' }],
};
const LINKS = Array.from(
  { length: 30 },
  (_, index) => `<p><a href="#${index}" id="l${index}">Link ${index}</a></p>`,
).join('');

/** 1280 × 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };

const open = async (
  t: TestContext,
  layout: string,
  visitor: BrowserContextOptions = {},
  more: { before?: string; body?: string } = {},
): Promise<Page> => {
  const { page } = await openSite(t, {
    config: { ...SHOP, layout: { banner: layout } },
    body: LINKS,
    visitor,
    // The TypeScript runner marks functions by name, also those that are sent into the page.
    init: 'globalThis.__name = (marked) => marked',
    ...more,
  });
  await shown(action(banner(page), 'reject-all'));
  return page;
};

/** What of it can be seen, from 0 to 1, once it has been scrolled to as far as it goes. */
async function visible(target: Locator): Promise<number> {
  await target.evaluate((element) => element.scrollIntoView({ block: 'nearest', behavior: 'instant' }));
  return target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    let met = 0;
    const STEPS = 5;
    for (let row = 0; row < STEPS; row++) {
      const y = top + ((row + 0.5) / STEPS) * height;
      const at = (element.getRootNode() as ShadowRoot).elementFromPoint(left + width / 2, y);
      if (at && (element.contains(at) || at.contains(element)) && at !== document.documentElement) met++;
    }
    return met / STEPS;
  });
}

async function expectUsable(page: Page): Promise<void> {
  for (const name of ['reject-all', 'accept-all', 'preferences']) {
    assert.equal(await visible(action(banner(page), name)), 1, name);
  }
  assert.deepEqual(await page.evaluate(faultsOf, 'candor-banner'), []);
  assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'no scrolling sideways');
  await action(banner(page), 'preferences').click();
  await shown(panel(page).locator('dialog'));
  for (const target of [action(panel(page), 'save'), action(panel(page), 'close'), toggle(page, 'push')]) {
    assert.equal(await visible(target), 1, String(target));
  }
  assert.deepEqual(await page.evaluate(faultsOf, 'candor-preferences'), []);
  await toggle(page, 'push').click();
  await action(panel(page), 'save').click();
  await gone(panel(page));
  assert.equal(await page.evaluate(() => window.candor!.granted('push')), true);
}

for (const layout of ['box', 'bar', 'dialog']) {
  describe(`a ${layout} and the panel are whole and usable`, () => {
    test('at 400 % (320 × 256)', async (t) => expectUsable(await open(t, layout, { viewport: ZOOMED })));

    for (const [what, style] of [
      ['letters twice as large', '* { font-size: 30px !important; line-height: 1.4 !important }'],
      [
        'the spacing of WCAG 1.4.12',
        `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
         p { margin-bottom: 2em !important }`,
      ],
    ] as const) {
      test(`with ${what}`, async (t) => {
        const page = await open(t, layout, { viewport: { width: 390, height: 844 } });
        await page.evaluate((text) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          const dress = (): void => {
            for (const { shadowRoot } of document.querySelectorAll('candor-banner, candor-preferences')) {
              if (shadowRoot && !shadowRoot.adoptedStyleSheets.includes(sheet))
                shadowRoot.adoptedStyleSheets.push(sheet);
            }
          };
          dress();
          document.addEventListener('candor-show', dress);
        }, style);
        await expectUsable(page);
      });
    }

    for (const media of [{ forcedColors: 'active' }, { contrast: 'more' }] as const) {
      test(`with ${Object.entries(media).join()}`, async (t) => {
        const page = await open(t, layout, media);
        for (const name of ['reject-all', 'accept-all', 'preferences']) {
          const { borderWidth, borderColor, backgroundColor, color } = await action(banner(page), name).evaluate(
            (button) => {
              const style = getComputedStyle(button);
              return {
                borderWidth: parseFloat(style.borderTopWidth),
                borderColor: style.borderTopColor,
                backgroundColor: style.backgroundColor,
                color: style.color,
              };
            },
          );
          assert.notEqual(color, backgroundColor, name);
          if ('forcedColors' in media)
            assert.ok(borderWidth > 0 && borderColor !== backgroundColor, `${name} has an edge`);
        }
        await expectUsable(page);
      });
    }
  });
}

test('at 400 % every link of the page is in sight when it has the focus, and the banner is back afterwards', async (t) => {
  const page = await open(t, 'box', { viewport: ZOOMED });
  await holds(page, `getComputedStyle(document.documentElement, '::after').content !== 'none'`);
  for (const index of Array.from({ length: 30 }, (_, each) => each)) {
    if (index) await page.keyboard.press('Tab');
    else await page.locator('#l0').focus();
    assert.equal(await visible(page.locator(`#l${index}`)), 1, `link ${index}`);
  }
  await action(banner(page), 'reject-all').focus();
  assert.equal(await visible(action(banner(page), 'reject-all')), 1);
});

test('a field that is in use stays in sight when a keyboard takes half of the window', async (t) => {
  const { page } = await openSite(t, {
    config: SHOP,
    body: `<div style="height: 380px"></div><input id="field">`,
    visitor: { viewport: { width: 390, height: 844 } },
  });
  await shown(banner(page));
  await holds(page, `getComputedStyle(document.documentElement).scrollPaddingBottom !== 'auto'`);
  await page.locator('#field').focus();
  await page.setViewportSize({ width: 390, height: 460 });
  await eventually(async () => (await visible(page.locator('#field'))) === 1);
  await page.keyboard.type('bread');
  assert.equal(await page.locator('#field').inputValue(), 'bread');
  await page.setViewportSize({ width: 390, height: 844 });
  await action(banner(page), 'reject-all').click();
  await gone(banner(page));
});

test('neither banner nor floating button is printed, nor the room for the banner', async (t) => {
  const { page } = await openSite(t, { config: SHOP, body: LINKS });
  await shown(banner(page));
  const room = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement, '::after').content);
  await eventually(async () => (await room()) !== 'none');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await banner(page).isVisible(), false);
  assert.equal(await room(), 'none');
  await page.emulateMedia({ media: 'screen' });
  await action(banner(page), 'reject-all').click();
  await shown(reopen(page));
  await page.emulateMedia({ media: 'print' });
  assert.equal(await reopen(page).isVisible(), false);
});

test('what comes with the banner and goes with it shifts nothing, at the end of the page either', async (t) => {
  const { page } = await openSite(t, {
    config: SHOP,
    body: `${LINKS}<footer style="position: sticky; bottom: 0">Imprint</footer>`,
    init: `window.shifts = [];
      new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
        .observe({ type: 'layout-shift', buffered: true });`,
  });
  await shown(banner(page));
  await holds(page, `getComputedStyle(document.documentElement).scrollPaddingBottom !== 'auto'`);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await action(banner(page), 'reject-all').click();
  await gone(banner(page));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.deepEqual(await page.evaluate('shifts'), []);
});
