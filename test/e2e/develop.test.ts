/** The development mode: what it says, to whom, and where it is silent. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openDeveloping } from '../helpers/developing.js';
import { action, banner, eventually, gone, kept, openSite, settled } from '../helpers/page.js';

const SHOP = {
  categories: [
    { id: 'necessary', services: [{ id: 'shop', erase: { cookies: ['basket'] } }] },
    { id: 'functional' },
    { id: 'analytics' },
    { id: 'advertising' },
    { id: 'social' },
  ],
  layout: { reopen: 'none' },
};
const ANSWERED = `v=1&at=${Math.floor(Date.now() / 1000) - 60}&rev=1`;
const YES = `candor=${ANSWERED}&yes=functional.analytics.advertising.social&no=`;
const NO = `candor=${ANSWERED}&yes=&no=functional.analytics.advertising.social`;

const PAGES = { '/map.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' };

const GTAG = 'https://www.googletagmanager.com/gtag/js?id=G-1';

describe('a page view of a visitor', () => {
  test('never loads it: who has answered loads candor.js alone', async (t) => {
    const { page, parts } = await openDeveloping(t, { config: SHOP, host: '127.0.0.1', cookies: [NO] });
    await settled(page);
    assert.deepEqual(parts(), ['candor']);
  });

  test('on localhost loads it after load, with what it stands on and nothing else', async (t) => {
    const { page, parts, looked } = await openDeveloping(t, { config: SHOP, cookies: [NO] });
    assert.deepEqual(await looked(), []);
    assert.deepEqual(parts(), ['candor', 'later', 'proof', 'develop']);
    const [load, asked] = await page.evaluate(() => [
      (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventStart,
      performance.getEntriesByType('resource').find(({ name }) => name.includes('/develop-'))!.startTime,
    ]);
    assert.ok(asked >= load, `${asked} before ${load}`);
  });

  test('on localhost loads it only after the banner stands', async (t) => {
    const { parts, looked } = await openDeveloping(t, { config: SHOP });
    assert.deepEqual(await looked(), []);
    assert.deepEqual(parts(), ['candor', 'banner', 'later', 'proof', 'develop']);
  });

  test('with data-debug gets it elsewhere too', async (t) => {
    const { looked } = await openDeveloping(t, {
      config: SHOP,
      host: '127.0.0.1',
      cookies: [NO],
      tag: '<script src="/candor/candor.js" data-debug></script>',
      body: '<script data-consent="analytics">window.ran = 1</script>',
    });
    const [line, ...more] = await looked();
    assert.match(line!, /text\/plain/);
    assert.deepEqual(more, []);
  });
});

describe('it says, once and with the remedy,', () => {
  const CASES: readonly [
    what: string,
    page: { readonly body?: string; readonly before?: string; readonly head?: string; readonly config?: object },
    expected: readonly RegExp[],
  ][] = [
    [
      'that a marked script which is not text/plain has run',
      { body: '<script data-consent="analytics">window.ran = 1</script>' },
      [/^- <script data-consent="analytics"> = "window\.ran = 1": .*has run this already.*add type="text\/plain"\.$/],
    ],
    [
      'the same of a module',
      { body: '<script type="module" data-consent="analytics">window.ran = 1</script>' },
      [/add type="text\/plain" data-type="module"\.$/],
    ],
    [
      'that src beside data-consent has been fetched',
      { body: '<iframe data-consent="social" src="https://video.example/1" title="Film"></iframe>' },
      [
        /^- <iframe data-consent="social"> = "https:\/\/video\.example\/1": .*fetched.*write data-src instead of src\.$/,
      ],
    ],
    [
      'that src beside the same data-src has been fetched',
      { body: '<img data-consent="social" src="/map.svg" data-src="/map.svg" alt="">' },
      [/^- <img data-consent="social"> = "\/map\.svg": .*take src away\.$/],
    ],
    [
      'that a style sheet has been fetched',
      { body: '<link data-consent="social" rel="stylesheet" href="https://feed.example/a.css">' },
      [/write data-href instead of href\.$/],
    ],
    [
      'which ids nobody configured, in calls',
      {
        body: `<script>candor.gate('adverts', () => {}); addEventListener('load', () => setInterval(() => candor.granted('push')))</script>`,
      },
      [
        /^- gate\(\) or when\(\) = "adverts": .*correct it or add the id to `categories` \(known: necessary, shop, functional, analytics/,
        /^- granted\(\) = "push"/,
      ],
    ],
    [
      'that a region which the page gives is none',
      { before: '<meta name="candor-region" content="uk">' },
      [/^- region = "UK": no region has this code, so the rules of `row` hold; write `EEA`, an ISO 3166-1 country/],
    ],
    [
      'which known script nothing holds back',
      { head: `<script src="${GTAG}"></script>` },
      [
        /^- <script src> = "https:\/\/www\.googletagmanager\.com\/gtag\/js\?id=G-1": Google Analytics is contacted whatever the visitor answers; write <script type="text\/plain" data-consent="analytics" src="…">\.$/,
      ],
    ],
    [
      'which embed, picture and style sheet nothing holds back',
      {
        body: `<iframe src="https://www.youtube-nocookie.com/embed/1" title="Film"></iframe>
          <img src="https://www.facebook.com/tr?id=1&ev=PageView" alt="">
          <link rel="preconnect" href="https://hm.baidu.com">`,
      },
      [
        /^- <iframe src> .*YouTube.*write <iframe data-consent="social" data-src="…">, or put it into a <candor-embed consent="social">\.$/,
        /^- <img src> .*Meta Pixel.*data-consent="advertising"/,
        /^- <link href> .*Baidu Tongji.*write <link data-consent="analytics" data-href="…">\.$/,
      ],
    ],
    [
      'which known host a script of the page asks',
      { body: "<script>fetch('https://eu.i.posthog.com/e/', { method: 'POST' })</script>" },
      [
        /^- request \(fetch\) = "https:\/\/eu\.i\.posthog\.com\/e\/": PostHog was contacted before "analytics" was a yes; .*consent\.gate\('analytics', …\), or hold the address by "block": \["eu\.i\.posthog\.com"\] with candor-block\.js\.$/,
      ],
    ],
    [
      'the service that stands for a vendor, where there is one',
      {
        config: {
          ...SHOP,
          categories: [
            { id: 'necessary' },
            { id: 'measuring', services: [{ id: 'stats', name: { en: 'Google Analytics' } }] },
          ],
        },
        head: `<script src="${GTAG}"></script>`,
      },
      [/data-consent="stats"/],
    ],
    [
      'the category to add, where none fits',
      {
        config: { ...SHOP, categories: [{ id: 'necessary' }, { id: 'research' }] },
        head: `<script src="${GTAG}"></script>`,
      },
      [/data-consent="analytics" .*add \{ "id": "analytics" \} to `categories`/],
    ],
    [
      'that candor.js stands below a tracker',
      { before: `<script src="${GTAG}"></script>` },
      [
        /^- <script src> .*Google Analytics/,
        /^- <script src="\/candor\/candor\.js"> = \["https:\/\/www\.googletagmanager.*above Candor.*put #candor-config and the tag of candor\.js first in <head>\.$/,
      ],
    ],
    [
      'that guards and blocking do nothing without candor-block.js',
      {
        config: {
          ...SHOP,
          categories: [
            { id: 'necessary' },
            { id: 'analytics', services: [{ id: 'posthog', block: ['*.posthog.com'] }] },
            { id: 'social', guards: ['geolocation', 'camera'] },
          ],
        },
      },
      [
        /^- categories\.1\.services\.0\.block = \["\*\.posthog\.com"\]: .*<script src="\/candor\/candor-block\.js"><\/script> before the tag/,
        /^- categories\.2\.guards = \["camera"\]/,
      ],
    ],
    [
      'which cookies and keys appear that no service declares',
      {
        body: `<script>addEventListener('load', () => setTimeout(() => {
          document.cookie = 'theme=dark; Path=/'; localStorage.draft = '1'; sessionStorage.tab = '2';
        }, 1500))</script>`,
      },
      [
        /^- cookie = "theme": this has appeared and no service declares it; add "erase": \{"cookies":\["theme"\]\} to the service that leaves it, or to one of "necessary"/,
        /^- localStorage = "draft": .*\{"localStorage":\["draft"\]\}/,
        /^- sessionStorage = "tab": /,
      ],
    ],
    [
      'whose a known cookie is, and what to declare',
      { body: `<script>setTimeout(() => { document.cookie = '_fbp=1; Path=/' }, 1500)</script>` },
      [
        /^- cookie = "_fbp": Meta Pixel leaves this .*add \{ "id": "meta-pixel", "name": "Meta Pixel", "erase": \{"cookies":\["_fbp","_fbc"\]\} \} to the services of "advertising"\.$/,
      ],
    ],
  ];

  for (const [what, { config = SHOP, ...page }, expected] of CASES) {
    test(what, async (t) => {
      const visit = await openDeveloping(t, { config, cookies: [NO], pages: PAGES, ...page });
      const said: string[] = [];
      await eventually(async () => {
        said.push(...(await visit.looked()));
        return said.length >= expected.length;
      });
      assert.equal(said.length, expected.length, said.join('\n'));
      for (const [index, line] of expected.entries()) assert.match(said[index]!, line);
      // The same again is nothing new.
      await visit.page.evaluate(() => document.body.append(document.createElement('p')));
      assert.deepEqual(await visit.looked(), []);
    });
  }

  test('also of what comes later, until Candor is destroyed', async (t) => {
    const { page, looked, heard } = await openDeveloping(t, { config: SHOP, cookies: [NO] });
    assert.deepEqual(await looked(), []);
    const add = (src: string): Promise<void> =>
      page.evaluate((address) => {
        document.body.append(Object.assign(document.createElement('script'), { src: address }));
      }, src);
    await add('https://hm.baidu.com/hm.js?1');
    const [line, ...more] = await looked();
    assert.match(line!, /Baidu Tongji/);
    assert.deepEqual(more, []);
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p data-consent="analitics"></p>'));
    const [unknown] = await looked();
    assert.match(unknown!, /^- data-consent = "analitics"/);
    await page.evaluate(() => window.candor!.destroy());
    await add('https://static.hotjar.com/c/hotjar-1.js');
    await settled(page);
    // Longer than it ever pauses: a second look would have been made.
    await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve), 600)));
    assert.deepEqual(heard.told, []);
  });
});

describe('it is silent', () => {
  const GATED = `
    <script type="text/plain" data-consent="analytics" src="${GTAG}"></script>
    <script type="text/plain" data-consent="analytics">
      fetch('https://www.google-analytics.com/g/collect', { method: 'POST', mode: 'no-cors' });
      document.head.append(Object.assign(document.createElement('script'), { src: 'https://stats.g.doubleclick.net/dc.js' }));
    </script>
    <iframe data-consent="social" data-src="https://www.youtube.com/embed/1" title="Film"></iframe>
    <img data-consent="social" src="/map.svg" data-src="https://maps.googleapis.com/staticmap" alt="">
    <template data-consent="functional"><div><iframe src="https://player.vimeo.com/video/1" title="Film"></iframe></div></template>
    <candor-embed consent="social"><template><iframe src="https://www.youtube.com/embed/2" title="Film"></iframe></template></candor-embed>
    <a href="https://www.youtube.com/watch?v=1">Film</a>
    <link rel="canonical" href="https://www.youtube.com/shop">
    <script type="text/plain" data-category="analytics" src="https://cdn.mxpnl.com/libs/mixpanel.js"></script>
    <script>document.cookie = 'basket=1; Path=/'; localStorage.setItem('__test', '1'); localStorage.removeItem('__test');</script>`;
  for (const [who, cookies] of [
    ['to a first visitor', []],
    ['to who has accepted', [YES]],
    ['to who has refused', [NO]],
  ] as const) {
    test(`on a clean page, ${who}`, async (t) => {
      const { looked } = await openDeveloping(t, { config: SHOP, cookies, body: GATED, pages: PAGES });
      assert.deepEqual(await looked(), []);
    });
  }

  test('on a clean page, while the answer changes', async (t) => {
    const { page, looked } = await openDeveloping(t, { config: SHOP, body: GATED, pages: PAGES });
    assert.deepEqual(await looked(), []);
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    assert.deepEqual(await looked(), []);
    await page.evaluate(() => window.candor!.withdraw());
    assert.deepEqual(await looked(), []);
    await page.evaluate(() => window.candor!.acceptAll());
    assert.deepEqual(await looked(), []);
  });

  test('about names that other projects have left on this host', async (t) => {
    const { looked } = await openDeveloping(t, { config: SHOP, cookies: [NO, 'session=1', '_ga=2'] });
    assert.deepEqual(await looked(), []);
  });

  test('about what the interface has said already', async (t) => {
    const { page, complaints, looked } = await openDeveloping(t, {
      config: SHOP,
      body: '<p data-consent="analitics"></p>',
    });
    assert.deepEqual(await looked(), []);
    await page.evaluate(() => window.candor!.show('preferences'));
    assert.deepEqual(await looked(), []);
    const [line, ...more] = complaints().filter((text) => text.includes('analitics'));
    assert.match(line!, /^Candor: something in the config/);
    assert.deepEqual(more, []);
  });

  test('where candor-block.js is on the page', async (t) => {
    const { looked } = await openDeveloping(t, {
      config: { categories: [{ id: 'analytics', block: ['*.posthog.com'], guards: ['camera'] }] },
      cookies: [NO],
      before: '<script>globalThis[Symbol.for("candor.block")] = true</script>',
      body: '<script src="https://eu-assets.i.posthog.com/static/array.js"></script>',
    });
    assert.deepEqual(await looked(), []);
  });
});

describe('it leaves the page as it is:', () => {
  test('it stores nothing and asks nobody', async (t) => {
    const { page, site, looked } = await openDeveloping(t, { config: SHOP, cookies: [NO], body: GATED_BADLY });
    assert.notDeepEqual(await looked(), []);
    const before = site.requests.length;
    assert.deepEqual(await kept(page), ['cookie candor']);
    assert.equal((await looked()).length, 0);
    assert.deepEqual(
      site.requests.slice(before).map(({ method }) => method),
      // That of the test itself.
      ['HEAD'],
    );
  });

  test('calls answer as before', async (t) => {
    const { page, looked } = await openDeveloping(t, { config: SHOP, cookies: [YES] });
    await looked();
    assert.deepEqual(
      await page.evaluate(() => {
        const ran: string[] = [];
        const { candor } = window;
        const undo = candor!.gate('analytics', () => {
          ran.push('on');
          return () => ran.push('off');
        });
        undo();
        return [candor!.granted('analytics'), candor!.granted('push'), ...ran];
      }),
      [true, false, 'on', 'off'],
    );
  });

  test('under a strict policy and Trusted Types', async (t) => {
    const { looked, complaints } = await openDeveloping(t, {
      config: SHOP,
      cookies: [NO],
      tag: '<script src="/candor/candor.js" nonce="n"></script>',
      body: '<img src="https://www.facebook.com/tr?id=1" alt="">',
      headers: {
        '/': {
          'content-security-policy':
            "default-src 'none'; script-src 'self' 'nonce-n'; img-src *; connect-src 'self'; require-trusted-types-for 'script'; trusted-types candor lit-html",
        },
      },
    });
    const [line, ...more] = await looked();
    assert.match(line!, /Meta Pixel/);
    assert.deepEqual(more, []);
    assert.deepEqual(
      complaints().filter((text) => !text.startsWith('Candor')),
      [],
    );
  });

  test('where storage is refused', async (t) => {
    const { looked } = await openDeveloping(t, {
      config: SHOP,
      cookies: [NO],
      init: "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    });
    assert.deepEqual(await looked(), []);
  });

  test('and when its file cannot be had, says no more than the browser', async (t) => {
    const { page, complaints, site } = await openSite(t, { config: SHOP, path: undefined });
    await page.route(/develop-/, (route) => route.fulfill({ status: 404 }));
    await page.goto(site.origin.replace('127.0.0.1', 'localhost'));
    await eventually(async () => {
      const said = complaints();
      for (const text of said) assert.match(text, /404/);
      return said.length > 0;
    });
    await settled(page);
    assert.deepEqual(complaints(), []);
  });

  test('in a frame, where the config says that Candor runs there', async (t) => {
    const inner = (config: object): string => `<!doctype html>
      <script type="application/json" id="candor-config">${JSON.stringify(config)}</script>
      <script src="/candor/candor.js" data-manual></script>
      <script data-consent="analytics">window.ran = 1</script>`;
    const { heard, looked } = await openDeveloping(t, {
      config: SHOP,
      cookies: [NO],
      body: '<iframe src="/silent" title="a"></iframe><iframe src="/inner" title="b"></iframe>',
      pages: { '/silent': inner(SHOP), '/inner': inner({ ...SHOP, frames: true }) },
    });
    assert.ok(heard);
    const said: string[] = [];
    await eventually(async () => said.push(...(await looked())) > 0);
    assert.deepEqual(await looked(), []);
    assert.equal(said.length, 1);
    assert.match(said[0]!, /text\/plain/);
  });
});

const GATED_BADLY = '<script data-consent="analytics">window.ran = 1</script>';
