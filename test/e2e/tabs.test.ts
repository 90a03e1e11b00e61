import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chromium, type Page } from 'playwright-core';
import {
  action,
  banner,
  choices,
  cookie,
  eventually,
  gone,
  holds,
  kept,
  openSite,
  panel,
  read,
  RECORD_EVENTS,
  reopen,
  settled,
  shown,
} from '../helpers/page.js';
import { serveSite } from '../helpers/site.js';
import { html } from '../helpers/page.js';
import { findChromium } from '../runner/find-browsers.js';

const DAY = 86_400;
const SHOP = { categories: [{ id: 'necessary' }, { id: 'analytics' }, { id: 'push' }] };
const GATED = `<script>window.ran = []</script>
  <script type="text/plain" data-consent="analytics">ran.push('gated')</script>`;

const now = (): number => Math.floor(Date.now() / 1000);

type Told = [type: string, detail: { method?: string; granted?: string[]; denied?: string[] } | null][];

const changes = async (page: Page): Promise<Told> =>
  (await read<Told>(page, 'told')).filter(([type]) => type === 'change');

describe('two tabs', () => {
  test('a decision in one closes the banner in the other, runs what waits there, and is told there once', async (t) => {
    const { page: one, another } = await openSite(t, { config: SHOP, before: RECORD_EVENTS, head: GATED });
    const other = await another();
    await shown(banner(one));
    await shown(banner(other));
    await action(banner(one), 'accept-all').click();
    await gone(banner(other));
    await holds(other, 'ran.length === 1');
    await other.bringToFront();
    await one.bringToFront();
    await other.bringToFront();
    await settled(other);
    const [told, ...more] = await changes(other);
    assert.deepEqual(more, []);
    assert.deepEqual(told?.[1]?.granted, ['analytics', 'push']);
    assert.deepEqual(told?.[1]?.denied, []);
    assert.equal((await changes(one)).length, 1);
    assert.deepEqual(await kept(one), ['cookie candor']);
  });

  test('a withdrawal in one silences the other', async (t) => {
    const { page: one, another } = await openSite(t, {
      config: SHOP,
      body: '<iframe data-consent="push" data-src="/frame"></iframe>',
      pages: { '/frame': '<!doctype html><p>Frame</p>' },
    });
    await action(banner(one), 'accept-all').click();
    const other = await another();
    await other.frameLocator('iframe').getByText('Frame').waitFor();
    await one.evaluate(() => window.candor!.withdraw());
    await holds(other, '!candor.granted("push") && !document.querySelector("iframe").hasAttribute("src")');
    assert.equal(await banner(other).isVisible(), false);
  });

  test('a panel with a draft outlives what is decided elsewhere only where it still counts', async (t) => {
    const { page: one, another } = await openSite(t, { config: SHOP, before: RECORD_EVENTS });
    const other = await another();
    await action(banner(other), 'preferences').click();
    await shown(panel(other).locator('dialog'));
    await action(banner(one), 'accept-all').click();
    await holds(other, 'candor.granted("push")');
    await gone(banner(other));
    await settled(other);
    assert.deepEqual(await choices(other), await choices(one));
  });

  test('of another config on the same host do not answer for each other’s ids', async (t) => {
    const { page: one, another } = await openSite(t, {
      config: SHOP,
      pages: { '/other': html({ config: { categories: [{ id: 'necessary' }, { id: 'social' }] } }) },
    });
    const other = await another('/other');
    await action(banner(one), 'accept-all').click();
    await gone(banner(one));
    await settled(other);
    await shown(banner(other));
    assert.equal((await choices(other))['social'], false);
    await action(banner(other), 'reject-all').click();
    await gone(banner(other));
    await settled(one);
    assert.deepEqual(await choices(one), { necessary: true, analytics: true, push: true });
  });
});

describe('the way back', () => {
  test('to a page that asked does not ask again', async (t) => {
    const { page, site } = await openSite(t, {
      config: SHOP,
      head: GATED,
      pages: { '/next': html({ config: SHOP, head: GATED }) },
    });
    await shown(banner(page));
    await page.goto(`${site.origin}/next`);
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    await page.goBack();
    await holds(page, 'ran.length === 1');
    await settled(page);
    assert.equal(await banner(page).isVisible(), false);
    await page.goForward();
    await settled(page);
    assert.equal(await banner(page).isVisible(), false);
  });

  test('from the back/forward cache finds the answer given meanwhile', async (t) => {
    // Playwright switches that cache off, so this test brings its own browser.
    const { executablePath, args } = await findChromium();
    const browser = await chromium.launch({
      executablePath,
      args,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    const document = html({
      config: SHOP,
      before: `${RECORD_EVENTS}<script>addEventListener('pageshow', ({ persisted }) => { window.isRestored = persisted })</script>`,
      head: GATED,
    });
    const site = await serveSite({ pages: { '/': document, '/next': document }, folders: { '/candor': 'dist/cdn' } });
    t.after(() => Promise.all([browser.close(), site.close()]));
    const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    await page.goto(site.origin);
    await shown(banner(page));
    await page.goto(`${site.origin}/next`);
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    await page.goBack({ waitUntil: 'commit' });
    await holds(page, 'window.isRestored');
    await gone(banner(page));
    await holds(page, 'candor.granted("analytics") && ran.length === 1');
    assert.equal((await changes(page)).length, 1);
  });
});

describe('a page that changes under it', () => {
  test('swaps its body and keeps the banner, its buttons and its control', async (t) => {
    const { page } = await openSite(t, { config: SHOP, head: '<script>window.ran = []</script>' });
    await shown(banner(page));
    await page.evaluate(() => {
      const next = document.createElement('body');
      next.innerHTML = `<p>Next</p><button data-candor="preferences">Cookie settings</button>
        <script type="text/plain" data-consent="analytics">ran.push('next')</script>`;
      document.body.replaceWith(next);
    });
    await shown(banner(page));
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    await holds(page, 'ran.length === 1');
    await page.getByRole('button', { name: 'Cookie settings' }).click();
    await shown(panel(page).locator('dialog'));
    await action(panel(page), 'close').click();
    await gone(panel(page));
    await page.evaluate(() => document.body.replaceWith(document.createElement('body')));
    await page.evaluate(() => window.candor!.show('preferences'));
    await shown(panel(page).locator('dialog'));
  });

  test('swaps its body in a view transition and keeps the banner', async (t) => {
    const { page } = await openSite(t, { config: SHOP });
    await shown(banner(page));
    await page.evaluate(
      () => document.startViewTransition(() => document.body.replaceWith(document.createElement('body'))).finished,
    );
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
  });

  test('changes its address by code and is not asked again', async (t) => {
    const { page } = await openSite(t, { config: SHOP });
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
    await page.evaluate(() => history.pushState(null, '', '/elsewhere'));
    await page.goBack();
    await settled(page);
    assert.equal(await banner(page).isVisible(), false);
    await shown(reopen(page).locator('button'));
  });
});

describe('where the browser refuses', () => {
  const NO_COOKIES = `Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set() {} });`;
  const COOKIES_THROW = `const fail = () => { throw new DOMException('no', 'SecurityError') };
    Object.defineProperty(Document.prototype, 'cookie', { get: fail, set: fail });`;
  const NO_STORAGE = `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } });`;

  for (const [what, init] of [
    ['cookies', NO_COOKIES],
    ['cookies with an exception', COOKIES_THROW],
  ] as const) {
    test(`${what}, the answer is kept in localStorage`, async (t) => {
      const { page, another } = await openSite(t, { config: SHOP, head: GATED, init });
      await action(banner(page), 'accept-all').click();
      await gone(banner(page));
      await holds(page, 'ran.length === 1');
      assert.match(
        await page.evaluate(() => localStorage.getItem('candor') ?? ''),
        /^v=1&at=\d+&rev=1&yes=analytics\.push&no=$/,
      );
      assert.equal(await cookie(page), undefined);
      const second = await another();
      await holds(second, 'ran.length === 1');
      await settled(second);
      assert.equal(await banner(second).count(), 0);
    });
  }

  test('cookies and storage, the answer holds on this page', async (t) => {
    const { page, another } = await openSite(t, { config: SHOP, head: GATED, init: COOKIES_THROW + NO_STORAGE });
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    await holds(page, 'ran.length === 1');
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await settled(page);
    assert.equal((await choices(page))['analytics'], true);
    assert.equal(await banner(page).isVisible(), false);
    await shown(banner(await another()));
  });

  test('only storage, the cookie is enough', async (t) => {
    const { page, another } = await openSite(t, { config: SHOP, head: GATED, init: NO_STORAGE });
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    const second = await another();
    await holds(second, 'ran.length === 1');
  });
});

describe('a stored answer', () => {
  const visitWith = async (t: Parameters<typeof openSite>[0], value: string) => {
    const visit = await openSite(t, { config: SHOP, head: GATED, path: undefined });
    await visit.context.addCookies([{ name: 'candor', value, url: visit.site.origin }]);
    await visit.page.goto(visit.site.origin);
    await settled(visit.page);
    return visit;
  };

  test('counts for 184 days', async (t) => {
    const { page } = await visitWith(t, `v=1&at=${now() - 183 * DAY}&rev=1&yes=analytics&no=push`);
    await holds(page, 'ran.length === 1');
    assert.equal(await banner(page).count(), 0);
  });

  test('is asked again after that, and grants nothing meanwhile', async (t) => {
    const { page } = await visitWith(t, `v=1&at=${now() - 185 * DAY}&rev=1&yes=analytics&no=push`);
    await shown(banner(page));
    assert.deepEqual(await read(page, 'ran'), []);
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
    assert.ok(Number(new URLSearchParams(await cookie(page)).get('at')) >= now() - 60);
  });

  test('expires id by id', async (t) => {
    const { page } = await visitWith(t, `v=1&at=${now()}&rev=1&yes=analytics.push~1~190&no=`);
    await shown(banner(page));
    assert.deepEqual(await page.evaluate(() => window.candor!.pending), ['push']);
    assert.deepEqual(await choices(page), { necessary: true, analytics: true, push: false });
  });

  for (const [what, value] of [
    ['from the future', `v=1&at=${now() + 30 * DAY}&rev=1&yes=analytics.push&no=`],
    ['cut off', `v=1&at=${now()}&rev=1&yes=analytics.pu`],
    ['with a foreign sign', `v=1&at=${now()}&rev=1&yes=analytics.push|&no=`],
    ['with an id twice', `v=1&at=${now()}&rev=1&yes=analytics.push&no=analytics`],
    ['that is no text of ours', '%7B%22analytics%22%3Atrue%7D'],
    ['that is empty', ''],
  ] as const) {
    test(`${what} is no answer: asked again, nothing granted`, async (t) => {
      const { page } = await visitWith(t, value);
      await shown(banner(page));
      assert.deepEqual(await read(page, 'ran'), []);
      assert.deepEqual(await choices(page), { necessary: true, analytics: false, push: false });
      await action(banner(page), 'accept-all').click();
      await holds(page, 'ran.length === 1');
      assert.match((await cookie(page)) ?? '', /^v=1&at=\d+&rev=1&yes=analytics\.push&no=$/);
    });
  }

  test('of a later version is no answer either; who runs the site is told, and it is put aside', async (t) => {
    const later = `v=2&at=${now()}&rev=1&yes=analytics.push&no=`;
    const { page, complaints } = await visitWith(t, later);
    await shown(banner(page));
    assert.deepEqual(await choices(page), { necessary: true, analytics: false, push: false });
    const said: string[] = [];
    await eventually(async () => said.push(...complaints()) > 0);
    assert.match(said.join(), /stored decision.*later version/s);
    await action(banner(page), 'accept-all').click();
    await holds(page, 'ran.length === 1');
    assert.match((await cookie(page)) ?? '', /^v=1&/);
    assert.equal(await page.evaluate(() => localStorage.getItem('candor-v2')), later);
  });

  test('that lacks a category asks about that one', async (t) => {
    const { page } = await visitWith(t, `v=1&at=${now()}&rev=1&yes=analytics&no=`);
    await shown(banner(page));
    assert.deepEqual(await page.evaluate(() => window.candor!.pending), ['push']);
    await holds(page, 'ran.length === 1');
  });
});
