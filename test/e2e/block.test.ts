import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import {
  action,
  banner,
  eventually,
  holds,
  openSite,
  read,
  settled,
  shown,
  type OpenOptions,
  type Visit,
} from '../helpers/page.js';
import { serveSite, type Site, type SitePage } from '../helpers/site.js';

const TAGS = '<script src="/candor/candor-block.js"></script><script src="/candor/candor.js"></script>';

/** What a tag manager of another company does when it runs, and what it notes. */
const manager = (origin: string): string => `
  const url = (path) => '${origin}/' + path;
  window.noted ??= [];
  const note = (what) => noted.push(what);
  const first = document.scripts[0];
  for (const name of ['first', 'second', 'third']) {
    const script = document.createElement('script');
    script.src = url(name + '.js');
    script.onload = () => note('loaded ' + name);
    first.parentNode.insertBefore(script, first);
  }
  window.pixel = new Image();
  pixel.onload = () => note('pixel');
  pixel.src = url('pixel.svg');
  const frame = Object.assign(document.createElement('iframe'), { src: url('frame.html'), title: 'Frame' });
  document.documentElement.append(frame);
  document.write('<script src="' + url('written.js') + '"><\\/script><img alt="" src="' + url('written.svg') + '">');
  fetch(url('fetch'), { method: 'POST', body: 'x' }).catch((error) => note('fetch ' + error.name));
  const request = new XMLHttpRequest();
  request.open('GET', url('xhr'));
  request.onerror = () => note('xhr ' + request.status);
  request.send();
  note('beacon ' + navigator.sendBeacon(url('beacon'), 'x'));
  const source = new EventSource(url('events'));
  source.onerror = () => note('events ' + source.readyState);
  const socket = new WebSocket(url('socket').replace('http', 'ws'));
  socket.onclose = ({ code }) => note('socket ' + code);
`;

const ALLOWED = { 'access-control-allow-origin': '*' };
const answers: Readonly<Record<string, SitePage>> = {
  '/first.js': "noted.push('ran first')",
  '/second.js': () => ({ body: "noted.push('ran second')", delay: 100 }),
  '/third.js': "noted.push('ran third')",
  '/written.js': "noted.push('ran written')",
  '/pixel.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  '/written.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  '/frame.html': '<p>Frame</p>',
  '/fetch': () => ({ headers: ALLOWED }),
  '/xhr': () => ({ headers: ALLOWED }),
  '/beacon': () => ({ headers: ALLOWED }),
  '/events': () => ({ headers: { ...ALLOWED, 'content-type': 'text/event-stream' }, body: 'retry: 600000\n\n' }),
};

interface Third {
  readonly third: Site;
  readonly asked: () => string[];
  readonly config: object;
}

/** Another company's server, which notes who asks. */
async function openThird(t: TestContext): Promise<Third> {
  const third = await serveSite({ pages: answers });
  t.after(() => third.close());
  const host = new URL(third.origin).host;
  return {
    third,
    asked: () => [...new Set(third.requests.map(({ path }) => path))].sort(),
    config: {
      categories: [{ id: 'necessary' }, { id: 'analytics', block: [host] }, { id: 'social' }],
    },
  };
}

/** A page with the blocking tag and a tag manager. */
async function openManaged(t: TestContext, options: OpenOptions = {}): Promise<Visit & Third> {
  const third = await openThird(t);
  const visit = await openSite(t, {
    config: third.config,
    tag: TAGS,
    head: `<script src="/manager.js"></script>`,
    pages: { '/manager.js': manager(third.third.origin) },
    ...options,
  });
  return { ...visit, ...third };
}

const FAILED = ['beacon true', 'events 2', 'fetch TypeError', 'socket 1006', 'xhr 0'];

const notedSorted = async (visit: Visit): Promise<string[]> => (await read<string[]>(visit.page, 'noted')).sort();

describe('with candor-block.js', () => {
  test('nothing that a tag manager adds reaches its server before the yes; after it elements do', async (t) => {
    const visit = await openManaged(t);
    const { page, asked } = visit;
    await shown(banner(page));
    await holds(page, 'noted.length === 5');
    await settled(page);
    assert.deepEqual(await notedSorted(visit), FAILED);
    assert.deepEqual(asked(), []);

    await action(banner(page), 'accept-all').click();
    await holds(page, "noted.includes('ran third') && noted.includes('ran written') && noted.includes('pixel')");
    const ran = (await read<string[]>(page, 'noted')).filter((what) => what.startsWith('ran'));
    assert.deepEqual(ran, ['ran first', 'ran second', 'ran third', 'ran written']);
    await holds(page, "['first', 'second', 'third'].every((name) => noted.includes('loaded ' + name))");
    await eventually(async () => asked().includes('/frame.html'));
    assert.deepEqual(asked(), [
      '/first.js',
      '/frame.html',
      '/pixel.svg',
      '/second.js',
      '/third.js',
      '/written.js',
      '/written.svg',
    ]);
  });

  test('a returning visitor who said yes has everything at once; after the withdrawal nothing new leaves', async (t) => {
    const visit = await openManaged(t);
    const { page, third, asked } = visit;
    await action(banner(page), 'accept-all').click();
    await holds(page, 'candor.granted("analytics")');
    third.requests.length = 0;
    await page.reload();
    await holds(page, "noted.includes('ran third')");
    await eventually(async () => asked().length === 12);
    assert.ok(!(await read<string[]>(page, 'noted')).some((what) => FAILED.includes(what) && what !== 'beacon true'));

    await page.evaluate(() => window.candor!.withdraw());
    await holds(page, "!candor.granted('analytics') && noted.some((what) => /^socket/.test(what))");
    third.requests.length = 0;
    await page.evaluate(
      (origin) => fetch(`${origin}/fetch`).catch(() => navigator.sendBeacon(`${origin}/beacon`)),
      third.origin,
    );
    assert.equal(await page.locator(`[src^="${third.origin}"]:not(script)`).count(), 0);
    await settled(page);
    assert.deepEqual(asked(), []);
  });

  test('everything stays held where candor.js never comes', async (t) => {
    const visit = await openManaged(t, { tag: '<script src="/candor/candor-block.js"></script>' });
    await holds(visit.page, 'noted.length === 5');
    await settled(visit.page);
    assert.deepEqual(visit.asked(), []);
  });

  test('another service’s yes opens nothing: every id that names an address must be one', async (t) => {
    const third = await openThird(t);
    const { host } = new URL(third.third.origin);
    const { page } = await openSite(t, {
      tag: TAGS,
      config: {
        categories: [
          { id: 'necessary' },
          { id: 'analytics', block: [host] },
          { id: 'social', services: [{ id: 'video', block: [`${host}/frame`] }] },
        ],
      },
    });
    const reach = (path: string): Promise<boolean> =>
      page.evaluate(
        (url) =>
          fetch(url, { mode: 'no-cors' }).then(
            () => true,
            () => false,
          ),
        third.third.origin + path,
      );
    await page.evaluate(() => window.candor!.update({ social: true }));
    await holds(page, 'candor.granted("video")');
    assert.deepEqual([await reach('/frame.html'), await reach('/fetch')], [false, false]);
    await page.evaluate(() => window.candor!.update({ analytics: true, video: false }));
    await holds(page, 'candor.granted("analytics")');
    assert.deepEqual([await reach('/frame.html'), await reach('/fetch')], [false, true]);
    await page.evaluate(() => window.candor!.update({ video: true }));
    await holds(page, 'candor.granted("video")');
    assert.deepEqual([await reach('/frame.html'), await reach('/fetch')], [true, true]);
  });

  test('destroy() leaves the browser’s own functions behind', async (t) => {
    const third = await openThird(t);
    const { page } = await openSite(t, {
      config: third.config,
      before: `<script>
        window.own = () => [fetch, WebSocket, EventSource, XMLHttpRequest.prototype.send, Navigator.prototype.sendBeacon,
          Element.prototype.setAttribute, Document.prototype.write,
          Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML').set,
          Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src').set];
        window.before = own();
      </script>`,
      tag: TAGS,
    });
    assert.equal(await page.evaluate('own().some((each, index) => each === before[index])'), false);
    await page.evaluate(() => window.candor!.destroy());
    assert.equal(await page.evaluate('own().every((each, index) => each === before[index])'), true);
  });

  test('a remote config brings the rules when it is in, and the console says what to do instead', async (t) => {
    const third = await openThird(t);
    const { page, complaints } = await openSite(t, {
      tag: TAGS.replace('/candor.js"', '/candor.js" data-config="/consent.json"'),
      pages: { '/consent.json': JSON.stringify(third.config) },
    });
    await shown(banner(page));
    const outcome = await page.evaluate(
      (url) => fetch(url).catch(({ name }: Error) => name),
      `${third.third.origin}/fetch`,
    );
    assert.equal(outcome, 'TypeError');
    assert.deepEqual(third.asked(), []);
    assert.match(complaints().join(), /^Candor: candor-block\.js finds no #candor-config .*before this tag\.$/);
  });

  test('rules that cannot be used are told once, with place and remedy, and the rest holds', async (t) => {
    const third = await openThird(t);
    const { page, site, complaints } = await openSite(t, {
      path: undefined,
      tag: TAGS,
      pages: {
        '/shop': (request) => ({
          body: `<!doctype html><title>Shop</title><link rel="icon" href="data:,">
            <script type="application/json" id="candor-config">${JSON.stringify({
              categories: [
                { id: 'necessary' },
                {
                  id: 'analytics',
                  block: [
                    'https://tracker.example',
                    '*.com',
                    request.headers['host'],
                    '/candor/banner',
                    new URL(third.third.origin).host,
                  ],
                },
              ],
            })}</script>${TAGS}`,
        }),
      },
    });
    await page.goto(`${site.origin}/shop`);
    await shown(banner(page));
    const [told, ...more] = complaints().filter((text) => text.includes('block rules'));
    assert.deepEqual(more, []);
    assert.deepEqual(
      told!.split('\n').map((line) => /^- (\S+)/.exec(line)?.[1]),
      [undefined, ...[0, 1, 2, 3].map((index) => `categories.1.block.${index}`)],
    );
    assert.equal(
      await page.evaluate((url) => fetch(url).catch(({ name }: Error) => name), `${third.third.origin}/fetch`),
      'TypeError',
    );
  });

  test('what no rule names is not touched: the page’s own scripts, frames and calls', async (t) => {
    const { page, requests } = await openSite(t, {
      config: { categories: [{ id: 'necessary' }, { id: 'analytics', block: ['*.tracker.example'] }] },
      tag: TAGS,
      head: '<script>window.noted = []</script><script src="/own.js"></script><script type="module" src="/own.js?module"></script>',
      body: '<iframe src="/own.html" title="Own"></iframe><img src="/own.svg" alt="">',
      pages: { '/own.js': "noted.push('own')", '/own.html': '<p>Own</p>', '/own.svg': answers['/pixel.svg']! },
    });
    await holds(page, 'noted.length === 2');
    await holds(page, "document.querySelector('img').naturalWidth === 1");
    assert.equal(await page.frameLocator('iframe').locator('p').innerText(), 'Own');
    assert.equal(requests('/own.html').length, 1);
    assert.equal(await page.locator('[data-candor-src]').count(), 0);
  });

  test('elements that are marked for the gates are left to them', async (t) => {
    const third = await openThird(t);
    const { origin } = third.third;
    const { page } = await openSite(t, {
      config: third.config,
      tag: TAGS,
      head: `<script>window.noted = []</script>
        <script type="text/plain" data-consent="analytics" src="${origin}/first.js"></script>
        <script type="text/plain" data-consent="social" data-src="${origin}/third.js"></script>`,
      body: `<img data-consent="analytics" data-src="${origin}/pixel.svg" alt="">`,
    });
    await page.evaluate((url) => {
      const script = document.createElement('script');
      script.type = 'text/plain';
      script.dataset['consent'] = 'analytics';
      script.src = url;
      document.head.append(script);
    }, `${origin}/second.js`);
    await shown(banner(page));
    await settled(page);
    assert.deepEqual(third.asked(), []);
    await action(banner(page), 'accept-all').click();
    await holds(page, 'noted.length === 3 && document.querySelector("img").naturalWidth === 1');
  });
});

describe('a strict policy with Trusted Types', () => {
  const NONCE = 'c2VjcmV0';
  const strict = (origin: string): string =>
    [
      "default-src 'none'",
      `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
      "style-src 'none'",
      `connect-src 'self' ${origin}`,
      `img-src 'self' ${origin}`,
      `frame-src 'self' ${origin}`,
      "require-trusted-types-for 'script'",
      'trusted-types candor candor-block lit-html shop',
    ].join('; ');

  test('is never violated by blocking, and what the page trusts stays trusted', async (t) => {
    const third = await openThird(t);
    const { origin } = third.third;
    const { page, complaints } = await openSite(t, {
      config: third.config,
      headers: { '/': { 'content-security-policy': strict(origin) } },
      init: `window.violations = [];
        document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.blockedURI), true);`,
      tag: TAGS.replaceAll('<script', `<script nonce="${NONCE}"`),
      head: `<script nonce="${NONCE}" src="/manager.js"></script>`,
      pages: {
        '/manager.js': `
          window.noted = [];
          const policy = trustedTypes.createPolicy('shop', { createHTML: (text) => text, createScriptURL: (url) => url });
          const script = document.createElement('script');
          window.given = policy.createScriptURL('${origin}/first.js');
          script.src = given;
          document.head.append(script);
          const second = document.createElement('script');
          second.setAttribute('src', policy.createScriptURL('${origin}/second.js'));
          document.head.append(second);
          const box = document.createElement('p');
          box.innerHTML = policy.createHTML('<img alt="" src="${origin}/pixel.svg"><iframe title="Frame" src="${origin}/frame.html"></iframe>');
          document.documentElement.append(box);
          document.write(policy.createHTML('<script nonce="${NONCE}" src="${origin}/written.js"></' + 'script>'));
          fetch('${origin}/fetch').catch(() => noted.push('fetch'));
          new EventSource('${origin}/events').onerror = () => noted.push('events');
          new WebSocket('${origin.replace('http', 'ws')}/socket').onclose = () => noted.push('socket');
          try {
            box.innerHTML = '<img alt="" src="${origin}/pixel.svg">';
          } catch (error) {
            noted.push('forbidden ' + error.name);
          }`,
      },
    });
    await shown(banner(page));
    await holds(page, 'noted.length === 4');
    await settled(page);
    assert.deepEqual(third.asked(), []);
    assert.deepEqual((await read<string[]>(page, 'noted')).sort(), [
      'events',
      'fetch',
      'forbidden TypeError',
      'socket',
    ]);
    // The page's own mistake, which must stay one.
    assert.deepEqual(await page.evaluate('violations.splice(0)'), ['require-trusted-types-for trusted-types-sink']);
    assert.match(complaints().join(), /^This document requires 'TrustedHTML' assignment[^,]*$/);

    await action(banner(page), 'accept-all').click();
    await holds(page, "noted.includes('ran written') && noted.includes('ran second') && noted.includes('ran first')");
    await eventually(async () => third.asked().includes('/frame.html') && third.asked().includes('/pixel.svg'));
    assert.deepEqual(await read(page, 'violations'), []);
  });
});
