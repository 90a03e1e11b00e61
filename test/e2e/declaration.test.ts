/** `<candor-declaration>` on whole pages with the script tag. */
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import {
  action,
  banner,
  chunk,
  cookie,
  eventually,
  gone,
  hold,
  holds,
  openSite,
  settled,
  shown,
  type OpenOptions,
  type Visit,
} from '../helpers/page.js';

const SHOP = {
  layout: { reopen: 'none' },
  languages: ['en', 'zh-Hans'],
  controller: { name: 'Shop', privacyPolicy: '/privacy' },
  categories: [
    { id: 'necessary', stores: [{ name: 'basket', purpose: 'What you want to buy.', retention: 'P1D' }] },
    {
      id: 'analytics',
      services: [
        {
          id: 'posthog',
          name: 'PostHog',
          provider: 'PostHog Inc.',
          country: 'US',
          retention: 'P1Y',
          policy: 'https://posthog.com/privacy',
          stores: [{ name: 'ph_id', purpose: 'Tells visitors apart.', retention: 'P1Y' }],
          erase: { cookies: ['ph_*'] },
        },
      ],
    },
    { id: 'sharing', services: [{ id: 'partner', name: 'Partner', provider: 'Partner Ltd.' }] },
  ],
};

const DECLARATION = '<candor-declaration><p id="fallback">Ask us for the list.</p></candor-declaration>';

const open = (t: TestContext, options: OpenOptions = {}): Promise<Visit> =>
  openSite(t, { config: SHOP, body: DECLARATION, ...options });

const declaration = (page: Page): Locator => page.locator('candor-declaration');
const entry = (page: Page, id: string): Locator => declaration(page).locator(`[id="${id}"]`);
const state = (page: Page, id: string): Locator => entry(page, id).locator('[part=state]').first();
const toggle = (page: Page, id: string): Locator =>
  declaration(page).locator(`[data-consent-category="${id}"], [data-consent-service="${id}"]`);
const says = (locator: Locator, text: string): Promise<void> =>
  eventually(async () => (await locator.innerText()) === text, `it says ${text}`);
const reject = async (page: Page): Promise<void> => {
  await action(banner(page), 'reject-all').click();
  await gone(banner(page));
};

describe('it stands, and its switches count,', () => {
  test('beside a banner that waits for an answer, which it leaves waiting for the rest', async (t) => {
    const config = { ...SHOP, categories: [...SHOP.categories, { id: 'social' }] };
    const { page } = await open(t, { config });
    await says(state(page, 'posthog'), 'Not answered yet');
    await shown(banner(page));
    await page.evaluate(() =>
      document.addEventListener('candor-change', ({ detail }) => Object.assign(window, { detail })),
    );
    await toggle(page, 'posthog').click();
    await says(state(page, 'posthog'), 'On');
    assert.match((await cookie(page))!, /yes=analytics&no=?/);
    assert.equal(await page.evaluate('detail.method'), 'update');
    await says(state(page, 'social'), 'Not answered yet');
    await reject(page);
    await says(state(page, 'social'), 'Off');
    assert.equal(await state(page, 'posthog').innerText(), 'On');
  });

  test('with `data-manual`, where no banner comes', async (t) => {
    const { page, another } = await open(t, { tag: '<script src="/candor/candor.js" data-manual></script>' });
    await toggle(page, 'analytics').click();
    await says(state(page, 'posthog'), 'On');
    assert.equal(await banner(page).count(), 0);
    const second = await another();
    await says(state(second, 'posthog'), 'On');
    await toggle(page, 'posthog').click();
    await says(state(second, 'posthog'), 'Off');
  });

  test('where it is added later, and in shadow roots of the markup and of code', async (t) => {
    const { page } = await open(t, {
      body: `<div id="declared"><template shadowrootmode="open">${DECLARATION}</template></div>`,
    });
    await reject(page);
    await shown(entry(page, 'posthog'));
    await page.evaluate((markup) => {
      document.querySelector('#declared')!.remove();
      document.body.insertAdjacentHTML('beforeend', markup);
    }, DECLARATION);
    await shown(entry(page, 'posthog'));
    await page.evaluate((markup) => {
      document.querySelector('candor-declaration')!.remove();
      document.body.attachShadow({ mode: 'open' }).innerHTML = markup;
    }, DECLARATION);
    await shown(entry(page, 'posthog'));
    assert.equal(await declaration(page).locator('#fallback').isVisible(), false);
  });

  test('under a strict content security policy with Trusted Types', async (t) => {
    const { page } = await open(t, {
      tag: '<script nonce="c2VjcmV0" src="/candor/candor.js"></script>',
      headers: {
        '/': {
          'content-security-policy':
            `default-src 'none'; script-src 'nonce-c2VjcmV0' 'strict-dynamic'; connect-src 'self';
            require-trusted-types-for 'script'; trusted-types candor lit-html`.replace(/\s+/g, ' '),
        },
      },
    });
    await toggle(page, 'posthog').click();
    await says(state(page, 'posthog'), 'On');
  });

  test('where the browser refuses cookies and storage', async (t) => {
    const { page } = await open(t, {
      init: `const fail = () => { throw new DOMException('no', 'SecurityError'); };
        Object.defineProperty(Document.prototype, 'cookie', { get: fail, set: fail });
        for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: fail });`,
    });
    await toggle(page, 'posthog').click();
    await says(state(page, 'posthog'), 'On');
  });

  test('when the texts of the language cannot be had', async (t) => {
    const { page } = await open(t, {
      lang: 'zh-CN',
      expected: /503/,
      pages: { [`/candor/${chunk('zh-Hans.preferences')}`]: () => ({ status: 503 }) },
    });
    await says(state(page, 'posthog'), 'Not answered yet');
    await toggle(page, 'posthog').click();
    await says(state(page, 'posthog'), 'On');
  });

  test('when its own file comes only at a later attempt; what the page put there stays until then', async (t) => {
    let isBroken = true;
    const path = `/candor/${chunk('declaration')}`;
    const { page, site } = await open(t, { path: undefined, expected: /ERR_FAILED|Failed to load/ });
    await page.route(`**${path}*`, (route) => (isBroken ? route.abort() : route.continue()));
    const failed = page.waitForEvent('requestfailed', { predicate: (request) => request.url().includes(path) });
    await page.clock.install();
    await page.goto(site.origin);
    await failed;
    await shown(page.locator('#fallback'));
    isBroken = false;
    await eventually(async () => {
      await page.clock.runFor(1000);
      return state(page, 'posthog').isVisible();
    });
    await gone(page.locator('#fallback'));
  });

  test('once the config is there, and not before', async (t) => {
    const file = hold(JSON.stringify(SHOP));
    const { page } = await open(t, {
      config: undefined,
      tag: '<script async src="/candor/candor.js" data-config="/config.json"></script>',
      pages: { '/config.json': file.page },
    });
    await settled(page);
    await shown(page.locator('#fallback'));
    assert.equal(await entry(page, 'necessary').count(), 0);
    file.release();
    await says(state(page, 'posthog'), 'Not answered yet');
    assert.equal(await declaration(page).locator('h3').count(), 3);
    await gone(page.locator('#fallback'));
  });
});

describe('what the page put into it stays', () => {
  test('where the config cannot be had', async (t) => {
    const { page, complaints } = await open(t, {
      config: undefined,
      tag: '<script src="/candor/candor.js" data-config="/config.json"></script>',
      pages: { '/config.json': () => ({ status: 500 }) },
    });
    await eventually(async () => complaints().join().includes('Candor'));
    await settled(page);
    await shown(page.locator('#fallback'));
    assert.equal(await declaration(page).locator('h3').count(), 0);
  });

  test('in a frame where Candor does not run', async (t) => {
    const { page } = await open(t, {
      body: '<iframe src="/inner"></iframe>',
      pages: {
        '/inner': `<!doctype html><script type="application/json" id="candor-config">${JSON.stringify(SHOP)}</script>
          <script src="/candor/candor.js"></script>${DECLARATION}`,
      },
    });
    await shown(banner(page));
    await settled(page);
    await shown(page.frameLocator('iframe').locator('#fallback'));
    assert.equal(await page.frameLocator('iframe').locator('candor-declaration h3').count(), 0);
  });

  test('and comes back when Candor leaves the page', async (t) => {
    const { page } = await open(t);
    await shown(entry(page, 'posthog'));
    await page.evaluate(() => window.candor!.destroy());
    await shown(page.locator('#fallback'));
    assert.equal(await entry(page, 'posthog').count(), 0);
  });
});

test('a separate consent is asked for in its own dialog, given there, and taken back at once', async (t) => {
  const { page } = await open(t);
  await reject(page);
  assert.equal(await toggle(page, 'partner').count(), 0);
  const ask = entry(page, 'partner').getByRole('button', { name: 'Ask me Partner' });
  await ask.click();
  await action(page.locator('candor-request'), 'deny').click();
  await gone(page.locator('candor-request'));
  await ask.focus();
  await page.keyboard.press('Enter');
  await action(page.locator('candor-request'), 'allow').click();
  await says(state(page, 'partner'), 'On');
  await eventually(() => toggle(page, 'partner').evaluate((button) => button.matches(':focus')));
  await page.keyboard.press(' ');
  await says(state(page, 'partner'), 'Off');
  await eventually(() => ask.evaluate((button) => button.matches(':focus')));
});

test('a page without it downloads nothing for it, and one that has it no other part of the interface', async (t) => {
  const { page, another, parts } = await open(t, {
    body: '<a href="/">Home</a>',
  });
  await reject(page);
  // What follows a no comes after it.
  await eventually(async () => parts().includes('erase'));
  const before = parts().length;
  const second = await another();
  await settled(second);
  assert.deepEqual(parts().slice(before), ['candor']);
  await second.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', markup), DECLARATION);
  await shown(entry(second, 'posthog'));
  assert.deepEqual(
    parts()
      .slice(before + 1)
      .sort(),
    ['banner', 'choices', 'declaration', 'embeds', 'facts', 'later'],
  );
});

test('a thousand services stand quickly', async (t) => {
  const services = Array.from({ length: 1000 }, (_, index) => ({
    id: `service-${index}`,
    provider: `Provider ${index}`,
    country: 'DE',
    retention: 'P1Y',
    stores: [{ name: `cookie-${index}`, retention: 'P1M' }],
  }));
  const { page } = await open(t, {
    config: { categories: [{ id: 'analytics', services }] },
    tag: '<script src="/candor/candor.js" data-manual></script>',
    body: '<candor-declaration hidden></candor-declaration>',
  });
  await holds(page, `document.querySelector('candor-declaration').shadowRoot?.querySelector('#service-999')`);
  const time = await page.evaluate(async () => {
    const start = performance.now();
    const element = document.createElement('candor-declaration');
    document.querySelector('candor-declaration')!.replaceWith(element);
    while (!element.shadowRoot?.querySelector('#service-999')) await new Promise((resolve) => setTimeout(resolve));
    element.getBoundingClientRect();
    return performance.now() - start;
  });
  // Usually a tenth of it; the rest is room for a machine that does other things as well.
  assert.ok(time < 3000, `${time} ms`);
  await toggle(page, 'service-999').click();
  await says(state(page, 'service-999'), 'On');
});

describe('printed', () => {
  const LONG = `https://partner.example/${'privacy-and-cookies/'.repeat(12)}`;
  const CONFIG = {
    ...SHOP,
    categories: [
      ...SHOP.categories.slice(0, 2),
      { id: 'sharing', services: [{ id: 'partner', provider: 'Partner Ltd.', policy: LONG }] },
    ],
  };

  for (const list of ['', 'collection', 'sharing']) {
    test(`${list || 'everything'} has answers in words, no switches, whole addresses, and nothing cut`, async (t) => {
      const { page } = await open(t, {
        config: CONFIG,
        body: `<candor-declaration list="${list}"></candor-declaration>`,
        // As wide as paper.
        visitor: { viewport: { width: 718, height: 1000 } },
      });
      await reject(page);
      await shown(state(page, 'posthog'));
      await page.emulateMedia({ media: 'print' });
      assert.equal(await declaration(page).locator('button').first().isVisible(), false);
      assert.equal(await declaration(page).locator('button:visible').count(), 0);
      assert.equal(await state(page, 'posthog').innerText(), 'Off');
      const { scroll, lost, printed } = await declaration(page).evaluate((element) => {
        const all = [...element.shadowRoot!.querySelectorAll<HTMLElement>('*')].filter(
          (each) => each.getClientRects().length,
        );
        return {
          scroll: document.documentElement.scrollWidth,
          lost: all
            .filter(
              (each) => each.getBoundingClientRect().right > innerWidth || each.scrollWidth > each.clientWidth + 1,
            )
            .filter((each) => getComputedStyle(each).display !== 'inline')
            .map((each) => each.outerHTML),
          printed: (element.shadowRoot!.firstElementChild as HTMLElement).innerText,
        };
      });
      assert.ok(scroll <= 718, `${scroll} px`);
      assert.deepEqual(lost, []);
      // The list of what is collected has no addresses.
      if (list !== 'collection') assert.ok(printed.includes(LONG.replace('https://', '')));
      for (const head of await declaration(page).locator('thead').all()) {
        assert.equal(await head.evaluate((element) => getComputedStyle(element).display), 'table-header-group');
      }
      assert.ok((await page.pdf()).length > 0);
    });
  }

  test('what waits out of sight on the screen is there', async (t) => {
    const services = Array.from({ length: 60 }, (_, index) => ({
      id: `service-${index}`,
      provider: `Provider ${index}`,
    }));
    const { page } = await open(t, { config: { categories: [{ id: 'analytics', services }] } });
    const isLaidOut = (): Promise<boolean> =>
      entry(page, 'service-59')
        .locator('dd')
        .first()
        .evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));
    await entry(page, 'service-59').waitFor({ state: 'attached' });
    await eventually(async () => !(await isLaidOut()));
    await page.emulateMedia({ media: 'print' });
    await eventually(isLaidOut);
  });
});
