import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { parse as parseScript, type Node } from 'acorn';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import { decode, encode } from '../../src/core/cookie-codec.js';
import { CONSENT_TYPES } from '../../src/signals/google-consent-mode.js';
import { anyDecision } from '../helpers/model.js';
import { fire, sectionsOf, type Permission, type Run, type State } from '../helpers/tag-manager.js';

const template = readFileSync('dist/gtm/candor-consent.tpl', 'utf8');
const sections = sectionsOf(template);
const json = <Result>(name: string): Result => JSON.parse(sections.get(name)!) as Result;
const code = sections.get('SANDBOXED_JS_FOR_WEB_TEMPLATE')!;
const permissions = json<Permission[]>('WEB_PERMISSIONS');

const ADDRESS = 'https://shop.example/candor/candor.js';
const NOW = 1_763_790_000;
const TYPES = [...Object.values(CONSENT_TYPES).flat(), 'security_storage'];

/** All seven types: those named are granted, and what needs no consent. */
const granting = (...types: readonly string[]): State =>
  Object.fromEntries(
    TYPES.map((type) => [type, type === 'security_storage' || types.includes(type) ? 'granted' : 'denied']),
  );

interface Scene {
  readonly cookie?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly region?: string;
  readonly isReachable?: boolean;
}

const visit = ({ cookie, data, ...rest }: Scene = {}): Run =>
  fire(code, {
    permissions,
    data: { url: ADDRESS, ...data },
    cookies: cookie === undefined ? {} : { candor: [cookie] },
    now: NOW * 1000,
    ...rest,
  });

const cookieOf = (yes: string, no = '', at = NOW): string => `v=1&at=${at}&rev=2&yes=${yes}&no=${no}`;

describe('the template', () => {
  test('has the sections that Tag Manager imports, in their order', () => {
    assert.deepEqual(
      [...sections.keys()],
      [
        'TERMS_OF_SERVICE',
        'INFO',
        'TEMPLATE_PARAMETERS',
        'SANDBOXED_JS_FOR_WEB_TEMPLATE',
        'WEB_PERMISSIONS',
        'TESTS',
        'NOTES',
      ],
    );
  });

  test('is a tag for web containers, and says what it is for', () => {
    const info = json<Record<string, unknown>>('INFO');
    assert.equal(info['type'], 'TAG');
    assert.deepEqual(info['containerContexts'], ['WEB']);
    assert.deepEqual(info['categories'], ['UTILITY']);
    assert.equal((info['brand'] as { displayName: string }).displayName, 'Candor');
    assert.ok((info['description'] as string).length <= 200, 'Tag Manager shows 200 characters');
  });

  test('asks the site for nothing that its code does not read, and reads nothing else', () => {
    const parameters = json<{ name: string }[]>('TEMPLATE_PARAMETERS').map(({ name }) => name);
    const read = [...code.matchAll(/\bdata\.(\w+)/g)].map(([, name]) => name!).filter((name) => !/^gtmOn/.test(name));
    assert.deepEqual([...new Set(read)].sort(), [...parameters].sort());
  });
});

describe('the code of the template', () => {
  interface Any extends Node {
    readonly [key: string]: unknown;
  }
  const nodes: Any[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(collect);
    if (typeof value !== 'object' || !value) return;
    if ('type' in value) nodes.push(value as Any);
    Object.values(value).forEach(collect);
  };
  collect(parseScript(code, { ecmaVersion: 2015, allowReturnOutsideFunction: true }));
  const of = (type: string): Any[] => nodes.filter((node) => node.type === type);

  test('is of the language that the sandbox has', () => {
    const absent = [
      'NewExpression',
      'ThisExpression',
      'TryStatement',
      'ThrowStatement',
      'TemplateLiteral',
      'SpreadElement',
      'RestElement',
      'ObjectPattern',
      'ArrayPattern',
      'AssignmentPattern',
      'ClassDeclaration',
      'ForOfStatement',
    ];
    for (const type of absent) assert.deepEqual(of(type), [], type);
    assert.deepEqual(
      of('Literal').filter(({ regex }) => regex),
      [],
    );
  });

  test('calls no method that the sandbox has not', () => {
    const known =
      'concat every filter forEach indexOf join lastIndexOf map pop push reduce reduceRight reverse shift slice some sort splice unshift charAt match replace search split substring toLowerCase toUpperCase trim toString'.split(
        ' ',
      );
    const called = of('CallExpression')
      .map(({ callee }) => callee as Any)
      .filter(({ type }) => type === 'MemberExpression')
      .map(({ property }) => (property as { name: string }).name);
    assert.ok(called.length > 0);
    for (const name of called) assert.ok(known.includes(name) || /^gtmOn/.test(name), name);
  });

  test('reaches for nothing global but `require` and `data`', () => {
    const declared = new Set<string>(['require', 'data', 'undefined']);
    for (const { id } of of('VariableDeclarator')) declared.add((id as { name: string }).name);
    for (const { params } of of('ArrowFunctionExpression'))
      for (const { name } of params as { name: string }[]) declared.add(name);
    const names = new Set(of('MemberExpression').flatMap(({ property, computed }) => (computed ? [] : [property])));
    const keys = new Set(of('Property').map(({ key }) => key));
    const free = of('Identifier').filter(
      (node) => !names.has(node) && !keys.has(node) && !declared.has(node['name'] as string),
    );
    assert.deepEqual(
      free.map(({ name }) => name),
      [],
    );
  });
});

describe('the permissions of the template', () => {
  const everything: Scene = {
    cookie: cookieOf('analytics'),
    data: { regions: [{ region: 'US', granted: 'ad_storage' }], adsDataRedaction: true, urlPassthrough: true },
  };

  test('cover all that the code does, and no more', () => {
    const run = visit(everything);
    run.say('default', granting('ad_storage'));
    run.later();
    assert.deepEqual([...run.used].sort(), permissions.map(({ instance }) => instance.key.publicId).sort());
  });

  for (const { instance } of permissions) {
    const { publicId } = instance.key;
    test(`are needed: without ${publicId} something is refused or left undone`, () => {
      const without = permissions.filter((each) => each.instance.key.publicId !== publicId);
      const attempt = (): Run =>
        fire(code, {
          permissions: without,
          data: { url: ADDRESS, ...everything.data },
          cookies: { candor: [everything.cookie!] },
          now: NOW * 1000,
        });
      if (publicId === 'get_cookies') assert.deepEqual(attempt().updates, []);
      else if (publicId === 'inject_script') assert.deepEqual(attempt().outcome, ['failure']);
      else assert.throws(attempt, new RegExp(publicId));
    });
  }

  test('let candor.js come from any host of the site, and nothing else', () => {
    for (const url of [ADDRESS, 'https://shop.example/candor.js', 'https://static.shop.example/candor/0.1.0/candor.js'])
      assert.deepEqual(visit({ data: { url } }).scripts, [url]);
    for (const url of ['https://shop.example/other.js', 'http://shop.example/candor.js', '/candor/candor.js', '']) {
      const run = visit({ data: { url } });
      assert.deepEqual([run.scripts, run.outcome], [[], ['failure']], url);
    }
  });
});

describe('on a first visit', () => {
  test('everything is denied but what needs no consent, before candor.js is asked for', () => {
    const run = visit();
    assert.deepEqual(run.defaults, [{ ...granting(), wait_for_update: 500 }]);
    assert.deepEqual(run.updates, []);
    assert.deepEqual(
      [...run.calls.keys()].filter((name) => /ConsentState$|injectScript/.test(name)),
      ['setDefaultConsentState', 'injectScript'],
    );
    assert.deepEqual(run.outcome, ['success']);
  });

  test('it waits as long as the site says, and sets what the site wants set', () => {
    const run = visit({ data: { waitForUpdate: '2000', adsDataRedaction: true, urlPassthrough: true } });
    assert.equal(run.defaults[0]!.wait_for_update, 2000);
    assert.deepEqual(run.settings, { ads_data_redaction: true, url_passthrough: true });
    assert.deepEqual(visit().settings, {});
  });

  test('everything stays denied where candor.js cannot be had, and Tag Manager hears of it', () => {
    const run = visit({ isReachable: false });
    assert.deepEqual(run.state(), granting());
    assert.deepEqual(run.outcome, ['failure']);
  });
});

describe('defaults of a region', () => {
  const regions = [
    { region: 'US-CA, US-CO', granted: 'analytics_storage, ad_storage' },
    { region: 'US', granted: TYPES.join(',') },
  ];

  for (const [region, types] of [
    ['US-CA', ['analytics_storage', 'ad_storage']],
    ['US-NY', TYPES],
    ['DE', []],
  ] as const) {
    test(`hold in ${region} as the table says`, () => {
      const run = visit({ region, data: { regions } });
      assert.deepEqual(run.state(), granting(...types));
      for (const each of run.defaults) assert.equal(each.wait_for_update, 500);
    });
  }

  test('name all seven types, and the regions as a list', () => {
    const [, first] = visit({ data: { regions } }).defaults;
    assert.deepEqual(first, {
      ...granting('analytics_storage', 'ad_storage'),
      wait_for_update: 500,
      region: ['US-CA', 'US-CO'],
    });
  });

  test('grant nothing by a row without a region, nor by a type that nobody knows', () => {
    const run = visit({
      region: 'US',
      data: {
        regions: [
          { region: ' ', granted: TYPES.join() },
          { region: 'US', granted: 'all' },
        ],
      },
    });
    assert.deepEqual(run.state(), granting());
  });

  test('are as many as the rows that have a region, and one for the rest', () => {
    const rows = [{ region: ',' }, { granted: 'ad_storage' }, { region: 'US', granted: 'ad_storage' }];
    assert.equal(visit({ data: { regions: rows } }).defaults.length, 2);
  });

  test('give way to a no that is stored', () => {
    assert.deepEqual(
      visit({ region: 'US-NY', cookie: cookieOf('', 'advertising'), data: { regions } }).state(),
      granting(),
    );
  });
});

describe('an answer that is stored', () => {
  const ads = CONSENT_TYPES['advertising']!;
  const cases: readonly (readonly [what: string, yes: string, types: readonly string[]])[] = [
    ['yes to everything', 'functional.analytics.advertising.social', TYPES],
    ['yes to some', 'analytics.location', ['analytics_storage']],
    ['no to everything', '', []],
    [
      'a yes with its revision and days',
      'analytics~1~30.functional~1',
      ['analytics_storage', ...CONSENT_TYPES['functional']!],
    ],
    ['a yes in spite of the signal', 'advertising!~2~1', ads],
    ['a yes to ids that say nothing to Google', 'constructor-shop.push', []],
  ];
  for (const [what, yes, types] of cases) {
    test(`is told once, before candor.js is asked for: ${what}`, () => {
      const run = visit({ cookie: cookieOf(yes, 'device') });
      assert.deepEqual(run.updates, [granting(...types)]);
      const order = [...run.calls.keys()];
      assert.ok(order.indexOf('updateConsentState') < order.indexOf('injectScript'));
    });
  }

  test('is told as Candor reads it, whatever it is', () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const cookie = encode({ ...decision, at: Math.min(decision.at, NOW) });
        const { answers } = decode(cookie, NOW)!;
        const granted = Object.entries(CONSENT_TYPES).flatMap(([id, types]) => (answers.get(id)?.granted ? types : []));
        assert.deepEqual(visit({ cookie }).updates, [granting(...granted)]);
      }),
    );
  });

  for (const cookie of [
    '',
    'yes',
    '{"v":1,"yes":["analytics"]}',
    'v=2&at=1&rev=1&yes=analytics&no=',
    'v=1&at=1&yes=analytics&no=',
    'v=1&at=&rev=1&yes=analytics&no=',
    'v=1&at=1e3&rev=1&yes=analytics&no=',
    'v=1&at=-1&rev=1&yes=analytics&no=',
    'v=1&at=1&rev=x&yes=analytics&no=',
    'v=1&rev=1&at=1&yes=analytics&no=',
    'v=1&at=1&rev=1&yes=analytics',
    'v=1&at=1&rev=1&no=&yes=analytics',
    cookieOf('analytics', 'analytics'),
    cookieOf('analytics.analytics'),
    cookieOf('analytics..social'),
    cookieOf('analytics!!'),
    cookieOf('analytics~'),
    cookieOf('analytics~1~2~3'),
    cookieOf('analytics~-1'),
    cookieOf('Analytics.analytics'),
    cookieOf('analytics', 'ads ads'),
    cookieOf('analytics', '', NOW + 301),
  ]) {
    test(`that cannot be read is none, and everything stays denied: ${cookie || '(empty)'}`, () => {
      assert.equal(decode(cookie, NOW), undefined, 'Candor cannot read it either');
      const run = visit({ cookie });
      assert.deepEqual(run.updates, []);
      assert.deepEqual(run.state(), granting());
    });
  }

  test('counts although a cookie had no room for others', () => {
    assert.deepEqual(visit({ cookie: `${cookieOf('analytics')}&more=1` }).updates, [granting('analytics_storage')]);
  });

  test('is the newest, where a parent domain has one as well', () => {
    const older = cookieOf('advertising', '', NOW - 9);
    for (const candor of [
      [older, cookieOf('analytics')],
      [cookieOf('analytics'), older],
    ]) {
      const run = fire(code, { permissions, data: { url: ADDRESS }, cookies: { candor }, now: NOW * 1000 });
      assert.deepEqual(run.updates, [granting('analytics_storage')]);
    }
  });

  test('of another cookie’s name is read once the permission names it, and else not at all', () => {
    const scene = {
      data: { url: ADDRESS, cookieName: 'shop' },
      cookies: { shop: [cookieOf('analytics')] },
      now: NOW * 1000,
    };
    assert.deepEqual(fire(code, { permissions, ...scene }).updates, []);
    const named = JSON.parse(
      JSON.stringify(permissions).replace('"string":"candor"', '"string":"shop"'),
    ) as Permission[];
    assert.deepEqual(fire(code, { permissions: named, ...scene }).updates, [granting('analytics_storage')]);
  });

  test('at an earlier revision does not count where the site says so', () => {
    const cookie = cookieOf('analytics~1.functional');
    assert.deepEqual(visit({ cookie, data: { revision: '2' } }).updates, [granting(...CONSENT_TYPES['functional']!)]);
  });

  for (const gpc of [true, 'true']) {
    test(`counts under the browser’s opt-out signal (${typeof gpc}) only where it was given in spite of it`, () => {
      const cookie = cookieOf('analytics.advertising!');
      assert.deepEqual(visit({ cookie, data: { gpc } }).updates, [granting(...ads)]);
    });
  }

  test('counts for the categories that the site names, of which all must be a yes', () => {
    const categories = [
      { category: 'analytics', types: 'analytics_storage' },
      { category: 'research', types: 'analytics_storage, ad_storage' },
    ];
    assert.deepEqual(visit({ cookie: cookieOf('analytics.advertising'), data: { categories } }).updates, [granting()]);
    assert.deepEqual(visit({ cookie: cookieOf('analytics.research'), data: { categories } }).updates, [
      granting('analytics_storage', 'ad_storage'),
    ]);
  });
});

describe('what candor.js says later', () => {
  test('is told: a first yes, and its withdrawal', () => {
    const run = visit();
    run.say('update', granting('analytics_storage'));
    run.say('update', granting());
    assert.deepEqual(run.updates, [granting('analytics_storage'), granting()]);
  });

  test('about a default changes nothing where it says the same', () => {
    const run = visit();
    run.say('default', granting());
    run.later();
    assert.deepEqual([run.defaults.length, run.updates], [1, []]);
  });

  test('about a default corrects what Google took the region for', () => {
    const run = visit({ region: 'US', data: { regions: [{ region: 'US', granted: TYPES.join() }] } });
    run.say('default', granting('analytics_storage'));
    run.later();
    assert.deepEqual(run.state(), granting('analytics_storage'));
    assert.ok(!('analytics_storage' in run.updates[0]!), 'what was right is no answer of the visitor');
  });

  test('about a default denies nothing for a moment that a stored answer grants', () => {
    const run = visit({ cookie: cookieOf('analytics') });
    run.say('default', granting());
    run.say('update', granting('analytics_storage'));
    run.later();
    assert.deepEqual(run.updates, [granting('analytics_storage'), granting('analytics_storage')]);
  });

  test('about a region of Google’s is for the table of the tag', () => {
    const run = visit({ region: 'US' });
    run.say('default', { ...granting(...TYPES), region: ['US'] });
    run.later();
    assert.deepEqual(run.state(), granting());
  });

  test('grants nothing that is not said in so many words', () => {
    for (const said of [
      undefined,
      null,
      'granted',
      ['granted'],
      { analytics_storage: true, ad_storage: 'yes', other: 'granted' },
    ]) {
      const run = visit();
      run.say('update', said);
      run.say('grant', granting(...TYPES));
      run.later();
      assert.deepEqual(run.state(), granting(), JSON.stringify(said));
    }
  });
});

describe('the tests that come with the template', () => {
  interface Scenario {
    readonly name: string;
    readonly code: string;
  }
  const { scenarios } = parseYaml(sections.get('TESTS')!) as { readonly scenarios: readonly Scenario[] };

  for (const scenario of scenarios) {
    test(`pass: ${scenario.name}`, () => {
      const mocks: Record<string, unknown> = {};
      let run: Run | undefined;
      let asserted = 0;
      const callsOf = (api: string): readonly (readonly unknown[])[] =>
        api === 'gtmOnSuccess'
          ? run!.outcome.filter((each) => each === 'success').map(() => [])
          : (run!.calls.get(api) ?? []);
      const assertApi = (api: string): unknown => {
        asserted++;
        return {
          wasCalled: () => assert.ok(callsOf(api).length, api),
          wasNotCalled: () => assert.equal(callsOf(api).length, 0, api),
          wasCalledWith: (...expected: unknown[]) =>
            assert.deepEqual(JSON.stringify(callsOf(api).at(-1)), JSON.stringify(expected)),
        };
      };
      const mock = (api: string, value: unknown): void =>
        void (mocks[api] = typeof value === 'function' ? value : () => value);
      const runCode = (data: Readonly<Record<string, unknown>>): void =>
        void (run = fire(code, { permissions, data, mocks }));
      runInNewContext(scenario.code, { mock, runCode, assertApi });
      assert.ok(asserted > 0);
    });
  }
});
