/** The provider's own pages: what each promises its visitors about consent, and that all of them are sound. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { before, describe, test, type TestContext } from 'node:test';
import type Axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import type { Config, Text } from '../../src/core/config.js';
import { buildDemo, openDemo, type Demo } from '../helpers/demo.js';
import {
  action,
  banner,
  eventually,
  gone,
  holds,
  kept,
  panel,
  read,
  request,
  settled,
  shown,
  toggle,
} from '../helpers/page.js';

const PLACES = ['/', '/products/', '/pricing/', '/status/', '/stories/', '/visit/', '/alerts/', '/privacy/'] as const;
const LANGUAGES = [
  { prefix: '', lang: 'en', other: '简体中文' },
  { prefix: '/zh', lang: 'zh-Hans', other: 'English' },
] as const;
const PATHS = LANGUAGES.flatMap(({ prefix }) => PLACES.map((place) => prefix + place));

/** Pages of the demo that are no part of the provider's site proper. */
const ELSEWHERE = /^(\/zh)?\/(guides|behaviours|try|compare|gallery|console|account|app)\//;

const MUNICH = { latitude: 48.137, longitude: 11.575 };
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const { categories = [] } = JSON.parse(readFileSync('demo/consent.json', 'utf8')) as Config;

before(buildDemo);

const refuse = async (page: Page): Promise<void> => {
  await action(banner(page), 'reject-all').click();
  await gone(banner(page));
};

const openSettings = async (page: Page): Promise<void> => {
  await page.locator('footer [data-candor=preferences]').click();
  await shown(panel(page));
};

/** Turns switches of the open settings and saves. */
const save = async (page: Page, ...ids: string[]): Promise<void> => {
  for (const id of ids) await toggle(page, id).click();
  await action(panel(page), 'save').click();
  await gone(panel(page));
};

/** Answers the dialog that asks for one thing. */
const answer = async (page: Page, what: 'allow' | 'deny'): Promise<void> => {
  await action(request(page), what).click();
  await gone(request(page));
};

const withdraw = async (page: Page): Promise<void> => {
  await openSettings(page);
  await action(panel(page), 'withdraw').click();
  await gone(panel(page));
};

const eventsOf = async ({ log }: Demo): Promise<string[]> => (await log()).flatMap(({ events }) => events);

const text = (page: Page, selector: string): Promise<string> => page.locator(selector).innerText();

const says = (page: Page, selector: string, words: RegExp): Promise<void> =>
  eventually(async () => words.test(await text(page, selector)), `${selector} says ${words}`);

describe('the provider’s site', () => {
  for (const { prefix, lang } of LANGUAGES) {
    test(`has no dead link in ${lang}, and none that changes the language unasked`, async (t) => {
      const { page } = await openDemo(t, `${prefix}/`);
      const ids = new Map<string, readonly string[]>();
      const links = new Map<string, string>();
      for (const place of PLACES) {
        const path = prefix + place;
        const response = await page.goto(new URL(path, page.url()).href);
        assert.equal(response?.status(), 200, path);
        assert.equal(await page.locator('html').getAttribute('lang'), lang);
        ids.set(path, await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id)));
        for (const href of await page
          // Whoever receives data is somewhere else, and opens beside this page.
          .locator('a[href]:not([target=_blank])')
          .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href))) {
          links.set(href, path);
        }
        const unasked = await page
          .locator('a[href^="/"]:not([hreflang])')
          .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
        assert.deepEqual(
          unasked.filter((href) => href.startsWith('/zh/') !== (lang === 'zh-Hans')),
          [],
          path,
        );
      }
      for (const [href, from] of links) {
        const { origin, pathname, hash } = new URL(href);
        assert.equal(origin, new URL(page.url()).origin, `${from} stays on the site`);
        if (ELSEWHERE.test(pathname)) continue;
        assert.ok(PATHS.includes(pathname), `${from} links to ${href}`);
        const target = ids.get(pathname);
        if (hash && target) assert.ok(target.includes(decodeURIComponent(hash.slice(1))), `${from} links to ${href}`);
      }
      for (const path of ids.keys()) {
        if (path !== `${prefix}/`)
          assert.ok(
            [...links.keys()].some((href) => new URL(href).pathname === path),
            path,
          );
      }
    });
  }

  test('leads by its navigation to each page, which says where one is, and to the same page in the other language', async (t) => {
    const { page } = await openDemo(t, '/');
    await refuse(page);
    for (const [name, place] of [
      ['Products', 'products'],
      ['Pricing', 'pricing'],
      ['Status', 'status'],
      ['Stories', 'stories'],
      ['Visit us', 'visit'],
      ['Alerts', 'alerts'],
    ] as const) {
      const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });
      await link.click();
      await page.waitForURL(`**/${place}/`);
      assert.equal(await link.getAttribute('aria-current'), 'page');
      await page.getByRole('link', { name: '简体中文' }).click();
      await page.waitForURL(`**/zh/${place}/`);
      await page.getByRole('link', { name: 'English' }).click();
      await page.waitForURL((url) => url.pathname === `/${place}/`);
    }
  });

  test('folds its navigation on small screens, and unfolds it without scripts', async (t) => {
    const viewport = { width: 390, height: 844 };
    const { page } = await openDemo(t, '/', { viewport });
    await refuse(page);
    const pricing = page.locator('#navigation').getByText('Pricing');
    assert.equal(await pricing.isVisible(), false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await shown(pricing);
    await page.keyboard.press('Escape');
    await gone(pricing);
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'menu-button');

    const plain = await openDemo(t, '/', { viewport, javaScriptEnabled: false });
    await shown(plain.page.locator('#navigation').getByText('Pricing'));
  });

  for (const { prefix, lang } of LANGUAGES) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`passes the accessibility audit in ${lang}, ${colorScheme}`, async (t) => {
        const { page } = await openDemo(t, `${prefix}/`, { colorScheme });
        await refuse(page);
        for (const place of PLACES) {
          await page.goto(new URL(prefix + place, page.url()).href);
          await settled(page);
          await audit(page, prefix + place);
        }
      });
    }

    test(`fits a screen of 320 px in ${lang}, with the navigation folded and unfolded`, async (t) => {
      const { page } = await openDemo(t, `${prefix}/`, { viewport: { width: 320, height: 640 } });
      await refuse(page);
      const overflow = (): Promise<number> =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      for (const place of PLACES) {
        await page.goto(new URL(prefix + place, page.url()).href);
        assert.equal(await overflow(), 0, prefix + place);
        await page.locator('.menu-button').click();
        assert.equal(await overflow(), 0, `${prefix + place}, unfolded`);
      }
    });
  }

  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    test(`has content of its own as the largest paint of each page, and nothing shifts, at ${width}×${height}`, async (t) => {
      const { page } = await openDemo(t, '/', { viewport: { width, height } });
      await page.addInitScript(`
        window.largest = []; window.shifts = [];
        new PerformanceObserver((list) => largest.push(...list.getEntries().map(({ element }) => element?.localName ?? 'banner')))
          .observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ sources }) =>
          sources.map(({ node }) => [node?.nodeName, node?.id, node?.className].join(' ')).join('; '))))
          .observe({ type: 'layout-shift', buffered: true });`);
      for (const path of PATHS) {
        await page.goto(new URL(path, page.url()).href);
        await shown(banner(page));
        await holds(page, 'largest.length > 0');
        await settled(page);
        const largest = await read<string[]>(page, 'largest');
        assert.notEqual(largest.at(-1), 'banner', `${path}: ${largest.join()}`);
        assert.deepEqual(await read<string[]>(page, 'shifts'), [], path);
      }
    });
  }
});

/** Fails with a readable list of what axe finds. */
async function audit(page: Page, where: string): Promise<void> {
  await page.addScriptTag({ path: AXE });
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof Axe }).axe.run();
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html.slice(0, 200)).join('\n  ')}`,
    );
  });
  assert.deepEqual(found, [], `${where}\n${found.join('\n')}`);
}

describe('the status page', () => {
  /** How often the page has asked the browser for a position. */
  const countLooks = (page: Page): Promise<void> =>
    page.evaluate(() => {
      const counted = window as unknown as { looks: number };
      counted.looks = 0;
      const { geolocation } = navigator;
      const look = geolocation.getCurrentPosition.bind(geolocation);
      geolocation.getCurrentPosition = (...how) => {
        counted.looks++;
        look(...how);
      };
    });

  for (const { prefix, lang } of LANGUAGES) {
    test(`asks for location when it is needed, and goes on by itself after a yes, in ${lang}`, async (t) => {
      const demo = await openDemo(t, `${prefix}/status/`, { geolocation: MUNICH, permissions: ['geolocation'] });
      const { page } = demo;
      await refuse(page);
      await countLooks(page);
      await page.locator('#use-location').click();
      await shown(request(page));
      assert.equal(await panel(page).isVisible(), false);
      assert.equal(await read(page, 'looks'), 0);
      const sent = page.waitForRequest('**/collect/status/nearest');
      await answer(page, 'allow');
      assert.deepEqual((await sent).postDataJSON(), { event: 'nearest region', latitude: 48, longitude: 12 });
      await says(
        page,
        '#location-result',
        lang === 'en' ? /^Frankfurt is nearest, about 3\d0 km/ : /最近的地域是法兰克福/,
      );
      assert.deepEqual(await page.locator('.nearest').evaluateAll((all) => all.map(({ nodeName }) => nodeName)), [
        'circle',
        'LI',
      ]);
      await demo.collected('nearest region');

      // Allowed once, it is not asked again.
      await page.locator('#use-location').click();
      await eventually(async () => (await eventsOf(demo)).length === 2);
      assert.equal(await request(page).isVisible(), false);
    });
  }

  test('takes a no and a closed dialog for a no: nobody looks, the list works, and the next press asks again', async (t) => {
    const demo = await openDemo(t, '/status/', { geolocation: MUNICH, permissions: ['geolocation'] });
    const { page } = demo;
    await countLooks(page);
    await refuse(page);
    for (const refuseIt of [() => answer(page, 'deny'), () => page.keyboard.press('Escape')]) {
      await page.locator('#use-location').click();
      await shown(request(page));
      await refuseIt();
      await gone(request(page));
      await says(page, '#location-result', /^Location stays off/);
    }
    await page.getByRole('radio', { name: 'Singapore' }).check();
    await says(page, '#region-facts', /data stays in Singapore/);
    assert.equal(await page.locator('.map .picked').getAttribute('data-place'), 'singapore');
    await settled(page);
    assert.equal(await read(page, 'looks'), 0);
    assert.deepEqual(await demo.log(), []);
    assert.deepEqual(await kept(page), ['cookie candor']);
  });

  test('clears the nearest region when location is withdrawn, and looks no more', async (t) => {
    const demo = await openDemo(t, '/status/', { geolocation: MUNICH, permissions: ['geolocation'] });
    const { page } = demo;
    await refuse(page);
    await page.locator('#use-location').click();
    await answer(page, 'allow');
    await says(page, '#location-result', /^Frankfurt/);
    await withdraw(page);
    await holds(page, `!document.querySelector('.nearest')`);
    await says(page, '#location-result', /^Location is off again/);
    const { length } = await demo.log();
    await page.locator('#use-location').click();
    await answer(page, 'deny');
    await says(page, '#location-result', /^Location stays off/);
    assert.equal((await demo.log()).length, length);
  });

  test('says so where the browser gives no position', async (t) => {
    const demo = await openDemo(t, '/status/');
    const { page } = demo;
    await refuse(page);
    await page.locator('#use-location').click();
    await answer(page, 'allow');
    await says(page, '#location-result', /^Your browser gave no position/);
    assert.deepEqual(await demo.log(), []);
  });
});

describe('the page from npm', () => {
  test('asks for location when it is needed, and goes on by itself after a yes', async (t) => {
    const { page } = await openDemo(t, '/app/', { geolocation: MUNICH, permissions: ['geolocation'] });
    await refuse(page);
    await page.locator('#use-location').click();
    await answer(page, 'deny');
    await says(page, '#location-result', /^Location stays off/);
    await page.locator('#use-location').click();
    await answer(page, 'allow');
    await says(page, '#location-result', /^Latitude 48°, longitude 12°/);
  });
});

describe('the calculator', () => {
  const total = '[data-part=total]';
  const stored = async (page: Page): Promise<boolean> => (await kept(page)).includes('localStorage northlark-estimate');

  test('reckons in the currency of the language', async (t) => {
    const { page } = await openDemo(t, '/pricing/');
    assert.equal(await text(page, total), '€32.21');
    await page.goto(new URL('/zh/pricing/', page.url()).href);
    assert.equal(await text(page, total), '¥247.65');
  });

  test('follows what is entered, and keeps to what the fields allow', async (t) => {
    const { page } = await openDemo(t, '/pricing/');
    await refuse(page);
    await page.getByLabel('Size of each machine').selectOption('large');
    await page.getByLabel('Number of machines').fill('6');
    await page.getByLabel('Hours each runs a day').fill('18');
    await page.getByLabel('Objects kept').fill('0');
    await page.getByLabel('Database', { exact: true }).selectOption('');
    // The sum that the first story gives.
    assert.equal(await text(page, total), '€151.63');
    await page.getByLabel('Number of machines').fill('9999');
    await page.getByLabel('Objects kept').focus();
    assert.equal(await page.getByLabel('Number of machines').inputValue(), '500');
  });

  test('keeps nothing without “Your settings”, and says so', async (t) => {
    const { page, log } = await openDemo(t, '/pricing/');
    await page.getByLabel('Number of machines').fill('7');
    await refuse(page);
    await page.getByLabel('Number of machines').fill('8');
    await settled(page);
    assert.deepEqual(await kept(page), ['cookie candor']);
    assert.deepEqual(await log(), []);
    await says(page, '#remembering', /^This calculation is not kept/);
    await page.reload();
    assert.equal(await page.getByLabel('Number of machines').inputValue(), '2');
  });

  test('remembers the last calculation with it, and forgets it at once when it is taken back', async (t) => {
    const { page, log } = await openDemo(t, '/pricing/');
    await refuse(page);
    await page.getByLabel('Number of machines').fill('7');
    await openSettings(page);
    await save(page, 'functional');
    await eventually(() => stored(page));
    await says(page, '#remembering', /^This browser remembers/);
    await page.getByLabel('Number of machines').fill('9');
    await page.getByLabel('Database', { exact: true }).selectOption('large');
    const estimate = await text(page, total);

    await page.reload();
    await holds(page, `document.querySelector('#machines').value === '9'`);
    assert.equal(await page.getByLabel('Database', { exact: true }).inputValue(), 'large');
    assert.equal(await text(page, total), estimate);

    await withdraw(page);
    await eventually(async () => !(await stored(page)));
    await says(page, '#remembering', /^This calculation is not kept/);
    await page.getByLabel('Number of machines').fill('3');
    assert.equal(await stored(page), false);
    assert.deepEqual(await log(), []);
  });
});

describe('the stories', () => {
  const isSocial = (url: string): boolean => /^\/(frames|collect\/)/.test(url);

  for (const { prefix, lang } of LANGUAGES) {
    test(`load neither film nor share buttons before a yes, and both after it, in ${lang}`, async (t) => {
      const demo = await openDemo(t, `${prefix}/stories/`);
      const { page, asked, log, collected } = demo;
      await refuse(page);
      await page.locator('.stage').scrollIntoViewIfNeeded();
      await settled(page);
      assert.deepEqual(asked.filter(isSocial), []);
      assert.deepEqual(await log(), []);
      await shown(page.locator('.stage-note'));
      await shown(page.locator('#sharing-note'));
      assert.match(
        await text(page, '.stage-note'),
        lang === 'en' ? /Lumen Video in Singapore receives/ : /新加坡的流明视频/,
      );

      await page.locator('.stage-note button').click();
      await answer(page, 'deny');
      await page.locator('.stage-note button').click();
      await answer(page, 'allow');
      await collected('film loaded');
      assert.equal(asked.includes('/frames/share/share.js'), false);
      await page.locator('#sharing-note button').click();
      await answer(page, 'allow');
      await collected('share widget loaded');
      await page
        .frameLocator('#embed')
        .getByRole('button', { name: lang === 'en' ? 'Play' : '播放' })
        .click();
      await shown(page.getByRole('button', { name: lang === 'en' ? 'WeChat' : '微信' }));
      assert.equal(await page.locator('#sharing-note').isVisible(), false);
    });
  }

  test('fall silent when the yes is taken back, and come back with the next', async (t) => {
    const demo = await openDemo(t, '/stories/');
    const { page, collected, log } = demo;
    await refuse(page);
    await openSettings(page);
    await save(page, 'social');
    await collected('film loaded');
    await collected('share widget loaded');
    await page.getByRole('button', { name: 'Weibo' }).click();
    await collected('shared to Weibo');

    await withdraw(page);
    await gone(page.getByRole('button', { name: 'WeChat' }));
    await shown(page.locator('.stage-note'));
    await holds(page, `!document.querySelector('#embed').src`);
    const { length } = await log();
    await page.reload();
    await settled(page);
    assert.equal((await log()).length, length);
    assert.equal(await page.locator('#sharing-row').isVisible(), false);

    await openSettings(page);
    await save(page, 'social');
    await page.getByRole('button', { name: 'WeChat' }).waitFor();
    await withdraw(page);
    await openSettings(page);
    await save(page, 'social');
    // The script is still in the memory of the page: it neither ran again nor built a second row.
    await page.getByRole('button', { name: 'WeChat' }).waitFor();
    assert.equal((await eventsOf(demo)).filter((event) => event === 'share widget loaded').length, 2);
  });

  test('let a visitor allow the film alone', async (t) => {
    const demo = await openDemo(t, '/stories/');
    const { page, asked, collected } = demo;
    await refuse(page);
    await openSettings(page);
    await save(page, 'lumen-video');
    await collected('film loaded');
    await settled(page);
    assert.deepEqual(await eventsOf(demo), ['film loaded']);
    assert.equal(asked.includes('/frames/share/share.js'), false);
    await shown(page.locator('#sharing-note'));
  });
});

/** A browser's notifications without a system that shows them: what the visitor answers, how often they are asked, what comes. */
const notifications = (answer: 'granted' | 'denied'): string => `
  window.prompts = 0;
  window.came = [];
  window.Notification = class {
    static get permission() { return sessionStorage.getItem('test-permission') ?? 'default'; }
    static async requestPermission() {
      prompts++;
      sessionStorage.setItem('test-permission', '${answer}');
      return '${answer}';
    }
    constructor(title) { came.push(title); }
  };`;

describe('the alerts', () => {
  const outages = '#outages';
  const push = '#browser-push';
  const mail = '#offers-by-mail';
  const press = (page: Page, block: string, what: 'toggle' | 'test'): Promise<void> =>
    page.locator(`${block} [data-do=${what}]`).click();
  const state = (block: string): string => `${block} .alert-state`;
  const result = (block: string): string => `${block} .alert-result`;
  const list = (page: Page): Promise<string[][]> =>
    page
      .locator('#notices [data-kind]')
      .evaluateAll((all) => all.map(({ dataset }) => [dataset['kind'] ?? '', dataset['way'] ?? '']));

  async function openAlerts(t: TestContext, path: string, init: string): Promise<Demo> {
    const demo = await openDemo(t, path);
    await demo.page.addInitScript(init);
    await refuse(demo.page);
    await demo.page.reload();
    return demo;
  }

  for (const { prefix, lang } of LANGUAGES) {
    test(`bring outages to somebody who refused everything, and withhold the offers and say why, in ${lang}`, async (t) => {
      const { page, log } = await openAlerts(t, `${prefix}/alerts/`, notifications('granted'));
      await press(page, outages, 'toggle');
      await says(page, state(outages), lang === 'en' ? /^On in this browser/ : /^已在此浏览器中开启/);
      assert.equal(await read(page, 'prompts'), 1);
      assert.equal(await request(page).isVisible(), false);
      await press(page, outages, 'test');
      await press(page, push, 'test');
      await press(page, mail, 'test');
      for (const block of [push, mail]) {
        await says(page, result(block), lang === 'en' ? /^Withheld: you have not agreed/ : /^未发送：您尚未同意/);
      }
      assert.deepEqual(await list(page), [['outage', 'notification']]);
      assert.equal((await read<string[]>(page, 'came')).length, 1);
      assert.deepEqual(await log(), []);
    });
  }

  test('keep outages on through a withdrawal and a reload, and off again for the asking', async (t) => {
    const { page } = await openAlerts(t, '/alerts/', notifications('granted'));
    await press(page, outages, 'toggle');
    await says(page, state(outages), /^On/);
    await withdraw(page);
    await page.reload();
    await says(page, state(outages), /^On/);
    await press(page, outages, 'toggle');
    await says(page, state(outages), /^Off/);
    assert.deepEqual(
      (await kept(page)).filter((name) => /northlark/.test(name)),
      [],
    );
  });

  test('do not spend the browser’s question on somebody who does not agree to offers', async (t) => {
    const { page } = await openAlerts(t, '/alerts/', notifications('granted'));
    await press(page, push, 'toggle');
    await answer(page, 'deny');
    await says(page, result(push), /your browser was not asked/);
    assert.equal(await read(page, 'prompts'), 0);

    await press(page, push, 'toggle');
    await answer(page, 'allow');
    await says(page, state(push), /^On/);
    assert.equal(await read(page, 'prompts'), 1);
    await press(page, push, 'test');
    assert.deepEqual(await list(page), [['offer', 'notification']]);
    // One permission of the browser, two different things: nobody has turned on outages.
    await says(page, state(outages), /^Off/);

    await press(page, push, 'toggle');
    await says(page, state(push), /^Off/);
    await press(page, push, 'test');
    await says(page, result(push), /^Withheld/);
    assert.equal((await list(page)).length, 1);
  });

  test('ask the browser later where the consent was given elsewhere', async (t) => {
    const { page } = await openAlerts(t, '/alerts/', notifications('granted'));
    await openSettings(page);
    await save(page, 'push');
    await says(page, state(push), /has not been asked yet/);
    await press(page, push, 'test');
    await says(page, result(push), /^Withheld: you agreed, but your browser/);
    assert.equal(await read(page, 'prompts'), 0);
    await press(page, push, 'toggle');
    await says(page, state(push), /^On/);
    assert.equal(await read(page, 'prompts'), 1);
  });

  test('send offers by e-mail after a yes to that way alone', async (t) => {
    const { page } = await openAlerts(t, '/alerts/', notifications('granted'));
    await press(page, mail, 'toggle');
    await answer(page, 'allow');
    await says(page, state(mail), /^On/);
    await press(page, mail, 'test');
    await press(page, push, 'test');
    assert.deepEqual(await list(page), [['offer', 'mail']]);
    assert.equal(await read(page, 'prompts'), 0);
  });

  test('say what to do where the browser blocks notifications, and show outages on the page', async (t) => {
    const { page } = await openAlerts(t, '/alerts/', notifications('denied'));
    await press(page, outages, 'toggle');
    await says(page, state(outages), /your browser blocks notifications/);
    await press(page, outages, 'test');
    assert.deepEqual(await list(page), [['outage', 'page']]);
    await press(page, push, 'toggle');
    await answer(page, 'allow');
    await says(page, state(push), /^You agreed, but your browser blocks/);
    assert.deepEqual(await read(page, 'came'), []);
  });

  for (const [what, init, words] of [
    ['a browser without notifications', 'delete window.Notification', /^This browser has no notifications/],
    [
      'a connection that is not secure',
      `Object.defineProperty(window, 'isSecureContext', { value: false })`,
      /secure connections only/,
    ],
  ] as const) {
    test(`show outages on the page in ${what}`, async (t) => {
      const { page } = await openAlerts(t, '/alerts/', init);
      await says(page, state(outages), words);
      assert.equal(await page.locator(`${outages} [data-do=toggle]`).isDisabled(), true);
      await press(page, outages, 'test');
      assert.deepEqual(await list(page), [['outage', 'page']]);
      await press(page, push, 'test');
      await says(page, result(push), /^Withheld/);
    });
  }
});

describe('the privacy policy', () => {
  const inLanguage = (value: Text | undefined, lang: string): string =>
    typeof value === 'string' ? value : (value?.[lang] ?? '');

  const lists = (page: Page): Locator => page.locator('candor-declaration');
  const listsStand = async (page: Page): Promise<void> => {
    for (const list of await lists(page).all()) await list.locator('[part=state]').first().waitFor();
  };

  for (const { prefix, lang } of LANGUAGES) {
    test(`names every service that is asked about, and all that is kept, in ${lang}`, async (t) => {
      const { page } = await openDemo(t, `${prefix}/privacy/`);
      await listsStand(page);
      const policy = (await page.locator('main, candor-declaration [part=declaration]').allInnerTexts())
        .join()
        .toLowerCase();
      const services = categories.flatMap((category) => category.services ?? []);
      assert.ok(services.length > 3);
      for (const { id, name } of services) {
        const words = inLanguage(name, lang).toLowerCase();
        assert.ok(words && policy.includes(words), `${id} (${words}) is named`);
      }
      for (const name of [
        'candor',
        'northlark_session',
        'northlark-outage-notices',
        'northlark-estimate',
        'ph_phc_northlark_demo_posthog',
        'mp_*',
        'sensorsdata2015jssdkcross*',
        'amp_*',
      ]) {
        assert.ok(policy.includes(name), `${name} is named`);
      }
    });
  }

  test('lists what the config erases, name by name', async (t) => {
    const declared = categories
      .flatMap((category) => [category, ...(category.services ?? [])])
      .flatMap(({ erase }) => Object.values(erase ?? {}).flat() as string[]);
    assert.ok(declared.length > 10);
    for (const { prefix } of LANGUAGES) {
      const { page } = await openDemo(t, `${prefix}/privacy/`);
      await listsStand(page);
      const listed = await page.locator('.policy-text tbody code').allInnerTexts();
      for (const name of declared) assert.ok(listed.includes(name), `${prefix}: ${name} is listed`);
    }
  });

  test('names what the page keeps after everything was allowed', async (t) => {
    const { page, collected } = await openDemo(t, '/pricing/');
    await action(banner(page), 'accept-all').click();
    await collected('$pageview');
    await eventually(async () => (await kept(page)).some((name) => name.includes('northlark-estimate')));
    const names = (await kept(page)).map((name) => name.split(' ')[1] ?? '');
    await page.goto(new URL('/privacy/', page.url()).href);
    await listsStand(page);
    const patterns = (await page.locator('.policy-text tbody code').allInnerTexts()).map(
      (each) => new RegExp(`^${each.replace(/[.+?^$(){}|[\]\\]/g, '\\$&').replace('*', '.*')}$`),
    );
    for (const name of names)
      assert.ok(
        patterns.some((pattern) => pattern.test(name)),
        `${name} is listed`,
      );
  });

  for (const { prefix, lang } of LANGUAGES) {
    test(`lists everything, what is collected and who receives it, with switches that count at once, in ${lang}`, async (t) => {
      const { page } = await openDemo(t, `${prefix}/privacy/`);
      await refuse(page);
      await listsStand(page);
      assert.deepEqual(await lists(page).evaluateAll((all) => all.map((list) => list.getAttribute('list'))), [
        null,
        'collection',
        'sharing',
      ]);
      const switches = page.locator('candor-declaration [data-consent-service=mixpanel]');
      assert.equal(await switches.count(), 3);
      await switches.nth(1).click();
      for (const each of await switches.all()) {
        await eventually(async () => (await each.getAttribute('aria-checked')) === 'true');
      }
      const settings = await page.evaluate(() => ({ ...window.candor!.choices }));
      assert.deepEqual([settings['mixpanel'], settings['posthog']], [true, false]);
      // Whoever has a contact can be asked.
      for (const row of await lists(page).nth(2).locator('tbody tr').all()) {
        assert.notEqual(await row.locator('td').first().innerText(), '');
      }
    });
  }

  test('opens the settings where it speaks of a choice', async (t) => {
    const { page } = await openDemo(t, '/privacy/');
    await refuse(page);
    for (const section of ['cookies', 'location', 'device-and-logs', 'messages', 'partners', 'abroad', 'rights']) {
      await page.locator(`#${section} [data-candor=preferences]`).click();
      await shown(panel(page));
      await page.keyboard.press('Escape');
      await gone(panel(page));
    }
  });
});
