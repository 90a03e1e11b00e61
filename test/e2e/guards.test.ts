import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import {
  action,
  choices,
  chunk,
  cookie,
  gone,
  holds,
  openSite,
  read,
  RECORD_EVENTS,
  request,
  settled,
  shown,
  type OpenOptions,
  type Visit,
} from '../helpers/page.js';

const CONFIG = {
  categories: [
    { id: 'necessary' },
    { id: 'location' },
    { id: 'push', services: [{ id: 'browser-push', guards: ['notifications', 'push'] }] },
  ],
  layout: { reopen: 'none' },
};
const YES = 'v=1&at=1763784000&rev=1&yes=location.push&no=';

/** A page with a script that asks for the position as soon as it runs, in a browser that would give it. */
async function visit(t: TestContext, options: OpenOptions = {}): Promise<Visit> {
  const opened = await openSite(t, {
    config: CONFIG,
    head: `<script>
      window.told ??= [];
      const tell = (what) => (value) => told.push([what, value?.code ?? value?.name ?? value?.coords?.latitude ?? value]);
      window.locate = () => navigator.geolocation.getCurrentPosition(tell('position'), tell('error'));
      locate();
    </script>`,
    visitor: { permissions: ['geolocation', 'notifications'], geolocation: { latitude: 48, longitude: 11 } },
    ...options,
  });
  return opened;
}

const told = async (page: Visit['page'], length: number): Promise<unknown[]> => {
  await holds(page, `told.length >= ${length}`);
  return read(page, 'told');
};

describe('the visitor’s position', () => {
  test('is not given before the answer, although the browser would give it', async (t) => {
    const { page } = await visit(t);
    assert.deepEqual(await told(page, 1), [['error', 1]]);
  });

  test('is given in the task of the yes, and held in the task of the no', async (t) => {
    const { page } = await visit(t);
    await shown(page.locator('candor-banner'));
    await action(page, 'accept-all').click();
    await page.evaluate('locate()');
    assert.deepEqual(await told(page, 2), [
      ['error', 1],
      ['position', 48],
    ]);
    await page.evaluate('candor.withdraw(); locate()');
    assert.deepEqual((await told(page, 3)).at(-1), ['error', 1]);
  });

  test('is given to a returning visitor by candor.js alone', async (t) => {
    const { page, context, site, parts } = await visit(t, { path: undefined });
    const at = Math.floor(Date.now() / 1000);
    await context.addCookies([{ name: 'candor', value: YES.replace('1763784000', `${at}`), url: site.origin }]);
    await page.goto(site.origin);
    assert.deepEqual(await told(page, 1), [['position', 48]]);
    await settled(page);
    assert.deepEqual(parts(), ['candor']);
  });

  test('is held while the config is on its way, and when it cannot be had', async (t) => {
    const { page, complaints } = await visit(t, {
      config: undefined,
      tag: '<script src="/candor/candor.js" data-config="/consent.json"></script>',
      pages: { '/consent.json': () => ({ status: 500 }) },
    });
    assert.deepEqual(await told(page, 1), [['error', 1]]);
    await page.evaluate('candor.ready');
    await page.evaluate('locate()');
    assert.deepEqual(await told(page, 2), [
      ['error', 1],
      ['error', 1],
    ]);
    await settled(page);
    complaints();
  });

  test('is not Candor’s matter where the site does not ask for it', async (t) => {
    const { page } = await visit(t, { config: { categories: [{ id: 'analytics' }] } });
    assert.deepEqual(await told(page, 1), [['position', 48]]);
  });

  test('is held in frames of the same origin, before their own scripts run', async (t) => {
    const { page } = await visit(t, {
      body: '<iframe src="/frame"></iframe>',
      pages: {
        '/frame': `<!doctype html><title>f</title><script>
          navigator.geolocation.getCurrentPosition(() => parent.told.push(['frame', 'position']), ({ code }) => parent.told.push(['frame', code]));
        </script>`,
      },
    });
    const heard = (await told(page, 2)) as [string, unknown][];
    assert.deepEqual(
      heard.find(([who]) => who === 'frame'),
      ['frame', 1],
    );
  });

  test('is free again when Candor leaves the page', async (t) => {
    const { page } = await visit(t);
    await told(page, 1);
    await page.evaluate('candor.destroy(); locate()');
    assert.deepEqual((await told(page, 2)).at(-1), ['position', 48]);
  });
});

describe('notifications and push', () => {
  const ASK = `(async () => {
    const tell = (promise) => promise.then((value) => value?.state ?? value ?? 'undefined', (error) => error.name);
    const registration = await navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready);
    return {
      permission: Notification.permission,
      query: await tell(navigator.permissions.query({ name: 'notifications' })),
      request: await tell(Notification.requestPermission()),
      show: await tell(registration.showNotification('Sale')),
      subscribe: await tell(registration.pushManager.subscribe({ userVisibleOnly: true })),
      shown: (await registration.getNotifications()).length,
    };
  })()`;
  const pages = { '/worker.js': 'addEventListener("fetch", () => {});' };

  test('are refused before the answer, and open after it', async (t) => {
    const { page } = await visit(t, { pages });
    assert.deepEqual(await page.evaluate(ASK), {
      permission: 'denied',
      query: 'denied',
      request: 'denied',
      show: 'TypeError',
      subscribe: 'NotAllowedError',
      shown: 0,
    });
    await action(page, 'accept-all').click();
    const open = await page.evaluate<Record<string, unknown>>(ASK);
    assert.deepEqual(
      { ...open, subscribe: undefined },
      {
        permission: 'granted',
        query: 'granted',
        request: 'granted',
        show: 'undefined',
        shown: 1,
        subscribe: undefined,
      },
    );
    // The browser's own complaint that there is no server key, which nobody gets who is held.
    assert.notEqual(open['subscribe'], 'NotAllowedError');
  });

  test('of the site itself go on where a necessary service names the guard', async (t) => {
    const config = {
      categories: [
        { id: 'necessary', services: [{ id: 'alerts', guards: ['notifications'] }] },
        ...CONFIG.categories.slice(1),
      ],
    };
    const { page } = await visit(t, { pages, config });
    const answers = await page.evaluate<Record<string, unknown>>(ASK);
    assert.equal(answers['permission'], 'granted');
    assert.equal(answers['shown'], 1);
    assert.equal(answers['subscribe'], 'NotAllowedError');
  });
});

describe('at the moment of need', () => {
  const asking = { ...CONFIG, categories: [{ id: 'necessary' }, { id: 'location', ask: true }, { id: 'sharing' }] };

  test('a held call asks, and goes on after the yes, which is stored', async (t) => {
    const { page } = await visit(t, { config: asking, tag: '<script src="/candor/candor.js" data-manual></script>' });
    await shown(request(page));
    await action(request(page), 'allow').click();
    assert.deepEqual(await told(page, 1), [['position', 48]]);
    await gone(request(page));
    assert.match((await cookie(page))!, /yes=location&no=$/);
  });

  test('and fails after the no; the page does not get to ask again, the visitor does', async (t) => {
    const { page } = await visit(t, { config: asking, tag: '<script src="/candor/candor.js" data-manual></script>' });
    await shown(request(page));
    await action(request(page), 'deny').click();
    assert.deepEqual(await told(page, 1), [['error', 1]]);
    await gone(request(page));

    await page.reload();
    assert.deepEqual(await told(page, 1), [['error', 1]]);
    assert.equal(await request(page).count(), 0);

    await page.evaluate(() => {
      const button = document.body.appendChild(document.createElement('button'));
      button.id = 'locate';
      button.textContent = 'Find me';
      button.onclick = () => (window as unknown as { locate: () => void }).locate();
    });
    await page.locator('#locate').click();
    await shown(request(page));
    await action(request(page), 'allow').click();
    assert.deepEqual((await told(page, 2)).at(-1), ['position', 48]);
  });

  test('a separate consent is given there, and nowhere else', async (t) => {
    const { page } = await visit(t, { config: asking, tag: '<script src="/candor/candor.js" data-manual></script>' });
    await action(request(page), 'deny').click();
    await page.evaluate('candor.acceptAll(); candor.update({ sharing: true }, { method: "request" })');
    assert.equal((await choices(page))['sharing'], false);
    const answer = page.evaluate<boolean>('candor.request("sharing", { trigger: "visitor" })');
    await shown(request(page));
    await action(request(page), 'allow').click();
    assert.equal(await answer, true);
    assert.equal((await choices(page))['sharing'], true);
    await page.evaluate('candor.withdraw()');
    assert.equal((await choices(page))['sharing'], false);
  });

  test('the banner stays where something else is still open', async (t) => {
    const { page } = await visit(t, { config: CONFIG });
    await shown(page.locator('candor-banner'));
    const answer = page.evaluate<boolean>('candor.request("location", { trigger: "visitor" })');
    await action(request(page), 'allow').click();
    assert.equal(await answer, true);
    await shown(page.locator('candor-banner'));
  });

  test('a dialog that cannot be downloaded is a no', async (t) => {
    const { page, site, complaints } = await visit(t, {
      config: CONFIG,
      path: undefined,
      pages: { [`/candor/${chunk('request')}`]: () => ({ status: 404 }) },
    });
    await page.goto(site.origin);
    assert.equal(await page.evaluate<boolean>('candor.request("location", { trigger: "visitor" })'), false);
    complaints();
  });

  test('the dialog’s texts are in the language that the visitor picks, and it tells the page what it asks', async (t) => {
    const { page } = await visit(t, { config: CONFIG, lang: 'zh-CN', before: RECORD_EVENTS });
    const answer = page.evaluate<boolean>('candor.request("location", { trigger: "visitor" })');
    await shown(request(page));
    assert.match((await request(page).locator('h2').textContent())!, /位置信息/);
    await page.keyboard.press('Escape');
    assert.equal(await answer, false);
    const surfaces = (await read<[string, { surface?: string }][]>(page, 'told')).filter(
      ([, detail]) => detail?.surface === 'request',
    );
    assert.deepEqual(surfaces, [
      ['request', { surface: 'request', id: 'location' }],
      ['show', { surface: 'request', id: 'location' }],
      ['hide', { surface: 'request', id: 'location' }],
    ]);
    assert.deepEqual(await page.evaluate('candor.pending'), ['location', 'push']);
  });
});
