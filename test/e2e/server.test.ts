/** The demo's server against everything a browser never sends, and a hostile client does. */
import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { startDemoServer, type DemoServer } from '../../demo/server.js';
import type { CollectedRequest } from '../../demo/server/collector.js';
import { buildDemo } from '../helpers/demo.js';

const MEGABYTE = 1_000_000;

let server: DemoServer;
before(async () => {
  buildDemo();
  server = await startDemoServer({ port: 0, dist: resolve('dist') });
});
after(() => server.close());
beforeEach(() => fetch(`${server.origin}/collect-log.json`, { method: 'DELETE' }));

/** A body of bytes; the types of `fetch` know no buffers. */
const bytes = (buffer: Uint8Array): Blob => new Blob([new Uint8Array(buffer)]);

const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(server.origin + path, init);

const log = async (): Promise<CollectedRequest[]> =>
  (await (await ask('/collect-log.json')).json()) as CollectedRequest[];

const isUp = async (): Promise<void> => assert.equal((await ask('/')).status, 200);

/** Sends bytes as they are, which `fetch` would mend, and returns the first line of the answer. */
const raw = (text: string): Promise<string> =>
  new Promise((done, failed) => {
    const { hostname, port } = new URL(server.origin);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
      if (answer.includes('\r\n\r\n')) socket.end();
    });
    socket.on('close', () => done(answer.split('\r\n', 1)[0] ?? ''));
    socket.on('error', failed);
  });

const get = (path: string): Promise<string> => raw(`GET ${path} HTTP/1.1\r\nHost: demo\r\nConnection: close\r\n\r\n`);

const form = (value: unknown): string =>
  `data=${encodeURIComponent(Buffer.from(JSON.stringify(value)).toString('base64'))}`;

describe('the collector', () => {
  for (const [what, path, body] of [
    ['PostHog’s JSON', '/collect/posthog/e/', JSON.stringify({ event: 'x' })],
    ['PostHog’s form', '/collect/posthog/e/', form({ event: 'x' })],
    ['PostHog’s batch', '/collect/posthog/batch/', JSON.stringify({ batch: [{ event: 'x' }] })],
    ['PostHog’s zipped body', '/collect/posthog/e/', bytes(gzipSync(JSON.stringify([{ event: 'x' }])))],
    ['Mixpanel’s form of JSON', '/collect/mixpanel/track/', `data=${encodeURIComponent('{"event":"x"}')}`],
    ['Mixpanel’s form of Base64', '/collect/mixpanel/track/', form([{ event: 'x' }])],
    [
      'Amplitude’s list',
      '/collect/amplitude/2/httpapi',
      JSON.stringify({ api_key: '', events: [{ event_type: 'x' }] }),
    ],
    ['Sensors Data’s form', '/collect/sensors/sa.gif', `${form({ event: 'x' })}&ext=crc%3D1`],
    ['Sensors Data’s batch', '/collect/sensors/sa.gif', form([{ event: 'x' }]).replace('data', 'data_list')],
    [
      'Sensors Data’s zipped form',
      '/collect/sensors/sa.gif',
      `gzip=1&data=${encodeURIComponent(gzipSync('{"event":"x"}').toString('base64'))}`,
    ],
  ] as const) {
    test(`reads the event in ${what}`, async () => {
      const answer = await ask(path, { method: 'POST', body });
      assert.equal(answer.status, 200);
      assert.deepEqual((await log())[0]?.events, ['x']);
    });
  }

  test('reads the event in the address of an image, and answers with one', async () => {
    const answer = await ask(`/collect/sensors/sa.gif?project=northlark&${form({ event: '$pageview' })}&ext=crc%3D1`);
    assert.equal(answer.headers.get('content-type'), 'image/gif');
    assert.equal((await answer.text()).slice(0, 3), 'GIF');
    assert.deepEqual((await log())[0]?.events, ['$pageview']);
  });

  test('knows each sender by its path', async () => {
    for (const prefix of [
      'posthog',
      'mixpanel',
      'sensors',
      'amplitude',
      'ads',
      'embed',
      'share',
      'map',
      'push',
      'status',
      'visit',
      'stranger',
    ]) {
      await ask(`/collect/${prefix}/x`, { method: 'POST' });
    }
    assert.deepEqual(
      (await log()).map(({ service }) => service),
      [
        'posthog',
        'mixpanel',
        'sensors',
        'amplitude',
        'beacon-ads',
        'lumen-video',
        'lumen-share',
        'meridian-maps',
        'browser-push',
        'location',
        'location',
        'stranger',
      ],
    );
  });

  test('draws the tiles of a map: always the same, and none where there is none', async () => {
    const read = async (path: string): Promise<[string | null, string]> => {
      const answer = await ask(`/collect/map${path}`);
      return [answer.headers.get('content-type'), await answer.text()];
    };
    const [type, europe] = await read('/2/2/1.svg');
    assert.equal(type, 'image/svg+xml');
    assert.match(europe, /^<svg [^]*d="(M[\d.-]+ [\d.-]+h0)+"/);
    assert.deepEqual(await read('/2/2/1.svg'), [type, europe]);
    assert.notEqual((await read('/2/1/1.svg'))[1], europe);
    for (const path of ['/2/4/1.svg', '/2/-1/1.svg', '/99/0/0.svg', '/2/2', '/x/y/z.svg']) {
      assert.equal((await read(path))[1], '', path);
    }
    await isUp();
  });

  test('answers Mixpanel as its servers do', async () => {
    const answer = await ask('/collect/mixpanel/track/?verbose=1', { method: 'POST', body: form({ event: 'x' }) });
    assert.deepEqual(await answer.json(), { status: 1, error: null });
  });

  for (const [what, body] of [
    ['10 MB', 'x'.repeat(10 * MEGABYTE)],
    ['10 MB of JSON', JSON.stringify({ event: 'x'.repeat(10 * MEGABYTE) })],
  ] as const) {
    test(`refuses ${what}, and counts them`, async () => {
      assert.equal((await ask('/collect/posthog/e/', { method: 'POST', body })).status, 413);
      const [request] = await log();
      assert.deepEqual([request?.bytes, request?.events], [body.length, []]);
      await isUp();
    });
  }

  test('holds nothing of a body that is too large, and cuts off one that does not end', async () => {
    const piece = Buffer.alloc(MEGABYTE, 'x');
    const start = process.memoryUsage().arrayBuffers;
    let most = start;
    let sent = 0;
    const upload = httpRequest(`${server.origin}/collect/posthog/e/`, { method: 'POST' });
    await new Promise<void>((done) => {
      upload.on('error', () => done());
      const send = (): void => {
        if (upload.destroyed || sent === 200) return done();
        sent += 1;
        most = Math.max(most, process.memoryUsage().arrayBuffers);
        upload.write(piece, () => setImmediate(send));
      };
      send();
    });
    upload.destroy();
    assert.ok(sent > 60 && sent < 200, `${sent} MB were sent`);
    assert.ok(most - start < 40 * MEGABYTE, `${most - start} bytes were held`);
    await isUp();
  });

  for (const [what, body] of [
    ['no JSON', '{"event":'],
    ['a cut zip', bytes(gzipSync('{"event":"x"}').subarray(0, 20))],
    ['a zip bomb', bytes(gzipSync(Buffer.alloc(50 * MEGABYTE)))],
    ['bytes', bytes(Uint8Array.of(0x1f, 0x8b, 0xff, 0x00))],
  ] as const) {
    test(`refuses ${what} that is said to be JSON, and stays up`, async () => {
      const answer = await ask('/collect/posthog/e/', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      assert.equal(answer.status, 400);
      assert.equal((await log()).length, 1);
      await isUp();
    });
  }

  for (const body of [
    'data=%',
    'data=%%%',
    'data=bm8gSlNPTg==',
    '[[[[',
    'null',
    '[null]',
    '{"batch":[1]}',
    '"x"',
    '{"event":{}}',
  ]) {
    test(`takes ${body} without a word`, async () => {
      assert.equal((await ask('/collect/mixpanel/track/', { method: 'POST', body })).status, 200);
      assert.deepEqual((await log())[0]?.events, []);
    });
  }

  test('refuses what nobody sends to a collector', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
      const answer = await ask('/collect/posthog/e/', { method });
      assert.equal(answer.status, 405);
      assert.equal(answer.headers.get('allow'), 'GET, HEAD, POST');
    }
  });

  test('keeps the hosts apart: what is sent to localhost has not left who is at 127.0.0.1', async () => {
    const other = server.origin.replace('127.0.0.1', 'localhost');
    await fetch(`${other}/collect/posthog/e/`, { method: 'POST', body: '{"event":"there"}' });
    await ask('/collect/posthog/e/', { method: 'POST', body: '{"event":"here"}' });
    assert.deepEqual((await log()).map(({ events }) => events).flat(), ['here']);
  });
});

describe('push messages', () => {
  const subscription = { endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } };
  const subscribe = (body: unknown): Promise<Response> =>
    ask('/collect/push/subscriptions', { method: 'POST', body: JSON.stringify(body) });
  const read = async (): Promise<{ key: string; subscriptions: number }> =>
    (await (await ask('/api/push')).json()) as { key: string; subscriptions: number };

  test('have a key that browsers take: a point of P-256, not compressed', async () => {
    const point = Buffer.from((await read()).key, 'base64url');
    assert.equal(point.length, 65);
    assert.equal(point[0], 4);
    assert.equal((await read()).key, point.toString('base64url'));
  });

  test('are kept by address, once, and counted as what has left the browser', async () => {
    const { subscriptions } = await read();
    for (let time = 0; time < 2; time++) {
      assert.equal((await subscribe({ event: 'subscribed', subscription })).status, 200);
    }
    assert.equal((await read()).subscriptions, subscriptions + 1);
    assert.deepEqual(
      (await log()).map(({ service, events }) => [service, ...events]),
      [
        ['browser-push', 'subscribed'],
        ['browser-push', 'subscribed'],
      ],
    );
  });

  test('are not kept from what is no subscription', async () => {
    const { subscriptions } = await read();
    for (const body of [
      null,
      {},
      { subscription: { ...subscription, endpoint: 'javascript:1' } },
      { subscription: {} },
    ]) {
      assert.equal((await subscribe(body)).status, 400);
    }
    assert.equal((await ask('/collect/push/subscriptions')).status, 400);
    assert.equal((await read()).subscriptions, subscriptions);
    await isUp();
  });
});

describe('addresses', () => {
  for (const path of ['/%', '/%zz', '/zh/%E4%', '/collect/%', '/api/%c0', '/x%00y', '/a%0d%0ab']) {
    test(`${path} is malformed`, async () => {
      assert.match(await get(path), /^HTTP\/1\.1 400 /);
      await isUp();
    });
  }

  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/candor/../../package.json',
    '/candor/%2e%2e%2f%2e%2e%2fpackage.json',
    '/vendor/posthog/../../../package.json',
    '/..%5c..%5cpackage.json',
    '//etc/passwd',
    'http://elsewhere.example/',
    '*',
  ]) {
    test(`${path} leads nowhere`, async () => {
      assert.match(await get(path), /^HTTP\/1\.1 40[04] /);
    });
  }

  test('of vendors are the files that are used, and no others', async () => {
    assert.equal((await ask('/vendor/posthog/array.no-external.js')).status, 200);
    assert.equal((await ask('/vendor/mixpanel/mixpanel.min.js')).status, 200);
    assert.equal((await ask('/vendor/sensors/sensorsdata.min.js')).status, 200);
    for (const path of [
      '/vendor/',
      '/vendor/posthog/',
      '/vendor/posthog/array.js',
      '/vendor/mixpanel/mixpanel.umd.js',
    ]) {
      assert.equal((await ask(path)).status, 404, path);
    }
  });

  for (const [path, words] of [
    ['/missing', 'There is no page at this address.'],
    ['/missing/deeper/', 'There is no page at this address.'],
    ['/zh/missing', '找不到这个页面'],
    ['/zhx/missing', 'There is no page at this address.'],
  ] as const) {
    test(`${path} is missing, and a page of the site says so in its language`, async () => {
      const answer = await ask(path);
      assert.equal(answer.status, 404);
      assert.match(answer.headers.get('content-type') ?? '', /^text\/html/);
      const text = await answer.text();
      assert.ok(text.includes(words));
      assert.ok(text.includes('class="wordmark"') && text.includes('class="footer"'));
    });
  }

  test('of missing files are answered in one plain line', async () => {
    for (const path of ['/assets/missing.js', '/missing.png', '/candor/missing.js', '/vendor/x.js']) {
      const answer = await ask(path);
      assert.deepEqual([answer.status, await answer.text()], [404, 'Not found\n'], path);
    }
  });

  test('below the console are the console', async () => {
    const home = await (await ask('/zh/console/')).text();
    for (const path of ['/zh/console/machines/', '/zh/console/usage', '/zh/console/no/such/thing']) {
      const answer = await ask(path);
      assert.deepEqual([answer.status, await answer.text()], [200, home], path);
    }
  });
});

describe('methods and headers', () => {
  test('HEAD is answered like GET, without a body', async () => {
    for (const path of ['/', '/candor/candor.js', '/missing', '/collect-log', '/collect-log.json', '/api/account']) {
      const answer = await ask(path, { method: 'HEAD' });
      assert.equal(answer.status, path === '/missing' ? 404 : 200, path);
      assert.equal(await answer.text(), '');
    }
  });

  test('pages take no other methods', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const answer = await ask('/', { method, body: method === 'POST' ? 'x'.repeat(10 * MEGABYTE) : null });
      assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'GET, HEAD'], method);
    }
    assert.match(await raw('BREW / HTTP/1.1\r\nHost: demo\r\n\r\n'), /^HTTP\/1\.1 400 /);
    await isUp();
  });

  test('what has a hash in its name is kept, everything else is asked for again', async () => {
    const page = await ask('/');
    assert.equal(page.headers.get('cache-control'), 'no-cache');
    assert.ok(page.headers.get('etag'));
    const again = await ask('/', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
    assert.equal(again.status, 304);
    assert.equal((await ask('/candor/candor.js')).headers.get('cache-control'), 'no-cache');
    assert.equal((await ask('/vendor/posthog/array.no-external.js')).headers.get('cache-control'), 'no-cache');
    const [asset = ''] = /\/assets\/[^"]+/.exec(await page.text()) ?? [];
    assert.match((await ask(asset)).headers.get('cache-control') ?? '', /immutable/);
    assert.equal((await ask('/api/account')).headers.get('cache-control'), 'no-store');
    assert.equal((await ask('/missing')).headers.get('cache-control'), 'no-store');
    assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
  });

  test('strange ranges do no harm', async () => {
    for (const range of [
      'bytes=5-2',
      'bytes=-',
      'bytes=abc',
      'lines=1-2',
      'bytes=99999999999999999999-',
      'bytes=0-1,3-4',
    ]) {
      assert.equal((await ask('/', { headers: { range } })).status, 200, range);
    }
    const part = await ask('/candor/candor.js', { headers: { range: 'bytes=0-9' } });
    assert.deepEqual([part.status, (await part.text()).length], [206, 10]);
  });
});

describe('the API', () => {
  const json = { 'content-type': 'application/json' };
  const put = (body: BodyInit, headers: Record<string, string> = json): Promise<Response> =>
    ask('/api/account', { method: 'PUT', headers, body });

  /** Signs in and returns the cookie to send. */
  async function signIn(name: string): Promise<string> {
    const answer = await ask('/api/session', { method: 'POST', headers: json, body: JSON.stringify({ name }) });
    assert.equal(answer.status, 200);
    return (answer.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  }

  test('signs in with a cookie that scripts do not see and other sites do not send', async () => {
    const answer = await ask('/api/session', { method: 'POST', headers: json, body: '{"name":"  Ada "}' });
    assert.deepEqual(((await answer.json()) as { account: { name: string } }).account.name, 'Ada');
    const cookie = answer.headers.get('set-cookie') ?? '';
    assert.match(cookie, /^northlark_session=[\w-]{32}; /);
    assert.match(cookie, /; HttpOnly/);
    assert.match(cookie, /; SameSite=Lax/);
  });

  test('tells each browser its own account, and signed out means signed out', async () => {
    const cookie = await signIn('Grace');
    await put('{"channels":{"sms":true}}', { ...json, cookie });
    const read = async (sent: string): Promise<{ name: string; channels: { sms: boolean } } | null> => {
      const answer = await ask('/api/account', { headers: { cookie: sent } });
      return ((await answer.json()) as { account: { name: string; channels: { sms: boolean } } | null }).account;
    };
    const account = await read(cookie);
    assert.deepEqual([account?.name, account?.channels.sms], ['Grace', true]);
    assert.equal(await read(''), null);
    assert.equal(await read('northlark_session=guessed'), null);
    await ask('/api/session', { method: 'DELETE', headers: { cookie } });
    assert.equal(await read(cookie), null);
  });

  test('refuses changes of nobody’s account', async () => {
    assert.equal((await put('{}')).status, 401);
  });

  for (const [what, body, headers, status] of [
    ['10 MB', `{"name":"${'x'.repeat(10 * MEGABYTE)}"}`, json, 413],
    ['no JSON', '{"name":', json, 400],
    ['an empty body', '', json, 400],
    ['a list', '[]', json, 400],
    ['null', 'null', json, 400],
    ['a number for a name', '{"name":1}', json, 400],
    ['an object for a name', '{"name":{"toString":"x"}}', json, 400],
    ['no name', '{"name":"  "}', json, 400],
    ['a name that is too long', `{"name":"${'x'.repeat(41)}"}`, json, 400],
    ['more than was asked for', '{"name":"x","isAdmin":true}', json, 400],
    ['a form', 'name=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['text', '{"name":"x"}', { 'content-type': 'text/plain' }, 415],
    ['no type', new Blob(['{"name":"x"}']), {}, 415],
  ] as const) {
    test(`refuses ${what} with ${status}, and stays up`, async () => {
      const answer = await ask('/api/session', { method: 'POST', headers, body });
      assert.equal(answer.status, status);
      assert.equal(typeof ((await answer.json()) as { error: unknown }).error, 'string');
      await isUp();
    });
  }

  for (const body of [
    '{"channels":{"email":"yes"}}',
    '{"channels":{"pigeon":true}}',
    '{"keepsChoices":1}',
    '{"choices":{"analytics":true}}',
    '{"snapshot":{"version":2,"at":1,"revision":1,"answers":{}}}',
    '{"snapshot":{"version":1,"at":-1,"revision":1,"answers":{}}}',
    '{"snapshot":{"version":1,"at":1,"revision":1,"answers":{"analytics":true}}}',
    '{"snapshot":{"version":1,"at":1,"revision":1,"answers":{"analytics":{"granted":"yes","at":1,"revision":1}}}}',
    '{"snapshot":{"version":1,"at":1,"revision":1,"answers":{},"isAdmin":true}}',
    '{"name":"somebody else"}',
  ]) {
    test(`refuses the change ${body}`, async () => {
      const cookie = await signIn('Alan');
      assert.equal((await put(body, { ...json, cookie })).status, 400);
    });
  }

  test('is not polluted by names that objects have anyway', async () => {
    for (const body of [
      '{"__proto__":{"isAdmin":true}}',
      '{"channels":{"__proto__":{"email":true}}}',
      '{"constructor":{"prototype":{"isAdmin":true}}}',
      '{"snapshot":{"version":1,"at":1,"revision":1,"answers":{"__proto__":{"isAdmin":true}}}}',
      '{"keepsChoices":true,"snapshot":{"constructor":true}}',
    ]) {
      const cookie = await signIn('__proto__');
      const { status } = await put(body, { ...json, cookie });
      assert.ok(status === 400 || status === 200, body);
      assert.equal(({} as Record<string, unknown>)['isAdmin'], undefined, body);
    }
    const cookie = await signIn('__proto__');
    const { account } = (await (await ask('/api/account', { headers: { cookie } })).json()) as {
      account: { name: string; channels: unknown; keepsChoices: boolean };
    };
    assert.deepEqual(account.channels, { email: false, sms: false, phone: false });
    assert.deepEqual([account.name, account.keepsChoices], ['__proto__', false]);
  });

  test('forgets the choices of who no longer wants them kept, and keeps none before', async () => {
    const cookie = await signIn('Edsger');
    const analytics = { granted: true, at: 1, revision: 1 };
    const snapshot = { version: 1, at: 1, revision: 1, answers: { analytics } };
    const change = async (body: unknown): Promise<unknown> => {
      const answer = await put(JSON.stringify(body), { ...json, cookie });
      return ((await answer.json()) as { account: { snapshot: { answers: unknown } | null } }).account.snapshot
        ?.answers;
    };
    assert.equal(await change({ snapshot }), undefined);
    assert.deepEqual(await change({ keepsChoices: true, snapshot }), { analytics });
    assert.equal(await change({ keepsChoices: false }), undefined);
    assert.equal(await change({ keepsChoices: true }), undefined);
  });

  test('keeps no answer that is given separately, nor one to what this site does not ask', async () => {
    const cookie = await signIn('Edith');
    const given = { granted: true, at: 1, revision: 1 };
    const answers = { analytics: given, sharing: given, necessary: given, nobody: given };
    const body = { keepsChoices: true, snapshot: { version: 1, at: 1, revision: 1, answers } };
    const answer = await put(JSON.stringify(body), { ...json, cookie });
    const { account } = (await answer.json()) as { account: { snapshot: { answers: unknown } } };
    assert.deepEqual(account.snapshot.answers, { analytics: given });
  });

  test('knows its addresses and methods', async () => {
    assert.equal((await ask('/api/')).status, 404);
    assert.equal((await ask('/api/users')).status, 404);
    const answer = await ask('/api/session');
    assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'POST, DELETE']);
  });
});

test('connections that break in the middle do no harm', async () => {
  const { hostname, port } = new URL(server.origin);
  await new Promise<void>((done) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write('POST /collect/posthog/e/ HTTP/1.1\r\nHost: demo\r\nContent-Length: 100\r\n\r\nhalf');
      socket.destroy();
    });
    socket.on('close', () => done());
  });
  await isUp();
});
