import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  hasRulesFor,
  idsNaming,
  NO_RULES,
  readBlockRules,
  usualHost,
  type BlockRules,
} from '../../src/core/block-rules.js';

const PAGE = 'https://shop.example/bread/';

interface Read {
  readonly rules: BlockRules;
  readonly problems: readonly (readonly [path: string, value: unknown])[];
}

function read(config: unknown, page = PAGE, folder?: string): Read {
  const problems: [string, unknown][] = [];
  const rules = readBlockRules(
    config,
    (text) => new URL(text),
    new URL(page),
    folder === undefined ? undefined : new URL(folder),
    (path, value, remedy) => {
      assert.match(remedy, /\w/);
      problems.push([path, value]);
    },
  );
  return { rules, problems };
}

const listed = (...block: unknown[]): unknown => ({ categories: [{ id: 'analytics', block }] });

const names = (rule: string, address: string): boolean => {
  const { rules, problems } = read(listed(rule));
  assert.deepEqual(problems, [], rule);
  return idsNaming(rules, new URL(address, PAGE)).length > 0;
};

describe('a rule', () => {
  const table: readonly (readonly [rule: string, named: readonly string[], free: readonly string[]])[] = [
    [
      'tracker.example',
      [
        'https://tracker.example',
        'http://tracker.example/x',
        'wss://tracker.example/live',
        '//tracker.example/x',
        'https://TRACKER.example/',
        'https://tracker.example./x',
        'https://tracker.example:8443/x',
        'https://user:secret@tracker.example/',
        'https://tracker%2Eexample/',
        ' https://tracker.example/\n',
        'https:\\\\tracker.example\\x',
      ],
      [
        'https://www.tracker.example/',
        'https://nottracker.example/',
        'https://tracker.example.evil.example/',
        'https://shop.example/?u=https://tracker.example/',
        '/tracker.example',
        'data:text/html,tracker.example',
        'blob:https://tracker.example/1-2',
        'about:blank',
        'mailto:bread@tracker.example',
        'javascript:void "tracker.example"',
      ],
    ],
    [
      '*.tracker.example',
      ['https://tracker.example/', 'https://www.tracker.example/', 'https://a.b.c.tracker.example/x'],
      ['https://mytracker.example/', 'https://example/', 'https://tracker.example.shop.example/'],
    ],
    [
      'cdn.example/track',
      [
        'https://cdn.example/track',
        'https://cdn.example/track/a.js?b#c',
        'https://cdn.example/tracker.js',
        'https://cdn.example/x/../track/',
        'https://cdn.example/%74rack/',
      ],
      [
        'https://cdn.example/',
        'https://cdn.example/Track',
        'https://cdn.example/x/track',
        'https://cdn.example/?/track',
      ],
    ],
    [
      'cdn.example:8443',
      ['https://cdn.example:8443/', 'wss://cdn.example:8443/'],
      ['https://cdn.example/', 'https://cdn.example:84430/'.replace('0/', '/x').replace('8443/x', '8444/')],
    ],
    ['cdn.example:443', ['https://cdn.example/', 'wss://cdn.example/'], ['http://cdn.example/']],
    ['cdn.example:80/x', ['http://cdn.example/x', 'ws://cdn.example/x'], ['https://cdn.example/x']],
    ['bücher.example', ['https://bücher.example/', 'https://xn--bcher-kva.example/'], ['https://bucher.example/']],
    ['中文.example/统计', ['https://中文.example/统计/1', 'https://中文.example/%E7%BB%9F%E8%AE%A1'], []],
    ['[::1]:9', ['http://[::1]:9/', 'http://[0:0:0:0:0:0:0:1]:9/x'], ['http://[::2]:9/']],
    ['192.168.0.1', ['http://192.168.0.1/', 'http://0xc0.168.1/', 'http://3232235521/'], ['http://192.168.0.10/']],
    [
      '/ingest/',
      ['/ingest/e?x', 'https://shop.example/ingest/', 'https://shop.example:443/./ingest/'],
      [
        '/ingest',
        'https://www.shop.example/ingest/',
        'https://shop.example:8443/ingest/',
        'http://shop.example/ingest/',
      ],
    ],
    ['shop.example/collect', ['/collect?x', 'https://shop.example/collect'], ['/', 'collect', '/bread/collect']],
  ];
  for (const [rule, named, free] of table) {
    test(`${rule} names its addresses and no others`, () => {
      for (const address of named) assert.equal(names(rule, address), true, address);
      for (const address of free) assert.equal(names(rule, address), false, address);
    });
  }

  test('names what an independent reading says, for any host and path', () => {
    const label = fc.constantFrom('a', 'b', 'tracker', 'xn--bcher-kva', 'x-1');
    const host = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.'));
    const path = fc
      .array(fc.constantFrom('t', 'tr', 'x.js', '..', '%74'), { maxLength: 3 })
      .map((parts) => `/${parts.join('/')}`);
    const port = fc.constantFrom('', ':8080', ':443', ':80');
    const scheme = fc.constantFrom('https', 'http', 'wss', 'ws');
    fc.assert(
      fc.property(
        fc.boolean(),
        host,
        port,
        path,
        scheme,
        host,
        port,
        path,
        (below, ruleHost, rulePort, rulePath, ...asked) => {
          const [protocol, askedHost, askedPort, askedPath] = asked;
          const url = new URL(`${protocol}://${askedHost}${askedPort}${askedPath}?q=1`);
          const own = url.port || { 'https:': '443', 'wss:': '443' }[url.protocol] || '80';
          const begins = decodeURIComponent(new URL(`https://h${rulePath}`).pathname);
          const expected =
            (url.hostname === ruleHost || (below && `.${url.hostname}`.endsWith(`.${ruleHost}`))) &&
            (!rulePort || rulePort.slice(1) === own) &&
            decodeURIComponent(url.pathname).startsWith(begins);
          assert.equal(names(`${below ? '*.' : ''}${ruleHost}${rulePort}${rulePath}`, url.href), expected, url.href);
        },
      ),
    );
  });
});

describe('the ids', () => {
  test('are all of those whose rules name an address: of categories and of services', () => {
    const { rules } = read({
      categories: [
        {
          id: 'analytics',
          block: ['*.tracker.example'],
          services: [{ id: 'heatmap', block: ['heat.tracker.example'] }],
        },
        { id: 'social', services: [{ id: 'video', block: ['tracker.example/video'] }] },
      ],
    });
    const ids = (address: string): string[] => [...idsNaming(rules, new URL(address))].sort();
    assert.deepEqual(ids('https://heat.tracker.example/'), ['analytics', 'heatmap']);
    assert.deepEqual(ids('https://tracker.example/video/1'), ['analytics', 'video']);
    assert.deepEqual(ids('https://www.tracker.example/video/1'), ['analytics']);
    assert.deepEqual(ids('https://free.example/'), []);
    assert.deepEqual([...rules.ids].sort(), ['analytics', 'heatmap', 'video']);
  });

  test('are found without looking at the rules of other hosts', () => {
    const block = Array.from({ length: 1000 }, (_, index) => `tracker-${index}.example`);
    const { rules } = read(listed(...block));
    let looks = 0;
    const byHost = new Map(rules.byHost);
    const counted = { has: (host: string) => (looks++, byHost.has(host)) } as unknown as typeof byHost;
    assert.equal(hasRulesFor({ ...rules, byHost: counted }, 'a.free.example'), false);
    assert.equal(looks, 3);
  });

  test('are never those of what is necessary', () => {
    const { rules } = read({
      categories: [
        { id: 'necessary', block: ['a.example'], services: [{ id: 'cart', block: ['b.example'] }] },
        { id: 'login', kind: 'necessary', block: ['c.example'] },
      ],
    });
    assert.deepEqual(rules.ids, []);
  });

  test('are none without rules', () => {
    assert.deepEqual(idsNaming(NO_RULES, new URL(PAGE)), []);
  });
});

describe('the host of a usual address', () => {
  const base = 'https://shop.example/bread/';

  test('is the one that a browser finds, or is not told', () => {
    const odd = fc.constantFrom(
      '\t',
      '\n',
      ' ',
      '\\',
      '/',
      '//',
      ':',
      '@',
      '%2e',
      '.',
      '0x7f',
      '127.1',
      'https://',
      'ws:',
      'a',
      'A',
      'é',
      '#',
      '?',
      '-',
      '_',
      '1',
      'tracker.example',
      ':80',
      'javascript:',
      'data:',
    );
    const anything = fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.array(odd, { maxLength: 6 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, (address) => {
        const host = usualHost(address, 'shop.example');
        if (host !== undefined) assert.equal(host, new URL(address, base).hostname, address);
      }),
      { numRuns: 20_000 },
    );
  });

  test('is told of nearly all that pages ask for', () => {
    for (const [address, host] of [
      ['https://a.tracker.example/x?y#z', 'a.tracker.example'],
      ['http://tracker.example:8080', 'tracker.example'],
      ['wss://tracker.example/', 'tracker.example'],
      ['/api/1?x', 'shop.example'],
      ['picture.png', 'shop.example'],
      ['https://good.example:80@evil.example/', undefined],
      ['//tracker.example/', undefined],
      ['/\ttracker.example', undefined],
      ['http://2130706433/', undefined],
      ['http://127.0.0.1/', undefined],
    ] as const) {
      assert.equal(usualHost(address, 'shop.example'), host, address);
    }
  });
});

describe('what cannot be used', () => {
  test('is left out and told with its place, and the rest holds', () => {
    const bad = [
      'https://tracker.example',
      '*',
      '*.',
      '',
      'a b',
      'tracker.example?x',
      '#x',
      '//x',
      'x:y',
      '[',
      7,
      null,
      {},
      'tracker.*',
      '[zz]',
    ];
    const { rules, problems } = read(listed(...bad, 'tracker.example'));
    assert.deepEqual(
      problems,
      bad.map((value, index) => [`categories.0.block.${index}`, value]),
    );
    assert.equal(idsNaming(rules, new URL('https://tracker.example/')).length, 1);
  });

  test('may be of any type, and stops nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (config) => {
        read(config);
        read({ categories: [config] });
        read({ categories: [{ id: 'a', block: config, services: config }] });
        read({ categories: [{ id: 'a', services: [{ id: 'b', block: [config] }] }] });
      }),
    );
    assert.deepEqual(read({ categories: [{ id: 'a', services: [{ id: 'b', block: 'x' }] }] }).problems, [
      ['categories.0.services.0.block', 'x'],
    ]);
  });

  test('is what would hold a whole top-level domain', () => {
    for (const rule of ['*.example', '*.com', '*.localhost']) assert.equal(read(listed(rule)).problems.length, 1, rule);
    assert.equal(read(listed('*.tracker.example')).problems.length, 0);
  });

  test('is what would hold the page’s own site as a whole', () => {
    for (const rule of [
      'shop.example',
      '*.shop.example',
      'shop.example/',
      'SHOP.example:443',
      'shop.example.',
      '/',
      '/.',
    ]) {
      assert.equal(read(listed(rule)).problems.length, 1, rule);
    }
    for (const rule of ['shop.example/collect', 'stats.shop.example', 'shop.example:8443', '*.stats.shop.example']) {
      assert.deepEqual(read(listed(rule)).problems, [], rule);
    }
  });

  test('is what would hold Candor’s own files', () => {
    const folder = 'https://cdn.example/candor/1.0/';
    for (const rule of [
      'cdn.example',
      '*.cdn.example/candor',
      'cdn.example/candor/1.0/banner',
      'cdn.example/%63andor',
    ]) {
      assert.equal(read(listed(rule), PAGE, folder).problems.length, 1, rule);
    }
    for (const rule of ['cdn.example/track', 'cdn.example:8443', 'cdn.example/candor/2'])
      assert.deepEqual(read(listed(rule), PAGE, folder).problems, [], rule);
  });
});
