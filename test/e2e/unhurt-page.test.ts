/**
 * The demo's home page with the banner in every layout and without it: the largest thing that is painted is the page's own, and
 * nothing of the page moves when surfaces come and go.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { startDemoServer, type DemoServer } from '../../demo/server.js';
import { buildDemo } from '../helpers/demo.js';
import { action, banner, gone, holds, openVisitor, panel, read, settled, shown } from '../helpers/page.js';

/** One in the page's flow takes the place there that the page keeps for it. */
const LAYOUTS = [
  { banner: 'box', position: 'bottom-start' },
  { banner: 'box', position: 'top-end' },
  { banner: 'bar', position: 'bottom' },
  { banner: 'bar', position: 'top' },
  { banner: 'dialog' },
];

const WINDOWS = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

/**
 * Of what lies in a shadow tree, as all surfaces do, the browser names no element. What the page shifts while it is still read, before the first
 * surface is due, is its own; and the demo's counter, an aside, makes way by itself.
 */
const WATCH = `
  window.largest = [];
  window.shifts = [];
  let due = Infinity;
  document.addEventListener('candor-request', ({ timeStamp }) => (due = Math.min(due, timeStamp)));
  new PerformanceObserver((list) => largest.push(...list.getEntries().map(({ element }) => element?.localName ?? 'surface')))
    .observe({ type: 'largest-contentful-paint', buffered: true });
  const isCounter = ({ node }) => !!(node?.nodeType === 1 ? node : node?.parentElement)?.closest('aside');
  new PerformanceObserver((list) =>
    shifts.push(...list.getEntries()
      .filter(({ startTime, sources }) => startTime >= due && (!sources.length || !sources.every(isCounter)))
      .map(({ value, sources }) => [value, ...sources.map(({ node }) => node?.nodeName)].join(' '))))
    .observe({ type: 'layout-shift', buffered: true });`;

const CONFIG = /(<script[^>]*id="candor-config"[^>]*>)([^]*?)(<\/script>)/;

before(buildDemo);

describe('the home page of the demo', () => {
  let server: DemoServer;
  before(async () => {
    server = await startDemoServer({ port: 0, dist: resolve('dist') });
  });
  after(() => server.close());

  async function visit(
    t: TestContext,
    viewport: { width: number; height: number },
    layout: object,
    init = '',
  ): Promise<Page> {
    const context = await openVisitor({ viewport, reducedMotion: 'no-preference' });
    t.after(() => context.close());
    const page = await context.newPage();
    await page.route(`${server.origin}/`, async (route) => {
      if (route.request().method() !== 'GET') return route.fallback();
      const response = await route.fetch();
      const text = await response.text();
      assert.match(text, CONFIG);
      const body = text.replace(
        CONFIG,
        (_, before: string, config: string, end: string) =>
          before + JSON.stringify({ ...(JSON.parse(config) as object), layout }) + end,
      );
      await route.fulfill({ response, body });
    });
    await page.addInitScript(WATCH + init);
    await page.goto(server.origin);
    await shown(action(banner(page), 'reject-all'));
    await settled(page);
    await holds(page, 'largest.length > 0');
    return page;
  }

  for (const viewport of WINDOWS) {
    for (const layout of LAYOUTS) {
      const name = `${Object.values(layout).join(' ')} at ${viewport.width} × ${viewport.height}`;
      test(`keeps its largest contentful paint and its place: ${name}`, async (t) => {
        const page = await visit(t, viewport, layout);
        const largest = await read<string[]>(page, 'largest');
        assert.ok(!largest.includes('surface'), largest.join());
        await action(banner(page), 'preferences').click();
        await shown(panel(page).locator('dialog'));
        await action(panel(page), 'close').click();
        await gone(panel(page).locator('dialog'));
        await action(banner(page), 'reject-all').click();
        await gone(banner(page));
        await settled(page);
        assert.deepEqual(await read(page, 'shifts'), []);
      });
    }
  }

  test('would lose both to a banner without its entrance that pushes the page aside', async (t) => {
    // Shows that the instruments see it: a filter takes the page's own words away, and a box comes before them.
    const page = await visit(
      t,
      WINDOWS[0]!,
      { banner: 'box' },
      `const sheet = new CSSStyleSheet();
       sheet.replaceSync('main, header, footer { opacity: 0 } candor-banner::part(banner) { animation: none }');
       document.adoptedStyleSheets = [sheet];`,
    );
    await holds(page, 'largest.includes("surface")');
    await page.evaluate(() =>
      document.body.prepend(Object.assign(document.createElement('div'), { style: 'height:300px' })),
    );
    await page.evaluate(() => document.adoptedStyleSheets[0]?.replaceSync(''));
    await holds(page, 'shifts.length > 0');
  });
});
