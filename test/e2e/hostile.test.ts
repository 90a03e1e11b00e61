import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import {
  action,
  banner,
  choices,
  gone,
  holds,
  kept,
  openSite,
  panel,
  read,
  settled,
  shown,
  toggle,
} from '../helpers/page.js';

const SHOP = {
  controller: { name: 'Shop', privacyPolicy: '/privacy' },
  categories: [
    { id: 'necessary' },
    { id: 'functional' },
    { id: 'analytics' },
    { id: 'advertising' },
    { id: 'social' },
    { id: 'location' },
    { id: 'push' },
  ],
};

const isInside = async (page: Page, target: Locator): Promise<boolean> => {
  const box = await target.boundingBox();
  const { width, height } = page.viewportSize()!;
  return !!box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 0.5 && box.y + box.height <= height + 0.5;
};

const inPage = (t: TestContext, style: string, config: unknown = SHOP) =>
  openSite(t, {
    config,
    before: `<style>${style}</style>`,
    head: `<script>window.ran = []</script><script type="text/plain" data-consent="analytics">ran.push('gated')</script>`,
    body: '<button id="own">Own</button><p>Text</p>',
  });

describe('styles of the page that mean everything', () => {
  for (const [what, style] of [
    ['unset', '* { all: unset }'],
    ['unset, and blocks', '* { all: unset; display: block }'],
    ['a reset', '*, ::before, ::after { margin: 0; padding: 0; border: 0; font: inherit; box-sizing: content-box }'],
    ['dialogs hidden', 'dialog { display: none }'],
    [
      'popovers of its own',
      `[popover] { inset: auto; margin: auto; padding: 3em; border: 9px solid; width: 100vw; opacity: 0; transform: translateY(100vh) }
       [popover]:popover-open { opacity: 1; transform: none }`,
    ],
    ['a body that is transformed', 'body { transform: scale(.9); overflow: hidden; position: fixed }'],
    ['a tiny root font', 'html { font-size: 50% }'],
    [
      'a body that has other letters',
      'body { font: 30px/3 monospace; color: red; text-align: right; letter-spacing: 1em }',
    ],
    ['a page above everything', '#own { position: fixed; inset: 0; z-index: 2147483647 }'],
  ] as const) {
    test(`(${what}) leave banner and panel visible, in the window and usable`, async (t) => {
      const { page } = await inPage(t, style);
      await shown(banner(page));
      for (const name of ['accept-all', 'reject-all', 'preferences']) {
        const button = action(banner(page), name);
        assert.ok(await isInside(page, button), name);
        const { height } = (await button.boundingBox())!;
        assert.ok(height >= 44 && height <= 70, `${name} is ${height} high`);
      }
      await action(banner(page), 'preferences').click();
      await shown(panel(page).locator('dialog'));
      assert.ok(await isInside(page, action(panel(page), 'save')));
      await toggle(page, 'push').click();
      await action(panel(page), 'save').click();
      await gone(panel(page));
      await gone(banner(page));
      assert.deepEqual(
        Object.entries(await choices(page)).flatMap(([id, granted]) => (granted ? [id] : [])),
        ['necessary', 'push'],
      );
    });

    if (!/all|dialog|transform/.test(style)) continue;
    test(`(${what}) leave a banner that is a dialog usable`, async (t) => {
      const { page } = await inPage(t, style, { ...SHOP, layout: { banner: 'dialog' } });
      await action(banner(page), 'accept-all').click();
      await gone(banner(page));
      await holds(page, 'ran.length === 1');
      await page.locator('#own').click();
    });
  }
});

/** What a filter, a style of the page or a script does to an element of Candor's. */
const HIDING: Readonly<Record<string, string>> = {
  'takes its box away': 'display: none !important',
  'makes it invisible': 'visibility: hidden !important',
  'makes it transparent': 'opacity: 0 !important',
  'clips it to nothing': 'clip-path: inset(50%) !important',
  'clips it as pages did before': 'clip: rect(0 0 0 0) !important',
  'skips what is in it': 'content-visibility: hidden !important',
};

/** Every surface, how a page comes to show it, and what it is kept from. */
const SURFACES: Readonly<Record<string, { tag: string; config?: object; open?: string; cookie?: string }>> = {
  'the card': { tag: 'candor-banner' },
  'the bar': { tag: 'candor-banner', config: { layout: { banner: 'bar' } } },
  'the dialog': { tag: 'candor-banner', config: { layout: { banner: 'dialog' } } },
  'the panel': { tag: 'candor-preferences', open: `candor.show('preferences')` },
  'the dialog that asks for one thing': {
    tag: 'candor-request',
    open: `candor.request('location', { trigger: 'visitor' })`,
  },
  'the question for the age': { tag: 'candor-age', config: { audience: { ask: true } } },
  'the question for the age as a dialog': {
    tag: 'candor-age',
    config: { audience: { ask: true }, layout: { banner: 'dialog' } },
  },
  'the notice of a change': {
    tag: 'candor-notice',
    config: {
      revision: 2,
      changes: [{ revision: 2, ids: ['analytics'], effective: '2099-12-01', text: 'Something changes.' }],
    },
    cookie: `v=1&at=${Math.floor(Date.now() / 1000)}&rev=1&yes=&no=functional.analytics.advertising.social.location.push`,
  },
};

describe('whoever hides it', () => {
  for (const [name, { tag, config, open, cookie }] of Object.entries(SURFACES)) {
    test(`hides ${name}, in whatever way: the page works beneath it, with everything no`, async (t) => {
      const { page, context, site } = await openSite(t, {
        config: { ...SHOP, ...config },
        head: `<script>window.ran = []</script><script type="text/plain" data-consent="analytics">ran.push('gated')</script>`,
        tag: `<script src="/candor/candor.js"${open ? ' data-manual' : ''}></script>`,
        body: '<a id="own" href="#there" style="position: fixed; inset: 0">Own</a>',
        path: undefined,
      });
      if (cookie) await context.addCookies([{ name: 'candor', value: cookie, url: site.origin }]);
      const answered = await context.cookies();
      const surface = page.locator(tag);
      const link = page.locator('#own');

      for (const [what, hide] of [
        ...Object.entries(HIDING).map(([what, rule]) => [what, `adoptStyle('${tag} { ${rule} }')`] as const),
        ['takes it out of the page', `document.querySelector('${tag}').remove()`] as const,
      ]) {
        // Nobody is told twice of a change.
        await context.clearCookies();
        await context.addCookies(answered);
        await page.goto('about:blank');
        await page.goto(site.origin);
        if (open) await page.evaluate(`void ${open}`);
        await shown(surface.locator('button').first());
        const { x, y, width, height } = (await surface.locator('button').first().boundingBox())!;
        await page.evaluate(`
          globalThis.adoptStyle = (text) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(text);
            document.adoptedStyleSheets.push(sheet);
          };
          ${hide}`);

        // Where the button was is now the link.
        await link.click({ position: { x: x + width / 2, y: y + height / 2 } });
        await holds(page, `location.hash === '#there'`);
        assert.equal(await page.evaluate(() => document.activeElement?.id), 'own', what);
        await settled(page);
        assert.deepEqual(await read(page, 'ran'), [], what);
        const yes = Object.entries(await choices(page)).filter(([, granted]) => granted);
        assert.deepEqual(yes, [['necessary', true]], what);
        if (!cookie) assert.deepEqual(await kept(page), [], what);
      }
    });
  }

  test('moves a card out of the window, and the page works where it was', async (t) => {
    const { page } = await inPage(t, 'candor-banner { transform: translateX(-9999px) !important }');
    await holds(page, 'document.querySelector("candor-banner")?.open');
    await page.locator('#own').click();
    assert.deepEqual(await kept(page), []);
  });

  test('moves the host of a dialog out of the window, and the dialog stays where it can be answered', async (t) => {
    const { page } = await inPage(t, 'candor-banner { transform: translateX(-9999px) !important }', {
      ...SHOP,
      layout: { banner: 'dialog' },
    });
    assert.ok(await isInside(page, action(banner(page), 'reject-all')));
    await action(banner(page), 'reject-all').click();
    await gone(banner(page).locator('dialog'));
    await page.locator('#own').click();
  });

  test('hides the banner for a moment, and it can be answered afterwards', async (t) => {
    const { page } = await inPage(t, '');
    await shown(banner(page));
    await banner(page).evaluate((element) => element.style.setProperty('opacity', '0', 'important'));
    await holds(page, `getComputedStyle(document.querySelector('candor-banner')).pointerEvents === 'none'`);
    await banner(page).evaluate((element) => element.style.removeProperty('opacity'));
    await action(banner(page), 'accept-all').click();
    await holds(page, 'ran.length === 1');
  });

  test('hides the whole page until its styles are there, and the dialog waits', async (t) => {
    const { page } = await openSite(t, {
      config: { ...SHOP, layout: { banner: 'dialog' } },
      before: '<style>html { opacity: 0; visibility: hidden }</style>',
      // How often somebody has looked whether the page is to be seen.
      init: `window.looks = 0;
        const look = getComputedStyle;
        window.getComputedStyle = (element) => ((looks += element === document.documentElement), look(element));`,
    });
    await holds(page, 'looks > 2');
    assert.equal(await page.evaluate('document.querySelector("candor-banner").open'), true);
    await action(banner(page), 'reject-all').click();
    await gone(banner(page).locator('dialog'));
  });

  test('hides the banner alone, and the page’s own control still opens the panel', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      before: '<style>candor-banner { display: none !important }</style>',
      body: '<button data-candor="preferences">Cookie settings</button>',
    });
    await holds(page, 'document.querySelector("candor-banner")?.open');
    await page.locator('[data-candor]').click();
    await shown(panel(page).locator('dialog'));
    await toggle(page, 'push').click();
    await action(panel(page), 'save').click();
    await gone(panel(page).locator('dialog'));
    assert.deepEqual(await choices(page).then(({ push, analytics }) => [push, analytics]), [true, false]);
  });

  test('takes the banner out of the page, and it can be shown again', async (t) => {
    const { page } = await inPage(t, '');
    await shown(banner(page));
    await banner(page).evaluate((element) => element.remove());
    await page.locator('#own').click();
    await page.evaluate(() => window.candor!.show('banner'));
    await action(banner(page), 'accept-all').click();
    await holds(page, 'ran.length === 1');
  });

  test('takes the modal panel out of the page, and it can be shown again', async (t) => {
    const { page } = await inPage(t, '');
    await action(banner(page), 'preferences').click();
    await shown(panel(page).locator('dialog'));
    await panel(page).evaluate((element) => element.remove());
    await page.locator('#own').click();
    await page.evaluate(() => window.candor!.show('preferences'));
    await shown(panel(page).locator('dialog'));
  });
});

describe('a small window', () => {
  for (const [layout, lang] of [
    ['box', 'en'],
    ['box', 'zh-CN'],
    ['bar', 'en'],
    ['dialog', 'en'],
  ] as const) {
    test(`320×256 holds all three buttons of the ${layout} in ${lang}`, async (t) => {
      const { page } = await openSite(t, {
        config: { ...SHOP, layout: { banner: layout } },
        lang,
        visitor: { viewport: { width: 320, height: 256 } },
      });
      await shown(action(banner(page), 'accept-all'));
      for (const name of ['accept-all', 'reject-all', 'preferences']) {
        assert.ok(await isInside(page, action(banner(page), name)), name);
        const isOnTop = await action(banner(page), name).evaluate((button) => {
          const { x, y, width, height } = button.getBoundingClientRect();
          return (button.getRootNode() as ShadowRoot).elementFromPoint(x + width / 2, y + height / 2) === button;
        });
        assert.ok(isOnTop, `${name} is covered`);
      }
      const [reject, accept] = await Promise.all(
        ['reject-all', 'accept-all'].map((name) => action(banner(page), name).boundingBox()),
      );
      assert.deepEqual([reject!.width, reject!.height], [accept!.width, accept!.height], 'refusing is as easy');
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
      await action(banner(page), 'preferences').click();
      await shown(action(panel(page), 'save'));
      assert.ok(await isInside(page, action(panel(page), 'save')));
      assert.ok(await isInside(page, action(panel(page), 'reject-all')));
      await toggle(page, 'push').click();
      await action(panel(page), 'save').click();
      await gone(panel(page));
      assert.equal((await choices(page))['push'], true);
    });
  }
});

describe('a config that means harm', () => {
  test('has no address of a script rendered as a link', async (t) => {
    const bad = 'javascript:window.isRun=true';
    const { page } = await openSite(t, {
      config: {
        controller: {
          name: 'Shop',
          privacyPolicy: bad,
          contact: ' JavaScript:alert(1)',
          requests: 'data:text/html,x',
          closeAccount: bad,
        },
        categories: [{ id: 'analytics', services: [{ id: 'posthog', policy: bad }] }],
      },
    });
    await action(banner(page), 'preferences').click();
    await shown(panel(page).locator('dialog'));
    for (const surface of [banner(page), panel(page)]) {
      assert.deepEqual(
        await surface.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
        [],
      );
    }
  });

  test('has its texts rendered as texts', async (t) => {
    const markup = '<img src=x onerror="window.isRun=true">';
    const { page } = await openSite(t, {
      config: {
        controller: { name: markup, privacyPolicy: '/privacy' },
        texts: { 'banner.title': markup, 'banner.description': `${markup} {controller}` },
        categories: [{ id: 'research', title: markup, description: markup }],
      },
    });
    await shown(banner(page));
    assert.equal(await banner(page).locator('h2').innerText(), markup);
    await action(banner(page), 'preferences').click();
    await panel(page).getByRole('heading', { name: markup, level: 4 }).waitFor();
    await settled(page);
    assert.equal(await page.locator('candor-banner img, candor-preferences img').count(), 0);
    assert.equal(await page.evaluate('"isRun" in window'), false);
  });

  test('has its colours taken as colours', async (t) => {
    const { page, requests } = await openSite(t, {
      config: { ...SHOP, theme: { accent: 'url(/leak)', radius: '0; background: url(/leak)' } },
    });
    await shown(banner(page));
    await settled(page);
    assert.deepEqual(requests('/leak'), []);
  });
});
