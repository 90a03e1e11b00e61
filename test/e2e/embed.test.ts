/** `<candor-embed>` on whole pages with the script tag. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import {
  action,
  banner,
  chunk,
  chunkText,
  choices,
  cookie,
  eventually,
  gone,
  hold,
  holds,
  openSite,
  panel,
  settled,
  shown,
  toggle,
  type OpenOptions,
  type Visit,
} from '../helpers/page.js';

const SHOP = {
  layout: { reopen: 'none' },
  categories: [{ id: 'necessary' }, { id: 'analytics' }, { id: 'social', services: [{ id: 'film' }, { id: 'chat' }] }],
};

const embed = (content: string, attributes = 'consent="social" service="film" label="Talk"', beside = ''): string =>
  `<candor-embed ${attributes}><template>${content}</template>${beside}</candor-embed>`;

const FRAME = '<iframe src="/film" title="Film" width="400" height="225"></iframe>';
const FILM = embed(FRAME);

/** Keeps in `window.shifts` what of the page has moved by itself since it began: how much, what, from where, to where. */
const WATCH_SHIFTS = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      const moved = sources.map(({ node, previousRect, currentRect }) =>
        [node?.nodeName, previousRect, currentRect].map((part) => JSON.stringify(part)).join(' '));
      shifts.push([value, ...moved].join(' '));
    }
  }).observe({ type: 'layout-shift', buffered: true });`;

/** Resolves once the page has painted what it has. */
const framed = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));

const TAG = '<script src="/candor/candor.js"></script>';

const FILES = {
  '/film': '<!doctype html><title>Film</title><button>Play</button>',
  '/widget.js': `window.ran = [...(window.ran ?? []), 'widget.js'];`,
  '/poster.jpg': '',
};

const open = (t: Parameters<typeof openSite>[0], options: OpenOptions): Promise<Visit> =>
  openSite(t, { config: SHOP, pages: FILES, init: WATCH_SHIFTS, ...options });

const embeds = (page: Page): Locator => page.locator('candor-embed');
const placeholder = (page: Page): Locator => embeds(page).locator('[part=placeholder]');
const reject = async (page: Page): Promise<void> => {
  await action(banner(page), 'reject-all').click();
  await gone(banner(page));
};
const accept = async (page: Page): Promise<void> => {
  await action(banner(page), 'accept-all').click();
  await gone(banner(page));
};

describe('nobody is contacted before the click', () => {
  const CONTENT = `<link rel="preload" href="/poster.jpg" as="image"><link rel="preconnect" href="//film.invalid">
    <img src="/poster.jpg" srcset="/poster.jpg 2x"><video poster="/poster.jpg" src="/film"></video>${FRAME}
    <div style="background: url(/poster.jpg)"></div><script src="/widget.js"></script>`;

  test('at load, by scrolling, by opening the facts, by a no', async (t) => {
    const { page, requests } = await open(t, {
      body: `<div style="height: 3000px"></div>${embed(CONTENT)}<div style="height: 3000px"></div>`,
    });
    await reject(page);
    await shown(placeholder(page));
    await placeholder(page).scrollIntoViewIfNeeded();
    await placeholder(page).locator('summary').click();
    await settled(page);
    assert.deepEqual(
      requests().filter((path) => path !== '/' && !path.startsWith('/candor/')),
      [],
    );

    await action(embeds(page), 'load-once').click();
    await eventually(async () => requests('/film').length > 0 && requests('/widget.js').length > 0);
  });

  test('wherever it is: in shadow roots of the markup and of code, open and closed, and when it is added later', async (t) => {
    const { page, requests } = await open(t, {
      body: `<div id="declared"><template shadowrootmode="closed">${FILM}</template></div>
        <script>
          const host = document.createElement('div');
          document.body.append(host);
          window.made = host.attachShadow({ mode: 'closed' });
          window.film = ${JSON.stringify(FILM)};
          window.made.innerHTML = window.film;
        </script>`,
    });
    await reject(page);
    await holds(page, `made.querySelector('candor-embed').shadowRoot.querySelector('candor-placeholder')`);
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', film)`);
    await shown(placeholder(page));
    await settled(page);
    assert.deepEqual(await placeholder(page).boundingBox(), await embeds(page).boundingBox());
    assert.deepEqual(requests('/film'), []);
    await page.evaluate(() => window.candor!.update({ film: true }));
    await eventually(async () => requests('/film').length === 3);
  });
});

describe('nothing moves', () => {
  const PAGE = `<h1>Talks</h1>${FILM}<p id="after">${'After the film. '.repeat(60)}</p>`;

  test('when the placeholder comes, and when the content does', async (t) => {
    const { page } = await open(t, { body: PAGE });
    await shown(placeholder(page));
    await settled(page);
    const top = (): Promise<number> => page.locator('#after').evaluate((text) => text.getBoundingClientRect().top);
    const before = await top();
    await action(embeds(page), 'load-once').click();
    await shown(page.frameLocator('iframe').getByRole('button', { name: 'Play' }));
    assert.equal(await top(), before);
    assert.deepEqual(await page.evaluate('shifts'), []);
  });

  test('for a visitor who returns, and has allowed it', async (t) => {
    const { page, another } = await open(t, { body: PAGE });
    await accept(page);
    const second = await another();
    await shown(second.frameLocator('iframe').getByRole('button', { name: 'Play' }));
    await settled(second);
    assert.deepEqual(await second.evaluate('shifts'), []);
  });

  test('where the parser stops within it, as it does on long pages and slow machines', async (t) => {
    const pause = hold('');
    const serving = hold(chunkText('embeds'));
    const { page } = await open(t, {
      body: `<h1>Talks</h1><candor-embed consent="social" service="film" label="Talk"><script src="/pause.js"></script>
        <template>${FRAME}</template></candor-embed><p id="after">${'After the film. '.repeat(60)}</p>`,
      pages: { ...FILES, '/pause.js': pause.page, [`/candor/${chunk('embeds')}`]: serving.page },
      waitUntil: 'commit',
    });
    await holds(page, `document.querySelector('candor-embed')?.matches(':defined')`);
    await framed(page);
    pause.release();
    await shown(page.locator('#after'));
    await framed(page);
    serving.release();
    await shown(placeholder(page));
    await settled(page);
    assert.deepEqual(await page.evaluate('shifts'), []);
    assert.equal((await embeds(page).boundingBox())?.height, 225);
  });

  test('and the measurement would tell', async (t) => {
    const { page } = await open(t, { body: PAGE });
    await shown(placeholder(page));
    await settled(page);
    await embeds(page).evaluate((element) => (element.style.aspectRatio = '1'));
    await holds(page, 'shifts.length');
  });
});

test('a visitor who returns and has allowed it downloads no interface', async (t) => {
  const { page, another, parts } = await open(t, {
    body: `${FILM}<button data-candor="preferences">Settings</button>`,
  });
  await accept(page);
  await holds(page, `document.querySelector('candor-embed iframe')`);
  const before = parts().length;
  const second = await another();
  await shown(second.frameLocator('iframe').getByRole('button', { name: 'Play' }));
  await settled(second);
  assert.deepEqual(parts().slice(before).sort(), ['candor', 'embeds', 'later']);
});

test('a page without embeds downloads nothing for them', async (t) => {
  const { page, parts } = await open(t, { body: '<p>Text</p>' });
  await reject(page);
  await settled(page);
  assert.ok(!parts().some((name) => /^embed/.test(name)));
});

test('Load once stores nothing and is forgotten with the page', async (t) => {
  const { page } = await open(t, { body: FILM });
  await reject(page);
  const stored = await cookie(page);
  await action(embeds(page), 'load-once').click();
  await shown(page.frameLocator('iframe').getByRole('button', { name: 'Play' }));
  assert.equal(await cookie(page), stored);
  await page.reload();
  await shown(placeholder(page));
  assert.equal(await page.locator('iframe').count(), 0);
});

test('Always allow answers the one service, in all tabs and on the next visit, and Withdraw brings the placeholder back', async (t) => {
  const { page, another } = await open(t, {
    body: `${FILM}${FILM}${embed('<b>Chat</b>', 'consent="social" service="chat"')}
      <button data-candor="preferences">Settings</button>`,
  });
  await reject(page);
  const second = await another();
  await action(embeds(page).first(), 'always-allow').click();
  for (const tab of [page, second, await another()]) {
    await holds(tab, `document.querySelectorAll('candor-embed[data-consent-state=granted] > iframe').length === 2`);
    assert.equal(await tab.locator('b').count(), 0);
    const { social, film, chat, analytics } = await choices(tab);
    assert.deepEqual({ social, film, chat, analytics }, { social: true, film: true, chat: false, analytics: false });
  }

  await page.getByRole('button', { name: 'Settings' }).click();
  await shown(panel(page).locator('dialog'));
  await toggle(page, 'film').click();
  await action(panel(page), 'save').click();
  for (const tab of [page, second]) {
    await holds(tab, `!document.querySelector('iframe')`);
    await shown(placeholder(tab).first());
  }
});

test('the focus is where the content is, by the keyboard alone', async (t) => {
  const { page } = await open(t, { body: FILM });
  await reject(page);
  await shown(placeholder(page));
  await placeholder(page).locator('summary').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await holds(page, `document.activeElement.localName === 'iframe'`);
  const play = page.frameLocator('iframe').locator('button');
  await shown(play);
  await page.keyboard.press('Tab');
  await eventually(() => play.evaluate((button) => button.matches(':focus')));
});

test('where the interface cannot be had, what the page put there stays, and a later attempt succeeds', async (t) => {
  let isBroken = true;
  const path = `/candor/${chunk('embed')}`;
  const { page, site } = await open(t, {
    expected: /ERR_FAILED|Failed to load/,
    body: embed(FRAME, 'consent="social"', '<a slot="fallback" href="/film">Watch it there</a>'),
    path: undefined,
  });
  await page.route(`**${path}*`, (route) => (isBroken ? route.abort() : route.continue()));
  const failed = page.waitForEvent('requestfailed', { predicate: (request) => request.url().includes(path) });
  await page.clock.install();
  await page.goto(site.origin);
  await failed;
  await shown(page.getByRole('link', { name: 'Watch it there' }));
  isBroken = false;
  await eventually(async () => {
    await page.clock.runFor(1000);
    return placeholder(page).isVisible();
  });
  await gone(page.getByRole('link', { name: 'Watch it there' }));
});

test('a config that comes late, and Candor that comes late, are waited for', async (t) => {
  const { page } = await open(t, {
    config: undefined,
    tag: '',
    pages: { ...FILES, '/config.json': () => ({ body: JSON.stringify(SHOP), delay: 150 }) },
    body: `${FILM}<script async src="/candor/candor.js" data-config="/config.json"></script>`,
  });
  await shown(placeholder(page));
  assert.equal(await placeholder(page).locator('button').count(), 2);
  await accept(page);
  await shown(page.frameLocator('iframe').getByRole('button', { name: 'Play' }));
});

test('ids that nobody configured are named in the console, with the remedy', async (t) => {
  const { page, complaints } = await open(t, { body: embed(FRAME, 'consent="socail" service="flim"') });
  await shown(placeholder(page));
  await eventually(async () => (await placeholder(page).innerText()).includes('socail, flim'));
  let said = '';
  await eventually(async () => (said += complaints().join()).includes('candor-embed'));
  assert.match(said, /candor-embed = "socail": no category or service has this id.*correct `consent` or `service`/s);
  assert.match(said, /"flim"/);
});

test('under a strict policy with Trusted Types it holds, releases and runs scripts without a violation', async (t) => {
  const { page } = await openSite(t, {
    config: undefined,
    tag: '<script src="/candor/candor.js" data-config="/config.json"></script>',
    pages: { ...FILES, '/config.json': JSON.stringify(SHOP) },
    headers: {
      '/': {
        'content-security-policy':
          "default-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types candor lit-html",
      },
    },
    body: embed('<p>Widget</p><script src="/widget.js"></script>'),
  });
  await shown(placeholder(page));
  await action(embeds(page), 'load-once').click();
  await holds(page, `window.ran?.length === 1`);
  await page.evaluate(() => window.candor!.withdraw());
  await shown(placeholder(page));
});

test('a second copy of the script, or of the element, breaks nothing', async (t) => {
  const { page, complaints } = await open(t, { tag: TAG + TAG, body: FILM });
  await shown(placeholder(page));
  assert.match(complaints().join(), /^Candor: a second copy/);
});
