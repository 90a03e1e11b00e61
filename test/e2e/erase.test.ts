/** What a no removes from the device, on whole pages: cookies of every domain and path, on this page and on the next. */
import assert from 'node:assert/strict';
import { after, describe, test, type TestContext } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { ErasureReport } from '../../src/index.js';
import {
  action,
  banner,
  cookie,
  eventually,
  gone,
  holds,
  html,
  kept,
  openSite,
  panel,
  read,
  refuse,
  settled,
  shown,
  watch,
  type Visit,
} from '../helpers/page.js';
import { serveSite } from '../helpers/site.js';
import { keptWithDatabases } from '../helpers/trackers.js';
import { findChromium } from '../runner/find-browsers.js';

const TRACES = { cookies: ['track_*'], localStorage: ['track_*'], sessionStorage: ['track_*'], indexedDB: ['track_*'] };
const SHOP = {
  categories: [
    { id: 'necessary' },
    { id: 'analytics', services: [{ id: 'tracker', erase: TRACES }, { id: 'other' }] },
    { id: 'social' },
  ],
};

/** Keeps in `window.told` every change and every erasure, as `[type, detail]`. */
const TOLD = `<script>
  window.told = [];
  for (const type of ['change', 'erase'])
    document.addEventListener('candor-' + type, (event) => told.push([type, event.detail]));
</script>`;

const LEAVE = `document.cookie = 'track_1=1;Path=/'; document.cookie = 'theme=dark;Path=/';
  localStorage.track_1 = sessionStorage.track_1 = '1';`;
const gated = (code: string, consent = 'analytics tracker'): string =>
  `<script type="text/plain" data-consent="${consent}">${code}</script>`;

type Told = [type: string, detail: { running: string[]; denied: string[] } & ErasureReport][];

const reports = async (page: Page): Promise<ErasureReport[]> =>
  (await read<Told>(page, 'told')).filter(([type]) => type === 'erase').map(([, detail]) => detail);

const running = async (page: Page): Promise<string[][]> =>
  (await read<Told>(page, 'told')).filter(([type]) => type === 'change').map(([, detail]) => detail.running);

const erased = (page: Page, times = 1): Promise<void> =>
  holds(page, `told.filter(([type]) => type === 'erase').length === ${times}`);

const names = (items: ErasureReport['erased']): string[] => items.map(({ kind, name }) => `${kind} ${name}`).sort();

const accept = (page: Page): Promise<void> => action(banner(page), 'accept-all').click();

/** All but the note to the next page of the tab. */
const left = async (page: Page): Promise<string[]> =>
  (await kept(page)).filter((name) => name !== 'sessionStorage candor').sort();

describe('a withdrawal', () => {
  test('erases what is declared, says so once, and leaves the rest', async (t) => {
    const { page, parts } = await openSite(t, { config: SHOP, before: TOLD, head: gated(LEAVE) });
    await accept(page);
    await holds(page, 'localStorage.track_1');
    assert.ok(!parts().includes('erase'));
    await page.evaluate(() => window.candor!.withdraw());
    await erased(page);
    const [report] = await reports(page);
    assert.deepEqual(names(report!.erased), ['cookie track_1', 'localStorage track_1', 'sessionStorage track_1']);
    assert.deepEqual(report!.remaining, []);
    assert.deepEqual(
      report!.erased.map(({ id }) => id),
      ['tracker', 'tracker', 'tracker'],
    );
    assert.deepEqual(await left(page), ['cookie candor', 'cookie theme']);

    await page.reload();
    await eventually(async () => (await kept(page)).join() === 'cookie theme,cookie candor', 'the note is gone');
    await page.reload();
    await settled(page);
    assert.deepEqual(await read(page, 'told'), []);
  });

  test('of one service leaves what another one declares', async (t) => {
    const config = {
      categories: [
        { id: 'necessary' },
        {
          id: 'analytics',
          services: [
            { id: 'tracker', erase: { localStorage: ['track_*'] } },
            { id: 'other', erase: { localStorage: ['track_other'] } },
          ],
        },
      ],
    };
    const { page } = await openSite(t, { config, before: TOLD });
    await accept(page);
    await page.evaluate(() => void (localStorage['track_1'] = localStorage['track_other'] = '1'));
    await page.evaluate(() => window.candor!.update({ tracker: false }));
    await erased(page);
    assert.deepEqual(await left(page), ['cookie candor', 'localStorage track_other']);
    await page.evaluate(() => window.candor!.update({ other: false }));
    await erased(page, 2);
    assert.deepEqual(await left(page), ['cookie candor']);
  });

  test('downloads no eraser where nothing is declared for what became a no', async (t) => {
    const { page, parts } = await openSite(t, { config: SHOP, before: TOLD });
    await accept(page);
    await gone(banner(page));
    await page.evaluate(() => window.candor!.update({ social: false, other: false }));
    await holds(page, 'told.length === 2');
    await settled(page);
    assert.ok(!parts().includes('erase'), parts().join());
    assert.deepEqual(await kept(page), ['cookie candor']);
  });

  test('in one tab erases in the other as well, whose own storage only it can reach', async (t) => {
    const { page, another } = await openSite(t, { config: SHOP, before: TOLD, head: gated(LEAVE) });
    await accept(page);
    await holds(page, 'sessionStorage.track_1');
    const other = await another();
    await holds(other, 'sessionStorage.track_1');
    await page.evaluate(() => window.candor!.withdraw());
    await erased(page);
    await erased(other);
    for (const each of [page, other]) assert.deepEqual(await left(each), ['cookie candor', 'cookie theme']);
  });

  test('goes on where an undo throws, which is reported', async (t) => {
    const { page, complaints } = await openSite(t, {
      config: SHOP,
      before: TOLD,
      head: `<script>
        candor.gate('tracker', () => () => { throw new Error('a broken undo'); });
        candor.gate('tracker', () => { localStorage.track_1 = '1'; return () => { window.undone = true; }; });
      </script>`,
    });
    await accept(page);
    await holds(page, 'localStorage.track_1');
    await page.evaluate(() => window.candor!.rejectAll());
    await erased(page);
    assert.equal(await read(page, 'undone'), true);
    assert.deepEqual(await left(page), ['cookie candor']);
    assert.match(complaints().join(), /a broken undo/);
  });

  test('runs the undo before it is told, and tells before it erases', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      head: `<script>
        window.order = [];
        candor.gate('tracker', () => { localStorage.track_1 = '1'; return () => order.push('undo'); });
        document.addEventListener('candor-change', ({ detail }) =>
          detail.denied.length && order.push('change', localStorage.track_1));
        document.addEventListener('candor-erase', () => order.push('erase', localStorage.track_1));
      </script>`,
    });
    await accept(page);
    await holds(page, 'localStorage.track_1');
    await page.evaluate(() => window.candor!.withdraw());
    await holds(page, 'order.length === 5');
    assert.deepEqual(
      await read(page, 'order'),
      ['undo', 'change', '1', 'erase', null].map((each) => each ?? undefined),
    );
  });

  test('works where the eraser cannot be had: the next page does it', async (t) => {
    const { page, complaints } = await openSite(t, { config: SHOP, before: TOLD, head: gated(LEAVE) });
    await page.route('**/erase-*', (route) => route.abort());
    await accept(page);
    await holds(page, 'localStorage.track_1');
    const failed = page.waitForEvent('requestfailed');
    await page.evaluate(() => window.candor!.withdraw());
    await failed;
    await eventually(async () => /ERR_FAILED/.test(complaints().join()), 'the browser says so');
    assert.ok((await left(page)).includes('localStorage track_1'));
    await page.unroute('**/erase-*');
    await page.reload();
    await erased(page);
    assert.deepEqual(await left(page), ['cookie candor', 'cookie theme']);
  });
});

describe('a first refusal', () => {
  test('erases what was there before Candor came', async (t) => {
    const { page } = await openSite(t, { config: SHOP, before: `${TOLD}<script>${LEAVE}</script>` });
    await shown(banner(page));
    assert.ok((await left(page)).includes('localStorage track_1'));
    await action(banner(page), 'reject-all').click();
    await erased(page);
    assert.deepEqual(await left(page), ['cookie candor', 'cookie theme']);
  });

  test('leaves no note where nothing was', async (t) => {
    const { page } = await openSite(t, { config: SHOP, before: TOLD });
    await action(banner(page), 'reject-all').click();
    await erased(page);
    assert.deepEqual(await reports(page), [{ erased: [], remaining: [] }]);
    assert.deepEqual(await kept(page), ['cookie candor']);
  });

  test('that is repeated looks again', async (t) => {
    const { page } = await openSite(t, { config: SHOP, before: TOLD });
    await action(banner(page), 'reject-all').click();
    await erased(page);
    await page.evaluate(() => void (localStorage['track_1'] = '1'));
    await page.evaluate(() => window.candor!.rejectAll());
    await erased(page, 2);
    assert.deepEqual(await left(page), ['cookie candor']);
  });
});

describe('a yes that runs out', () => {
  const YEAR = 365 * 86_400;

  /** A visitor who comes back with this decision, of which the latest answer is new, and with a trace of the tracker. */
  async function comeBack(t: TestContext, config: unknown, answers: string): Promise<Visit> {
    const visit = await openSite(t, { config, before: TOLD, path: undefined });
    const now = Math.floor(Date.now() / 1000);
    const { origin: url } = visit.site;
    await visit.page.context().addCookies([
      { name: 'candor', value: `v=1&at=${now}&rev=1&${answers}`, url, expires: now + YEAR },
      { name: 'track_1', value: '1', url },
    ]);
    await visit.page.goto(url);
    return visit;
  }

  test('before the page is opened counts like a withdrawal', async (t) => {
    const { page } = await comeBack(t, SHOP, 'yes=analytics~1~300&no=social');
    await shown(banner(page));
    await erased(page);
    assert.deepEqual(await kept(page), ['cookie candor']);
  });

  const APART = {
    categories: [
      ...SHOP.categories.slice(0, 1),
      { id: 'social' },
      { id: 'sharing', services: [{ id: 'tracker', erase: TRACES }] },
    ],
    layout: { reopen: 'none' },
  };

  test('counts so where nothing is asked again, as for a consent of its own', async (t) => {
    const { page } = await comeBack(t, APART, 'yes=social.sharing~1~300&no=');
    await erased(page);
    assert.deepEqual(await kept(page), ['cookie candor']);
    assert.equal(await banner(page).count(), 0);
  });

  for (const [what, config, answers] of [
    ['holds', APART, 'yes=social.sharing~1~30&no='],
    ['has been withdrawn', APART, 'yes=social&no=sharing~1~300'],
  ] as const) {
    test(`is not one that ${what}: a page with it loads candor.js alone`, async (t) => {
      const { page, parts } = await comeBack(t, config, answers);
      await settled(page);
      assert.deepEqual(parts(), ['candor']);
      assert.deepEqual((await kept(page)).sort(), ['cookie candor', 'cookie track_1']);
    });
  }

  test('is not one that a new revision has overtaken: once it is known that there is nothing to tell, neither', async (t) => {
    const changes = [{ revision: 2, ids: ['sharing'], text: 'A new partner.' }];
    const { page, parts } = await comeBack(t, { ...APART, revision: 2, changes }, 'yes=social.sharing&no=');
    await eventually(async () => /&rev=2&/.test((await cookie(page)) ?? ''));
    const before = parts().length;
    await page.reload();
    await settled(page);
    assert.deepEqual(parts().slice(before), ['candor']);
    assert.deepEqual((await kept(page)).sort(), ['cookie candor', 'cookie track_1']);
  });

  test('while the page is open counts like a withdrawal', async (t) => {
    const { page, site } = await openSite(t, { config: SHOP, before: TOLD, path: undefined });
    const now = Math.floor(Date.now() / 1000);
    await page.context().addCookies([
      {
        name: 'candor',
        value: `v=1&at=${now}&rev=1&yes=analytics&no=social`,
        url: site.origin,
        expires: now + YEAR,
      },
      { name: 'track_1', value: '1', url: site.origin },
    ]);
    await page.goto(site.origin);
    await page.evaluate(
      `Date.now = () => ${(now + 200 * 86_400) * 1000}; dispatchEvent(new Event('visibilitychange'))`,
    );
    await erased(page);
    assert.deepEqual(await kept(page), ['sessionStorage candor', 'cookie candor'].reverse());
  });
});

describe('a tracker that writes as the page is left', () => {
  for (const type of ['beforeunload', 'pagehide', 'visibilitychange', 'unload']) {
    test(`on ${type} leaves nothing on the next page`, async (t) => {
      const write = `const write = () => { ${LEAVE} }; write();
        document.addEventListener('${type}', write); addEventListener('${type}', write);`;
      const { page } = await openSite(t, {
        config: SHOP,
        before: TOLD,
        head: gated(write),
        pages: { '/plain': '<!doctype html><title>Plain</title>' },
      });
      await accept(page);
      await holds(page, 'localStorage.track_1');
      await page.evaluate(() => window.candor!.withdraw());
      await erased(page);
      await page.goto(new URL('/', page.url()).href);
      await eventually(
        async () => (await kept(page)).sort().join() === 'cookie candor,cookie theme',
        'nothing is left on the next page',
      );
    });
  }

  test('has left nothing even for a page without Candor', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      before: TOLD,
      head: gated(`addEventListener('pagehide', () => { ${LEAVE} }); localStorage.track_1 = '1'`),
      pages: { '/plain': '<!doctype html><title>Plain</title>' },
    });
    await accept(page);
    await holds(page, 'localStorage.track_1');
    await page.evaluate(() => window.candor!.withdraw());
    await erased(page);
    await page.goto(new URL('/plain', page.url()).href);
    assert.deepEqual(await left(page), ['cookie candor', 'cookie theme']);
  });

  test('keeps what it wrote where the answer is yes again by then', async (t) => {
    const { page } = await openSite(t, { config: SHOP, before: TOLD, head: gated(LEAVE) });
    await accept(page);
    await holds(page, 'localStorage.track_1');
    await page.evaluate(() => window.candor!.withdraw());
    await erased(page);
    await page.evaluate(() => window.candor!.acceptAll());
    await page.evaluate(LEAVE);
    await page.reload();
    await eventually(async () => !(await kept(page)).includes('sessionStorage candor'), 'the note is gone');
    await settled(page);
    assert.deepEqual(await left(page), [
      'cookie candor',
      'cookie theme',
      'cookie track_1',
      'localStorage track_1',
      'sessionStorage track_1',
    ]);
  });
});

describe('what runs on', () => {
  test('is named: scripts, those of templates too, unless a function undid them', async (t) => {
    const config = {
      categories: [
        { id: 'necessary' },
        { id: 'analytics', services: [{ id: 'tracker' }, { id: 'other' }, { id: 'third' }] },
        { id: 'social' },
        { id: 'push' },
      ],
    };
    const { page } = await openSite(t, {
      config,
      before: `${TOLD}<script>window.ran = 0</script>`,
      head: `${gated('ran++')}${gated('ran++', 'other')}${gated('ran++', 'push')}
        <script>candor.gate('analytics other', () => () => {})</script>`,
      body: `<template data-consent="social"><script>ran++</script></template>
        <img data-consent="third" data-src="data:," alt="">`,
    });
    await accept(page);
    await holds(page, 'ran === 4');
    await page.evaluate(() => window.candor!.update({ analytics: false, social: false }));
    assert.deepEqual(await running(page), [[], ['tracker', 'social']]);
    await page.evaluate(() => window.candor!.withdraw());
    assert.deepEqual((await running(page)).at(-1), ['push']);
    await page.evaluate(() => window.candor!.rejectAll());
    assert.deepEqual((await running(page)).at(-1), []);
  });

  for (const [where, config] of [
    ['its service', { categories: [{ id: 'analytics', services: [{ id: 'tracker', erase: TRACES, reload: true }] }] }],
    ['its category', { categories: [{ id: 'analytics', reload: true, services: [{ id: 'tracker', erase: TRACES }] }] }],
  ] as const) {
    test(`makes the page load again where ${where} wants that: once, in every tab, with nothing left`, async (t) => {
      const loads = `<script>window.name = Number(window.name) + 1</script>`;
      const write = `${LEAVE} addEventListener('pagehide', () => { ${LEAVE} }); window.ran = true`;
      const { page, another } = await openSite(t, { config, before: TOLD + loads, head: gated(write) });
      await accept(page);
      await holds(page, 'window.ran');
      const other = await another();
      await holds(other, 'window.ran');
      await page.evaluate(() => window.candor!.withdraw());
      for (const each of [page, other]) {
        await holds(each, `name === '2' && !window.ran`);
        await eventually(
          async () => (await kept(each)).sort().join() === 'cookie candor,cookie theme',
          'nothing is left',
        );
        await settled(each);
        assert.equal(await read(each, 'name'), '2');
        assert.equal(await banner(each).isVisible(), false);
      }
    });
  }

  test('does not make it load again where it was undone, or never ran', async (t) => {
    const config = {
      categories: [
        { id: 'analytics', reload: true },
        { id: 'social', reload: true },
      ],
    };
    const { page } = await openSite(t, {
      config,
      before: `${TOLD}<script>window.name = Number(window.name) + 1</script>`,
      head: `${gated('window.ran = true', 'analytics')}<script>candor.gate('analytics', () => () => {})</script>`,
    });
    await accept(page);
    await holds(page, 'window.ran');
    await page.evaluate(() => window.candor!.withdraw());
    await settled(page);
    assert.equal(await read(page, 'name'), '1');
    assert.deepEqual((await running(page)).at(-1), []);
  });

  test('makes it load again though the eraser cannot be had', async (t) => {
    const config = { categories: [{ id: 'analytics', reload: true, erase: TRACES }] };
    const { page, complaints } = await openSite(t, {
      config,
      before: `${TOLD}<script>window.name = Number(window.name) + 1</script>`,
      head: gated('window.ran = true', 'analytics'),
    });
    await page.route('**/erase-*', (route) => route.abort());
    await accept(page);
    await holds(page, 'window.ran');
    await page.evaluate(() => window.candor!.withdraw());
    await holds(page, `name === '2'`);
    assert.match(complaints().join(), /ERR_FAILED/);
  });
});

describe('consent.erase()', () => {
  test('erases on demand, before a decision and after', async (t) => {
    const { page } = await openSite(t, { config: SHOP, before: `${TOLD}<script>${LEAVE}</script>` });
    const open = await page.evaluate(() => window.candor!.erase());
    assert.deepEqual(names(open.erased), ['cookie track_1', 'localStorage track_1', 'sessionStorage track_1']);
    assert.deepEqual(await reports(page), [open]);
    await accept(page);
    await page.evaluate(LEAVE);
    assert.deepEqual(await page.evaluate(() => window.candor!.erase()), { erased: [], remaining: [] });
    assert.equal((await page.evaluate(() => window.candor!.erase(['analytics']))).erased.length, 3);
    assert.deepEqual(await left(page), ['cookie candor', 'cookie theme']);
  });

  test('waits for the config', async (t) => {
    const { page } = await openSite(t, {
      tag: '<script src="/candor/candor.js" data-config="/consent.json"></script>',
      head: `<script>localStorage.track_1 = '1'; candor.erase().then((report) => { window.report = report; })</script>`,
      pages: { '/consent.json': JSON.stringify(SHOP) },
    });
    await holds(page, 'window.report');
    assert.deepEqual(names((await read<ErasureReport>(page, 'report')).erased), ['localStorage track_1']);
  });

  test('refuses what would sign the visitor out, with one error', async (t) => {
    const config = { categories: [{ id: 'analytics', erase: { cookies: ['s*', 'track_*'] } }] };
    const { page, complaints } = await openSite(t, { config, before: TOLD });
    await page.evaluate(() => {
      for (const name of ['sessionid', 'sample', 'track_1']) document.cookie = `${name}=1;Path=/`;
    });
    await action(banner(page), 'reject-all').click();
    await erased(page);
    await page.evaluate(() => window.candor!.rejectAll());
    await erased(page, 2);
    assert.deepEqual(await left(page), ['cookie candor', 'cookie sample', 'cookie sessionid']);
    const [complaint, ...more] = complaints();
    assert.match(complaint!, /^Candor: .*\n- categories\.0\.erase\.cookies\.0 = "s\*": .*session cookie/);
    assert.deepEqual(more, []);
  });

  test('says what it cannot see in a sandboxed frame, and throws nothing', async (t) => {
    const inner = html({
      config: { ...SHOP, frames: true },
      head: `<script>candor.erase().then((report) => parent.postMessage(report, '*'))</script>`,
    });
    const { page } = await openSite(t, {
      tag: '',
      head: `<script>addEventListener('message', ({ data }) => { window.report = data; })</script>`,
      body: '<iframe sandbox="allow-scripts" src="/frame"></iframe>',
      pages: { '/frame': inner },
    });
    await holds(page, 'window.report');
    const { erased: gone, remaining } = await read<ErasureReport>(page, 'report');
    assert.deepEqual(gone, []);
    assert.deepEqual(
      [...new Set(names(remaining))],
      ['cookie track_*', 'indexedDB track_*', 'localStorage track_*', 'sessionStorage track_*'],
    );
  });
});

describe('cookies of a host with many labels', () => {
  let browser: Promise<Browser> | undefined;
  after(async () => (await browser)?.close());

  /** A page with Candor at this address, in a browser for which every name is this machine. */
  async function openAt(t: TestContext, host: string, path: string): Promise<Page> {
    const site = await serveSite({
      pages: { [path]: html({ config: SHOP, before: TOLD }) },
      folders: { '/candor': 'dist/cdn' },
    });
    browser ??= findChromium().then(({ executablePath, args }) =>
      chromium.launch({ executablePath, args: [...args, '--host-resolver-rules=MAP * 127.0.0.1'] }),
    );
    const context = await (await browser).newContext({ locale: 'en-US', reducedMotion: 'reduce' });
    const complaints: string[] = [];
    t.after(async () => {
      await context.close();
      await site.close();
      refuse(complaints);
    });
    const page = await context.newPage();
    watch(page, complaints);
    await page.goto(site.origin.replace('127.0.0.1', host) + path);
    return page;
  }

  const jar = async (page: Page): Promise<string[]> =>
    (await page.context().cookies())
      .filter(({ name }) => name !== 'candor')
      .map(({ name, domain, path }) => `${name} ${domain} ${path}`)
      .sort();

  const write = (page: Page, ...cookies: string[]): Promise<void> =>
    page.evaluate((texts) => {
      for (const text of texts) document.cookie = text;
    }, cookies);

  async function refuseAll(page: Page): Promise<ErasureReport> {
    await action(banner(page), 'reject-all').click();
    await erased(page);
    return (await reports(page))[0]!;
  }

  for (const [host, parents, suffix] of [
    ['a.b.shop.co.uk', ['b.shop.co.uk', 'shop.co.uk'], 'co.uk'],
    ['deep.user.github.io', ['user.github.io'], 'github.io'],
    ['www.shop.com.cn', ['shop.com.cn'], 'com.cn'],
    ['www.shop.example', ['shop.example'], 'example'],
  ] as const) {
    test(`${host}: all parents that can hold one, whatever its path, and none that was not declared`, async (t) => {
      const page = await openAt(t, host, '/a/b/c');
      const all = ['', host, ...parents].flatMap((domain) =>
        ['/', '/a', '/a/', '/a/b', '/a/b/', '/a/b/c'].map(
          (path) => `track_1=1;Path=${path}${domain && `;Domain=${domain}`}`,
        ),
      );
      await write(
        page,
        ...all,
        `track_suffix=1;Domain=${suffix}`,
        `theme=1;Path=/;Domain=${parents.at(-1)}`,
        'theme=1;Path=/a',
      );
      // The browser's own list follows with a delay.
      await eventually(
        async () => (await jar(page)).filter((name) => name.startsWith('track_1 ')).length === all.length,
        'every domain and path holds one',
      );
      const before = await jar(page);
      assert.ok(!before.some((name) => name.startsWith('track_suffix')), 'the browser knows public suffixes');
      const report = await refuseAll(page);
      assert.deepEqual(names(report.erased), ['cookie track_1']);
      assert.deepEqual(report.remaining, []);
      const others = before.filter((name) => name.startsWith('theme ')).join();
      await eventually(async () => (await jar(page)).join() === others, 'all of them are gone, and no other');
    });
  }

  test('shop.localhost: secure and partitioned ones as well', async (t) => {
    const page = await openAt(t, 'www.shop.localhost', '/a/b');
    await write(
      page,
      'track_1=1;Path=/;Secure;SameSite=None',
      'track_1=2;Path=/;Secure;SameSite=None;Partitioned',
      'track_2=1;Path=/a;Secure;SameSite=None;Partitioned',
      'track_3=1;Path=/;Secure;SameSite=None;Partitioned;Domain=shop.localhost',
      '__Secure-theme=1;Path=/;Secure',
    );
    assert.equal((await page.evaluate(() => document.cookie)).match(/track_/g)?.length, 4);
    const report = await refuseAll(page);
    assert.deepEqual(names(report.erased), ['cookie track_1', 'cookie track_2', 'cookie track_3']);
    await eventually(async () => /^__Secure-theme \S+ \/$/.test((await jar(page)).join()), 'only one is left');
  });

  test('the ones a script cannot see stay, those of other hosts and paths too, and nothing is said of them', async (t) => {
    const page = await openAt(t, 'www.shop.co.uk', '/a/b');
    await page.context().addCookies([
      { name: 'track_http', value: '1', domain: 'www.shop.co.uk', path: '/', httpOnly: true },
      { name: 'track_other', value: '1', domain: 'other.shop.co.uk', path: '/' },
      { name: 'track_path', value: '1', domain: 'www.shop.co.uk', path: '/b' },
    ]);
    const report = await refuseAll(page);
    assert.deepEqual(report, { erased: [], remaining: [] });
    assert.equal((await jar(page)).length, 3);
  });

  test('after a change of the address by the page itself the ones of its first path go too', async (t) => {
    const page = await openAt(t, 'www.shop.co.uk', '/a/b');
    await write(page, 'track_1=1;Path=/a');
    await page.evaluate(() => history.pushState(null, '', '/somewhere/else'));
    await refuseAll(page);
    await eventually(async () => (await jar(page)).length === 0, 'none is left');
  });
});

describe('a gated script that does not come', () => {
  test('is reported once by Candor, with its address and service, and stops nothing', async (t) => {
    const { page, complaints } = await openSite(t, {
      config: SHOP,
      head: `
        <script type="text/plain" data-consent="tracker" src="/missing.js"></script>
        <script type="text/plain" data-consent="tracker" src="/missing.js"></script>
        <script type="text/plain" data-consent="tracker" src="/blocked.js" async></script>
        ${gated('window.ran = true')}`,
    });
    await page.route('**/blocked.js', (route) => route.abort('blockedbyclient'));
    await accept(page);
    await holds(page, 'window.ran');
    const found: string[] = [];
    await eventually(async () => {
      found.push(...complaints().filter((text) => text.startsWith('Candor')));
      return found.length >= 2;
    });
    await settled(page);
    found.push(...complaints().filter((text) => text.startsWith('Candor')));
    assert.equal(found.length, 2);
    for (const path of ['/missing.js', '/blocked.js']) {
      assert.ok(
        found.some((text) => text.includes(path) && text.includes('tracker')),
        path,
      );
    }
  });
});

describe('real SDKs that nobody tells of a withdrawal', () => {
  const config = {
    categories: [
      { id: 'necessary' },
      {
        id: 'analytics',
        services: [
          {
            id: 'posthog',
            erase: { cookies: ['ph_*'], localStorage: ['ph_*', '__ph_*'], sessionStorage: ['ph_*'] },
          },
          {
            id: 'mixpanel',
            erase: {
              cookies: ['mp_*'],
              localStorage: ['mp_*', '__mp*'],
              sessionStorage: ['mp_*'],
              indexedDB: ['mixpanel*'],
            },
          },
        ],
      },
    ],
  };
  const answer = () => ({ body: '{}' });

  test('PostHog and Mixpanel leave nothing that was declared, on this page and on the next', async (t) => {
    const { page } = await openSite(t, {
      config,
      before: TOLD,
      head: `
        <script type="text/plain" data-consent="posthog" src="/posthog/array.no-external.js"></script>
        <script type="text/plain" data-consent="posthog">
          posthog.init('phc_test', { api_host: '/collect', persistence: 'localStorage+cookie', advanced_disable_flags: true,
            disable_external_dependency_loading: true, disable_session_recording: true, opt_out_useragent_filter: true });
        </script>
        <script type="text/plain" data-consent="mixpanel">window.mixpanel = Object.assign([], { __SV: 1.2, _i: [] })</script>
        <script type="text/plain" data-consent="mixpanel" src="/mixpanel/mixpanel.min.js"></script>
        <script type="text/plain" data-consent="mixpanel">
          mixpanel.init('test', { api_host: '/collect', track_pageview: true, persistence: 'cookie', remote_settings_mode: 'disabled' });
        </script>`,
      folders: { '/posthog': 'node_modules/posthog-js/dist', '/mixpanel': 'node_modules/mixpanel-browser/dist' },
      pages: Object.fromEntries(
        ['e/', 'i/v0/e/', 'track/', 'engage/', 'groups/', 'record/', 'flags/'].map((path) => [
          `/collect/${path}`,
          answer,
        ]),
      ),
    });
    await accept(page);
    for (const pattern of [/cookie ph_/, /localStorage ph_/, /cookie mp_/]) {
      await eventually(async () => (await kept(page)).some((name) => pattern.test(name)), String(pattern));
    }
    await page.evaluate(() => window.candor!.withdraw());
    await erased(page);
    const [report] = await reports(page);
    for (const pattern of [/cookie ph_/, /localStorage ph_/, /cookie mp_/]) {
      assert.ok(
        names(report!.erased).some((name) => pattern.test(name)),
        String(pattern),
      );
    }
    // Mixpanel holds its databases open for as long as it runs.
    assert.ok(report!.remaining.every(({ kind, name }) => kind === 'indexedDB' && name.startsWith('mixpanel')));
    assert.deepEqual((await running(page)).at(-1), ['posthog', 'mixpanel']);

    await page.goto(new URL('/?next', page.url()).href);
    await eventually(async () => (await keptWithDatabases(page)).join() === 'cookie candor', 'nothing is left');
  });
});

test('the panel’s Save erases what it turns off', async (t) => {
  const { page } = await openSite(t, { config: SHOP, before: TOLD, head: gated(LEAVE) });
  await accept(page);
  await holds(page, 'localStorage.track_1');
  await page.evaluate(() => window.candor!.show('preferences'));
  await panel(page).locator('[data-consent-service="tracker"]').click();
  await action(panel(page), 'save').click();
  await erased(page);
  assert.deepEqual(await left(page), ['cookie candor', 'cookie theme']);
});
