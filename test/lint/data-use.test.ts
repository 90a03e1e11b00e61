/** What a config must say of the use of data: rules that come from law. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Category, Config, Service } from '../../src/core/config.js';
import { lintConfig, type Finding } from '../../src/lint/index.js';

const CHINA: Config = { controller: { storageLocation: 'CN' } };

const withService = (
  service: Omit<Service, 'id'>,
  category: Category = { id: 'analytics' },
  more: Config = {},
): Config => ({
  ...more,
  categories: [{ ...category, services: [{ id: 'partner', ...service }] }],
});

/** Findings as `severity path`. */
const found = (config: unknown): string[] => lintConfig(config).map(({ severity, path }) => `${severity} ${path}`);
const only = (config: unknown): Finding => {
  const [finding, ...more] = lintConfig(config);
  assert.deepEqual(more, []);
  assert.ok(finding);
  return finding;
};

describe('sensitive data', () => {
  const SAID = { necessity: 'We must know you.', impact: 'Others could pass for you.' };

  it('needs its necessity and impact told', () => {
    assert.deepEqual(found({ categories: [{ id: 'sensitive' }] }), [
      'error categories.0.necessity',
      'error categories.0.impact',
    ]);
    assert.match(lintConfig({ categories: [{ id: 'sensitive' }] })[1]!.message, /rights and interests; write that/);
    assert.deepEqual(found({ categories: [{ id: 'sensitive', ...SAID }] }), []);
  });

  it('needs them for each kind, of itself or of all', () => {
    const kinds = [
      { id: 'face', impact: SAID.impact },
      { id: 'health', ...SAID },
    ];
    assert.deepEqual(found({ categories: [{ id: 'sensitive', services: kinds }] }), [
      'error categories.0.services.0.necessity',
    ]);
    assert.deepEqual(found({ categories: [{ id: 'sensitive', ...SAID, services: kinds }] }), []);
  });

  it('is the precise position too, where the site is for China', () => {
    const location = { categories: [{ id: 'location', services: [{ id: 'precise' }] }] };
    assert.deepEqual(found(location), []);
    for (const more of [
      CHINA,
      { regions: [{ match: ['CN'], preset: 'row' }] },
      { regions: [{ match: ['HK'], preset: 'cn' }] },
    ]) {
      assert.deepEqual(found({ ...location, ...more }), [
        'error categories.0.services.0.necessity',
        'error categories.0.services.0.impact',
      ]);
    }
  });
});

describe('a recipient that is agreed to by itself', () => {
  const SAID = { provider: 'P', contact: 'mailto:p@p.example', data: ['name'], method: 'Sent' };

  it('needs name, contact, data and method told', () => {
    const finding = only(withService({ provider: 'P' }, { id: 'sharing' }));
    assert.deepEqual([finding.severity, finding.path], ['warning', 'categories.0.services.0']);
    assert.match(finding.message, /write `contact`, `data`, `method`$/);
    assert.deepEqual(found(withService(SAID, { id: 'sharing' })), []);
    assert.deepEqual(
      found(withService({ provider: 'P', contact: 'x' }, { id: 'sharing', data: ['n'], method: 'm' })),
      [],
    );
  });

  it('needs none of it where it is asked with its category', () => {
    assert.deepEqual(found(withService({ role: 'independent' })), []);
  });

  it('is no kind of sensitive data, unless that names who gets it', () => {
    const sensitive = { id: 'sensitive', necessity: 'n', impact: 'i' };
    assert.deepEqual(found(withService({}, sensitive)), []);
    assert.deepEqual(found(withService({ provider: 'P' }, sensitive)), ['warning categories.0.services.0']);
  });

  for (const why of [{ country: 'US' }, { role: 'independent' }] as const) {
    it(`is one in China with ${JSON.stringify(why)}, and without contact no consent at all`, () => {
      assert.deepEqual(found(withService({ ...SAID, ...why }, undefined, CHINA)), []);
      const finding = only(withService({ ...SAID, contact: '', ...why }, undefined, CHINA));
      assert.deepEqual([finding.severity, finding.path], ['error', 'categories.0.services.0.contact']);
      assert.match(finding.message, /name and contact/);
    });
  }

  it('is none in China where it is necessary', () => {
    assert.deepEqual(found(withService({ country: 'US' }, { id: 'necessary' }, CHINA)), []);
  });
});

describe('the place where data is kept', () => {
  it('is missed where services receive it in other countries', () => {
    const config = {
      categories: [
        {
          id: 'a',
          services: [
            { id: 'b', country: 'US' },
            { id: 'c', country: 'DE' },
          ],
        },
      ],
    };
    const finding = only(config);
    assert.deepEqual([finding.severity, finding.path], ['warning', 'controller.storageLocation']);
    assert.deepEqual(found({ ...config, controller: { storageLocation: 'DE' } }), []);
    assert.deepEqual(found({ categories: [{ id: 'cross-border' }] }), ['warning controller.storageLocation']);
    assert.deepEqual(
      found(withService({ country: 'CN' }, undefined, { regions: [{ match: ['CN'], preset: 'cn' }] })),
      [],
    );
  });

  it('is not missed where they are all in one', () => assert.deepEqual(found(withService({ country: 'US' })), []));
});

describe('what personalises', () => {
  const push = (...services: object[]): object => ({ categories: [{ id: 'push', services }] });

  for (const [what, config] of [
    ['nobody', push({ id: 'fit', personalises: 'nobody' })],
    ['itself', push({ id: 'fit', personalises: 'fit' })],
    ['a category', push({ id: 'fit', personalises: 'push' })],
    [
      'a service of another category',
      {
        categories: [
          { id: 'push', services: [{ id: 'fit', personalises: 'chat' }] },
          { id: 'social', services: [{ id: 'chat' }] },
        ],
      },
    ],
  ] as const) {
    it(`${what} is an error`, () => {
      const { severity, path, message } = only(config);
      assert.deepEqual([severity, path], ['error', 'categories.0.services.0.personalises']);
      assert.match(message, /name the channel/);
    });
  }

  it('a channel is none', () =>
    assert.deepEqual(found(push({ id: 'email' }, { id: 'fit', personalises: 'email' })), []));

  for (const words of ['Offers tailored to you', '为您提供个性化推荐']) {
    it(`is wanted by itself where messages are fitted to the person: ${words}`, () => {
      const config = {
        categories: [{ id: 'news', group: 'marketing', description: words, services: [{ id: 'email' }] }],
      };
      const { severity, path, message } = only(config);
      assert.deepEqual([severity, path], ['warning', 'categories.0']);
      assert.match(message, /add a service with `personalises`/);
      assert.deepEqual(
        found({
          categories: [{ ...config.categories[0], services: [{ id: 'email' }, { id: 'fit', personalises: 'email' }] }],
        }),
        [],
      );
    });
  }
});

describe('asking for the age', () => {
  it('wants rules for minors, and a contact for guardians', () => {
    assert.deepEqual(found({ audience: { ask: true } }), [
      'warning audience.policy',
      'warning controller.guardianContact',
    ]);
    assert.deepEqual(found({ audience: { ask: true, policy: '/minors' }, controller: { guardianContact: 'x' } }), []);
    assert.deepEqual(found({ audience: { age: 14 } }), []);
  });
});

describe('records', () => {
  for (const url of ['javascript:alert(1)', 'data:,x', 'ftp://x.example', 'mailto:a@b.c', 'https://']) {
    it(`are not sent to ${url}`, () => {
      assert.deepEqual(found({ records: { url, retentionDays: 9 } }), ['error records.url']);
    });
  }

  for (const url of ['/records', 'records', 'https://x.example/records', 'http://localhost:3000', '//x.example']) {
    it(`are sent to ${url}`, () => assert.deepEqual(found({ records: { url, retentionDays: 9 } }), []));
  }

  it('want an end, which in China comes after three years where data is given to others', () => {
    assert.deepEqual(found({ records: { url: '/records' } }), ['warning records.retentionDays']);
    assert.deepEqual(found({ records: {} }), []);
    const given = (retentionDays: number): Config => ({
      ...CHINA,
      records: { retentionDays },
      categories: [{ id: 'sharing' }],
    });
    assert.deepEqual(found(given(1094)), ['warning records.retentionDays']);
    assert.deepEqual(found(given(1095)), []);
    assert.deepEqual(found({ ...given(30), categories: [{ id: 'analytics' }] }), []);
    assert.deepEqual(found({ ...given(30), controller: {} }), []);
  });
});

describe('`exempt`', () => {
  it('holds only for purposes that a region lists', () => {
    const { severity, path, message } = only({ categories: [{ id: 'social', kind: 'exempt' }] });
    assert.deepEqual([severity, path], ['warning', 'categories.0.kind']);
    assert.match(message, /asked everywhere; take it out/);
    assert.deepEqual(
      found({
        categories: [
          { id: 'analytics', kind: 'exempt' },
          { id: 'functional', kind: 'exempt' },
        ],
      }),
      [],
    );
  });
});

it('what is always on by its id is taken for that', () => {
  assert.deepEqual(found({ categories: [{ id: 'service-messages', ask: true, guards: ['push'] }] }), [
    'warning categories.0.ask',
  ]);
});
