/** What any config may say of revisions: right or wrong, nobody is asked in a loop, and nothing is granted by a mistake. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { answer, sameForAll } from '../../src/core/answer.js';
import type { Category, Change, Config } from '../../src/core/config.js';
import { decode, encode } from '../../src/core/cookie-codec.js';
import { DAY, decide, type Outcome } from '../../src/core/decide.js';
import { UNDECIDED, type Decision } from '../../src/core/decision.js';
import { createModel, type Model } from '../../src/core/model.js';
import { presetFor } from '../../src/core/presets.js';
import { readConfig } from '../../src/core/read-config.js';
import { daysAgo, decisionOf, NOW } from '../helpers/model.js';

const day = (days: number): string => new Date((NOW + days * DAY) * 1000).toISOString().slice(0, 10);

const CATEGORIES: Category[] = [
  { id: 'necessary' },
  { id: 'functional' },
  { id: 'analytics', services: [{ id: 'posthog' }, { id: 'mixpanel', since: 2 }] },
];

const modelAt = (config: Config, now = NOW): Model =>
  createModel({ categories: CATEGORIES, ...config }, presetFor(''), now);

/** What the next page knows of an answer to everything. */
const answered = (model: Model, before: Decision, granted: boolean): Decision =>
  decode(encode(answer(model, before, sameForAll(model, granted), NOW)), NOW)!;

const seen = (config: Config, decision: Decision, now = NOW): Outcome => decide(modelAt(config, now), decision, now);

describe('changes that are written wrong', () => {
  const before = decisionOf({ functional: true, analytics: true });

  for (const [what, config] of [
    [
      'a revision that the config has not reached',
      { revision: 2, changes: [{ revision: 2, ids: [] }, { revision: 9 }] },
    ],
    ['a revision below all', { changes: [{ revision: -5 }] }],
    ['a revision that is no number', { changes: [{ revision: 'two' as unknown as number, ids: ['functional'] }] }],
    ['a day of next year for a revision not reached', { changes: [{ revision: 7, effective: day(365) }] }],
    ['ids that nobody has', { revision: 2, changes: [{ revision: 2, ids: ['nobody', '__proto__'] }] }],
    ['no ids at all', { revision: 2, changes: [{ revision: 2, ids: [] }] }],
  ] as [string, Config][]) {
    it(`ask nobody who has answered: ${what}`, () => {
      const { choices, asked } = seen(config, before);
      assert.deepEqual([choices['functional'], choices['posthog']], [true, true]);
      assert.deepEqual(
        asked.filter((id) => id !== 'mixpanel'),
        [],
      );
    });
  }

  for (const effective of ['soon', '', '2026-13-45', '1.12.2026 oder so', 5 as unknown as string]) {
    it(`hold at once where the day is ${JSON.stringify(effective)}`, () => {
      const config = { revision: 2, changes: [{ revision: 2, ids: ['functional'], effective }] };
      assert.deepEqual(seen(config, before).asked, ['functional', 'mixpanel']);
    });
  }

  it('are told of and left out where their ids are no list', () => {
    const config = {
      revision: 2,
      changes: [
        { revision: 2, ids: 'functional' },
        { revision: 2, ids: ['analytics'] },
      ],
    };
    assert.throws(() => modelAt(config as unknown as Config), TypeError);
    const told: string[] = [];
    const mended = readConfig(config, (path) => told.push(path));
    assert.deepEqual(told, ['changes.0']);
    assert.deepEqual(seen(mended, before).asked, ['analytics', 'posthog', 'mixpanel']);
  });

  it('keep who counts in versions from being asked on every page', () => {
    for (const revision of [2.1, 0.5]) {
      const model = modelAt({ revision });
      assert.deepEqual(seen({ revision }, answered(model, UNDECIDED, true)).asked, []);
    }
  });
});

describe('two changes of one revision', () => {
  const MIXED: Change[] = [
    { revision: 2, ids: ['functional'] },
    { revision: 2, ids: ['analytics'], effective: day(9) },
  ];
  const config: Config = { revision: 2, changes: MIXED };
  const before = decisionOf({ functional: true, analytics: true });

  it('ask for both where both hold', () => {
    const both = { revision: 2, changes: MIXED.map(({ revision, ids }) => ({ revision, ids: ids! })) };
    assert.deepEqual(seen(both, before).asked, ['functional', 'analytics', 'posthog', 'mixpanel']);
  });

  it('ask once for what holds, and for the other on its day', () => {
    assert.deepEqual(seen(config, before).asked, ['functional']);
    const next = answered(modelAt(config), before, true);
    assert.deepEqual(seen(config, next).asked, []);
    assert.deepEqual(seen(config, next, NOW + 10 * DAY).asked, ['analytics', 'posthog', 'mixpanel']);
  });
});

describe('who answers while a change is announced', () => {
  for (const [what, ids] of [
    ['a category', ['analytics']],
    ['a service', ['posthog']],
    ['everything', undefined],
  ] as const) {
    it(`is asked on its day, not before: ${what}`, () => {
      const config: Config = {
        revision: 2,
        changes: [{ revision: 2, effective: day(9), ...(ids && { ids: [...ids] }) }],
        categories: [{ id: 'functional' }, { id: 'analytics', services: [{ id: 'posthog' }] }],
      };
      const given = answered(modelAt(config), UNDECIDED, true);
      assert.deepEqual(seen(config, given).asked, []);
      assert.equal(seen(config, given).choices['posthog'], true);
      const asked = seen(config, given, NOW + 10 * DAY).asked;
      for (const id of ids ?? ['functional', 'analytics']) assert.ok(asked.includes(id), id);
      const again = answer(modelAt(config, NOW + 10 * DAY), given, sameForAll(modelAt(config), true), NOW + 10 * DAY);
      assert.deepEqual(seen(config, again, NOW + 11 * DAY).asked, []);
    });
  }

  it('does not get the service that comes with it, until it is asked', () => {
    const config: Config = { revision: 2, changes: [{ revision: 2, ids: ['analytics'], effective: day(9) }] };
    const given = answered(modelAt(config), UNDECIDED, true);
    assert.deepEqual(seen(config, given).asked, []);
    assert.deepEqual([seen(config, given).choices['posthog'], seen(config, given).choices['mixpanel']], [true, false]);
    assert.ok(seen(config, given, NOW + 10 * DAY).asked.includes('mixpanel'));
  });

  it('is not held up by a change that only tells', () => {
    const config: Config = { revision: 2, changes: [{ revision: 2, effect: 'tell', effective: day(9) }] };
    assert.deepEqual(seen(config, answered(modelAt(config), UNDECIDED, true)).asked, []);
  });
});

describe('a revision that went down', () => {
  it('leaves the answers that were given at a later one', () => {
    const given = decisionOf({ functional: true, analytics: { granted: false, revision: 5 } }, { revision: 7 });
    const { choices, asked } = seen({ revision: 1 }, given);
    assert.deepEqual([choices['functional'], choices['analytics'], asked], [true, false, []]);
    assert.deepEqual(seen({ revision: 1 }, answered(modelAt({ revision: 1 }), given, true)).asked, []);
  });
});

describe('whatever changes are written', () => {
  const anyChange = fc.record(
    {
      revision: fc.oneof(fc.integer({ min: -1, max: 5 }), fc.constantFrom(1.5, NaN)),
      ids: fc.subarray(['necessary', 'functional', 'analytics', 'posthog', 'mixpanel', 'nobody']),
      effective: fc.constantFrom(day(-5), day(0), day(5), day(900), 'soon', ''),
      effect: fc.constantFrom('ask', 'tell', 'shout'),
    },
    { requiredKeys: ['revision'] },
  ) as fc.Arbitrary<Change>;
  const anyConfig = fc.record({ revision: fc.integer({ min: 1, max: 4 }), changes: fc.array(anyChange) });
  const anyBefore = fc
    .dictionary(
      fc.constantFrom('functional', 'analytics', 'posthog', 'elsewhere'),
      fc.record({
        granted: fc.boolean(),
        revision: fc.integer({ min: 0, max: 6 }),
        // Not about to run out: the cookie rounds a grant's time to whole days, never to later.
        at: fc.constantFrom(NOW, daysAgo(100), daysAgo(190)),
      }),
      { noNullPrototype: true },
    )
    .map((answers) => decisionOf(answers, { revision: 3 }));

  it('who has answered everything is asked nothing on the next page', () => {
    fc.assert(
      fc.property(anyConfig, anyBefore, fc.boolean(), (config, before, granted) => {
        const next = answered(modelAt(config), before, granted);
        assert.deepEqual(seen(config, next).asked, []);
        assert.equal(seen(config, next).choices['functional'], granted);
      }),
    );
  });

  it('who has answered what is asked is asked nothing on the next page', () => {
    fc.assert(
      fc.property(anyConfig, anyBefore, fc.boolean(), (config, before, granted) => {
        const model = modelAt(config);
        const { asked } = decide(model, before, NOW);
        const next = answer(model, before, Object.fromEntries(asked.map((id) => [id, granted])), NOW);
        assert.deepEqual(seen(config, decode(encode(next), NOW)!).asked, []);
      }),
    );
  });

  it('refusing what is new leaves every yes, and no other comes', () => {
    fc.assert(
      fc.property(anyConfig, anyBefore, (config, before) => {
        const model = modelAt(config);
        const outcome = decide(model, before, NOW);
        const next = answer(model, before, Object.fromEntries(outcome.asked.map((id) => [id, false])), NOW);
        assert.deepEqual(decide(model, next, NOW).choices, outcome.choices);
      }),
    );
  });
});
