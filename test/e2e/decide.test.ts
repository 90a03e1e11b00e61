import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import {
  action,
  banner,
  choices,
  cookie,
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
  toggle,
} from '../helpers/page.js';

const DAY = 86_400;

const SHOP = {
  controller: { name: 'Shop', privacyPolicy: '/privacy' },
  categories: [
    { id: 'necessary' },
    { id: 'functional' },
    { id: 'analytics', services: [{ id: 'posthog' }, { id: 'matomo' }] },
    { id: 'social' },
    { id: 'location' },
    { id: 'push' },
    { id: 'sharing', kind: 'separate' },
  ],
};

const OWN_CONTROL = '<button type="button" data-candor="preferences">Cookie settings</button>';
const FRAME = '<iframe data-consent="social" data-src="/frame" title="Film"></iframe>';
const PAGES = {
  '/frame': '<!doctype html><title>Film</title><p>Film</p>',
  '/other': '<!doctype html><title>Other</title>',
};

/** The cookie without the moment it was made. */
const stored = async (page: Page): Promise<string | undefined> => (await cookie(page))?.replace(/&at=\d+&/, '&at=…&');

type Press = (target: Locator, key?: 'Enter' | 'Space') => Promise<void>;

const byMouse: Press = (target) => target.click();

/** Reaches the control by Tab alone, as who has no mouse does, and presses a key there. */
const byKeyboard: Press = async (target, key = 'Enter') => {
  await target.waitFor();
  for (let tabs = 0; tabs < 60; tabs++) {
    if (await target.evaluate((element) => element.matches(':focus'))) {
      await target.page().keyboard.press(key);
      return;
    }
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`60 times Tab did not reach ${String(target)}`);
};

for (const [hand, press] of [
  ['mouse', byMouse],
  ['keyboard', byKeyboard],
] as const) {
  describe(`by ${hand} alone`, () => {
    test('everything is accepted', async (t) => {
      const { page } = await openSite(t, { config: SHOP });
      const before = Math.floor(Date.now() / 1000);
      await press(action(banner(page), 'accept-all'));
      await gone(banner(page));
      assert.equal(await stored(page), 'v=1&at=…&rev=1&yes=functional.analytics.social.location.push&no=');
      const at = Number(new URLSearchParams(await cookie(page)).get('at'));
      assert.ok(at >= before && at <= Date.now() / 1000, `${at}`);
      assert.deepEqual(await choices(page), {
        necessary: true,
        functional: true,
        analytics: true,
        posthog: true,
        matomo: true,
        social: true,
        location: true,
        push: true,
        sharing: false,
      });
    });

    test('everything is rejected', async (t) => {
      const { page } = await openSite(t, { config: SHOP });
      await press(action(banner(page), 'reject-all'));
      await gone(banner(page));
      assert.equal(
        (await stored(page))?.replace('.posthog.matomo', ''),
        'v=1&at=…&rev=1&yes=&no=functional.analytics.social.location.push',
      );
      const { necessary, ...others } = await choices(page);
      assert.equal(necessary, true);
      assert.ok(Object.values(others).every((granted) => !granted));
    });

    test('one service is chosen and saved', async (t) => {
      const { page } = await openSite(t, { config: SHOP });
      await press(action(banner(page), 'preferences'));
      await shown(panel(page).locator('dialog'));
      await press(toggle(page, 'posthog'), 'Space');
      assert.equal(await toggle(page, 'posthog').getAttribute('aria-checked'), 'true');
      assert.equal(await toggle(page, 'analytics').getAttribute('aria-checked'), 'true');
      assert.equal(await toggle(page, 'matomo').getAttribute('aria-checked'), 'false');
      assert.equal((await choices(page))['posthog'], false, 'nothing counts before Save');
      assert.deepEqual(await kept(page), []);

      await press(action(panel(page), 'save'));
      await gone(panel(page));
      await gone(banner(page));
      const { analytics, posthog, matomo, functional, push } = await choices(page);
      assert.deepEqual(
        { analytics, posthog, matomo, functional, push },
        { analytics: true, posthog: true, matomo: false, functional: false, push: false },
      );
      const text = new URLSearchParams(await cookie(page));
      assert.equal(text.get('yes'), 'analytics', 'services stand only where they depart from their category');
      assert.deepEqual(text.get('no')?.split('.').sort(), ['functional', 'location', 'matomo', 'push', 'social']);
    });

    test('the panel is refused', async (t) => {
      const { page } = await openSite(t, { config: SHOP });
      await press(action(banner(page), 'preferences'));
      await press(toggle(page, 'push'), 'Space');
      await press(action(panel(page), 'reject-all'));
      await gone(panel(page));
      await gone(banner(page));
      assert.match((await cookie(page)) ?? '', /&yes=&/);
    });

    test('the mind is changed by the floating button, which no page need provide', async (t) => {
      const { page } = await openSite(t, { config: SHOP, body: FRAME, pages: PAGES });
      await press(action(banner(page), 'reject-all'));
      await press(action(reopen(page), 'preferences'));
      await press(toggle(page, 'social'), 'Space');
      await press(action(panel(page), 'save'));
      await gone(panel(page));
      await page.frameLocator('iframe').getByText('Film').waitFor();

      await page.reload();
      await press(action(reopen(page), 'preferences'));
      assert.equal(await toggle(page, 'social').getAttribute('aria-checked'), 'true');
      await press(toggle(page, 'social'), 'Space');
      await press(action(panel(page), 'save'));
      await holds(page, '!candor.granted("social")');
    });

    test('everything is withdrawn, separate consents included, and what was loaded falls silent', async (t) => {
      const { page, context, site } = await openSite(t, {
        config: SHOP,
        body: OWN_CONTROL + FRAME,
        pages: PAGES,
        path: undefined,
      });
      const at = Math.floor(Date.now() / 1000) - 3;
      const value = `v=1&at=${at}&rev=1&yes=functional.analytics.social.location.push.sharing&no=`;
      await context.addCookies([{ name: 'candor', value, url: site.origin }]);
      await page.goto(site.origin);
      await page.frameLocator('iframe').getByText('Film').waitFor();
      assert.equal((await choices(page))['sharing'], true);

      await press(page.getByRole('button', { name: 'Cookie settings' }));
      await press(action(panel(page), 'withdraw'));
      await gone(panel(page));
      await holds(page, 'Object.entries(candor.choices).every(([id, granted]) => granted === (id === "necessary"))');
      await holds(page, '!document.querySelector("iframe").hasAttribute("src")');
      assert.equal(await page.frameLocator('iframe').getByText('Film').count(), 0);
      assert.match((await cookie(page)) ?? '', /&yes=&no=.*\bsharing\b/);
      await settled(page);
      assert.equal(await banner(page).isVisible(), false, 'nothing becomes open by it');
    });

    test('the panel is closed by its mark and decides nothing', async (t) => {
      const { page } = await openSite(t, { config: SHOP });
      await press(action(banner(page), 'preferences'));
      await press(toggle(page, 'push'), 'Space');
      await press(action(panel(page), 'close'));
      await gone(panel(page));
      await shown(banner(page));
      assert.deepEqual(await kept(page), []);
      assert.equal((await choices(page))['push'], false);

      await press(action(banner(page), 'preferences'));
      assert.equal(await toggle(page, 'push').getAttribute('aria-checked'), 'false', 'what was not saved is forgotten');
    });
  });
}

describe('the keyboard', () => {
  test('Escape decides nothing and closes only the panel', async (t) => {
    const { page } = await openSite(t, { config: SHOP });
    await shown(banner(page));
    await page.keyboard.press('Escape');
    await byKeyboard(action(banner(page), 'preferences'));
    await byKeyboard(toggle(page, 'push'), 'Space');
    await page.keyboard.press('Escape');
    await gone(panel(page));
    await shown(banner(page));
    assert.deepEqual(await kept(page), []);
    assert.ok(
      await action(banner(page), 'preferences').evaluate((element) => element.matches(':focus')),
      'focus is back where the panel was opened',
    );
  });

  test('Escape does not close a banner that is a dialog, however often', async (t) => {
    const { page } = await openSite(t, { config: { ...SHOP, layout: { banner: 'dialog' } }, body: OWN_CONTROL });
    await shown(action(banner(page), 'accept-all'));
    for (let presses = 0; presses < 4; presses++) await page.keyboard.press('Escape');
    await settled(page);
    await shown(action(banner(page), 'accept-all'));
    assert.deepEqual(await kept(page), []);
    await byKeyboard(action(banner(page), 'accept-all'));
    await gone(banner(page));
    await page.getByRole('button', { name: 'Cookie settings' }).click();
    await shown(panel(page).locator('dialog'));
  });

  test('reaches the panel from a dialog banner and comes back to it', async (t) => {
    const { page } = await openSite(t, { config: { ...SHOP, layout: { banner: 'dialog' } } });
    await byKeyboard(action(banner(page), 'preferences'));
    await shown(panel(page).locator('dialog'));
    await page.keyboard.press('Escape');
    await gone(panel(page));
    await byKeyboard(action(banner(page), 'reject-all'));
    await gone(banner(page));
    assert.match((await cookie(page)) ?? '', /&yes=&/);
  });

  test('keeps a label while the switch changes', async (t) => {
    const { page } = await openSite(t, { config: SHOP });
    await action(banner(page), 'preferences').click();
    const push = panel(page).getByRole('switch', { name: 'Marketing messages', exact: true });
    assert.equal(await push.getAttribute('aria-checked'), 'false');
    await push.focus();
    await page.keyboard.press('Enter');
    assert.equal(await push.getAttribute('aria-checked'), 'true');
  });
});

describe('the stored answer', () => {
  test('is one cookie of this host, for all paths, for half a year', async (t) => {
    const { page, context } = await openSite(t, { config: SHOP });
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    const [only, ...others] = await context.cookies();
    assert.deepEqual(others, []);
    const { name, domain, path, sameSite, secure, httpOnly, expires } = only!;
    assert.deepEqual(
      { name, domain, path, sameSite, secure, httpOnly },
      { name: 'candor', domain: '127.0.0.1', path: '/', sameSite: 'Lax', secure: false, httpOnly: false },
    );
    const at = Number(new URLSearchParams(only!.value).get('at'));
    assert.ok(Math.abs(expires - (at + 184 * DAY)) < 2, `${expires - at} seconds`);
    assert.deepEqual(await kept(page), ['cookie candor'], 'nothing else is left behind');
  });

  test('takes the name the site gives it', async (t) => {
    const { page } = await openSite(t, { config: { ...SHOP, cookie: { name: 'choice' } } });
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    assert.deepEqual(await kept(page), ['cookie choice']);
  });

  test('carries the revision of the config', async (t) => {
    const { page } = await openSite(t, { config: { ...SHOP, revision: 3 } });
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    assert.match((await cookie(page)) ?? '', /^v=1&at=\d+&rev=3&/);
  });

  test('keeps the ids of a sibling product on the same cookie', async (t) => {
    const { page, context, site } = await openSite(t, { config: SHOP, path: undefined });
    const value = `v=1&at=${Math.floor(Date.now() / 1000) - 60}&rev=1&yes=telemetry&no=beta`;
    await context.addCookies([{ name: 'candor', value, url: site.origin }]);
    await page.goto(site.origin);
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    const text = new URLSearchParams(await cookie(page));
    assert.ok(text.get('yes')?.split('.').includes('telemetry'), text.toString());
    assert.ok(text.get('no')?.split('.').includes('beta'), text.toString());
  });
});

describe('the floating button', () => {
  test('follows a config that is replaced', async (t) => {
    const { page } = await openSite(t, { config: { ...SHOP, layout: { reopen: 'none' } } });
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
    const replace = (where: string): Promise<void> =>
      page.evaluate(
        (name) => window.candor!.replaceConfig({ ...window.candor!.config, layout: { reopen: name } }),
        where as 'bottom-end' | 'none',
      );
    await settled(page);
    assert.equal(await reopen(page).count(), 0);
    await replace('bottom-end');
    await shown(reopen(page));
    await replace('none');
    await gone(reopen(page));
    await replace('top-end');
    await shown(reopen(page));
  });
});

describe('<candor-button> in the page', () => {
  const BUTTONS = '<candor-button inline></candor-button><p><candor-button inline></candor-button></p>';
  for (const [when, layout] of [
    ['where Candor may float a button of its own', {}],
    ['where it may not', { reopen: 'none' }],
    ['beside another control', { reopen: 'auto' }],
  ] as const) {
    test(`reopens the choices, before an answer and after a return, ${when}`, async (t) => {
      const body = BUTTONS + (when.startsWith('beside') ? OWN_CONTROL : '');
      const { page, another } = await openSite(t, { config: { ...SHOP, layout }, body });
      const works = async (visited: Page): Promise<void> => {
        const buttons = visited.locator('candor-button').getByRole('button', { name: 'Cookie settings' });
        await shown(buttons.first());
        assert.equal(await buttons.count(), 2);
        await buttons.last().click();
        await shown(panel(visited).locator('dialog'));
        await action(panel(visited), 'close').click();
      };
      await works(page);
      await action(banner(page), 'reject-all').click();
      await gone(banner(page));
      await works(await another());
    });
  }
});

describe('a return', () => {
  test('to a page with its own control loads candor.js alone and asks nothing', async (t) => {
    const { page, parts, another } = await openSite(t, { config: SHOP, body: OWN_CONTROL });
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    const first = parts().length;
    const second = await another();
    await settled(second);
    assert.deepEqual(parts().slice(first), ['candor']);
    assert.equal(await second.locator('candor-banner, candor-button, candor-preferences').count(), 0);
    assert.equal((await choices(second))['analytics'], true);
  });

  test('to a page without one finds the floating button and no Lit', async (t) => {
    const { page, parts, another } = await openSite(t, { config: SHOP });
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
    const first = parts().length;
    const second = await another();
    await shown(reopen(second).locator('button'));
    await settled(second);
    assert.deepEqual(parts().slice(first), ['candor', 'later']);
    assert.equal(await banner(second).count(), 0);
  });

  test('finds no floating button where the config wants none', async (t) => {
    const { page, another } = await openSite(t, { config: { ...SHOP, layout: { reopen: 'none' } } });
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
    const second = await another();
    await settled(second);
    assert.equal(await reopen(second).count(), 0);
  });

  test('finds the floating button where the config puts it, in spite of a control', async (t) => {
    const { page } = await openSite(t, { config: { ...SHOP, layout: { reopen: 'bottom-end' } }, body: OWN_CONTROL });
    await action(banner(page), 'reject-all').click();
    await shown(reopen(page).locator('button'));
    const box = (await reopen(page).boundingBox())!;
    const { width, height } = page.viewportSize()!;
    assert.ok(box.x + box.width > width - 40 && box.y + box.height > height - 40, JSON.stringify(box));
  });

  test('asks only about a category that is new, and leaves the old answers', async (t) => {
    const { page, another, context, site } = await openSite(t, { config: SHOP, path: undefined });
    const value = `v=1&at=${Math.floor(Date.now() / 1000) - 60}&rev=1&yes=functional.social.push&no=analytics`;
    await context.addCookies([{ name: 'candor', value, url: site.origin }]);
    await page.goto(site.origin);
    await shown(banner(page));
    assert.deepEqual(await page.evaluate(() => window.candor!.pending), ['location']);
    assert.deepEqual(await banner(page).locator('.choices button').allInnerTexts(), ['Reject new', 'Accept new']);
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
    const { functional, social, push, analytics, location } = await choices(page);
    assert.deepEqual(
      { functional, social, push, analytics, location },
      { functional: true, social: true, push: true, analytics: false, location: false },
    );
    const second = await another('/');
    await settled(second);
    assert.equal(await banner(second).count(), 0);
  });
});

describe('the page’s own controls', () => {
  test('work whenever they come into the page', async (t) => {
    const { page } = await openSite(t, { config: SHOP, body: '<div id="footer"></div>' });
    await shown(banner(page));
    await page.evaluate(() => {
      document.querySelector('#footer')!.innerHTML = ['accept-all', 'reject-all', 'withdraw', 'banner', 'preferences']
        .map((name) => `<button data-candor="${name}"><b>${name}</b></button>`)
        .join('');
    });
    const press = (name: string): Promise<void> => page.locator(`[data-candor="${name}"] b`).click();
    await press('accept-all');
    await holds(page, 'candor.granted("push")');
    await gone(banner(page));
    await press('reject-all');
    await holds(page, '!candor.granted("push")');
    await press('banner');
    await shown(banner(page));
    await action(banner(page), 'accept-all').click();
    await holds(page, 'candor.granted("push")');
    await press('preferences');
    await shown(panel(page).locator('dialog'));
    await action(panel(page), 'close').click();
    await press('withdraw');
    await holds(page, '!candor.granted("push")');
  });
});

describe('a separate category', () => {
  test('is not granted by Accept all, Save or update()', async (t) => {
    const { page } = await openSite(t, { config: SHOP, body: OWN_CONTROL, before: RECORD_EVENTS });
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    assert.equal((await choices(page))['sharing'], false);

    await page.getByRole('button', { name: 'Cookie settings' }).click();
    await panel(page).locator('#sharing-ask').waitFor();
    assert.equal(await toggle(page, 'sharing').count(), 0, 'no switch grants it');
    await action(panel(page), 'save').click();
    await gone(panel(page));
    assert.equal((await choices(page))['sharing'], false);

    await page.evaluate(() => window.candor!.update({ sharing: true, push: false }));
    await holds(page, '!candor.granted("push")');
    assert.equal((await choices(page))['sharing'], false);
    assert.doesNotMatch((await cookie(page)) ?? '', /sharing/);
    const told = await read<[string, { granted?: string[] } | null][]>(page, 'told');
    assert.ok(told.every(([, detail]) => !detail?.granted?.includes('sharing')));
  });

  test('that was granted outlives Accept all and Reject all, and can be switched off', async (t) => {
    const { page, context, site } = await openSite(t, { config: SHOP, body: OWN_CONTROL, path: undefined });
    const value = `v=1&at=${Math.floor(Date.now() / 1000) - 60}&rev=1&yes=sharing&no=`;
    await context.addCookies([{ name: 'candor', value, url: site.origin }]);
    await page.goto(site.origin);
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
    const { sharing, push } = await choices(page);
    assert.deepEqual({ sharing, push }, { sharing: true, push: false });

    await page.getByRole('button', { name: 'Cookie settings' }).click();
    await toggle(page, 'sharing').click();
    await action(panel(page), 'save').click();
    await gone(panel(page));
    assert.equal((await choices(page))['sharing'], false);
    assert.match((await cookie(page)) ?? '', /&no=.*\bsharing\b/);
  });
});

describe('somebody of whom the page says the age right after the tag', () => {
  const tagFor = (age: number): string =>
    `<script src="/candor/candor.js" data-region="CN"></script><script>candor.setSubject({ age: ${age} })</script>`;
  const LATE = `<script>window.ran = []</script>
    <script type="text/plain" data-consent="posthog">ran.push(candor.barred.length)</script>`;
  const yes = (origin: string): { name: string; value: string; url: string } => ({
    name: 'candor',
    value: `v=1&at=${Math.floor(Date.now() / 1000) - 60}&rev=1&yes=functional.analytics.social.location.push&no=`,
    url: origin,
  });

  for (const [age, isChild] of [
    [12, true],
    [13, true],
    [15, false],
  ] as const) {
    test(`gets ${isChild ? 'nothing' : 'what was allowed, once the rules are there'}: ${age} in China`, async (t) => {
      const { page, context, site } = await openSite(t, {
        config: SHOP,
        tag: tagFor(age),
        body: LATE,
        path: undefined,
      });
      await context.addCookies([yes(site.origin)]);
      await page.goto(site.origin);
      await holds(page, `candor.ageGroup?.band === '${isChild ? 'child' : 'teen'}'`);
      await settled(page);
      assert.equal((await choices(page))['analytics'], !isChild);
      if (!isChild) await holds(page, 'ran.length === 1');
      // Before the rules are there, everything optional is barred.
      assert.deepEqual(await read(page, 'ran'), isChild ? [] : [0]);
      assert.equal(await banner(page).count(), 0);
    });
  }

  test('is asked nothing as a child, and no settings open by themselves', async (t) => {
    const { page } = await openSite(t, { config: SHOP, tag: tagFor(12) });
    await holds(page, `candor.ageGroup?.band === 'child'`);
    await settled(page);
    assert.equal(await banner(page).isVisible(), false);
    assert.equal(await panel(page).count(), 0);
  });
});
