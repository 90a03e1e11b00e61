/**
 * One visitor's whole way through the demo: refuse, come back, allow one thing, change their mind, allow all, withdraw; by
 * mouse and by keyboard alone, in both languages, small and large, light and dark; and after each step the collector, the
 * page's own counter and the stored answer agree.
 *
 * With SCREENSHOTS=<folder> in the environment it leaves a picture of each surface there, to be looked at.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { buildDemo, counterAgrees, openDemo } from '../helpers/demo.js';
import {
  action,
  banner,
  choices,
  eventually,
  gone,
  holds,
  kept,
  panel,
  shown,
  toggle,
  keepsOnly,
} from '../helpers/page.js';

const LANGUAGES = [
  { path: '/', reject: 'Reject all', save: 'Save choices' },
  { path: '/zh/', reject: '全部拒绝', save: '保存选择' },
] as const;
const SIZES = [
  { width: 320, height: 640 },
  { width: 1280, height: 800 },
] as const;
const SCHEMES = ['light', 'dark'] as const;

/** How a visitor presses what is before them. */
type Press = (page: Page, control: Locator) => Promise<void>;

const byMouse: Press = (_page, control) => control.click();

/** Tabs to the control, as somebody without a mouse must, and presses Enter. */
const byKeyboard: Press = async (page, control) => {
  const reached = (): Promise<boolean> =>
    control.evaluate((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element);
  for (let tabs = 0; !(await reached()); tabs++) {
    assert.ok(tabs < 60, 'the keyboard reaches the control');
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
};

before(buildDemo);

for (const [name, press] of Object.entries({ 'by mouse': byMouse, 'by keyboard': byKeyboard })) {
  describe(`a visitor ${name}`, () => {
    for (const { path, reject, save } of LANGUAGES) {
      for (const viewport of SIZES) {
        for (const colorScheme of SCHEMES) {
          const where = `${path} at ${viewport.width} px, ${colorScheme}`;
          test(`decides, returns, decides otherwise and withdraws on ${where}`, async (t) => {
            const demo = await openDemo(t, path, { viewport, colorScheme });
            const { page, log, collected } = demo;
            const picture = async (surface: string): Promise<void> => {
              const folder = process.env['SCREENSHOTS'];
              const file = `${surface}${path.replaceAll('/', '-')}${viewport.width}-${colorScheme}.png`;
              if (folder) await page.screenshot({ path: `${folder}/${file}` });
            };
            /** Opens the panel by the page's own control, which a visitor finds in the footer. */
            const reopen = async (): Promise<void> => {
              await press(page, page.locator('footer [data-candor=preferences]'));
              await shown(panel(page));
            };

            await shown(banner(page));
            await picture('banner');
            assert.equal((await log()).length, 0);

            await press(page, banner(page).getByRole('button', { name: reject }));
            await gone(banner(page));
            assert.deepEqual(await kept(page), ['cookie candor']);

            await page.reload();
            await counterAgrees(demo);
            assert.equal(await banner(page).isVisible(), false);
            assert.equal((await log()).length, 0);

            await reopen();
            await picture('panel');
            await press(page, toggle(page, 'posthog'));
            await press(page, panel(page).getByRole('button', { name: save }));
            await gone(panel(page));
            await collected('$pageview');
            await counterAgrees(demo);
            const one = await choices(page);
            assert.deepEqual([one['analytics'], one['posthog'], one['social']], [true, true, false]);

            await reopen();
            await press(page, toggle(page, 'social'));
            await page.keyboard.press('Escape');
            await gone(panel(page));
            assert.deepEqual(await choices(page), one);

            await page.evaluate(() => window.candor?.acceptAll());
            await eventually(async () => (await log()).some(({ service }) => service === 'beacon-ads'));
            for (const service of ['mixpanel', 'sensors']) {
              await eventually(async () => (await log()).some((request) => request.service === service));
            }
            assert.equal((await choices(page))['sharing'], false);

            await reopen();
            await press(page, action(panel(page), 'withdraw'));
            await gone(panel(page));
            await holds(page, `!document.querySelector('img[data-consent]').hasAttribute('src')`);
            await counterAgrees(demo);
            const { length } = await log();
            await page.locator('h1').click();
            await page.reload();
            await counterAgrees(demo);
            assert.equal((await log()).length, length);
            await keepsOnly(page, 'cookie candor');
          });
        }
      }
    }
  });
}
