/** “What has left this browser”: the counter in sight on every page, and the list behind it. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { buildDemo, counterAgrees, openDemo } from '../helpers/demo.js';
import { action, banner, eventually, gone, holds, shown } from '../helpers/page.js';
import { keptWithDatabases, TRACKERS } from '../helpers/trackers.js';

before(buildDemo);

const open = (page: Page): Promise<void> => page.locator('.left-browser-toggle').click();

/** One group of the counter's drawer. */
const group = (page: Page, service: string): Locator =>
  page.locator(`#left-browser-requests [data-service="${service}"]`);

describe('the counter', () => {
  for (const { path, accept, nothing } of [
    { path: '/', accept: 'Accept all', nothing: 'Nothing. Nothing leaves before you say yes.' },
    { path: '/zh/', accept: '全部同意', nothing: '没有。在您同意之前，任何数据都不会离开。' },
  ]) {
    test(`lists each request by service and category as the collector has it, on ${path}`, async (t) => {
      const demo = await openDemo(t, path);
      const { page, log, collected } = demo;
      await shown(banner(page));
      await open(page);
      await page.locator('#left-browser-requests').getByText(nothing).waitFor();

      await banner(page).getByRole('button', { name: accept }).click();
      for (const { service, event } of TRACKERS) await collected(event, service);
      await holds(page, `document.querySelector('[data-service="beacon-ads"]')`);
      await counterAgrees(demo);
      const all = await log();
      for (const [service, category] of [
        ['posthog', 'analytics'],
        ['mixpanel', 'analytics'],
        ['sensors', 'analytics'],
        ['beacon-ads', 'advertising'],
      ] as const) {
        const own = all.filter((request) => request.service === service);
        assert.ok(own.length > 0, service);
        assert.equal(await group(page, service).getAttribute('data-category'), category);
        assert.deepEqual(
          await group(page, service).locator('.request code').allTextContents(),
          own.map((request) => request.path).reverse(),
        );
        assert.match(
          (await group(page, service).locator('[data-count=sent]').textContent()) ?? '',
          new RegExp(`\\b${own.length}\\b`),
        );
        assert.ok(await group(page, service).locator('h3').isVisible());
      }
      assert.equal(await page.locator('#left-browser-requests .request').count(), all.length);
    });
  }

  test('lists cookies and keys as they come, and as removed once they are gone', async (t) => {
    const { page, collected } = await openDemo(t, '/');
    await action(banner(page), 'accept-all').click();
    await collected('$mp_web_page_view', 'mixpanel');
    await open(page);
    const cookie = group(page, 'mixpanel').locator('.cookie code');
    await cookie.waitFor();
    assert.match((await cookie.textContent()) ?? '', /^mp_/);
    await group(page, 'posthog').locator('.localStorage').first().waitFor();
    await group(page, 'necessary').locator('.cookie').getByText('candor').waitFor();

    await page.evaluate(() => window.candor?.withdraw());
    await group(page, 'mixpanel').locator('.removed del', { hasText: /^mp_/ }).waitFor();
    await group(page, 'posthog').locator('.localStorage').first().waitFor({ state: 'detached' });
    assert.match((await group(page, 'mixpanel').locator('[data-count=kept]').textContent()) ?? '', /\b0\b/);
    assert.equal(await group(page, 'necessary').locator('.removed').count(), 0);
  });

  test('hides nothing: what nobody announced is listed as unknown, requests to other hosts are counted', async (t) => {
    const { page, origin } = await openDemo(t, '/');
    await shown(banner(page));
    await open(page);
    await page.evaluate(() => {
      document.cookie = 'mystery=1; Path=/';
      localStorage.setItem('riddle', '1');
      indexedDB.open('puzzle');
    });
    const unknown = group(page, 'unknown');
    await unknown.locator('.cookie').getByText('mystery').waitFor();
    await unknown.locator('.localStorage').getByText('riddle').waitFor();
    await unknown.locator('.database').getByText('puzzle').waitFor();

    const other = origin.replace('127.0.0.1', 'localhost');
    await page.evaluate((address) => fetch(`${address}/mark.svg?secret`, { mode: 'no-cors' }), other);
    await unknown
      .locator('.request')
      .getByText(`${new URL(other).host}/mark.svg`, { exact: true })
      .waitFor();
    await holds(page, `document.querySelector('#left-browser-count').textContent === '1'`);
  });

  test('puts the newest first', async (t) => {
    const { page } = await openDemo(t, '/');
    await shown(banner(page));
    await open(page);
    for (const name of ['first', 'second', 'third']) {
      await page.evaluate((key) => sessionStorage.setItem(key, ''), name);
      await group(page, 'unknown').getByText(name).waitFor();
    }
    assert.deepEqual(await group(page, 'unknown').locator('code').allTextContents(), ['third', 'second', 'first']);
  });

  /** The banner's buttons and the counter can all be pressed: nothing lies above the middle of any. */
  async function allInReach(page: Page, when: string): Promise<void> {
    for (const name of ['accept-all', 'reject-all', 'preferences']) {
      const box = (await action(banner(page), name).boundingBox())!;
      const found = await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.localName, [
        box.x + box.width / 2,
        box.y + box.height / 2,
      ] as const);
      assert.equal(found, 'candor-banner', `${name}, ${when}`);
    }
    assert.ok(await counterInReach(page), `the counter, ${when}`);
  }

  const counterInReach = (page: Page): Promise<boolean> =>
    page.evaluate(() => {
      const { left, right, top, bottom } = document.querySelector('.left-browser-toggle')!.getBoundingClientRect();
      return [left + 20, (left + right) / 2, right - 20].every((x) =>
        [top + 6, bottom - 6].every((y) => document.elementFromPoint(x, y)?.closest('.left-browser-toggle')),
      );
    });

  const VIEWPORTS = [
    { width: 320, height: 640 },
    { width: 800, height: 600 },
    { width: 1440, height: 900 },
  ];

  for (const viewport of VIEWPORTS) {
    test(`covers none of the banner's buttons and is not covered, open or closed, at ${viewport.width} px`, async (t) => {
      const { page } = await openDemo(t, '/', { viewport });
      await shown(banner(page));
      await allInReach(page, 'closed');
      await open(page);
      await allInReach(page, 'open');
      assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
    });

    for (const layout of [
      { banner: 'bar' },
      { banner: 'bar', position: 'top' },
      { banner: 'box', position: 'bottom-end' },
      { banner: 'box', position: 'top' },
    ]) {
      test(`makes room for ${Object.values(layout).join(' ')} at ${viewport.width} px, and takes its place again`, async (t) => {
        const { page, origin } = await openDemo(t, '/404/', { viewport });
        await page.route(`${origin}/`, async (route) => {
          const response = await route.fetch();
          const config = `"revision": 1, "layout": ${JSON.stringify({ ...layout, reopen: 'bottom-end' })},`;
          const body = (await response.text()).replace('"revision": 1,', config);
          await route.fulfill({ response, body });
        });
        await page.goto(`${origin}/`);
        await shown(banner(page));
        await eventually(() => counterInReach(page), 'the counter is in reach');
        await allInReach(page, 'with a banner');
        await action(banner(page), 'reject-all').click();
        await gone(banner(page));
        const button = page.locator('candor-button');
        await shown(button);
        await eventually(() => counterInReach(page), 'the counter is in reach');
        const [one, other] = [
          (await button.boundingBox())!,
          (await page.locator('.left-browser-toggle').boundingBox())!,
        ];
        assert.ok(
          one.y >= other.y + other.height || other.y >= one.y + one.height,
          'the counter stands clear of the button',
        );
      });
    }
  }

  test('is opened, read and closed by keyboard alone', async (t) => {
    const { page } = await openDemo(t, '/');
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
    const counter = page.locator('.left-browser-toggle');
    await counter.focus();
    await page.keyboard.press('Enter');
    assert.equal(await counter.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('Tab');
    await page.locator('#start-over:focus').waitFor();
    await page.keyboard.press('Tab');
    await page.locator('#left-browser-requests:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.left-browser-toggle:focus').waitFor();
    assert.equal(await page.locator('#left-browser-drawer').isVisible(), false);
  });

  test('starts over: nothing is kept, nothing is counted, the banner asks again', async (t) => {
    const demo = await openDemo(t, '/zh/');
    const { page, collected } = demo;
    await action(banner(page), 'accept-all').click();
    await collected('$pageview', 'sensors');
    await open(page);
    await page.locator('#start-over').click();
    await page.waitForURL('**/zh/');
    await shown(banner(page));
    assert.deepEqual(await keptWithDatabases(page), []);
    await counterAgrees(demo);
    assert.deepEqual(await demo.log(), []);
  });
});
