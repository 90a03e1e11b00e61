import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Category, Change, Config } from '../../src/core/config.js';
import { categoriesOf } from '../../src/core/categories.js';
import { createModel } from '../../src/core/model.js';
import { presetFor, type Preset } from '../../src/core/presets.js';
import { category, exempting, modelOf, NOW } from '../helpers/model.js';

const preset = presetFor('');
const day = (offset: number): string => new Date((NOW + offset * 86_400) * 1000).toISOString().slice(0, 10);

describe('categories', () => {
  it('default to necessary, functional, analytics, advertising, social, location, push', () => {
    assert.deepEqual(
      categoriesOf({}).map(({ id }) => id),
      ['necessary', 'functional', 'analytics', 'advertising', 'social', 'location', 'push'],
    );
  });

  it('are those of the config where it has any', () => {
    assert.deepEqual(categoriesOf({ categories: [] }), []);
    assert.deepEqual(
      createModel({ categories: [category('chat', ['intercom'])] }, preset, NOW).categories[0]?.services,
      [{ id: 'intercom', revision: 1, inForce: 1, need: undefined }],
    );
  });
});

describe('what is no config', () => {
  for (const value of [
    null,
    'x',
    '',
    5,
    true,
    [],
    { categories: 'all' },
    { categories: [null] },
    { categories: [{ id: 'A' }] },
  ]) {
    it(`${JSON.stringify(value)} makes no model, and no default takes its place`, () => {
      assert.throws(() => createModel(value as Config, preset, NOW));
    });
  }

  it('an id that stands there twice makes none either', () => {
    assert.throws(() => modelOf([category('a', ['b']), 'b']));
    assert.throws(() => modelOf(['a', 'a']));
  });
});

describe('kinds', () => {
  const exempt = exempting('analytics');
  for (const [id, kind, where, expected] of [
    ['necessary', undefined, preset, 'necessary'],
    ['analytics', undefined, preset, 'consent'],
    ['sharing', undefined, preset, 'separate'],
    ['sensitive', undefined, preset, 'separate'],
    ['cross-border', undefined, preset, 'separate'],
    ['security', 'necessary', preset, 'necessary'],
    ['necessary', 'consent', preset, 'consent'],
    ['sharing', 'consent', preset, 'consent'],
    ['research', 'separate', preset, 'separate'],
    ['analytics', 'exempt', preset, 'consent'],
    ['analytics', 'exempt', exempt, 'exempt'],
    ['research', 'exempt', exempt, 'consent'],
    ['analytics', undefined, exempt, 'consent'],
    ['analytics', 'optional', preset, 'consent'],
  ] as [string, Category['kind'], Preset, string][]) {
    it(`${id} as ${kind} is ${expected}${where === exempt ? ' where analytics may be exempt' : ''}`, () => {
      assert.equal(modelOf([{ id, ...(kind && { kind }) }], {}, where).categories[0]?.kind, expected);
    });
  }
});

describe('revisions', () => {
  const revisionsAfter = (revision: number | undefined, changes: Change[] | undefined): number[] => {
    const config: Config = { ...(revision && { revision }), ...(changes && { changes }) };
    return modelOf([category('analytics', ['posthog']), 'social'], config).categories.map((entry) => entry.revision);
  };

  for (const [what, revision, changes, expected] of [
    ['without a revision all is of the first', undefined, undefined, [1, 1]],
    ['a revision without an entry asks everything again', 3, undefined, [3, 3]],
    ['so does one whose entries are of other revisions', 3, [{ revision: 2, ids: ['social'] }], [3, 3]],
    ['an entry without ids touches all', 2, [{ revision: 2 }], [2, 2]],
    ['an entry with ids touches those', 2, [{ revision: 2, ids: ['social'] }], [0, 2]],
    ['a service’s change asks for that service alone', 2, [{ revision: 2, ids: ['posthog'] }], [0, 0]],
    ['an empty list of ids touches none', 2, [{ revision: 2, ids: [] }], [0, 0]],
    [
      'the latest of several counts, in any order',
      3,
      [
        { revision: 3, ids: ['social'] },
        { revision: 2, ids: ['analytics', 'social'] },
      ],
      [2, 3],
    ],
    ['what is only told asks nobody', 2, [{ revision: 2, effect: 'tell' }], [0, 0]],
    ['what is told does not hide what asked before', 3, [{ revision: 2 }, { revision: 3, effect: 'tell' }], [2, 2]],
    ['effect ask is the default', 2, [{ revision: 2, effect: 'ask' }], [2, 2]],
    ['a change of the future does not ask yet', 2, [{ revision: 2, effective: day(1) }], [0, 0]],
    ['until then what asked before counts', 3, [{ revision: 2 }, { revision: 3, effective: day(1) }], [2, 2]],
    ['a change of the past asks', 2, [{ revision: 2, effective: day(-1) }], [2, 2]],
    ['a date that is none asks at once', 2, [{ revision: 2, effective: 'soon' }], [2, 2]],
  ] as [string, number | undefined, Change[] | undefined, number[]][]) {
    it(what, () => assert.deepEqual(revisionsAfter(revision, changes), expected));
  }

  for (const [what, revision, changes, since, expected] of [
    ['of its own change', 2, [{ revision: 2, ids: ['posthog'] }], undefined, 2],
    ['not of its category’s', 2, [{ revision: 2, ids: ['analytics'] }], undefined, 0],
    ['of the change that touches all', 2, [{ revision: 2 }], undefined, 2],
    ['of the revision that brought it', 2, [{ revision: 2, ids: [] }], 2, 2],
    ['of a later change', 3, [{ revision: 3, ids: ['posthog'] }], 2, 3],
    ['of the revision that brings it, also when that is to come', 2, [{ revision: 2, effective: day(1) }], 2, 2],
  ] as [string, number, Change[], number | undefined, number][]) {
    it(`a service is ${what}`, () => {
      const model = modelOf([category('analytics', [{ id: 'posthog', ...(since && { since }) }])], {
        revision,
        changes,
      });
      assert.equal(model.categories[0]!.services[0]!.revision, expected);
    });
  }

  for (const [what, revision, changes, expected] of [
    ['the config’s', 3, undefined, 3],
    ['the first where none is given', undefined, undefined, 1],
    ['the one before a change that is to come', 3, [{ revision: 3, effective: day(1) }], 2],
    ['before several', 3, [2, 3].map((of) => ({ revision: of, effective: day(of) })), 1],
    ['the config’s where only an earlier one is to come', 3, [{ revision: 2, effective: day(1) }, { revision: 3 }], 3],
    ['the config’s once the day has come', 2, [{ revision: 2, effective: day(0) }], 2],
  ] as [string, number | undefined, Change[] | undefined, number][]) {
    it(`in force is ${what}`, () => {
      const { categories } = modelOf(['analytics'], { ...(revision && { revision }), ...(changes && { changes }) });
      assert.equal(categories[0]!.inForce, expected);
    });
  }

  it('the model is of the config’s', () => {
    assert.equal(modelOf([], { revision: 7 }).revision, 7);
    assert.equal(modelOf([]).revision, 1);
  });
});

describe('lifespans', () => {
  it('are the preset’s, then the config’s, then the category’s, key by key', () => {
    const { categories } = modelOf(['analytics', category('social', [], { lifespan: { grantDays: 7 } })], {
      lifespan: { refusalDays: 365 },
    });
    assert.deepEqual(categories[0]?.lifespan, { grantDays: 184, refusalDays: 365 });
    assert.deepEqual(categories[1]?.lifespan, { grantDays: 7, refusalDays: 365 });
  });
});

describe('guards', () => {
  const guardsOf = (config: Config): Record<string, string[]> =>
    Object.fromEntries(
      Object.entries(createModel(config, preset, NOW).guards).map(([guard, named]) => [
        guard,
        named.map(({ id }) => id),
      ]),
    );

  it('are those that categories and services name', () => {
    const offers = { id: 'offers', guards: ['notifications' as const, 'push' as const] };
    assert.deepEqual(
      guardsOf({
        categories: [
          { id: 'push', services: [offers] },
          { id: 'alerts', guards: ['push'] },
        ],
      }),
      { notifications: ['offers'], push: ['offers', 'alerts'] },
    );
  });

  it('the built-in location holds geolocation, unless the site says otherwise', () => {
    assert.deepEqual(guardsOf({}), { geolocation: ['location'] });
    assert.deepEqual(guardsOf({ categories: [{ id: 'location', guards: [] }] }), {});
    assert.deepEqual(guardsOf({ categories: [{ id: 'analytics' }] }), {});
  });

  it('the precise location holds it alone, where that is a service of its own', () => {
    const location = { id: 'location', services: [{ id: 'approximate' }, { id: 'precise' }] };
    assert.deepEqual(guardsOf({ categories: [location] }), { geolocation: ['precise'] });
  });

  it('without a usable category the built-in ones stand', () => {
    assert.deepEqual(guardsOf({ categories: [] }), { geolocation: [] });
  });

  it('that are no list make no model', () => {
    assert.throws(() => guardsOf({ categories: [{ id: 'location', guards: 'geolocation' }] } as unknown as Config));
  });
});
