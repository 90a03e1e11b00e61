import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Config } from '../../src/core/config.js';
import { lintConfig } from '../../src/lint/index.js';

const full: Config = {
  $schema: './candor.schema.json',
  note: 'reviewed by legal',
  revision: 2,
  changes: [
    {
      revision: 2,
      ids: ['analytics'],
      effective: '2026-12-01',
      effect: 'ask',
      text: { en: 'PostHog now measures visits.', 'zh-Hans': '现由 PostHog 统计访问。' },
    },
  ],
  languages: ['zh-Hans', 'en'],
  prevailingLanguage: 'zh-Hans',
  controller: {
    name: { en: 'Shop', 'zh-Hans': '商店' },
    privacyPolicy: '/privacy',
    contact: 'mailto:privacy@example.com',
    phone: '+86 10 0000',
    address: 'Street 1',
    requests: '/privacy/requests',
    closeAccount: '/account/close',
    storageLocation: 'CN',
  },
  categories: [
    { id: 'necessary' },
    {
      id: 'analytics',
      kind: 'exempt',
      block: ['*.tracker.example', 'tracker.example:8443/collect', '/ingest/', 'localhost/x', 'bücher.example'],
      group: 'cookies',
      ifRefused: 'Nothing changes',
      lifespan: { grantDays: 90, refusalDays: 180 },
      services: [
        {
          id: 'posthog',
          note: 'self-hosted',
          name: 'PostHog',
          description: 'Counts visits',
          provider: 'PostHog Inc.',
          contact: 'mailto:privacy@posthog.com',
          data: [{ en: 'pages you open', 'zh-Hans': '打开的页面' }],
          method: 'Counted',
          policy: 'https://posthog.com/privacy',
          country: 'US',
          retention: 'P1Y',
        },
      ],
    },
    { id: 'sharing', kind: 'separate', title: { en: 'Sharing' }, description: 'With partners' },
  ],
  texts: { 'banner.title': { en: 'Your data, your choice' }, 'banner.accept-all': 'OK' },
  layout: { banner: 'bar', position: 'bottom', reopen: 'none' },
  theme: { scheme: 'dark', look: 'cloud', accent: '#0b6', radius: '12px' },
  lifespan: { grantDays: 184, refusalDays: 184 },
  cookie: { name: 'candor', domain: 'example.com' },
  regions: [{ match: ['EEA', 'GB'], preset: 'eea', lifespan: { grantDays: 90 } }],
  frames: true,
};

describe('nothing is found in', () => {
  for (const [what, config] of [
    ['the least config', { controller: { name: 'Shop', privacyPolicy: '/privacy' } }],
    ['an empty one', {}],
    ['a full one', full],
    [
      'guards and names to erase of what is necessary, which keep both from others',
      { categories: [{ id: 'necessary', guards: ['notifications'], erase: { cookies: ['basket'] } }] },
    ],
    ['`ask` beside a guard, the built-in one too', { categories: [{ id: 'location', ask: true }] }],
  ] as const) {
    it(what, () => assert.deepEqual(lintConfig(config), []));
  }
});

describe('an error, with its place, its value and what to write instead, is', () => {
  const entry = (more: object): object => ({ categories: [{ id: 'a', ...more }] });
  for (const [config, path, value, remedy] of [
    ['x', '', 'x', /write an object/],
    [null, '', null, /write an object/],
    [[], '', [], /write an object/],
    [{ categories: 'all' }, 'categories', 'all', /write a list/],
    [{ categories: [] }, 'categories', [], /write at least one/],
    [{ changes: [{ revision: 1, ids: ['No'] }] }, 'changes.0.ids.0', 'No', /lower-case letters.*rename/],
    [{ categories: [{}] }, 'categories.0.id', undefined, /lower-case letters, digits and hyphens.*rename/],
    [{ categories: [{ id: 'My Ads' }] }, 'categories.0.id', 'My Ads', /lower-case letters, digits and hyphens.*rename/],
    [{ categories: [{ id: '__proto__' }] }, 'categories.0.id', '__proto__', /rename/],
    [entry({ services: [{ id: 5 }] }), 'categories.0.services.0.id', 5, /lower-case.*rename/],
    [
      entry({ services: [{ id: 'a' }] }),
      'categories.0.services.0.id',
      'a',
      /stands at categories\.0\.id already.*another/,
    ],
    [
      { categories: [{ id: 'a' }, { id: 'a' }] },
      'categories.1.id',
      'a',
      /stands at categories\.0\.id already.*another/,
    ],
    [
      entry({ kind: 'optional' }),
      'categories.0.kind',
      'optional',
      /write one of "necessary", "consent", "exempt", "separate"/,
    ],
    [entry({ title: 5 }), 'categories.0.title', 5, /write a text, or an object with one text for each language tag/],
    [entry({ title: { en: 5 } }), 'categories.0.title', { en: 5 }, /write a text, or an object/],
    [entry({ title: { 'not a tag': 'x' } }), 'categories.0.title', { 'not a tag': 'x' }, /language tag/],
    [entry({ services: [{ id: 'b', country: 'usa' }] }), 'categories.0.services.0.country', 'usa', /ISO 3166/],
    [
      entry({ services: [{ id: 'b', retention: '1 year' }] }),
      'categories.0.services.0.retention',
      '1 year',
      /ISO 8601 duration/,
    ],
    [entry({ lifespan: { grantDays: '30' } }), 'categories.0.lifespan.grantDays', '30', /write a number/],
    [{ lifespan: { refusalDays: 0 } }, 'lifespan.refusalDays', 0, /write a number above zero/],
    [{ revision: 1.5 }, 'revision', 1.5, /write a/],
    [{ revision: '2' }, 'revision', '2', /write a number/],
    [{ changes: {} }, 'changes', {}, /write a list/],
    [{ changes: [{ ids: ['a'] }] }, 'changes.0.revision', undefined, /write a number/],
    [{ changes: [{ revision: 2, effective: 'soon' }] }, 'changes.0.effective', 'soon', /date/],
    [{ changes: [{ revision: 2, effect: 'shout' }] }, 'changes.0.effect', 'shout', /write one of "ask", "tell"/],
    [{ languages: ['english please'] }, 'languages.0', 'english please', /BCP 47/],
    [{ layout: { banner: 'popup' } }, 'layout.banner', 'popup', /write one of "box", "bar", "dialog"/],
    [{ theme: 'dark' }, 'theme', 'dark', /write an object/],
    [{ cookie: { name: 'my cookie' } }, 'cookie.name', 'my cookie', /cookie name/],
    [{ regions: [{ match: 'DE', preset: 'eea' }] }, 'regions.0.match', 'DE', /write a list/],
    [
      { regions: [{ match: ['DE'], preset: 'de' }] },
      'regions.0.preset',
      'de',
      /write one of "eea", "uk", "ch", "us-ca", .*"row"/,
    ],
    [{ texts: { 'banner.title': 5 } }, 'texts.banner.title', 5, /write a text/],
    [entry({ block: 'tracker.example' }), 'categories.0.block', 'tracker.example', /write a list/],
    ...['https://tracker.example', 'tracker.example?x', '*', '', 'a b', '//x'].map((rule) => [
      entry({ block: [rule] }),
      'categories.0.block.0',
      rule,
      /write a host, a path, or both/,
    ]),
    [entry({ block: ['[::::]'] }), 'categories.0.block.0', '[::::]', /no browser reads this/],
    [
      entry({ services: [{ id: 'b', block: ['*.com'] }] }),
      'categories.0.services.0.block.0',
      '*.com',
      /hosts of everybody.*name one/,
    ],
    [entry({ block: ['a.example', '*.co.uk/x'] }), 'categories.0.block.1', '*.co.uk/x', /hosts of everybody/],
    [{ frames: 'yes' }, 'frames', 'yes', /write true or false/],
  ] as [unknown, string, unknown, RegExp][]) {
    it(`${path || 'the whole'}: ${JSON.stringify(config)}`, () => {
      const errors = lintConfig(config).filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        errors.map((finding) => finding.path),
        [path],
      );
      assert.deepEqual(errors[0]?.value, value);
      assert.match(errors[0]?.message ?? '', remedy);
    });
  }
});

describe('a warning is', () => {
  for (const [what, config, path, value, remedy] of [
    ['an unknown key', { colour: 'red' }, 'colour', 'red', /check the spelling \(known: .*theme/],
    ['an unknown key inside', { theme: { colour: 'red' } }, 'theme.colour', 'red', /known: scheme, look, accent,/],
    [
      'an unknown key of a service',
      { categories: [{ id: 'a', services: [{ id: 'b', owner: 'c' }] }] },
      'categories.0.services.0.owner',
      'c',
      /known: id, .*provider/,
    ],
    [
      'a rule that stands twice',
      { categories: [{ id: 'a', block: ['tracker.example', 'b.example', 'tracker.example'] }] },
      'categories.0.block.2',
      'tracker.example',
      /stands at categories\.0\.block\.0 already/,
    ],
    [
      'a rule for the host on which the site is made',
      { categories: [{ id: 'a', block: ['localhost:4173'] }] },
      'categories.0.block.0',
      'localhost:4173',
      /whole site.*add a path/,
    ],
    [
      'a rule of what is always on',
      { categories: [{ id: 'necessary', block: ['tracker.example'] }] },
      'categories.0.block',
      ['tracker.example'],
      /always on and never held/,
    ],
    [
      'a change of ids that nobody has',
      { categories: [{ id: 'a' }], revision: 2, changes: [{ revision: 2, ids: ['a', 'b'] }] },
      'changes.0.ids.1',
      'b',
      /correct it or take it out/,
    ],
    [
      'a change of a revision that the config has not reached',
      { revision: 2, changes: [{ revision: 2 }, { revision: 3, effect: 'tell' }] },
      'changes.1.revision',
      3,
      /`revision` is 2, so nobody is asked or told; count that up/,
    ],
    ['a change where no revision is given', { changes: [{ revision: 2 }] }, 'changes.0.revision', 2, /`revision` is 1/],
    [
      'a service of a revision that the config has not reached',
      {
        revision: 2,
        categories: [
          {
            id: 'a',
            services: [
              { id: 'b', since: 2 },
              { id: 'c', since: 3 },
            ],
          },
        ],
      },
      'categories.0.services.1.since',
      3,
      /`revision` is 2, so this is off for everybody/,
    ],
    [
      'a change that holds before one of an earlier revision',
      {
        revision: 3,
        changes: [
          { revision: 2, effective: '2027-01-02' },
          { revision: 3, effective: '2027-01-01' },
        ],
      },
      'changes.1.effective',
      '2027-01-01',
      /revision 2 at changes\.0 holds only from 2027-01-02.*number the changes in the order of their days/,
    ],
    [
      'a change that holds at once before one of an earlier revision',
      { revision: 3, changes: [{ revision: 3 }, { revision: 2, effective: '2027-01-02' }] },
      'changes.0.effective',
      undefined,
      /revision 2 at changes\.1/,
    ],
    [
      '`ask` without a guard',
      { categories: [{ id: 'a', ask: true }] },
      'categories.0.ask',
      true,
      /name the browser API in `guards` beside it, or take it out/,
    ],
    [
      '`ask` beside a guard of another entry',
      { categories: [{ id: 'a', ask: true, services: [{ id: 'b', guards: ['push'] }] }] },
      'categories.0.ask',
      true,
      /name the browser API/,
    ],
    [
      '`ask` on a location whose guard is that of the precise one',
      { categories: [{ id: 'location', ask: true, services: [{ id: 'precise' }] }] },
      'categories.0.ask',
      true,
      /no guard stands here/,
    ],
    [
      '`ask` on what is necessary',
      { categories: [{ id: 'necessary', guards: ['push'], ask: true }] },
      'categories.0.ask',
      true,
      /always on.*take it out/,
    ],
    [
      '`reload` on a service of what is necessary',
      { categories: [{ id: 'a', kind: 'necessary', services: [{ id: 'b', reload: true }] }] },
      'categories.0.services.0.reload',
      true,
      /always on.*take it out/,
    ],
    [
      'a guard that something necessary keeps open',
      {
        categories: [
          { id: 'necessary', services: [{ id: 'outages', guards: ['notifications', 'push'] }] },
          { id: 'offers', guards: ['push'] },
        ],
      },
      'categories.1.guards.0',
      'push',
      /`guards` at categories\.0\.services\.0 keeps this open for everybody/,
    ],
    [
      'the built-in guard of `location` where something necessary keeps it open',
      { categories: [{ id: 'necessary', guards: ['geolocation'] }, { id: 'location' }] },
      'categories.1',
      'geolocation',
      /keeps this open/,
    ],
  ] as [string, unknown, string, unknown, RegExp][]) {
    it(what, () => {
      const [finding, ...more] = lintConfig(config);
      assert.deepEqual(more, []);
      assert.equal(finding?.severity, 'warning');
      assert.equal(finding?.path, path);
      assert.deepEqual(finding?.value, value);
      assert.match(finding?.message ?? '', remedy);
    });
  }

  for (const [what, changes] of [
    ['two changes of one revision, on one day or two', [{ effective: '2027-01-01' }, { effective: '2027-02-01' }, {}]],
    ['a later revision on a later day', [{ effective: '2027-01-01' }, { revision: 3, effective: '2027-01-02' }]],
    ['days of what is only told', [{ effect: 'tell', effective: '2027-01-01' }, { revision: 3 }]],
  ] as const) {
    it(`not ${what}`, () => {
      const config = { revision: 3, changes: changes.map((change) => ({ revision: 2, ...change })) };
      assert.deepEqual(lintConfig(config), []);
    });
  }

  it('not a note, wherever one may stand', () => {
    assert.deepEqual(
      lintConfig({ note: 'a', categories: [{ id: 'a', note: 'b', services: [{ id: 'c', note: 'd' }] }] }),
      [],
    );
  });
});

describe('whatever is written', () => {
  it('each mistake is told on its own', () => {
    const paths = lintConfig({ revision: 0, theme: 'dark', colour: 'red', categories: [{ id: 'A' }] }).map(
      ({ path }) => path,
    );
    assert.deepEqual(paths.sort(), ['categories.0.id', 'colour', 'revision', 'theme']);
  });

  it('linting never throws, and every finding has a message', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (config) => {
        for (const { path, message } of lintConfig(config)) assert.ok(typeof path === 'string' && message);
      }),
    );
  });
});

describe('names in `erase` that take away too much', () => {
  const config = (cookies: string[]): Config => ({
    categories: [
      { id: 'necessary', erase: { cookies: ['basket'] } },
      { id: 'analytics', services: [{ id: 'posthog', erase: { cookies, localStorage: ['ph_*'] } }] },
    ],
  });

  for (const [pattern, also] of [
    ['PHPSESSID', 'PHPSESSID'],
    ['s*', 'session'],
    ['*', 'everything'],
    ['bask*', 'basket'],
  ] as const) {
    it(`are an error: ${pattern}`, () => {
      const [finding, ...more] = lintConfig(config(['ph_*', pattern]));
      assert.equal(finding?.path, 'categories.1.services.0.erase.cookies.1');
      assert.equal(finding.value, pattern);
      assert.equal(finding.severity, 'error');
      assert.ok(finding.message.includes(also), finding.message);
      assert.match(finding.message, /write the tracker’s own names/);
      assert.deepEqual(more, []);
    });
  }

  it('and are none where only the tracker has them', () => assert.deepEqual(lintConfig(config(['ph_*', '_ga'])), []));
});
