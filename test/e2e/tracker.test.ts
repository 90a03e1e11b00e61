import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { buildDemo, counterAgrees, openDemo, type Demo } from '../helpers/demo.js';
import { keptWithDatabases, MIXPANEL, POSTHOG, SENSORS, TRACKERS } from '../helpers/trackers.js';
import { action, banner, gone, holds, kept, panel, settled, shown, toggle, keepsOnly, NOTE } from '../helpers/page.js';

/** The demo's pages that measure: by the script tag in two languages, and from npm. */
const PAGES = [
  { path: '/', accept: 'Accept all', what: 'the English page', trackers: TRACKERS },
  { path: '/zh/', accept: '全部同意', what: 'the Chinese page', trackers: TRACKERS },
  { path: '/app/', accept: 'Accept all', what: 'the page from npm', trackers: [POSTHOG] },
  { path: '/zh/app/', accept: '全部同意', what: 'the Chinese page from npm', trackers: [POSTHOG] },
] as const;

before(buildDemo);

const isTracking = (url: string): boolean => /^\/(collect(?!-log)|vendor|trackers)|^https?:|posthog/i.test(url);

const globals = (page: Page): Promise<string[]> =>
  page.evaluate((names) => names.filter((name) => name in window), [...TRACKERS.map(({ global }) => global), 'sa']);

const services = async ({ log }: Demo): Promise<string[]> => [...new Set((await log()).map(({ service }) => service))];

/** Does what visitors do and trackers measure. */
async function useThePage(page: Page): Promise<void> {
  await page.locator('h1').click();
  await page.mouse.wheel(0, 2000);
  await page.locator('.wordmark').focus();
  await page.evaluate(() => history.pushState(null, '', '#elsewhere'));
  await settled(page);
}

/** Allows one service in the panel, or takes that back. */
async function choose(page: Page, service: string): Promise<void> {
  await toggle(page, service).click();
  await action(panel(page), 'save').click();
  await gone(panel(page));
}

const openPanel = (page: Page): Promise<void> => page.locator('[data-candor=preferences]').last().click();

for (const { path, accept, what, trackers } of PAGES) {
  describe(`the SDKs of ${trackers.map(({ name }) => name).join(', ')} on ${what}`, () => {
    test('are not there before the yes: no request, no cookie, nothing in storage, no global', async (t) => {
      const demo = await openDemo(t, path);
      const { page, log, asked } = demo;
      await banner(page).getByRole('button', { name: accept }).waitFor();
      await useThePage(page);
      assert.deepEqual(await log(), []);
      assert.deepEqual(await keptWithDatabases(page), []);
      assert.deepEqual(asked.filter(isTracking), []);
      assert.deepEqual(await globals(page), []);
      await counterAgrees(demo);
    });

    test('report after Accept, and the counter agrees', async (t) => {
      const demo = await openDemo(t, path);
      const { page, collected } = demo;
      await banner(page).getByRole('button', { name: accept }).click();
      await gone(banner(page));
      for (const { service, event } of trackers) await collected(event, service);
      await counterAgrees(demo);
      const left = await kept(page);
      for (const { leaves } of trackers)
        assert.ok(
          left.some((name) => leaves.test(name)),
          `${leaves}: ${left.join()}`,
        );

      await page.reload();
      await holds(page, `Number(document.querySelector('#left-browser-count').textContent) > 0`);
      assert.equal(await banner(page).isVisible(), false);
      await counterAgrees(demo);
    });

    test('stay away after Reject, on the next page too', async (t) => {
      const demo = await openDemo(t, path);
      const { page, log, asked } = demo;
      await action(banner(page), 'reject-all').click();
      await gone(banner(page));
      await useThePage(page);
      await page.reload();
      await useThePage(page);
      assert.deepEqual(await log(), []);
      assert.deepEqual(await keptWithDatabases(page), ['cookie candor']);
      assert.deepEqual(asked.filter(isTracking), []);
      assert.deepEqual(await globals(page), []);
      await counterAgrees(demo);
    });

    test('are told of a withdrawal: nothing more is sent, and what they kept is gone', async (t) => {
      const demo = await openDemo(t, path);
      const { page, log, collected } = demo;
      await action(banner(page), 'accept-all').click();
      await gone(banner(page));
      for (const { service, event } of trackers) await collected(event, service);
      await openPanel(page);
      await action(panel(page), 'withdraw').click();
      await gone(panel(page));
      await counterAgrees(demo);
      const { length } = await log();

      await useThePage(page);
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
      await counterAgrees(demo);
      assert.equal((await log()).length, length);
      // Their code stays in memory until the page is left, as any script that ran; what they had stored does not.
      await keepsOnly(page, 'cookie candor', NOTE);
      assert.deepEqual(await keptWithDatabases(page), ['cookie candor', NOTE]);

      await page.reload();
      await useThePage(page);
      assert.equal((await log()).length, length);
      await keepsOnly(page, 'cookie candor');
      assert.deepEqual(await keptWithDatabases(page), ['cookie candor']);
      assert.deepEqual(await globals(page), []);
    });
  });
}

for (const [path, { service, name, event, global, leaves }] of [
  ['/', POSTHOG],
  ['/', MIXPANEL],
  ['/', SENSORS],
  ['/app/', POSTHOG],
] as const) {
  describe(`${name}, allowed alone on ${path}`, () => {
    test('reports and keeps something, and nobody else does; taken back, it is silent and has left nothing', async (t) => {
      const demo = await openDemo(t, path);
      const { page, log, collected } = demo;
      await action(banner(page), 'preferences').click();
      await choose(page, service);
      await collected(event, service);
      await useThePage(page);
      assert.deepEqual(await services(demo), [service]);
      // A bundle keeps its SDK to itself.
      assert.deepEqual(await globals(page), path === '/' ? [global] : []);
      const left = await kept(page);
      assert.ok(
        left.some((each) => leaves.test(each)),
        left.join(),
      );

      await openPanel(page);
      await choose(page, service);
      await counterAgrees(demo);
      const { length } = await log();
      await useThePage(page);
      await page.evaluate(() => history.pushState(null, '', '/zh/'));
      await counterAgrees(demo);
      assert.equal((await log()).length, length);
      await keepsOnly(page, 'cookie candor', NOTE);
      assert.deepEqual(await keptWithDatabases(page), ['cookie candor', NOTE]);
    });

    test('counts who says yes again on the same page as somebody new', async (t) => {
      const demo = await openDemo(t, path);
      const { page, log, collected } = demo;
      const identity = async (): Promise<string> =>
        (await page.context().cookies()).find((cookie) => leaves.test(`cookie ${cookie.name}`))?.value ?? '';
      /** The random part that makes a visitor known again. */
      const ids = (text: string): string[] =>
        decodeURIComponent(text).match(/[0-9a-f]{8}-[0-9a-f-]{20,}|[0-9a-f]{10,}-[0-9a-f-]{20,}/g) ?? [];

      await action(banner(page), 'preferences').click();
      await choose(page, service);
      await collected(event, service);
      await settled(page);
      const first = ids(await identity());
      assert.ok(first.length > 0, await identity());
      await openPanel(page);
      await choose(page, service);
      await counterAgrees(demo);
      const { length } = await log();

      await openPanel(page);
      await choose(page, service);
      await holds(page, `Number(document.querySelector('#left-browser-count').textContent) > ${length}`);
      assert.ok((await log()).slice(length).some(({ events }) => events.includes(event)));
      const second = ids(await identity());
      assert.ok(second.length > 0);
      assert.deepEqual(
        second.filter((id) => first.includes(id)),
        [],
      );
    });
  });
}

describe('categories', () => {
  test('are told apart: advertising alone sends the pixel and starts no tracker', async (t) => {
    const demo = await openDemo(t, '/');
    const { page, log } = demo;
    await action(banner(page), 'preferences').click();
    await choose(page, 'advertising');
    await holds(page, `document.querySelector('img[data-consent]').naturalWidth === 1`);
    assert.deepEqual(await services(demo), ['beacon-ads']);
    assert.deepEqual(await kept(page), ['cookie candor']);
    assert.deepEqual(await globals(page), []);

    await openPanel(page);
    await action(panel(page), 'withdraw').click();
    await gone(panel(page));
    await holds(page, `!document.querySelector('img[data-consent]').hasAttribute('src')`);
    assert.equal((await log()).length, 1);
    await counterAgrees(demo);
  });
});

describe('the demo', () => {
  test('carries an answer from one page to the others', async (t) => {
    const { page, collected, asked } = await openDemo(t, '/');
    await action(banner(page), 'accept-all').click();
    await collected('$pageview');
    for (const path of ['/app/', '/zh/', '/console/', '/zh/account/']) {
      asked.length = 0;
      await page.goto(new URL(path, page.url()).href);
      await settled(page);
      assert.equal(await banner(page).isVisible(), false, path);
      // The account's page says that nobody is signed in; what follows from that comes with `later`.
      assert.deepEqual(
        asked.filter((url) => /banner|preferences|later/.test(url)).map((url) => url.replace(/.*\/|-.*/g, '')),
        path === '/zh/account/' ? ['later'] : [],
        `${path} loads no interface`,
      );
    }
  });

  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    test(`has content of its own as the largest paint, and nothing shifts, at ${width}×${height}`, async (t) => {
      const { page } = await openDemo(t, '/404/');
      await page.setViewportSize({ width, height });
      await page.addInitScript(`
        window.largest = []; window.shifts = [];
        new PerformanceObserver((list) => largest.push(...list.getEntries().map(({ element }) => element?.localName ?? 'banner')))
          .observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value, sources }) =>
          [value, ...sources.map(({ node, previousRect: was, currentRect: is }) =>
            [node?.nodeName, node?.id, was.x, was.y, was.width, was.height, '->', is.x, is.y, is.width, is.height].join(' '))].join('; '))))
          .observe({ type: 'layout-shift', buffered: true });`);
      for (const path of ['/', '/zh/', '/app/', '/zh/app/']) {
        await page.goto(new URL(path, page.url()).href);
        await shown(banner(page));
        await holds(page, 'largest.length > 0');
        await settled(page);
        const [largest, shifts] = await page.evaluate<[string[], string[]]>('[largest, shifts]');
        assert.notEqual(largest.at(-1), 'banner', `${path}: ${largest.join()}`);
        // The page from npm fills a table by a script of its own, and that moves a column.
        if (!path.endsWith('/app/')) assert.deepEqual(shifts, [], path);
      }
    });
  }
});
