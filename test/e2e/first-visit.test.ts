import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  action,
  banner,
  choices,
  chunk,
  chunkText,
  gone,
  hold,
  holds,
  kept,
  openSite,
  panel,
  read,
  RECORD_EVENTS,
  settled,
  shown,
} from '../helpers/page.js';

/** Asks for what the words of the first layer name in design.md: visits, position, offers. */
const SHOP = {
  controller: { name: 'Shop', privacyPolicy: '/privacy' },
  categories: [{ id: 'necessary' }, { id: 'analytics' }, { id: 'location' }, { id: 'push' }],
};

const ARTICLE = `<h1>A shop for everything</h1><main>${'<p>Bread, butter and everything else that stands on a table.</p>'.repeat(40)}</main>`;

/** Everything that can be gated, each with an address of its own. */
const GATED = `
<script type="text/plain" data-consent="analytics">(window.ran ??= []).push('inline')</script>
<script type="text/plain" data-consent="analytics" src="/gated/external.js"></script>
<script type="text/plain" data-consent="analytics" data-src="/gated/data-src.js"></script>
<iframe data-consent="analytics" data-src="/gated/frame" title="Frame"></iframe>
<img data-consent="analytics" data-src="/gated/image.svg" alt="">
<template data-consent="analytics"><script src="/gated/template.js"></script></template>`;

const GATED_PAGES = {
  '/gated/external.js': "(window.ran ??= []).push('external')",
  '/gated/data-src.js': "(window.ran ??= []).push('data-src')",
  '/gated/frame': '<!doctype html><title>Frame</title>',
  '/gated/image.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '/gated/template.js': "(window.ran ??= []).push('template')",
};

/** The banner's text as a visitor reads it. */
const words = async (page: Parameters<typeof banner>[0]) => ({
  title: await banner(page).locator('h2').innerText(),
  text: await banner(page).locator('[part=description]').allInnerTexts(),
  buttons: await banner(page).locator('[data-consent-action]').allInnerTexts(),
});

/** What is downloaded once the banner stands, as soon as it does. */
const comesAfterwards = (part: string): boolean => part === 'later' || part === 'proof';

describe('a first visit', () => {
  test('costs two requests until the banner stands in English', async (t) => {
    const visit = await openSite(t, { config: SHOP, waitUntil: 'commit' });
    await shown(banner(visit.page));
    const atStand = visit.parts();
    assert.deepEqual(
      atStand.filter((part) => !comesAfterwards(part)),
      ['candor', 'banner'],
      'what comes once the banner stands is no condition of it',
    );
  });

  test('shows the banner before anything but its own file has been answered', async (t) => {
    const { page, parts } = await openSite(t, {
      config: SHOP,
      pages: { [`/candor/${chunk('later')}`]: hold('').page },
      waitUntil: 'commit',
    });
    await shown(action(banner(page), 'accept-all'));
    assert.ok(!parts().some((part) => part.startsWith('preferences')));
  });

  test('costs three in Chinese: interface and texts are asked for side by side', async (t) => {
    const asked = new Map<string, () => void>();
    const both = Promise.all(
      ['banner', 'zh-Hans.banner'].map((name) => new Promise<void>((go) => asked.set(name, go))),
    );
    // Either is answered only once both are asked for: one after the other, the banner would never stand.
    const answerOf = (name: string) => async () => {
      asked.get(name)?.();
      await both;
      return { body: chunkText(name) };
    };
    const { page, parts } = await openSite(t, {
      config: SHOP,
      lang: 'zh-CN',
      visitor: { locale: 'zh-CN' },
      pages: {
        [`/candor/${chunk('banner')}`]: answerOf('banner'),
        [`/candor/${chunk('zh-Hans.banner')}`]: answerOf('zh-Hans.banner'),
      },
      waitUntil: 'commit',
    });
    await shown(banner(page));
    assert.deepEqual(
      new Set(parts().filter((part) => !comesAfterwards(part))),
      new Set(['candor', 'banner', 'zh-Hans.banner']),
    );
  });

  test('asks for nothing, runs nothing and keeps nothing before the yes, and all of it after', async (t) => {
    const { page, requests } = await openSite(t, { config: SHOP, body: ARTICLE + GATED, pages: GATED_PAGES });
    await shown(banner(page));
    await page.mouse.wheel(0, 4000);
    await page.keyboard.press('Escape');
    assert.deepEqual(requests('/gated'), []);
    assert.equal(await read(page, 'ran'), undefined);
    assert.deepEqual(await kept(page), []);
    assert.deepEqual(await choices(page), { necessary: true, analytics: false, location: false, push: false });

    await action(page, 'accept-all').click();
    await holds(page, 'window.ran?.length === 4 && document.querySelector("img").complete');
    await page.frameLocator('iframe').locator('title').waitFor({ state: 'attached' });
    assert.deepEqual(requests('/gated').sort(), Object.keys(GATED_PAGES).sort());
    assert.deepEqual(await kept(page), ['cookie candor']);
  });

  const WATCH_SHIFTS = `window.shifts = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
      .observe({ type: 'layout-shift', buffered: true });`;

  const painted = (page: Parameters<typeof banner>[0]): Promise<void> =>
    page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));

  test('moves nothing on the page, when the banner comes and when it goes', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      body: ARTICLE,
      visitor: { reducedMotion: 'no-preference' },
      init: WATCH_SHIFTS,
    });
    await shown(banner(page));
    await action(page, 'reject-all').click();
    await gone(banner(page));
    await painted(page);
    assert.deepEqual(await read(page, 'shifts'), []);

    // The instrument itself: a shift that the visitor did not cause is seen.
    await page.evaluate(() =>
      document.body.prepend(Object.assign(document.createElement('div'), { style: 'height:300px' })),
    );
    await holds(page, 'shifts.length > 0');
  });

  test('moves nothing where a short page grows beneath the banner: the room at its end is nothing to be seen', async (t) => {
    const { page } = await openSite(t, { config: SHOP, body: '<p>Bread</p>', init: WATCH_SHIFTS });
    await shown(banner(page));
    await painted(page);
    for (const more of ['Butter', 'Salt']) {
      await page.evaluate(
        (text) => document.body.append(Object.assign(document.createElement('p'), { innerText: text })),
        more,
      );
      await painted(page);
    }
    assert.deepEqual(await read(page, 'shifts'), []);
  });

  const PAINTED = `window.largest = [];
    new PerformanceObserver((list) => largest.push(...list.getEntries().map(({ element }) => element?.localName ?? 'banner')))
      .observe({ type: 'largest-contentful-paint', buffered: true });`;

  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    test(`paints nothing larger than the page's own content at ${width}×${height}`, async (t) => {
      const { page } = await openSite(t, {
        config: SHOP,
        body: `<h1 style="font:700 48px sans-serif">A shop for everything that is on the table, and under it</h1>
          <p style="font:20px sans-serif">${'Bread, butter and everything else. '.repeat(16)}</p>`,
        visitor: { viewport: { width, height } },
        init: PAINTED,
      });
      await shown(banner(page));
      await holds(page, 'largest.length > 0');
      await settled(page);
      const largest = await read<string[]>(page, 'largest');
      assert.ok(!largest.includes('banner'), largest.join());
    });
  }

  test('would be the largest thing painted without its entrance, on an empty page', async (t) => {
    // Shows that the two tests above would see it.
    const head = '<style>candor-banner::part(banner) { animation: none; }</style>';
    const { page } = await openSite(t, { config: SHOP, head, init: PAINTED });
    await holds(page, 'largest.includes("banner")');
  });

  test('stands before the body and is the first thing read and reached', async (t) => {
    const { page } = await openSite(t, { config: SHOP, body: `<a id="own" href="#">Own link</a>${ARTICLE}` });
    await shown(banner(page));
    assert.equal(await page.evaluate(() => document.body.previousElementSibling?.localName), 'candor-banner');
    assert.equal(await page.evaluate(() => document.activeElement?.localName), 'body', 'focus stays where it was');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.localName), 'candor-banner');
    const snapshot = await page.locator(':root').ariaSnapshot();
    assert.ok(snapshot.indexOf('Your data, your choice') >= 0);
    assert.ok(snapshot.indexOf('Your data, your choice') < snapshot.indexOf('Own link'), snapshot);
  });

  test('takes no focus from a field in use', async (t) => {
    const file = hold(chunkText('banner'));
    const { page } = await openSite(t, {
      config: SHOP,
      body: '<input id="search" autofocus>',
      pages: { [`/candor/${chunk('banner')}`]: file.page },
      waitUntil: 'commit',
    });
    await page.locator('#search').pressSequentially('bre');
    file.release();
    await shown(banner(page));
    await page.keyboard.type('ad');
    assert.equal(await page.locator('#search').inputValue(), 'bread');
  });

  test('has the consent object at once, for the script below the tag', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      head: `<script>
        window.first = { choices: { ...candor.choices }, pending: [...candor.pending], granted: candor.granted('analytics'),
          unknown: candor.granted('nothing'), isTarget: candor instanceof EventTarget, region: candor.region };
        candor.ready.then(() => { window.isReady = true });
      </script>`,
    });
    assert.deepEqual(await read(page, 'first'), {
      choices: { necessary: true, analytics: false, location: false, push: false },
      pending: ['analytics', 'location', 'push'],
      granted: false,
      unknown: false,
      isTarget: true,
      region: '',
    });
    await holds(page, 'window.isReady');
  });

  test('tells the document what happens, with details', async (t) => {
    const { page } = await openSite(t, { config: SHOP, before: RECORD_EVENTS });
    await shown(banner(page));
    await holds(page, 'told.some(([type]) => type === "show")');
    await action(page, 'accept-all').click();
    await holds(page, 'told.some(([type]) => type === "hide")');
    const all = { necessary: true, analytics: true, location: true, push: true };
    const change = {
      choices: all,
      granted: ['analytics', 'location', 'push'],
      denied: [],
      running: [],
      method: 'accept-all',
      record: 'its proof',
    };
    assert.deepEqual(
      (await read<[string, { record?: unknown } | null][]>(page, 'told'))
        // What is in a record has tests of its own.
        .map(([type, detail]) => [type, detail?.record ? { ...detail, record: 'its proof' } : detail] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
      [
        ['change', change],
        ['hide', { surface: 'banner' }],
        ['ready', null],
        ['request', { surface: 'banner' }],
        ['show', { surface: 'banner' }],
      ],
    );
  });

  test('tells of the decision once it is stored and before what it releases', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      before: `<script>window.order = []; document.addEventListener('candor-change', () => {
        order.push(['change', document.cookie.includes('yes=analytics'), candor.granted('analytics')]) })</script>`,
      head: `<script type="text/plain" data-consent="analytics">order.push(['script'])</script>
        <script>candor.when('analytics').then(() => order.push(['when']))</script>`,
    });
    await action(page, 'accept-all').click();
    await holds(page, 'order.length === 3');
    const [first, ...others] = await read<unknown[][]>(page, 'order');
    assert.deepEqual(first, ['change', true, true]);
    assert.deepEqual(others.flat().sort(), ['script', 'when']);
  });

  test('leaves it to a page that draws its own banner', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      before: `<script>document.addEventListener('candor-request', (event) => { event.preventDefault(); window.asked = event.detail.surface })</script>`,
    });
    await holds(page, 'window.asked === "banner"');
    assert.equal(await banner(page).count(), 0);
    await page.evaluate(() => window.candor!.acceptAll());
    await holds(page, 'candor.granted("push")');
  });

  test('works with the least config and asks about the built-in purposes', async (t) => {
    const { page } = await openSite(t, { config: { controller: { name: 'Shop', privacyPolicy: '/privacy' } } });
    await shown(banner(page));
    assert.deepEqual(Object.keys(await choices(page)), [
      'necessary',
      'functional',
      'analytics',
      'advertising',
      'social',
      'location',
      'push',
    ]);
    assert.equal(await banner(page).getByRole('link', { name: 'Privacy policy' }).getAttribute('href'), '/privacy');
  });

  test('works without any config', async (t) => {
    const { page } = await openSite(t, {});
    await shown(banner(page));
    assert.equal((await choices(page))['analytics'], false);
    assert.equal(await banner(page).getByRole('link').count(), 0);
    await action(page, 'accept-all').click();
    await holds(page, 'candor.granted("analytics")');
  });
});

describe('the words of the first layer', () => {
  const ENGLISH = {
    title: 'Your data, your choice',
    text: [
      'We use cookies to run this site. With your permission we also use data to measure visits, find your location and send offers. If you refuse, basic functions still work. You can change your mind any time in Cookie settings.',
    ],
    buttons: ['Reject all', 'Accept all', 'Manage preferences'],
  };
  const CHINESE = {
    title: '您的数据，由您决定',
    text: [
      '我们使用 Cookie 保障网站运行。经您同意，我们还会处理数据，用于统计访问、获取位置和推送营销信息。拒绝不影响基本功能。您可随时在“Cookie 设置”中更改或撤回。',
    ],
    buttons: ['全部拒绝', '全部同意', '管理偏好'],
  };

  test('are English on an English page', async (t) => {
    const { page } = await openSite(t, { config: SHOP, visitor: { locale: 'zh-CN' } });
    await shown(banner(page));
    assert.deepEqual(await words(page), ENGLISH);
  });

  for (const lang of ['zh', 'zh-CN', 'zh-Hans']) {
    test(`are Chinese on a page in ${lang}`, async (t) => {
      const { page } = await openSite(t, { config: SHOP, lang });
      await shown(banner(page));
      assert.deepEqual(await words(page), CHINESE);
      assert.equal(await banner(page).getAttribute('lang'), 'zh-Hans');
    });
  }

  for (const lang of ['zh-TW', 'zh-HK', 'zh-Hant']) {
    test(`are in traditional characters on a page in ${lang}, and no others are downloaded`, async (t) => {
      const { page, parts } = await openSite(t, { config: SHOP, lang });
      await shown(banner(page));
      const { title, buttons } = await words(page);
      assert.deepEqual([title, ...buttons], ['您的資料，由您決定', '全部拒絕', '全部同意', '管理偏好設定']);
      assert.equal(await banner(page).getAttribute('lang'), 'zh-Hant');
      assert.deepEqual(
        parts().filter((part) => part.includes('.')),
        ['zh-Hant.banner'],
      );
    });
  }

  test('are in the other script where a site offers Chinese in one alone', async (t) => {
    const { page } = await openSite(t, {
      config: { ...SHOP, languages: ['en', 'zh-Hans'], texts: { 'banner.title': { en: 'Mine', 'zh-Hans': '我的' } } },
      lang: 'zh-TW',
      visitor: { locale: 'en-GB' },
    });
    await shown(banner(page));
    assert.equal((await words(page)).title, '我的');
  });

  test('are English on a page whose language is no language', async (t) => {
    const { page } = await openSite(t, { config: SHOP, lang: 'not a language', visitor: { locale: 'en-GB' } });
    await shown(banner(page));
    assert.deepEqual(await words(page), ENGLISH);
  });

  test('are the browser’s where the page names no language', async (t) => {
    const { page } = await openSite(t, { config: SHOP, lang: '', visitor: { locale: 'zh-CN' } });
    await shown(banner(page));
    assert.deepEqual(await words(page), CHINESE);
  });

  test('name no purpose that is not configured', async (t) => {
    const { page } = await openSite(t, { config: { categories: [{ id: 'necessary' }, { id: 'analytics' }] } });
    await shown(banner(page));
    const { text } = await words(page);
    assert.match(text.join(' '), /use data to measure visits\. If you refuse/);
    assert.doesNotMatch(text.join(' '), /location|offers|ads/);
  });

  test('change with the language switch, there and back, and decide nothing', async (t) => {
    const { page } = await openSite(t, { config: { ...SHOP, languages: ['en', 'zh-Hans'] } });
    await shown(banner(page));
    await banner(page).getByRole('button', { name: '中文' }).click();
    await banner(page).getByRole('button', { name: '全部同意' }).waitFor();
    assert.deepEqual(await words(page), CHINESE);
    await banner(page).getByRole('button', { name: 'English' }).click();
    await banner(page).getByRole('button', { name: 'Accept all' }).waitFor();
    assert.deepEqual(await words(page), ENGLISH);
    assert.deepEqual(await kept(page), []);
  });

  for (const [lang, likely] of [
    ['es-MX', 'es-419'],
    ['es-ES', 'es'],
    ['pt-BR', 'pt-BR'],
    ['pt-PT', 'pt'],
    ['no', 'nb'],
    ['sr', 'sr'],
    ['he-IL', 'he'],
  ] as const) {
    test(`on a page in ${lang} are those of ${likely}`, async (t) => {
      const { page, parts } = await openSite(t, { config: SHOP, lang });
      await shown(banner(page));
      assert.equal(await banner(page).getAttribute('lang'), likely);
      const texts = parts().filter((part) => part.includes('.'));
      assert.deepEqual(texts, [`${likely}.banner`]);
    });
  }

  test('come without a request for a language that there is not', async (t) => {
    const { page, parts } = await openSite(t, { config: SHOP, lang: 'fil', visitor: { locale: 'en-GB' } });
    await shown(banner(page));
    assert.deepEqual(await words(page), ENGLISH);
    assert.deepEqual(
      parts().filter((part) => part.includes('.')),
      [],
    );
  });

  test('can be had in the page’s language and the browser’s where the site names none, and in all others in the panel', async (t) => {
    const { page } = await openSite(t, { config: SHOP, lang: 'de', visitor: { locale: 'fr-FR' } });
    await shown(banner(page));
    await banner(page).getByRole('button', { name: 'Français' }).click();
    await banner(page).getByRole('button', { name: 'Deutsch' }).waitFor();
    await action(banner(page), 'preferences').click();
    await shown(panel(page));
    const list = panel(page).getByRole('combobox');
    assert.equal(await list.inputValue(), 'fr');
    const names = await list.locator('option').allInnerTexts();
    assert.ok(names.length >= 40, `${names.length} languages`);
    for (const name of ['简体中文', 'العربية', 'Ελληνικά', 'Português (Brasil)']) assert.ok(names.includes(name), name);
    await list.selectOption('ar');
    await panel(page).getByRole('combobox', { name: 'اللغة' }).waitFor();
    assert.equal(await panel(page).getAttribute('dir'), 'rtl');
    assert.deepEqual(await kept(page), []);
  });

  test('are chosen from a list where a site names more than two languages', async (t) => {
    const { page } = await openSite(t, { config: { ...SHOP, languages: ['en', 'zh-Hans', 'zh-Hant'] } });
    const list = banner(page).getByRole('combobox', { name: 'Language' });
    assert.deepEqual(await list.locator('option').allInnerTexts(), ['English', '简体中文', '繁體中文']);
    await list.selectOption('zh-Hant');
    await banner(page).getByRole('button', { name: '全部同意' }).waitFor();
    assert.equal((await words(page)).title, '您的資料，由您決定');
    assert.deepEqual(await kept(page), []);
  });

  test('stay English where the texts cannot be had, and can still be answered', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      lang: 'zh-CN',
      pages: { [`/candor/${chunk('zh-Hans.banner')}`]: () => ({ status: 503 }) },
      expected: /503/,
    });
    await shown(banner(page));
    assert.deepEqual(await words(page), ENGLISH);
    assert.equal(await banner(page).getAttribute('lang'), 'en');
    await action(page, 'accept-all').click();
    await holds(page, 'candor.granted("push")');
  });

  test('of the panel are in the same language, section by section', async (t) => {
    const categories = ['necessary', 'functional', 'device', 'location', 'push', 'sharing'].map((id) => ({ id }));
    for (const [lang, titles, buttons] of [
      [
        'en',
        [
          'Always on',
          'Cookies',
          'Device and logs',
          'Location',
          'Marketing messages',
          'Sharing and transfer abroad (asked separately)',
          'Your rights and contact',
        ],
        ['Reject all', 'Save choices'],
      ],
      [
        'zh-CN',
        [
          '始终开启',
          'Cookie',
          '设备与日志',
          '位置信息',
          '营销信息',
          '对外提供与出境（单独同意）',
          '您的权利与联系方式',
        ],
        ['全部拒绝', '保存选择'],
      ],
    ] as const) {
      const { page } = await openSite(t, { config: { categories }, lang });
      await action(page, 'preferences').click();
      await shown(panel(page).locator('dialog'));
      assert.deepEqual(await panel(page).locator('h3').allInnerTexts(), titles);
      assert.deepEqual(await panel(page).locator('footer button').allInnerTexts(), buttons);
    }
  });
});
