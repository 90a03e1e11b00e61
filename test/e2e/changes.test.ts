/** Revisions as a returning visitor meets them: asked again with a reason, told once, and nothing lost by bad input. */
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import {
  action,
  banner,
  choices,
  cookie,
  eventually,
  gone,
  holds,
  html,
  kept,
  openSite,
  panel,
  read,
  reopen,
  settled,
  shown,
  type OpenOptions,
  type Visit,
} from '../helpers/page.js';

const DAY = 86_400;
const now = (): number => Math.floor(Date.now() / 1000);
const date = (days: number): string => new Date((now() + days * DAY) * 1000).toISOString().slice(0, 10);

const CATEGORIES = [
  { id: 'necessary' },
  {
    id: 'analytics',
    services: [
      { id: 'posthog', name: 'PostHog' },
      { id: 'mixpanel', name: 'Mixpanel', since: 2 },
    ],
  },
];
const NEW_SERVICE = {
  categories: CATEGORIES,
  revision: 2,
  changes: [{ revision: 2, ids: ['mixpanel'], text: 'Mixpanel measures visits, too.' }],
};
const ANNOUNCED = {
  categories: CATEGORIES.slice(0, 1).concat({
    id: 'analytics',
    services: [{ id: 'posthog', name: 'PostHog' }],
  } as never),
  revision: 2,
  changes: [
    { revision: 2, ids: ['analytics'], effective: '2099-12-01', text: 'PostHog will keep visits for two years.' },
  ],
};
const CONTROL = '<button type="button" data-candor="preferences">Cookie settings</button>';

/** Keeps what Candor tells the document, and what runs. */
const HEAD = `<script>
  window.ran = [];
  window.told = [];
  for (const type of ['change', 'told', 'show', 'hide', 'request'])
    document.addEventListener('candor-' + type, (event) => told.push([type, event.detail]));
</script>`;
const GATED = `<script type="text/plain" data-consent="posthog">ran.push('posthog')</script>`;
const BOTH_GATED = `${GATED}<script type="text/plain" data-consent="mixpanel">ran.push('mixpanel')</script>`;

/** What a surface says, but for its buttons. */
const words = (surface: Locator): Promise<string> => surface.locator('.text').innerText();

const notice = (page: Page): Locator => page.locator('candor-notice');

type Told = [type: string, detail: { readonly [key: string]: unknown } | null][];
const toldOf = async (page: Page, type: string): Promise<unknown[]> =>
  (await read<Told>(page, 'told')).filter(([each]) => each === type).map(([, detail]) => detail);

/**
 * A page of a site whose visitor has a cookie already.
 *
 * @param options.clock Where the page's clock stands; `true`: right, and it can be put forward.
 */
async function returnTo(
  t: TestContext,
  value: string,
  { clock, ...options }: OpenOptions & { readonly clock?: Date | true },
): Promise<Visit> {
  const visit = await openSite(t, { before: HEAD, head: GATED, body: CONTROL, ...options, path: undefined });
  if (clock) await visit.page.clock.install(clock === true ? {} : { time: clock });
  if (value) await visit.context.addCookies([{ name: 'candor', value, url: visit.site.origin }]);
  await visit.page.goto(visit.site.origin);
  return visit;
}

/** Has answered everything ten days ago, at revision 1. */
const ANSWERED = `v=1&at=${now() - 10 * DAY}&rev=1&yes=analytics&no=`;

describe('a service that is new in a category that was allowed', () => {
  for (const [name, granted] of [
    ['reject-all', false],
    ['accept-all', true],
  ] as const) {
    test(`is asked with its reason, while the other runs on; ${name} answers it alone`, async (t) => {
      const { page, another, complaints } = await returnTo(t, ANSWERED, {
        config: NEW_SERVICE,
        head: BOTH_GATED,
      });
      await shown(banner(page));
      assert.match(await words(banner(page)), /^Changes to our data use\s+Mixpanel\s+Mixpanel measures visits, too\./);
      assert.deepEqual(await read(page, 'ran'), ['posthog']);
      assert.deepEqual(await choices(page), { necessary: true, analytics: true, posthog: true, mixpanel: false });

      await action(banner(page), name).click();
      await gone(banner(page));
      assert.deepEqual(await choices(page), { necessary: true, analytics: true, posthog: true, mixpanel: granted });
      const [change] = (await toldOf(page, 'change')) as [{ granted: string[]; denied: string[]; running: string[] }];
      assert.deepEqual(
        [change.granted, change.denied, change.running],
        granted ? [['mixpanel'], [], []] : [[], ['mixpanel'], []],
      );
      await holds(page, `ran.includes('mixpanel') === ${granted}`);

      const next = await another('/');
      await settled(next);
      assert.equal(await banner(next).count(), 0);
      assert.deepEqual(await read(next, 'ran'), granted ? ['posthog', 'mixpanel'] : ['posthog']);
      assert.deepEqual(complaints(), []);
    });
  }

  test('is explained on top of the panel, and in Chinese', async (t) => {
    const { page } = await returnTo(t, ANSWERED, { config: NEW_SERVICE, lang: 'zh-CN', visitor: { locale: 'zh-CN' } });
    await banner(page).getByRole('heading', { name: '数据使用变更说明' }).waitFor();
    await action(banner(page), 'preferences').click();
    await panel(page).getByText('您的其他选择继续有效。').waitFor();
  });

  test('costs who visits for the first time nothing', async (t) => {
    const { page, parts } = await openSite(t, { config: NEW_SERVICE, body: CONTROL });
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    await settled(page);
    assert.ok(!parts().includes('notice'), parts().join());
  });

  test('is asked without the reason where that cannot be had', async (t) => {
    const visit = await openSite(t, {
      config: NEW_SERVICE,
      before: HEAD,
      body: CONTROL,
      path: undefined,
      expected: /notice-\w+\.js|Failed to load resource/,
    });
    await visit.context.route(/notice-/, (route) => route.abort());
    await visit.context.addCookies([{ name: 'candor', value: ANSWERED, url: visit.site.origin }]);
    await visit.page.goto(visit.site.origin);
    await shown(banner(visit.page));
    assert.match(await words(banner(visit.page)), /^Your data, your choice/);
  });
});

describe('a change that is announced', () => {
  test('is told once, and is no answer', async (t) => {
    const { page, another, parts } = await returnTo(t, ANSWERED, { config: ANNOUNCED });
    await shown(notice(page));
    assert.match(
      await words(notice(page)),
      /PostHog will keep visits for two years\.\s+Until then your choices stand as they are\./,
    );
    await holds(page, `told.some(([type]) => type === 'told')`);
    assert.deepEqual(await toldOf(page, 'told'), [{ changes: ANNOUNCED.changes }]);
    assert.deepEqual(await toldOf(page, 'change'), []);
    assert.deepEqual(await toldOf(page, 'show'), [{ surface: 'notice', changes: ANNOUNCED.changes }]);
    assert.equal(await cookie(page), ANSWERED.replace('rev=1', 'rev=2').replace('analytics', 'analytics~1'));
    assert.deepEqual(await kept(page), ['cookie candor']);
    assert.deepEqual(await read(page, 'ran'), ['posthog']);
    assert.deepEqual(await page.evaluate(() => window.candor!.pending), []);

    await action(notice(page), 'close').click();
    await gone(notice(page));
    const before = parts().length;
    const next = await another('/');
    await settled(next);
    assert.equal(await notice(next).count(), 0);
    assert.deepEqual(parts().slice(before), ['candor'], 'who has nothing to hear loads candor.js alone');
  });

  test('stays on screen until it is closed, beside the page', async (t) => {
    const { page } = await returnTo(t, ANSWERED, { config: ANNOUNCED });
    await holds(page, `told.some(([type]) => type === 'told')`);
    await page.mouse.wheel(0, 500);
    await page.keyboard.press('Escape');
    await shown(notice(page));
    await page.getByRole('button', { name: 'Cookie settings' }).first().click();
    await shown(panel(page).locator('dialog'));
    await panel(page).getByText('PostHog will keep visits for two years.').waitFor();
  });

  test('leads to the settings', async (t) => {
    const { page } = await returnTo(t, ANSWERED, { config: ANNOUNCED });
    await action(notice(page), 'preferences').click();
    await gone(notice(page));
    await shown(panel(page).locator('dialog'));
  });

  test('disappears from another tab once it was told in one', async (t) => {
    // In the first tab nothing is ever seen, as in one that lies behind others.
    const hidden = `if (location.search === '?behind') window.IntersectionObserver = class { observe() {} disconnect() {} }`;
    const visit = await openSite(t, { config: ANNOUNCED, before: HEAD, body: CONTROL, init: hidden, path: undefined });
    const { another } = visit;
    await visit.context.addCookies([{ name: 'candor', value: ANSWERED, url: visit.site.origin }]);
    const behind = await another('/?behind');
    await shown(notice(behind));
    const front = await another('/');
    await holds(front, `told.some(([type]) => type === 'told')`);
    await gone(notice(behind));
    assert.deepEqual(await toldOf(behind, 'told'), []);
    assert.deepEqual(await toldOf(behind, 'change'), []);
  });

  test('is not told by itself with data-manual, but when the page wants it', async (t) => {
    const { page } = await returnTo(t, ANSWERED, {
      config: ANNOUNCED,
      tag: '<script src="/candor/candor.js" data-manual></script>',
    });
    await settled(page);
    assert.equal(await notice(page).count(), 0);
    assert.equal(await cookie(page), ANSWERED);
    await page.evaluate(() => window.candor!.show('notice'));
    await shown(notice(page));
    await holds(page, `told.some(([type]) => type === 'told')`);
  });

  test('is drawn by a page of its own, which says when it was told', async (t) => {
    const { page, another } = await returnTo(t, ANSWERED, {
      config: ANNOUNCED,
      before: `${HEAD}<script>document.addEventListener('candor-request', (event) => event.preventDefault())</script>`,
    });
    await holds(page, `told.some(([type]) => type === 'request')`);
    assert.deepEqual(await toldOf(page, 'request'), [{ surface: 'notice', changes: ANNOUNCED.changes }]);
    await settled(page);
    assert.equal(await cookie(page), ANSWERED);
    await page.evaluate(() => window.candor!.update({}, { method: 'told' }));
    // What makes records may still be on its way, and nothing is decided before.
    await eventually(async () => /&rev=2&/.test((await cookie(page)) ?? ''), 'it was told');
    const next = await another('/');
    await settled(next);
    assert.deepEqual(await toldOf(next, 'request'), []);
  });

  test('is read in the banner by who answers now, and not told again', async (t) => {
    const { page, another } = await openSite(t, { config: ANNOUNCED, before: HEAD, body: CONTROL });
    await banner(page).getByText('PostHog will keep visits for two years.').waitFor();
    assert.match(await words(banner(page)), /^Your data, your choice/);
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    const next = await another('/');
    await settled(next);
    assert.equal(await notice(next).count(), 0);
    assert.equal(await banner(next).count(), 0);
  });

  test('asks when its day has come, also on a page that is open; until then the old answer governs', async (t) => {
    const config = { ...ANNOUNCED, changes: [{ ...ANNOUNCED.changes[0], effective: date(1) }] };
    const { page } = await returnTo(t, ANSWERED, { config, clock: true });
    await shown(notice(page));
    assert.deepEqual(await choices(page), { necessary: true, analytics: true, posthog: true });
    await page.clock.fastForward('25:00:00');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await banner(page).getByText('PostHog will keep visits for two years.').waitFor();
    await gone(notice(page));
    assert.match(await words(banner(page)), /^Changes to our data use\s+Analytics\s+Since /);
    assert.deepEqual(await choices(page), { necessary: true, analytics: false, posthog: false });
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    assert.deepEqual(await choices(page), { necessary: true, analytics: true, posthog: true });
    await page.reload();
    await settled(page);
    assert.equal(await banner(page).count(), 0);
  });

  test('leaves the floating control out of reach only while it stands there', async (t) => {
    const { page } = await returnTo(t, ANSWERED, { config: ANNOUNCED, body: '' });
    await shown(notice(page));
    await holds(page, 'document.querySelector("candor-button")');
    await gone(reopen(page).locator('button'));
    await action(notice(page), 'close').click();
    await shown(reopen(page).locator('button'));
  });
});

describe('a change that is only told', () => {
  const TOLD = {
    ...ANNOUNCED,
    changes: [{ revision: 2, ids: ['posthog'], effect: 'tell', text: 'PostHog has moved to Dublin.' }],
  };

  test('is told once, beside the answers that stand', async (t) => {
    const { page, another } = await returnTo(t, ANSWERED, { config: TOLD });
    await shown(notice(page));
    assert.match(
      await words(notice(page)),
      /PostHog\s+PostHog has moved to Dublin\.\s+Your choices stand as they are\./,
    );
    await holds(page, `told.some(([type]) => type === 'told')`);
    const next = await another('/');
    await settled(next);
    assert.equal(await notice(next).count(), 0);
    assert.deepEqual(await read(next, 'ran'), ['posthog']);
  });

  test('is nothing to who visits for the first time', async (t) => {
    const { page, parts } = await openSite(t, { config: TOLD });
    await shown(banner(page));
    await settled(page);
    assert.ok(!(await words(banner(page))).includes('Dublin'));
    assert.ok(!parts().includes('notice'));
  });

  test('that names nobody here is not looked for on every page', async (t) => {
    const config = { ...TOLD, changes: [{ ...TOLD.changes[0], ids: ['elsewhere'] }] };
    const { page, another, parts } = await returnTo(t, ANSWERED, { config });
    await settled(page);
    assert.equal(await notice(page).count(), 0);
    const before = parts().length;
    await settled(await another('/'));
    assert.deepEqual(parts().slice(before), ['candor']);
    assert.deepEqual(await toldOf(page, 'told'), []);
  });
});

describe('a stored answer', () => {
  test('of a later version of Candor is none here, said once, and put aside when the visitor answers', async (t) => {
    const later = `v=2&at=${now()}&rev=2&yes=analytics&no=&how=${'x'.repeat(20)}`;
    const { page, another, complaints } = await returnTo(t, later, { config: NEW_SERVICE, expected: /later version/ });
    await shown(banner(page));
    await settled(page);
    const [said, ...more] = complaints();
    assert.match(said ?? '', /^Candor: .*\n- stored decision = "v=2&at=.*a later version of Candor.*put aside/);
    assert.deepEqual(more, []);
    assert.deepEqual(await read(page, 'ran'), []);
    assert.equal(await cookie(page), later, 'looking changes nothing');

    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
    assert.deepEqual(await kept(page), ['cookie candor', 'localStorage candor-v2']);
    assert.equal(await page.evaluate(() => localStorage.getItem('candor-v2')), later);
    const next = await another('/');
    await settled(next);
    assert.equal(await banner(next).count(), 0);
    assert.deepEqual(complaints(), []);
  });

  for (const [what, own, shared, granted] of [
    ['the later one is a no', 50, 9, false],
    ['the later one is a yes', 9, 50, true],
  ] as const) {
    test(`that stands there twice is the later one, whichever comes first: ${what}`, async (t) => {
      const visit = await openSite(t, {
        config: ANNOUNCED,
        path: undefined,
        pages: { '/shop/': html({ config: ANNOUNCED, before: HEAD, head: GATED, body: CONTROL }) },
      });
      const { origin } = visit.site;
      await visit.context.addCookies([
        // Browsers send the one with the longer path first.
        { name: 'candor', value: `v=1&at=${now() - own}&rev=2&yes=analytics&no=`, domain: '127.0.0.1', path: '/shop/' },
        { name: 'candor', value: `v=1&at=${now() - shared}&rev=2&yes=&no=analytics`, domain: '127.0.0.1', path: '/' },
      ]);
      await visit.page.goto(`${origin}/shop/`);
      await settled(visit.page);
      assert.equal((await choices(visit.page))['posthog'], granted);
      assert.equal(await banner(visit.page).count(), 0);
    });
  }

  test('of ids that are gone is kept on, and asks nothing', async (t) => {
    const value = `v=1&at=${now() - DAY}&rev=2&yes=analytics.elsewhere&no=gone`;
    const { page } = await returnTo(t, value, { config: ANNOUNCED });
    await settled(page);
    assert.equal(await banner(page).count(), 0);
    await page.evaluate(() => window.candor!.update({ analytics: false }));
    await holds(page, '!candor.granted("analytics")');
    const text = new URLSearchParams(await cookie(page));
    assert.match(text.get('yes')!, /^elsewhere~2~\d$/);
    assert.deepEqual(text.get('no')!.split('.').sort(), ['analytics~1', 'gone~2~1']);
  });

  test('of a later revision than the config’s counts, which is said in development alone', async (t) => {
    const value = `v=1&at=${now() - DAY}&rev=7&yes=analytics&no=`;
    const config = { ...ANNOUNCED, revision: 1, changes: [] };
    const { page, complaints } = await returnTo(t, value, { config });
    await settled(page);
    assert.deepEqual(await read(page, 'ran'), ['posthog']);
    assert.deepEqual(complaints(), []);
    const developed = await returnTo(t, value, {
      config,
      tag: '<script src="/candor/candor.js" data-debug></script>',
      expected: /revision = 1/,
    });
    const said = await developed.page.waitForEvent('console', (message) => message.text().includes('revision = 1'));
    assert.match(said.text(), /visitors have answered at revision 7.*continue with 8/);
  });
});

describe('a clock that is years off', () => {
  const AHEAD = 4 * 365 * DAY;
  const at = (seconds: number): Date => new Date((now() + seconds) * 1000);

  test('ahead: it is asked once more when the clock is right, and never in a loop', async (t) => {
    const { page, another } = await returnTo(t, '', { config: ANNOUNCED, clock: at(AHEAD) });
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    await holds(page, 'ran.length === 1');

    await page.clock.setSystemTime(at(0));
    const right = await another('/');
    await shown(banner(right));
    assert.deepEqual(await read(right, 'ran'), [], 'nothing is granted from the future');
    await action(banner(right), 'accept-all').click();
    await gone(banner(right));
    assert.ok(Number(new URLSearchParams(await cookie(right)).get('at')) <= now());

    const next = await another('/');
    await settled(next);
    assert.equal(await banner(next).count(), 0);
    assert.deepEqual(await read(next, 'ran'), ['posthog']);
  });

  test('behind: what was answered is left alone, and counts when the clock is right again', async (t) => {
    const value = ANSWERED.replace('rev=1', 'rev=2');
    const { page, another } = await returnTo(t, value, { config: ANNOUNCED, clock: at(-AHEAD) });
    await shown(banner(page));
    assert.deepEqual(await read(page, 'ran'), []);
    assert.equal(await cookie(page), value);
    await page.clock.setSystemTime(at(0));
    const right = await another('/');
    await settled(right);
    assert.equal(await banner(right).count(), 0);
    assert.deepEqual(await read(right, 'ran'), ['posthog']);
  });
});

describe('days of its own', () => {
  const SHORT = {
    categories: [
      { id: 'necessary' },
      { id: 'analytics', lifespan: { grantDays: 5, refusalDays: 5 }, services: [{ id: 'posthog' }] },
      { id: 'push' },
    ],
  };

  test('a category is asked again after them, alone, with a reason, and its scripts wait', async (t) => {
    const { page } = await returnTo(t, `v=1&at=${now() - 6 * DAY}&rev=1&yes=analytics.push&no=`, { config: SHORT });
    await shown(banner(page));
    assert.match(
      await words(banner(page)),
      /Analytics\s+Your answer has expired, so we ask again\.\s+Your other answers stand\./,
    );
    assert.deepEqual(await choices(page), { necessary: true, analytics: false, posthog: false, push: true });
    assert.deepEqual(await read(page, 'ran'), []);
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
    assert.deepEqual(await choices(page), { necessary: true, analytics: false, posthog: false, push: true });
    assert.match((await cookie(page)) ?? '', /&yes=push~1~\d&no=analytics$/, 'the other yes is not renewed');
  });

  test('it expires while the page is open, in every tab, and an answer elsewhere does not renew it', async (t) => {
    const value = `v=1&at=${now() - 4.5 * DAY}&rev=1&yes=analytics&no=push`;
    const { page, another } = await returnTo(t, value, { config: SHORT, clock: true });
    const other = await another('/');
    await other.evaluate(() => window.candor!.update({ push: true }));
    await holds(page, 'candor.granted("push")');
    await page.clock.fastForward('13:00:00');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await shown(banner(page));
    assert.deepEqual(await page.evaluate(() => window.candor!.asked), ['analytics', 'posthog']);
    assert.deepEqual(await choices(page), { necessary: true, analytics: false, posthog: false, push: true });
  });
});
