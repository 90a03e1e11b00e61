/** The console changes its address without loading a page: gates, trackers, focus and history go along. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { buildDemo, counterAgrees, openDemo } from '../helpers/demo.js';
import {
  action,
  banner,
  eventually,
  gone,
  holds,
  kept,
  panel,
  request,
  settled,
  shown,
  toggle,
  keepsOnly,
  NOTE,
} from '../helpers/page.js';

before(buildDemo);

const LANGUAGES = [
  {
    base: '/console/',
    other: '/zh/console/',
    names: ['Overview', 'Machines', 'Usage', 'Settings'],
    site: 'Northlark Cloud',
  },
  { base: '/zh/console/', other: '/console/', names: ['概览', '云主机', '用量', '设置'], site: '北灵云' },
] as const;

const link = (page: Page, name: string) => page.locator('.console-navigation').getByRole('link', { name });

/** The view with this heading is in place. */
const viewIs = (page: Page, name: string): Promise<void> =>
  holds(page, `document.querySelector('#view h1')?.textContent === ${JSON.stringify(name)}`);

const headingHasFocus = (page: Page): Promise<boolean> => page.evaluate(`document.activeElement?.localName === 'h1'`);

for (const { base, other, names, site } of LANGUAGES) {
  const [overview, machines, usage, settings] = names;

  describe(`the console at ${base}`, () => {
    test('goes from view to view without loading a page: title, focus, address and navigation follow', async (t) => {
      const { page, asked } = await openDemo(t, base);
      await action(banner(page), 'reject-all').click();
      await gone(banner(page));
      await viewIs(page, overview);
      assert.equal(await headingHasFocus(page), false, 'a page that was loaded moves no focus');
      asked.length = 0;
      for (const [name, path] of [
        [machines, 'machines/'],
        [usage, 'usage/'],
        [settings, 'settings/'],
        [overview, ''],
      ] as const) {
        await link(page, name).click();
        await viewIs(page, name);
        assert.equal(new URL(page.url()).pathname, base + path);
        assert.equal(await headingHasFocus(page), true);
        const title = await page.title();
        assert.ok(title.startsWith(`${name} · `) && title.endsWith(site), title);
        assert.equal(await page.locator('.console-navigation [aria-current=page]').textContent(), name);
        assert.equal(await page.locator('.language').getAttribute('href'), other + path);
        assert.equal(await page.locator('#view h1').count(), 1);
      }
      // The browser looks for the icon of each new address.
      assert.deepEqual(
        asked.filter((url) => url !== '/mark.svg'),
        [],
      );
    });

    test('goes back and forward, and stands on reload and by a deep link', async (t) => {
      const { page, origin } = await openDemo(t, `${base}usage/`);
      await viewIs(page, usage);
      await link(page, machines).click();
      await viewIs(page, machines);
      await page.goBack();
      await viewIs(page, usage);
      assert.equal(await headingHasFocus(page), true);
      await page.goForward();
      await viewIs(page, machines);
      await page.reload();
      await viewIs(page, machines);
      await page.goto(`${origin}${base}settings`);
      await viewIs(page, settings);
      assert.equal(await page.locator('.console-navigation [aria-current=page]').textContent(), settings);
    });
  });
}

describe('the console', () => {
  test('says so where an address is none of its own, and leads back', async (t) => {
    const { page } = await openDemo(t, '/console/constructor/');
    await viewIs(page, 'No such page in the console');
    await action(banner(page), 'reject-all').click();
    await page.locator('#view .button').click();
    await viewIs(page, 'Overview');
  });

  test('starts and stops machines, says so, and counts them in the overview', async (t) => {
    const { page } = await openDemo(t, '/console/');
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
    assert.equal(await page.locator('#running').textContent(), '3 / 5');
    await link(page, 'Machines').click();
    await page.getByRole('button', { name: 'Start web-3' }).click();
    await page.locator('[role=status]').getByText('web-3 is running.').waitFor();
    await page.getByRole('button', { name: 'Stop web-3' }).waitFor();
    await link(page, 'Overview').click();
    assert.equal(await page.locator('#running').textContent(), '4 / 5');
  });

  test('reports each view to the trackers that are allowed, and to them alone', async (t) => {
    const demo = await openDemo(t, '/console/');
    const { page, log } = demo;
    await action(banner(page), 'preferences').click();
    for (const service of ['mixpanel', 'sensors']) await toggle(page, service).click();
    await action(panel(page), 'save').click();
    await gone(panel(page));
    const views = async (service: string, event: string): Promise<number> =>
      (await log()).filter((request) => request.service === service && request.events.includes(event)).length;
    await eventually(async () => (await views('mixpanel', '$mp_web_page_view')) === 1);
    await eventually(async () => (await views('sensors', '$pageview')) === 1);
    await link(page, 'Machines').click();
    await eventually(async () => (await views('mixpanel', '$mp_web_page_view')) === 2);
    await eventually(async () => (await views('sensors', '$pageview')) === 2);
    await page.goBack();
    await eventually(async () => (await views('mixpanel', '$mp_web_page_view')) === 3);
    assert.equal(
      (await log()).some(({ service }) => service === 'posthog'),
      false,
    );

    await page.locator('footer [data-candor=preferences]').click();
    await action(panel(page), 'withdraw').click();
    await gone(panel(page));
    await counterAgrees(demo);
    const { length } = await log();
    for (const name of ['Usage', 'Settings', 'Overview']) await link(page, name).click();
    await counterAgrees(demo);
    assert.equal((await log()).length, length);
  });

  test('reports each view to PostHog, once that is allowed', async (t) => {
    const { page, log } = await openDemo(t, '/console/');
    await action(banner(page), 'preferences').click();
    await toggle(page, 'posthog').click();
    await action(panel(page), 'save').click();
    const views = async (): Promise<number> =>
      (await log()).filter(({ service, events }) => service === 'posthog' && events.includes('$pageview')).length;
    await eventually(async () => (await views()) === 1);
    await link(page, 'Machines').click();
    await eventually(async () => (await views()) === 2);
  });

  test('holds back a film that a view brings in, releases it by a yes and on later visits, and silences it by a no', async (t) => {
    const { page, asked, log } = await openDemo(t, '/console/');
    const film = page.frameLocator('#tour').locator('#play');
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
    await link(page, 'Usage').click();
    await page.getByText('It is loaded once you allow it.').waitFor();
    await settled(page);
    assert.deepEqual(
      asked.filter((url) => /lumen/.test(url)),
      [],
    );

    const ask = page.locator('#view').getByRole('button', { name: 'Show the film' });
    await ask.click();
    await action(request(page), 'deny').click();
    await gone(request(page));
    await ask.click();
    await action(request(page), 'allow').click();
    await shown(film);
    await eventually(async () => (await log()).some(({ service }) => service === 'lumen-video'));

    await link(page, 'Machines').click();
    await link(page, 'Usage').click();
    await shown(film);

    await page.evaluate(() => window.candor?.withdraw());
    await holds(page, `!document.querySelector('#tour').hasAttribute('src')`);
    const { length } = await log();
    await link(page, 'Machines').click();
    await link(page, 'Usage').click();
    await settled(page);
    assert.equal(await page.locator('#tour').getAttribute('src'), null);
    assert.equal((await log()).length, length);
  });

  test('remembers a setting only while settings are allowed, and forgets it when they are not', async (t) => {
    const { page } = await openDemo(t, '/console/settings/');
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
    await page.getByLabel('Currency of costs').selectOption('USD');
    await page.getByText('Your choice holds until you leave the console.').waitFor();
    assert.deepEqual(await kept(page), ['cookie candor']);

    await page.locator('#view [data-candor=preferences]').click();
    await toggle(page, 'functional').click();
    await action(panel(page), 'save').click();
    await page.getByText('Your choice is remembered in this browser.').waitFor();
    assert.deepEqual(await kept(page), ['cookie candor', 'localStorage northlark_console']);
    await page.reload();
    await viewIs(page, 'Settings');
    assert.equal(await page.getByLabel('Currency of costs').inputValue(), 'USD');
    await link(page, 'Overview').click();
    assert.match((await page.locator('#cost').textContent()) ?? '', /\$/);

    await page.evaluate(() => window.candor?.withdraw());
    await keepsOnly(page, 'cookie candor', NOTE);
  });
});
