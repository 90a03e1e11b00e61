import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Category, Change, Config } from '../../src/core/config.js';
import { decide } from '../../src/core/decide.js';
import { UNDECIDED, type Decision } from '../../src/core/decision.js';
import { newsOf, type News, type Told } from '../../src/core/news.js';
import { daysAgo, decisionOf, modelOf, NOW } from '../helpers/model.js';

const day = (days: number): string => new Date((NOW + days * 86_400) * 1000).toISOString().slice(0, 10);

const CATEGORIES: readonly Category[] = [
  { id: 'necessary' },
  { id: 'functional' },
  { id: 'analytics', services: [{ id: 'posthog' }, { id: 'mixpanel', since: 2 }] },
  { id: 'push' },
];

const configOf = (revision: number, ...changes: Change[]): Config => ({
  revision,
  changes,
  categories: [...CATEGORIES],
});

/** What somebody who decided so is told now. */
function tell(config: Config, decision: Decision): News {
  const { asked } = decide(modelOf(config.categories!, config), decision, NOW);
  return newsOf(config, decision, asked, NOW);
}

const ALL = decisionOf({ functional: true, analytics: true, push: false });

const inShort = (told: readonly Told[]): unknown =>
  told.map(({ change, ids }) => [change.text ?? change.revision, ids]);

const NOTHING = { reasons: [], unexplained: [], expired: [], announced: [], untold: [] };

describe('who is asked again learns why', () => {
  it('by the change that touches what is asked', () => {
    const told = tell(configOf(2, { revision: 2, ids: ['mixpanel'], text: 'Mixpanel came' }), ALL);
    assert.deepEqual(
      { ...told, reasons: inShort(told.reasons) },
      { ...NOTHING, reasons: [['Mixpanel came', ['mixpanel']]] },
    );
  });

  it('of a category without its services, which it stands for', () => {
    const { reasons } = tell(configOf(2, { revision: 2, ids: ['analytics', 'posthog'] }), ALL);
    assert.deepEqual(inShort(reasons), [[2, ['analytics']]]);
  });

  it('of all that a change without ids touches and that is asked', () => {
    const { reasons } = tell(configOf(2, { revision: 2 }), ALL);
    assert.deepEqual(inShort(reasons), [[2, ['functional', 'analytics', 'push']]]);
  });

  it('by all changes since the answer, the latest first; two of one revision as they stand', () => {
    const config = configOf(
      4,
      { revision: 2, ids: ['analytics'], text: 'old' },
      { revision: 4, ids: ['analytics'], text: 'first' },
      { revision: 4, ids: ['push'], text: 'second' },
      { revision: 3, ids: ['analytics'], text: 'between' },
    );
    assert.deepEqual(inShort(tell(config, ALL).reasons), [
      ['first', ['analytics']],
      ['second', ['push']],
      ['between', ['analytics']],
      ['old', ['analytics']],
    ]);
    const answered = decisionOf({ functional: true, analytics: { revision: 3 }, push: false });
    assert.deepEqual(inShort(tell(config, answered).reasons), [
      ['first', ['analytics']],
      ['second', ['push']],
    ]);
  });

  it('not by what only tells, has been answered, or is to come', () => {
    const config = configOf(
      4,
      { revision: 2, ids: ['push'] },
      { revision: 3, ids: ['analytics'], effect: 'tell' },
      { revision: 4, ids: ['functional'], effective: day(1) },
    );
    const decision = decisionOf({ functional: true, analytics: { at: daysAgo(200) }, push: { revision: 2 } });
    const { reasons, expired } = tell(config, decision);
    assert.deepEqual([reasons, expired], [[], ['analytics']]);
  });

  it('of an id that is new, where a change names it and is later than the first answer', () => {
    const before = decisionOf({ functional: true, analytics: true });
    const named = configOf(2, { revision: 2, ids: ['push'], text: 'Push came' });
    assert.deepEqual(inShort(tell(named, before).reasons), [['Push came', ['push']]]);
    const told = tell(configOf(2, { revision: 2, ids: [] }), before);
    assert.deepEqual({ ...told, unexplained: [] }, NOTHING, 'who left something open is told nothing');
  });

  it('that something has changed, where nothing explains it', () => {
    assert.deepEqual(tell(configOf(2), ALL).unexplained, ['functional', 'analytics', 'push']);
    assert.deepEqual(tell(configOf(2, { revision: 2, ids: [] }), ALL).unexplained, ['mixpanel']);
    const partly = tell(configOf(3, { revision: 2, ids: ['push'] }), ALL);
    assert.deepEqual(inShort(partly.reasons), [[2, ['push']]]);
    assert.deepEqual(partly.unexplained, ['functional', 'analytics']);
  });

  it('not of a service by itself where it is asked with its category', () => {
    const told = tell(
      configOf(2, { revision: 2, ids: [] }),
      decisionOf({ functional: true, posthog: false, push: true }),
    );
    assert.deepEqual(told, NOTHING);
  });

  it('that the answer has expired, where nothing has changed', () => {
    const decision = decisionOf({ functional: true, analytics: { at: daysAgo(184) }, push: false });
    assert.deepEqual(tell(configOf(2, { revision: 2, ids: [] }), decision), { ...NOTHING, expired: ['analytics'] });
  });
});

describe('what is announced', () => {
  const COMING: Change = { revision: 2, ids: ['analytics'], effective: day(9), text: 'soon' };
  const TOLD: Change = { revision: 2, ids: ['posthog'], effect: 'tell', text: 'moved' };

  it('is a change that is to come, to everybody', () => {
    for (const decision of [UNDECIDED, ALL, { ...ALL, revision: 2 }])
      assert.deepEqual(inShort(tell(configOf(2, COMING), decision).announced), [['soon', ['analytics']]]);
  });

  it('is what was changed without asking, to who was not told of it', () => {
    assert.deepEqual(inShort(tell(configOf(2, TOLD), ALL).announced), [['moved', ['posthog']]]);
    assert.deepEqual(tell(configOf(2, TOLD), { ...ALL, revision: 2 }).announced, []);
    assert.deepEqual(tell(configOf(2, TOLD), UNDECIDED).announced, []);
  });

  it('is untold until the revision was told of', () => {
    assert.deepEqual(inShort(tell(configOf(2, COMING), ALL).untold), [['soon', ['analytics']]]);
    assert.deepEqual(tell(configOf(2, COMING), { ...ALL, revision: 2 }).untold, []);
    assert.deepEqual(tell(configOf(2, COMING), UNDECIDED).untold, []);
  });

  it('asks nothing, and leaves the answers', () => {
    const model = modelOf(CATEGORIES, configOf(2, COMING));
    const { asked, choices } = decide(model, ALL, NOW);
    assert.deepEqual([asked, choices['posthog']], [[], true]);
  });

  it('asks when the day has come', () => {
    const told = tell(configOf(2, { ...COMING, effective: day(0) }), ALL);
    assert.deepEqual(inShort(told.reasons), [['soon', ['analytics']]]);
    assert.deepEqual(told.announced, []);
  });

  it('is in the order of revisions, and about everything where no ids are named', () => {
    const config = configOf(3, { revision: 3, effective: day(20) }, { ...COMING, revision: 2 });
    assert.deepEqual(inShort(tell(config, ALL).announced), [
      ['soon', ['analytics']],
      [3, []],
    ]);
  });

  it('is not what names nobody that is here, nor what the config has not reached', () => {
    assert.deepEqual(tell(configOf(2, { ...COMING, ids: ['elsewhere'] }), ALL).announced, []);
    assert.deepEqual(tell(configOf(2, { ...COMING, ids: [] }), ALL).announced, []);
    assert.deepEqual(tell(configOf(2, { ...COMING, revision: 3 }), ALL).announced, []);
  });
});

describe('whatever is configured and stored', () => {
  const ids = fc.subarray(['functional', 'analytics', 'posthog', 'mixpanel', 'push', 'nobody']);
  const anyChange: fc.Arbitrary<Change> = fc.record(
    {
      revision: fc.integer({ min: -1, max: 4 }),
      ids,
      effective: fc.constantFrom(day(-2), day(0), day(2), 'soon', ''),
      effect: fc.constantFrom('ask', 'tell'),
    },
    { requiredKeys: ['revision'] },
  );
  const anyAnswers = fc
    .dictionary(
      fc.constantFrom('functional', 'analytics', 'posthog', 'mixpanel', 'push', 'elsewhere'),
      fc.record({
        granted: fc.boolean(),
        revision: fc.integer({ min: 0, max: 4 }),
        at: fc.integer({ min: daysAgo(200), max: NOW }),
      }),
      { noNullPrototype: true },
    )
    .map((answers) => decisionOf(answers, { revision: 1 }));

  it('everything that is asked again and was answered has a reason, and nothing else has', () => {
    fc.assert(
      fc.property(fc.array(anyChange), fc.integer({ min: 1, max: 4 }), anyAnswers, (changes, revision, decision) => {
        const config = configOf(revision, ...changes);
        const { asked } = decide(modelOf(CATEGORIES, config), decision, NOW);
        const { reasons, unexplained, expired } = newsOf(config, decision, asked, NOW);
        const named = [...reasons.flatMap(({ ids: touched }) => touched), ...unexplained, ...expired];
        for (const id of named) assert.ok(asked.includes(id), id);
        for (const { id, services = [] } of CATEGORIES) {
          for (const name of [id, ...services.map((service) => service.id)]) {
            const wasAnswered = decision.answers.has(name) || decision.answers.has(id);
            // With its category, a service is asked for what that is asked for.
            const isByItself = name === id || !asked.includes(id);
            if (asked.includes(name) && wasAnswered && isByItself) assert.ok(named.includes(name), name);
          }
        }
        for (const id of expired) assert.ok(!unexplained.includes(id));
      }),
    );
  });
});
