import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import {
  action,
  banner,
  choices,
  eventually,
  chunk,
  chunkText,
  gone,
  hold,
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

const SHOP = { categories: [{ id: 'necessary' }, { id: 'analytics' }, { id: 'push' }] };
const JSON_CONFIG = JSON.stringify(SHOP);

const GATED = `<script>window.ran = []</script>
  <script type="text/plain" data-consent="analytics">ran.push('gated')</script>`;

/** What Candor itself says in the console; the browser has its own word on failed requests. */
const candorSays = ({ complaints }: Visit): string[] => complaints().filter((text) => /^Candor/.test(text));

/** Waits for Candor's word in the console, and for another that should not come. */
async function heard(t: TestContext, options: OpenOptions): Promise<Visit & { says: string[] }> {
  const visit = await openSite(t, { ...options, path: undefined });
  const said = visit.page.waitForEvent('console', { predicate: (message) => message.text().startsWith('Candor') });
  await visit.page.goto(visit.site.origin);
  await said;
  await settled(visit.page);
  return { ...visit, says: candorSays(visit) };
}

const acceptWorks = async (page: Page): Promise<void> => {
  await action(banner(page), 'accept-all').click();
  await gone(banner(page));
  assert.equal((await choices(page))['analytics'], true);
};

describe('the script tag works', () => {
  for (const attribute of ['async', 'defer']) {
    test(`with ${attribute}`, async (t) => {
      const { page } = await openSite(t, {
        config: SHOP,
        tag: `<script ${attribute} src="/candor/candor.js"></script>`,
        head: GATED,
      });
      await acceptWorks(page);
      await holds(page, 'ran.length === 1');
    });
  }

  test('at the end of the body, with gated scripts above it', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      tag: '',
      head: GATED,
      body: '<p>Text</p><script src="/candor/candor.js"></script>',
    });
    await acceptWorks(page);
    await holds(page, 'ran.length === 1');
  });

  test('brought by a tag manager after load, for a new visitor and one who returns', async (t) => {
    const { page, another } = await openSite(t, { config: SHOP, tag: '', head: GATED });
    const bring = (to: Page): Promise<void> =>
      to.evaluate(() => {
        const script = document.createElement('script');
        script.src = '/candor/candor.js';
        document.body.append(script);
      });
    await bring(page);
    await acceptWorks(page);
    await holds(page, 'ran.length === 1');
    const second = await another();
    await bring(second);
    await holds(second, 'ran.length === 1');
    await shown(reopen(second).locator('button'));
  });

  test('from another origin and a versioned path', async (t) => {
    const { page, requests } = await openSite(t, {
      folders: { '/v1.2.3': 'dist/cdn' },
      pages: {
        '/': ({ headers }) => {
          const cdn = `http://${String(headers['host']).replace('127.0.0.1', 'localhost')}`;
          return {
            headers: { 'content-type': 'text/html' },
            body: html({
              config: SHOP,
              lang: 'zh-CN',
              tag: `<script src="${cdn}/v1.2.3/candor.js?x=1"></script>`,
              head: GATED,
            }),
          };
        },
      },
    });
    await banner(page).getByRole('button', { name: '全部同意' }).waitFor();
    await action(banner(page), 'preferences').click();
    await shown(panel(page).locator('dialog'));
    await action(panel(page), 'close').click();
    await acceptWorks(page);
    await holds(page, 'ran.length === 1');
    assert.deepEqual(requests('/candor/'), []);
    assert.ok(requests('/v1.2.3/').length >= 5, requests().join());
  });

  test('twice as once, with one warning', async (t) => {
    const { page, says } = await heard(t, {
      config: SHOP,
      head: '<script>window.first = candor</script><script src="/candor/candor.js?again"></script>',
    });
    await shown(banner(page));
    assert.equal(await banner(page).count(), 1);
    assert.equal(await page.evaluate('first === candor'), true);
    assert.equal(says.length, 1);
    assert.match(says[0]!, /second/);
  });

  test('with data-manual only when it is told to show something', async (t) => {
    const { page } = await openSite(t, { config: SHOP, tag: '<script src="/candor/candor.js" data-manual></script>' });
    await settled(page);
    assert.equal(await banner(page).count(), 0);
    assert.equal((await choices(page))['analytics'], false);
    await page.evaluate(() => window.candor!.show('banner'));
    assert.equal(await banner(page).isVisible(), true, 'show() resolves when it is on screen');
    await page.evaluate(() => window.candor!.hide());
    await gone(banner(page));
    assert.deepEqual(await kept(page), []);
    await page.evaluate(() => window.candor!.show('preferences'));
    assert.equal(await panel(page).locator('dialog').isVisible(), true);
  });

  test('with data-lang in that language, whatever the page’s', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      tag: '<script src="/candor/candor.js" data-lang="zh-Hans"></script>',
    });
    await banner(page).getByRole('button', { name: '全部同意' }).waitFor();
  });

  test('with data-region, or a meta element, in that region', async (t) => {
    const region = ({ page }: Visit): Promise<string[]> =>
      page.evaluate(() => [window.candor!.region, window.candor!.preset.id]);
    const byTag = await openSite(t, {
      config: SHOP,
      tag: '<script src="/candor/candor.js" data-region="DE"></script>',
    });
    assert.deepEqual(await region(byTag), ['DE', 'eea']);
    const byMeta = await openSite(t, { config: SHOP, before: '<meta name="candor-region" content="FR">' });
    assert.deepEqual(await region(byMeta), ['FR', 'eea']);
    const unknown = await openSite(t, { config: SHOP });
    assert.deepEqual(await region(unknown), ['', 'row']);
  });

  test('until it is destroyed, which leaves nothing on the page but the stored answer', async (t) => {
    const { page } = await openSite(t, { config: SHOP, body: '<button data-candor="accept-all">Accept</button>' });
    await shown(banner(page));
    await page.evaluate(() => window.candor!.destroy());
    await holds(page, '!document.querySelector("candor-banner") && !("candor" in window)');
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await settled(page);
    assert.deepEqual(await kept(page), []);
    assert.equal(await page.locator('candor-banner, candor-button, candor-preferences').count(), 0);
  });
});

describe('in a frame', () => {
  const inner = (config: object): string =>
    `<!doctype html><script type="application/json" id="candor-config">${JSON.stringify(config)}</script>
      <script src="/candor/candor.js"></script>${GATED}<body>Inner`;

  test('it is inert: nobody is asked and nothing is granted', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      body: '<iframe src="/inner"></iframe>',
      pages: { '/inner': inner(SHOP) },
    });
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    await page.reload();
    await settled(page);
    const frame = page.frames()[1]!;
    assert.deepEqual(await frame.evaluate('[ran.length, candor.granted("analytics")]'), [0, false]);
    assert.equal(await frame.locator('candor-banner, candor-button').count(), 0);
  });

  test('it runs where the config says so', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      tag: '',
      body: '<iframe src="/inner" width="600" height="600"></iframe>',
      pages: { '/inner': inner({ ...SHOP, frames: true }) },
    });
    await page.frameLocator('iframe').locator('[data-consent-action="accept-all"]').click();
    await holds(page, 'frames[0].ran.length === 1');
  });
});

describe('a download', () => {
  test('that was tampered with is refused, and nothing is granted by it', async (t) => {
    const { page, complaints } = await openSite(t, {
      config: SHOP,
      head: GATED,
      pages: { [`/candor/${chunk('banner')}`]: `${chunkText('banner')}\ncandor.acceptAll(); window.isTampered = true` },
    });
    await assert.rejects(
      page.evaluate(() => window.candor!.show('banner')),
      /could not load/,
    );
    await settled(page);
    assert.equal(await page.evaluate('"isTampered" in window'), false);
    assert.equal(await banner(page).count(), 0);
    assert.deepEqual(await read(page, 'ran'), []);
    assert.deepEqual(await kept(page), []);
    const texts = complaints();
    assert.ok(texts.length > 0 && texts.every((text) => /integrity/.test(text)), texts.join('\n'));
  });

  test('of the panel that was tampered with is refused, and the banner goes on', async (t) => {
    const { page, complaints } = await openSite(t, {
      config: SHOP,
      pages: { [`/candor/${chunk('preferences')}`]: `${chunkText('preferences')}\nwindow.isTampered = true` },
    });
    await shown(banner(page));
    await assert.rejects(
      page.evaluate(() => window.candor!.show('preferences')),
      /could not load/,
    );
    assert.equal(await page.evaluate('"isTampered" in window'), false);
    await acceptWorks(page);
    const texts = complaints();
    assert.ok(texts.length > 0 && texts.every((text) => /integrity/.test(text)), texts.join('\n'));
  });

  describe('of texts, on a page that checks `candor.js` itself,', () => {
    const digest = createHash('sha384').update(readFileSync('dist/cdn/candor.js')).digest('base64');
    const checked = {
      tag: `<script src="/candor/candor.js" integrity="sha384-${digest}" data-lang="zh-Hans"></script>`,
    };

    test('is checked by the hash of its language', async (t) => {
      const { page, parts } = await openSite(t, { config: SHOP, ...checked });
      await banner(page).getByRole('button', { name: '全部同意' }).waitFor();
      assert.deepEqual(
        parts().filter((part) => /texts|zh/.test(part)),
        ['texts', 'zh-Hans.banner'],
      );
    });

    test('that was tampered with is refused, and the banner speaks its own language', async (t) => {
      const name = chunk('zh-Hans.banner');
      const { page, complaints } = await openSite(t, {
        config: SHOP,
        ...checked,
        pages: { [`/candor/${name}`]: `${chunkText('zh-Hans.banner')}\nwindow.isTampered = true` },
      });
      await banner(page).getByRole('button', { name: 'Accept all' }).waitFor();
      assert.equal(await page.evaluate('"isTampered" in window'), false);
      const texts = complaints();
      assert.ok(texts.length > 0 && texts.every((text) => /integrity/.test(text)), texts.join('\n'));
    });
  });

  test('of the banner that failed is tried again', async (t) => {
    let isUp = false;
    const { page, site } = await openSite(t, {
      config: SHOP,
      expected: /503/,
      pages: { [`/candor/${chunk('banner')}`]: () => (isUp ? { body: chunkText('banner') } : { status: 503 }) },
      path: undefined,
    });
    await page.clock.install();
    await page.goto(site.origin);
    await settled(page);
    assert.equal(await banner(page).count(), 0);
    isUp = true;
    await page.clock.fastForward('01:00');
    await acceptWorks(page);
  });

  test('that fails for good leaves page and answers alone', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      expected: /503/,
      head: GATED,
      body: '<button id="own">Own</button>',
      pages: { [`/candor/${chunk('later')}`]: () => ({ status: 503 }) },
    });
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    await page.locator('#own').click();
    await settled(page);
    assert.deepEqual(await read(page, 'ran'), []);
    assert.equal((await choices(page))['analytics'], false);
    assert.deepEqual(await kept(page), []);
  });
});

describe('a config that is fetched', () => {
  const TAG = '<script src="/candor/candor.js" data-config="/consent.json"></script>';

  test('grants nothing until it is in, then asks', async (t) => {
    const file = hold(JSON_CONFIG);
    const { page, requests } = await openSite(t, {
      tag: TAG,
      head: `${GATED}<script>candor.ready.then(() => { window.isReady = true });
        window.first = [candor.granted('necessary'), candor.granted('analytics'), { ...candor.choices }]</script>`,
      pages: { '/consent.json': file.page },
    });
    await settled(page);
    assert.deepEqual(await read(page, 'first'), [false, false, {}]);
    assert.equal(await banner(page).count(), 0);
    assert.equal(await page.evaluate('"isReady" in window'), false);
    file.release();
    await holds(page, 'window.isReady');
    await acceptWorks(page);
    await holds(page, 'ran.length === 1');
    assert.deepEqual(requests('/consent.json'), ['/consent.json']);
  });

  test('that comes late still hears what was decided before', async (t) => {
    const file = hold(JSON_CONFIG);
    const { page } = await openSite(t, { tag: TAG, head: GATED, pages: { '/consent.json': file.page } });
    await page.evaluate(() => window.candor!.acceptAll());
    file.release();
    await holds(page, 'candor.granted("analytics") && ran.length === 1');
    await settled(page);
    assert.equal(await banner(page).isVisible(), false);
  });

  test('is fetched once more where it fails', async (t) => {
    let asked = 0;
    const { page } = await openSite(t, {
      tag: TAG,
      expected: /503/,
      head: GATED,
      pages: { '/consent.json': () => (++asked > 1 ? { body: JSON_CONFIG } : { status: 503 }) },
    });
    await acceptWorks(page);
    assert.equal(asked, 2);
  });

  for (const [what, answer] of [
    ['answers with an error', { status: 503, body: '{}' }],
    ['is no JSON', { body: '<!doctype html>' }],
  ] as const) {
    test(`that ${what} twice leaves everything no, asks nobody and says so once`, async (t) => {
      const visit = await heard(t, { tag: TAG, head: GATED, pages: { '/consent.json': () => answer } });
      const { page, requests, says } = visit;
      assert.deepEqual(requests('/consent.json'), ['/consent.json', '/consent.json']);
      assert.equal(says.length, 1, says.join('\n'));
      assert.match(says[0]!, /\/consent\.json/);
      assert.equal(await banner(page).count(), 0);
      assert.deepEqual(await read(page, 'ran'), []);
      assert.equal(await page.evaluate(() => window.candor!.granted('analytics')), false);
      assert.deepEqual(await kept(page), []);
    });
  }

  test('that fails takes nothing from who has answered before, and grants nothing either', async (t) => {
    const { page, another, site, complaints } = await openSite(t, {
      config: SHOP,
      pages: { '/fetched': `<!doctype html>${TAG}${GATED}<body>Text`, '/consent.json': () => ({ status: 503 }) },
    });
    await acceptWorks(page);
    const before = await page.context().cookies();
    const second = await another(`${site.origin}/fetched`);
    await settled(second);
    assert.deepEqual(await read(second, 'ran'), []);
    assert.deepEqual(await second.context().cookies(), before);
    await second.evaluate(() => void window.candor!.show('preferences'));
    await action(panel(second), 'reject-all').click();
    await gone(panel(second));
    assert.deepEqual(await second.context().cookies(), before, 'there is nothing to answer');
    const said: string[] = [];
    // Candor speaks last, after it has tried again.
    await eventually(async () => said.push(...complaints()) > 0 && said.some((text) => text.startsWith('Candor')));
    for (const text of said) assert.match(text, /503|^Candor/);
  });
});

describe('a broken config', () => {
  /** What is wrong, the config, what the message must name, and whether there is something left to ask about. */
  const CASES: [what: string, config: unknown, named: RegExp[], isAsked: boolean][] = [
    ['no JSON', '{ "categories": [', [/candor-config/, /JSON/], false],
    ['nothing at all', '', [/candor-config/, /JSON/], false],
    ['null', null, [/null/, /object/], false],
    ['a number', 42, [/42/, /object/], false],
    ['a list', [{ id: 'analytics' }], [/analytics/, /object/], false],
    ['categories of the wrong type', { categories: 'analytics' }, [/categories = "analytics"/, /list/], false],
    [
      'a category of the wrong type',
      { categories: ['analytics', { id: 'push' }] },
      [/categories\.0 = "analytics"/],
      true,
    ],
    ['an id of the wrong type', { categories: [{ id: 7 }, { id: 'push' }] }, [/categories\.0\.id = 7/], true],
    ['an id that every object has', { categories: [{ id: '__proto__' }, { id: 'push' }] }, [/categories\.0\.id/], true],
    [
      'an id twice',
      { categories: [{ id: 'analytics' }, { id: 'push' }, { id: 'analytics', kind: 'necessary' }] },
      [/categories\.2\.id = "analytics"/, /categories\.0/],
      true,
    ],
    [
      'an id of a category and a service',
      { categories: [{ id: 'analytics', services: [{ id: 'push' }] }, { id: 'push' }] },
      [/categories\.1\.id = "push"/, /categories\.0\.services\.0/],
      true,
    ],
    [
      'services of the wrong type',
      { categories: [{ id: 'push', services: 'sms' }] },
      [/categories\.0\.services = "sms"/, /list/],
      true,
    ],
    ['no categories', { categories: [] }, [/categories/], false],
    ['a layout of the wrong type', { ...SHOP, layout: 'bar' }, [/layout = "bar"/, /object/], true],
  ];

  for (const [what, config, named, isAsked] of CASES) {
    test(`(${what}) gets one message with path, value and remedy, and grants nothing`, async (t) => {
      const { page, says, requests } = await heard(t, {
        config,
        // Ids that are gone with their config are no mistake of their own.
        head: `<script>window.ran = []</script><script type="text/plain" data-consent="push" src="/push.js"></script>`,
        body: '<p id="own">Own</p>',
        pages: { '/push.js': "ran.push('push')" },
      });
      assert.equal(says.length, 1, says.join('\n'));
      for (const each of named) assert.match(says[0]!, each);
      assert.deepEqual(await read(page, 'ran'), []);
      assert.deepEqual(requests('/push.js'), []);
      assert.deepEqual(await kept(page), []);
      assert.equal(await page.locator('#own').innerText(), 'Own');
      const granted = Object.entries(await choices(page)).filter(([id, on]) => on && id !== 'necessary');
      assert.deepEqual(granted, []);
      assert.equal(await banner(page).isVisible(), isAsked);
      if (!isAsked) return;
      await action(banner(page), 'accept-all').click();
      await holds(page, 'ran.includes("push")');
    });
  }

  test('in one key leaves the rest in force, and unknown keys are kept without a word', async (t) => {
    const { page } = await openSite(t, { config: { ...SHOP, note: 'Ours', futureKey: { on: true } } });
    await shown(banner(page));
    assert.deepEqual(await page.evaluate('candor.config.futureKey'), { on: true });
  });
});

describe('an id that nobody configured', () => {
  test('never holds, with either sign, and gets one message', async (t) => {
    const visit = await heard(t, {
      config: SHOP,
      head: `${GATED}
        <script type="text/plain" data-consent="analitics">ran.push('unknown')</script>
        <script type="text/plain" data-consent="!analitics">ran.push('not unknown')</script>
        <script type="text/plain" data-consent="constructor">ran.push('of every object')</script>
        <script type="text/plain" data-consent="">ran.push('none')</script>`,
    });
    const { page, says } = visit;
    assert.equal(says.length, 1, says.join('\n'));
    assert.match(says[0]!, /data-consent/);
    assert.match(says[0]!, /analitics/);
    await action(banner(page), 'accept-all').click();
    await holds(page, 'ran.includes("gated")');
    await settled(page);
    assert.deepEqual(await read(page, 'ran'), ['gated']);
    assert.deepEqual(candorSays(visit), []);
  });
});
