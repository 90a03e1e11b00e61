/**
 * The page with everything: four real SDKs, a map, a film, a share widget, a position, push messages. Nothing of it before the
 * yes, all of it after, nothing after the no.
 */
import assert from 'node:assert/strict';
import { before, describe, test, type TestContext } from 'node:test';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { buildDemo, counterAgrees, openDemo, type Demo } from '../helpers/demo.js';
import { countNatives, type Natives } from '../helpers/natives.js';
import {
  action,
  banner,
  eventually,
  gone,
  holds,
  panel,
  read,
  request,
  settled,
  shown,
  toggle,
} from '../helpers/page.js';
import { AMPLITUDE, keptWithDatabases, TRACKERS } from '../helpers/trackers.js';
import { isAccessible } from './behaviours/accessible.js';

before(buildDemo);

const LANGUAGES = ['en', 'zh'] as const;
type Language = (typeof LANGUAGES)[number];

const pathOf = (language: Language): string => (language === 'en' ? '/visit/' : '/zh/visit/');

const SDKS = [...TRACKERS, AMPLITUDE];

/** What a service asks for as soon as it may, as the collector or the server sees it. */
const OPTIONAL = /^\/(collect(?!-log)|vendor|trackers|frames|visit\/.)/;

const MAP = 'candor-embed[service="meridian-maps"]';
const FILM = 'candor-embed[service="lumen-video"]';
const SHARE = 'candor-embed[service="lumen-share"]';

const tiles = (page: Page): Locator => page.locator('#visit-map img.leaflet-tile-loaded');
const film = (page: Page): Locator =>
  page.frameLocator('iframe[src*="lumen-video"]').getByRole('button', { name: /Play|播放/ });
const weChat = (page: Page): Locator => page.getByRole('button', { name: /^(WeChat|微信)$/ });

interface OpenOptions extends BrowserContextOptions {
  readonly language?: Language;
  readonly push?: 'answers' | 'is out of reach';
}

/** A new visitor on the page, who has not answered. */
async function openVisit(
  t: TestContext,
  { language = 'en', push = 'answers', ...visitor }: OpenOptions = {},
): Promise<Demo> {
  const demo = await openDemo(t, '/404/', visitor);
  await demo.page.addInitScript(countNatives(push));
  await demo.page.goto(demo.origin + pathOf(language));
  demo.asked.length = 0;
  await demo.page.reload();
  await shown(banner(demo.page));
  return demo;
}

/** Does what visitors do and services measure; all embeds come into sight. */
async function useThePage(page: Page): Promise<void> {
  await page.locator('h1').click();
  await page.locator('.footer').scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('.wordmark').focus();
  await page.evaluate(() => history.pushState(null, '', '#elsewhere'));
  await page.evaluate(() => dispatchEvent(new Event('resize')));
  await settled(page);
}

async function answer(page: Page, name: 'accept-all' | 'reject-all'): Promise<void> {
  await action(banner(page), name).click();
  await gone(banner(page));
}

async function withdraw(page: Page): Promise<void> {
  await page.locator('footer [data-candor=preferences]').click();
  await action(panel(page), 'withdraw').click();
  await gone(panel(page));
}

/** Withdraws where Amplitude runs, which cannot be unloaded: its service says so, and the page loads again. */
async function withdrawEverything(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), withdraw(page)]);
}

/** All that the browser keeps for the page, as its application panel has it. */
const keptAnywhere = async (page: Page): Promise<string[]> => [
  ...(await keptWithDatabases(page)),
  ...(await page.evaluate(async () => [
    ...(await caches.keys()).map((name) => `cache ${name}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${new URL(scope).pathname}`),
  ])),
];

const natives = (page: Page): Promise<Natives> => read<Natives>(page, 'natives');

const says = (page: Page, selector: string, words: RegExp): Promise<void> =>
  eventually(async () => words.test(await page.locator(selector).innerText()), `${selector} says ${words}`);

const services = async ({ log }: Demo): Promise<string[]> =>
  [...new Set((await log()).map(({ service }) => service))].sort();

/** Waits until each of the page's services has been heard of, by the collector and in the page. */
async function everythingActs({ page, collected }: Demo): Promise<void> {
  for (const { service, event } of SDKS) await collected(event, service);
  await collected('film loaded', 'lumen-video');
  await collected('share widget loaded', 'lumen-share');
  await shown(tiles(page).first());
  await shown(film(page));
  await shown(weChat(page));
}

/** Nothing of the embeds is on the page but their placeholders. */
async function placeholdersStand(page: Page): Promise<void> {
  for (const embed of [MAP, FILM, SHARE]) await shown(page.locator(embed).getByRole('button').first());
  assert.equal(await page.locator('#visit-map, iframe, [data-lumen-share]').count(), 0);
}

/** Nothing has reached anybody, and nothing is kept but the answer. */
async function nothingActs(demo: Demo): Promise<void> {
  const { page, asked, log } = demo;
  assert.deepEqual(await log(), []);
  assert.deepEqual(
    asked.filter((url) => OPTIONAL.test(url) || /^https?:/.test(url)),
    [],
  );
  assert.deepEqual(
    await page.evaluate((names) => names.filter((name) => name in window), [...SDKS.map(({ global }) => global), 'L']),
    [],
  );
  await counterAgrees(demo);
}

for (const language of LANGUAGES) {
  describe(`the page for visitors of data centres, in ${language}`, () => {
    test('lets nothing out before the yes: no request, nothing kept', async (t) => {
      const demo = await openVisit(t, { language });
      const { page } = demo;
      await useThePage(page);
      await nothingActs(demo);
      assert.deepEqual(await keptAnywhere(page), []);
      assert.deepEqual(await natives(page), { positions: 0, subscriptions: 0, questions: 0 });
    });

    test('shows placeholders that name the service before the yes', async (t) => {
      const { page } = await openVisit(t, { language });
      await placeholdersStand(page);
      for (const [embed, name] of [
        [MAP, /Meridian Maps|子午地图/],
        [FILM, /Lumen Video|流明视频/],
        [SHARE, /Lumen Share|流明分享/],
      ] as const) {
        await shown(page.locator(embed).getByText(name).first());
      }
    });

    test('refuses push messages in the browser’s name before the yes, and leaves its question unasked', async (t) => {
      const demo = await openVisit(t, { language });
      const { page } = demo;
      await answer(page, 'reject-all');
      await page.locator('#push-opt-in').click();
      await says(page, '#push-result', /your browser was not asked|没有触发浏览器的权限询问/);
      const error = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.register('/visit/worker.js');
        try {
          await registration.pushManager.subscribe({ userVisibleOnly: true });
          return 'subscribed';
        } catch (thrown) {
          return `${thrown instanceof DOMException} ${(thrown as DOMException).name}`;
        } finally {
          await registration.unregister();
        }
      });
      assert.equal(error, 'true NotAllowedError');
      assert.deepEqual(await natives(page), { positions: 0, subscriptions: 0, questions: 0 });
      assert.deepEqual(await demo.log(), []);
      assert.deepEqual(await keptAnywhere(page), ['cookie candor']);
    });

    test('asks for the position when it is wanted: a no is final for that press, and nobody has looked', async (t) => {
      const demo = await openVisit(t, { language });
      const { page } = demo;
      await answer(page, 'reject-all');
      await page.locator('#find-site').click();
      await action(request(page), 'deny').click();
      await says(page, '#site-result', /^Location stays off|^位置信息保持关闭/);
      assert.equal((await natives(page)).positions, 0);
      assert.deepEqual(await demo.log(), []);
    });

    test('goes on by itself when the position is allowed, and forgets the place with the yes', async (t) => {
      const demo = await openVisit(t, { language });
      const { page, collected } = demo;
      await answer(page, 'reject-all');
      await page.locator('#find-site').click();
      await action(request(page), 'allow').click();
      await says(page, '#site-result', /^Frankfurt is nearest, about 3\d0 km|最近的机房在法兰克福/);
      await collected('nearest site', 'location');
      assert.equal((await natives(page)).positions, 1);
      await says(page, '.sites .nearest .site-name', /^(Frankfurt|法兰克福)$/);

      await withdraw(page);
      await says(page, '#site-result', /^Location is off again|^位置信息已关闭/);
      assert.equal(await page.locator('.sites .nearest').count(), 0);
      assert.deepEqual(await services(demo), ['location']);
    });

    test('starts everything after the yes, and the counter lists it by service', async (t) => {
      const demo = await openVisit(t, { language });
      const { page, collected } = demo;
      await answer(page, 'accept-all');
      await everythingActs(demo);
      await page.locator('#find-site').click();
      await collected('nearest site', 'location');
      await page.locator('#push-opt-in').click();
      await collected('subscribed', 'browser-push');
      await says(page, '#push-result', /^On in this browser|^已在此浏览器中开启/);
      assert.deepEqual(await natives(page), { positions: 1, subscriptions: 1, questions: 0 });
      assert.equal(
        ((await (await fetch(`${demo.origin}/api/push`)).json()) as { subscriptions: number }).subscriptions,
        1,
      );

      const left = await keptAnywhere(page);
      for (const { leaves } of SDKS)
        assert.ok(
          left.some((name) => leaves.test(name)),
          `${leaves}: ${left.join()}`,
        );
      assert.ok(left.includes('worker /visit/'));

      await counterAgrees(demo);
      await page.locator('.left-browser-toggle').click();
      for (const service of await services(demo)) {
        await shown(page.locator(`#left-browser-requests [data-service="${service}"]`));
      }
      assert.deepEqual(await services(demo), [
        'amplitude',
        'beacon-ads',
        'browser-push',
        'location',
        'lumen-share',
        'lumen-video',
        'meridian-maps',
        'mixpanel',
        'posthog',
        'sensors',
      ]);
      await page.locator('[data-service="amplitude"] .database').getByText(/^AMP_/).first().waitFor();
      await page.locator('[data-service="browser-push"] .worker').getByText('/visit/').waitFor();
    });

    test('stays silent after a no, after a reload, and on the next page', async (t) => {
      const demo = await openVisit(t, { language });
      const { page, origin } = demo;
      await answer(page, 'reject-all');
      await useThePage(page);
      await page.reload();
      await useThePage(page);
      await nothingActs(demo);
      assert.deepEqual(await keptAnywhere(page), ['cookie candor']);
      await page.goto(`${origin}${language === 'en' ? '' : '/zh'}/stories/`);
      await settled(page);
      assert.deepEqual(await demo.log(), []);
      assert.deepEqual(await keptAnywhere(page), ['cookie candor']);
    });
  });
}

/** Everything runs: measured, drawn, played, found, subscribed. */
async function openWithEverything(t: TestContext): Promise<Demo> {
  const demo = await openVisit(t);
  const { page, collected } = demo;
  await answer(page, 'accept-all');
  await everythingActs(demo);
  await page.locator('#find-site').click();
  await collected('nearest site', 'location');
  await page.locator('#push-opt-in').click();
  await collected('subscribed', 'browser-push');
  await settled(page);
  return demo;
}

describe('a withdrawal on the page for visitors of data centres', () => {
  test('silences everything: whatever the visitor does then, nobody hears of it, here, after a reload and elsewhere', async (t) => {
    const demo = await openWithEverything(t);
    const { page, log, origin } = demo;
    await withdrawEverything(page);
    await counterAgrees(demo);
    const { length } = await log();

    await useThePage(page);
    await page.locator('#push-opt-in').click();
    await says(page, '#push-result', /^Nothing was turned on/);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
    await page.evaluate(() => dispatchEvent(new Event('beforeunload')));
    await counterAgrees(demo);
    assert.deepEqual((await log()).slice(length), []);

    await page.reload();
    await useThePage(page);
    await page.goto(`${origin}/stories/`);
    await settled(page);
    assert.deepEqual((await log()).slice(length), []);
  });

  test('brings the placeholders back', async (t) => {
    const { page } = await openWithEverything(t);
    await withdrawEverything(page);
    await placeholdersStand(page);
  });

  test('ends the guards’ yes in the same task', async (t) => {
    const { page } = await openWithEverything(t);
    const before = await natives(page);
    const error = await page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration('/visit/'))!;
      window.candor!.withdraw();
      return registration.pushManager.subscribe().then(
        () => 'subscribed',
        (thrown: unknown) => (thrown as DOMException).name,
      );
    });
    assert.equal(error, 'NotAllowedError');
    assert.deepEqual(await natives(page), before);
  });

  test('leaves nothing in the browser but the answer, and nothing comes back on the next page', async (t) => {
    const { page, origin } = await openWithEverything(t);
    await withdrawEverything(page);
    const isClean = (): Promise<void> =>
      eventually(async () => {
        assert.deepEqual(await keptAnywhere(page), ['cookie candor']);
        return true;
      }, 'nothing is kept but the answer');
    await isClean();
    await page.reload();
    await settled(page);
    await isClean();
    await page.goto(`${origin}/stories/`);
    await settled(page);
    assert.deepEqual(await keptAnywhere(page), ['cookie candor']);
  });

  test('is followed by a yes that starts everything anew', async (t) => {
    const demo = await openWithEverything(t);
    const { page } = demo;
    await withdrawEverything(page);
    await gone(weChat(page));
    await fetch(`${demo.origin}/collect-log.json`, { method: 'DELETE' });
    await page.evaluate(() => window.candor!.acceptAll());
    await everythingActs(demo);
  });
});

describe('the embeds on the page for visitors of data centres', () => {
  test('load once for one service alone, keep nothing of it, and wait again after a reload', async (t) => {
    const demo = await openVisit(t);
    const { page } = demo;
    await answer(page, 'reject-all');
    await page.locator(MAP).getByRole('button', { name: 'Load once' }).click();
    await shown(tiles(page).first());
    assert.deepEqual(await services(demo), ['meridian-maps']);
    assert.equal(await page.evaluate(() => window.candor!.granted('meridian-maps')), false);
    assert.deepEqual(await keptAnywhere(page), ['cookie candor']);
    await page.reload();
    await placeholdersStand(page);
  });

  test('are always allowed one by one, which the panel shows', async (t) => {
    const demo = await openVisit(t);
    const { page, collected } = demo;
    await answer(page, 'reject-all');
    await page.locator(FILM).getByRole('button', { name: 'Always allow' }).click();
    await collected('film loaded', 'lumen-video');
    await shown(film(page));
    assert.deepEqual(await services(demo), ['lumen-video']);
    await page.reload();
    await shown(film(page));
    await page.locator('footer [data-candor=preferences]').click();
    await holds(page, 'window.candor.granted("lumen-video") && !window.candor.granted("lumen-share")');
    assert.equal(await toggle(page, 'lumen-video').getAttribute('aria-checked'), 'true');
    assert.equal(await toggle(page, 'lumen-share').getAttribute('aria-checked'), 'false');
  });

  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    test(`move nothing when they come and go, at ${width}×${height}`, async (t) => {
      const demo = await openVisit(t, { viewport: { width, height } });
      const { page } = demo;
      const places = (): Promise<number[]> =>
        page
          .locator('main :is(candor-embed, .sites, .section, .visit-with), .footer')
          .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top + scrollY));
      const isAsBefore = async (): Promise<boolean> => {
        const now = await places();
        return now.length === before.length && now.every((place, index) => Math.abs(place - before[index]!) < 1);
      };
      const before = await places();
      await answer(page, 'accept-all');
      await everythingActs(demo);
      await eventually(isAsBefore, 'nothing has moved');
      await withdrawEverything(page);
      await placeholdersStand(page);
      await eventually(isAsBefore, 'nothing has moved');
    });
  }
});

describe('push messages on the page for visitors of data centres', () => {
  test('say so kindly where the browser’s push service cannot be reached, and leave no worker behind', async (t) => {
    const demo = await openVisit(t, { push: 'is out of reach' });
    const { page } = demo;
    await page.evaluate(() => window.candor!.update({ 'browser-push': true }));
    await holds(page, 'window.candor.granted("browser-push")');
    await page.locator('#push-opt-in').click();
    await says(page, '#push-result', /push service cannot be reached/);
    assert.equal((await natives(page)).subscriptions, 1);
    assert.deepEqual(await demo.log(), []);
    assert.equal((await keptAnywhere(page)).includes('worker /visit/'), false);
  });
});

for (const language of LANGUAGES) {
  test(`everything that was allowed is accessible, in ${language}, light and dark, and fits 320 px`, async (t) => {
    const demo = await openVisit(t, { language });
    const { page } = demo;
    await answer(page, 'accept-all');
    await everythingActs(demo);
    await isAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);
  });
}
