import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { buildDemo, counterAgrees, openDemo } from '../helpers/demo.js';
import { action, banner, gone, holds, kept, panel, settled, shown, toggle } from '../helpers/page.js';

/** The demo's pages that measure: by the script tag in two languages, and from npm. */
const PAGES = [
  { path: '/', accept: 'Accept all', what: 'the English page' },
  { path: '/zh/', accept: '全部同意', what: 'the Chinese page' },
  { path: '/app/', accept: 'Accept all', what: 'the page from npm' },
] as const;

before(buildDemo);

const isTracking = (url: string): boolean => /^\/(collect(?!-log)|vendor)|^https?:|posthog/i.test(url);

/** Does what visitors do and trackers measure. */
async function useThePage(page: Page): Promise<void> {
  await page.locator('h1').click();
  await page.mouse.wheel(0, 2000);
  await page.locator('.wordmark').focus();
  await page.evaluate(() => history.pushState(null, '', '#elsewhere'));
  await settled(page);
}

for (const { path, accept, what } of PAGES) {
  describe(`PostHog's own SDK on ${what}`, () => {
    test('is not there before the yes: no request, no cookie, nothing in storage', async (t) => {
      const demo = await openDemo(t, path);
      const { page, log, asked } = demo;
      await banner(page).getByRole('button', { name: accept }).waitFor();
      await useThePage(page);
      assert.deepEqual(await log(), []);
      assert.deepEqual(await kept(page), []);
      assert.deepEqual(asked.filter(isTracking), []);
      assert.equal(await page.evaluate('"posthog" in window'), false);
      await counterAgrees(demo);
    });

    test('reports after Accept, and the counter agrees', async (t) => {
      const demo = await openDemo(t, path);
      const { page, log, collected } = demo;
      await banner(page).getByRole('button', { name: accept }).click();
      await gone(banner(page));
      await collected('$pageview');
      await counterAgrees(demo);
      assert.ok((await log()).some(({ service }) => service === 'PostHog'));
      assert.ok((await kept(page)).some((name) => /^(cookie|localStorage) ph_/.test(name)));

      await page.reload();
      await holds(page, `Number(document.querySelector('#left-browser-count').textContent) > 0`);
      assert.equal(await banner(page).isVisible(), false);
      await counterAgrees(demo);
    });

    test('stays away after Reject, on the next page too', async (t) => {
      const demo = await openDemo(t, path);
      const { page, log, asked } = demo;
      await action(banner(page), 'reject-all').click();
      await gone(banner(page));
      await useThePage(page);
      await page.reload();
      await useThePage(page);
      assert.deepEqual(await log(), []);
      assert.deepEqual(await kept(page), ['cookie candor']);
      assert.deepEqual(asked.filter(isTracking), []);
      await counterAgrees(demo);
    });

    test('is told of a withdrawal: nothing more is sent, and what it kept is gone', async (t) => {
      const demo = await openDemo(t, path);
      const { page, log, collected } = demo;
      await action(banner(page), 'accept-all').click();
      await gone(banner(page));
      await collected('$pageview');
      await page.locator('[data-candor=preferences]').last().click();
      await action(panel(page), 'withdraw').click();
      await gone(panel(page));
      await counterAgrees(demo);
      const { length } = await log();

      await useThePage(page);
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
      await counterAgrees(demo);
      assert.equal((await log()).length, length);
      // Its code stays in memory until the page is left, as any script that ran; what it had stored does not.
      assert.deepEqual(await kept(page), ['cookie candor']);

      await page.reload();
      await useThePage(page);
      assert.equal((await log()).length, length);
      assert.deepEqual(await kept(page), ['cookie candor']);
    });
  });
}

describe('the demo', () => {
  test('lets a visitor allow PostHog alone, and take it back', async (t) => {
    const { page, log, collected } = await openDemo(t, '/');
    await action(banner(page), 'preferences').click();
    await toggle(page, 'posthog').click();
    await action(panel(page), 'save').click();
    await collected('$pageview');
    assert.deepEqual([...new Set((await log()).map(({ service }) => service))], ['PostHog']);
    await page.locator('[data-candor=preferences]').last().click();
    await toggle(page, 'posthog').click();
    await action(panel(page), 'save').click();
    await gone(panel(page));
    await settled(page);
    const { length } = await log();
    await useThePage(page);
    assert.equal((await log()).length, length);
  });

  test('carries an answer from one page to the others', async (t) => {
    const { page, collected, asked } = await openDemo(t, '/');
    await action(banner(page), 'accept-all').click();
    await collected('$pageview');
    for (const path of ['/app/', '/zh/', '/privacy.html']) {
      asked.length = 0;
      await page.goto(new URL(path, page.url()).href);
      await settled(page);
      assert.equal(await banner(page).isVisible(), false, path);
      assert.deepEqual(
        asked.filter((url) => /banner|preferences|later/.test(url)),
        [],
        `${path} loads no interface`,
      );
    }
  });

  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    test(`has content of its own as the largest paint, and nothing shifts, at ${width}×${height}`, async (t) => {
      const { page } = await openDemo(t, '/privacy.html');
      await page.setViewportSize({ width, height });
      await page.addInitScript(`
        window.largest = []; window.shifts = [];
        new PerformanceObserver((list) => largest.push(...list.getEntries().map(({ element }) => element?.localName ?? 'banner')))
          .observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value, sources }) =>
          [value, ...sources.map(({ node, previousRect: was, currentRect: is }) =>
            [node?.nodeName, node?.id, was.x, was.y, was.width, was.height, '->', is.x, is.y, is.width, is.height].join(' '))].join('; '))))
          .observe({ type: 'layout-shift', buffered: true });`);
      for (const path of ['/', '/zh/', '/app/']) {
        await page.goto(new URL(path, page.url()).href);
        await shown(banner(page));
        await holds(page, 'largest.length > 0');
        await settled(page);
        const [largest, shifts] = await page.evaluate<[string[], string[]]>('[largest, shifts]');
        assert.notEqual(largest.at(-1), 'banner', `${path}: ${largest.join()}`);
        // The page from npm fills a table by a script of its own, and that moves a column.
        if (path !== '/app/') assert.deepEqual(shifts, [], path);
      }
    });
  }

  test('answers for a missing page as any site does', async (t) => {
    const { page } = await openDemo(t, '/privacy.html');
    const response = await fetch(new URL('/missing', page.url()));
    assert.equal(response.status, 404);
  });
});
