import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decide } from '../../src/core/decide.js';
import { UNDECIDED } from '../../src/core/decision.js';
import { createModel } from '../../src/core/model.js';
import { presetFor } from '../../src/core/presets.js';
import { readConfig } from '../../src/core/read-config.js';
import { NOW } from '../helpers/model.js';

function read(raw: unknown): { config: unknown; reported: [string, unknown][] } {
  const reported: [string, unknown][] = [];
  const config = readConfig(raw, (path, value) => reported.push([path, value]));
  return { config, reported };
}

describe('what can be used is kept as it stands', () => {
  for (const config of [
    {},
    { controller: { name: 'Shop', privacyPolicy: '/privacy' } },
    {
      note: 'hi',
      revision: 2,
      changes: [{ revision: 2, ids: ['analytics'] }],
      languages: ['en'],
      categories: [{ id: 'necessary' }, { id: 'analytics', services: [{ id: 'posthog' }] }],
      texts: { 'banner.title': 'Hi' },
      regions: [{ match: ['DE'], preset: 'eea' }],
      layout: { banner: 'bar' },
      ours: { anything: 1 },
    },
  ]) {
    it(JSON.stringify(config).slice(0, 60), () => assert.deepEqual(read(config), { config, reported: [] }));
  }

  it('and what the site handed in is not changed', () => {
    const raw = { categories: [{ id: 'a', services: [{ id: 'a' }] }], changes: [5, { revision: 1, ids: 5 }], theme: 5 };
    const before = structuredClone(raw);
    read(raw);
    assert.deepEqual(raw, before);
  });
});

describe('what cannot be used is left out and reported', () => {
  for (const [what, raw, config, reported] of [
    ['a config that is a list', [], { categories: [] }, [['', []]]],
    ['a config that is a text', 'x', { categories: [] }, [['', 'x']]],
    ['a config that is nothing', null, { categories: [] }, [['', null]]],
    ['a section that is a text', { theme: 'dark', note: 'x' }, { note: 'x' }, [['theme', 'dark']]],
    ['a section that is a list', { controller: [] }, {}, [['controller', []]]],
    ['categories that are no list', { categories: 'all' }, { categories: [] }, [['categories', 'all']]],
    ['categories that are nothing', { categories: null }, { categories: [] }, [['categories', null]]],
    [
      'guards that are no list',
      { categories: [{ id: 'a', guards: 'push', services: [{ id: 'b', guards: true }] }] },
      { categories: [{ id: 'a', services: [{ id: 'b' }] }] },
      [
        ['categories.0.guards', 'push'],
        ['categories.0.services.0.guards', true],
      ],
    ],
    ['no categories', { categories: [] }, { categories: [] }, [['categories', []]]],
    [
      'an id that is none',
      { categories: [{ id: 'Ads' }, { id: 'ok' }, {}, 'x'] },
      { categories: [{ id: 'ok' }] },
      [
        ['categories.0', { id: 'Ads' }],
        ['categories.2', {}],
        ['categories.3', 'x'],
      ],
    ],
    [
      'an id that stands there already',
      { categories: [{ id: 'a' }, { id: 'b', services: [{ id: 'a' }, { id: 'c' }] }] },
      { categories: [{ id: 'a' }, { id: 'b', services: [{ id: 'c' }] }] },
      [['categories.1.services.0', { id: 'a' }]],
    ],
    [
      'services that are no list',
      { categories: [{ id: 'a', services: { id: 'b' } }] },
      { categories: [{ id: 'a', services: [] }] },
      [['categories.0.services', { id: 'b' }]],
    ],
    [
      'languages that are none',
      { languages: ['en', 5, null] },
      { languages: ['en'] },
      [
        ['languages.1', 5],
        ['languages.2', null],
      ],
    ],
    ['changes that are none', { changes: [5, { revision: 2 }] }, { changes: [{ revision: 2 }] }, [['changes.0', 5]]],
    [
      'a change whose ids are no list',
      { changes: [{ revision: 2, ids: 'analytics' }] },
      { changes: [] },
      [['changes.0', { revision: 2, ids: 'analytics' }]],
    ],
    ['regions that are none', { regions: ['DE'] }, { regions: [] }, [['regions.0', 'DE']]],
    [
      'a region whose codes are no list',
      { regions: [{ match: 'DE', preset: 'eea' }] },
      { regions: [] },
      [['regions.0', { match: 'DE', preset: 'eea' }]],
    ],
  ] as [string, unknown, unknown, [string, unknown][]][]) {
    it(what, () => assert.deepEqual(read(raw), { config, reported }));
  }
});

describe('whatever a site wrote', () => {
  const entry = fc.record(
    {
      id: fc.oneof(
        fc.constantFrom('necessary', 'analytics', 'posthog', 'constructor', '__proto__', 'X'),
        fc.jsonValue(),
      ),
      services: fc.oneof(fc.array(fc.record({ id: fc.constantFrom('posthog', 'analytics', 'Bad') })), fc.jsonValue()),
      kind: fc.oneof(fc.constantFrom('necessary', 'consent', 'exempt', 'separate'), fc.jsonValue()),
      revision: fc.oneof(fc.nat(3), fc.jsonValue()),
      ids: fc.jsonValue(),
      match: fc.jsonValue(),
      effective: fc.jsonValue(),
      lifespan: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const section = fc.oneof(fc.array(entry), entry, fc.jsonValue());
  const keys = [
    'revision',
    'changes',
    'languages',
    'categories',
    'texts',
    'lifespan',
    'cookie',
    'regions',
    'layout',
    'audience',
    'records',
  ];
  const anyJson = fc.oneof(
    fc.record(Object.fromEntries(keys.map((key) => [key, section])), { requiredKeys: [] }),
    fc.jsonValue(),
  );

  it('reading it never throws, and deciding by what is left never does', () => {
    fc.assert(
      fc.property(anyJson, (raw) => {
        const config = readConfig(raw, () => {});
        const { choices } = decide(createModel(config, presetFor('DE', config.regions), NOW), UNDECIDED, NOW);
        for (const id of Object.keys(choices)) assert.match(id, /^[a-z0-9-]+$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('reading it twice reports nothing more', () => {
    fc.assert(
      fc.property(anyJson, (raw) => {
        const config = readConfig(raw, () => {});
        const { reported } = read(config);
        assert.deepEqual(reported, config.categories?.length === 0 ? [['categories', []]] : []);
        assert.deepEqual(
          readConfig(config, () => {}),
          config,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('an undecided visitor grants nothing by it but what the site calls necessary', () => {
    fc.assert(
      fc.property(anyJson, (raw) => {
        const config = readConfig(raw, () => {});
        const model = createModel(config, presetFor(''), NOW);
        const { choices } = decide(model, UNDECIDED, NOW);
        for (const { id, kind } of model.categories) assert.equal(choices[id], kind === 'necessary');
      }),
      { numRuns: 1000 },
    );
  });
});
