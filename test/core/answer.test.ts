import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { answer, sameForAll } from '../../src/core/answer.js';
import { decide, type Choices, type Outcome } from '../../src/core/decide.js';
import { UNDECIDED, type Decision } from '../../src/core/decision.js';
import { idsOf as idsOfCategory, type Model } from '../../src/core/model.js';
import { anyVisit, category, daysAgo, decisionOf, exempting, idsOf, modelOf, NOW } from '../helpers/model.js';

const shop = modelOf([
  'necessary',
  category('analytics', ['posthog', 'matomo']),
  'social',
  category('sharing', ['partner']),
]);

const outcome = (model: Model, decision: Decision): Outcome => decide(model, decision, NOW);
const storedIds = ({ answers }: Decision): string[] =>
  [...answers].map(([id, { granted }]) => (granted ? id : `!${id}`)).sort();

describe('answering', () => {
  for (const [what, before, choices, stored, pending] of [
    ['a yes to a category is kept', {}, { analytics: true }, ['analytics'], ['social']],
    ['a no to a category is kept', {}, { analytics: false }, ['!analytics'], ['social']],
    ['unknown ids are left out', {}, { constructor: true, other: true }, [], ['analytics', 'social']],
    ['the necessary cannot be answered', {}, { necessary: false }, [], ['analytics', 'social']],
    [
      'a service turned on turns its category on, its siblings depart',
      {},
      { posthog: true },
      ['!matomo', 'analytics'],
      ['social'],
    ],
    [
      'a category turned on by name brings its services, but for those that are named no',
      {},
      { analytics: true, matomo: false },
      ['!matomo', 'analytics'],
      ['social'],
    ],
    [
      'a category turned on again by name brings back the services that were not on',
      { analytics: false },
      { analytics: true },
      ['analytics'],
      ['social'],
    ],
    [
      'a category that is on already keeps its departures',
      { analytics: true, posthog: false },
      { analytics: true },
      ['!posthog', 'analytics'],
      ['social'],
    ],
    [
      'a departed service comes back by name alone',
      { analytics: true, posthog: false, matomo: false },
      { posthog: true },
      ['!matomo', 'analytics'],
      ['social'],
    ],
    [
      'a category turned off takes its services along',
      { analytics: true, posthog: false },
      { analytics: false },
      ['!analytics'],
      ['social'],
    ],
    [
      'a category that is named no wins over its services',
      {},
      { analytics: false, posthog: true },
      ['!analytics'],
      ['social'],
    ],
    ['a service turned off departs', { analytics: true }, { posthog: false }, ['!posthog', 'analytics'], ['social']],
    [
      'a service refused leaves its category open, and is remembered',
      {},
      { posthog: false },
      ['!posthog'],
      ['analytics', 'social'],
    ],
    [
      'what was refused while its category was open is no departure once that is refused',
      { posthog: false },
      { analytics: false },
      ['!analytics'],
      ['social'],
    ],
    [
      'what was refused while its category was open stays so when a sibling is turned on',
      { posthog: false },
      { matomo: true },
      ['!posthog', 'analytics'],
      ['social'],
    ],
    [
      'a sibling whose stored yes did not count is not brought along',
      { analytics: false, matomo: true },
      { posthog: true },
      ['!matomo', 'analytics'],
      ['social'],
    ],
    ['a separate yes is not taken', {}, { sharing: true, partner: true }, [], ['analytics', 'social']],
    ['a separate yes stays', { sharing: true }, { analytics: false }, ['!analytics', 'sharing'], ['social']],
    ['a separate no is taken', { sharing: true }, { sharing: false }, ['!sharing'], ['analytics', 'social']],
    ['ids of another site are kept', { elsewhere: true }, { social: true }, ['elsewhere', 'social'], ['analytics']],
  ] as const) {
    it(what, () => {
      const decision = answer(shop, decisionOf(before), choices, NOW);
      assert.deepEqual(storedIds(decision), stored);
      assert.deepEqual(outcome(shop, decision).pending, pending);
    });
  }

  it('a separate yes is taken in its own dialog', () => {
    const decision = answer(shop, UNDECIDED, { sharing: true }, NOW, true);
    assert.deepEqual(storedIds(decision), ['sharing']);
    assert.equal(outcome(shop, decision).choices['partner'], true);
  });

  it('anything but true is a no', () => {
    for (const value of ['yes', 1, null, {}]) {
      const decision = answer(shop, UNDECIDED, { social: value as unknown as boolean }, NOW);
      assert.deepEqual(storedIds(decision), ['!social']);
    }
  });

  it('keeps when, and at what revision, each id was answered', () => {
    const model = modelOf(['analytics', 'social'], { revision: 3, changes: [{ revision: 3, ids: ['social'] }] });
    const before = decisionOf({ analytics: { at: daysAgo(50), revision: 1 } }, { at: daysAgo(50) });
    const decision = answer(model, before, { social: true }, NOW);
    assert.deepEqual(
      [...decision.answers],
      [
        ['analytics', { granted: true, at: daysAgo(50), revision: 1 }],
        ['social', { granted: true, at: NOW, revision: 3 }],
      ],
    );
    assert.equal(decision.at, NOW);
    assert.equal(decision.revision, 3);
  });

  it('answering the same again renews it', () => {
    const decision = answer(shop, decisionOf({ social: { at: daysAgo(50) } }), { social: true }, NOW);
    assert.equal(decision.answers.get('social')?.at, NOW);
  });

  it('writes down the departures that the cookie had no room for', () => {
    const decision = answer(shop, decisionOf({ analytics: true }, { incomplete: true }), { social: true }, NOW);
    assert.deepEqual(storedIds(decision), ['!matomo', '!posthog', 'analytics', 'social']);
    assert.notEqual(decision.incomplete, true);
  });

  it('leaves the decision before as it was', () => {
    const before = decisionOf({ social: true });
    answer(shop, before, { social: false, analytics: true }, NOW);
    assert.deepEqual(storedIds(before), ['social']);
  });
});

describe('the same answer for all', () => {
  it('names every category and service but separate ones', () => {
    const yes = { necessary: true, analytics: true, posthog: true, matomo: true, social: true };
    assert.deepEqual(sameForAll(shop, true), yes);
  });

  it('names separate ones too where everything is meant', () => {
    assert.deepEqual(Object.keys(sameForAll(shop, false, true)), idsOf(shop));
  });

  it('objects to the exempt', () => {
    const model = modelOf([category('measuring', [], { kind: 'exempt' })], {}, exempting('measuring'));
    const decision = answer(model, UNDECIDED, sameForAll(model, false), NOW);
    assert.deepEqual(outcome(model, decision).choices, { measuring: false });
  });
});

describe('whatever is configured and stored', () => {
  const namedIn = (model: Model, choices: Choices): Set<string> =>
    new Set(model.categories.map(idsOfCategory).flatMap((ids) => (ids.some((name) => name in choices) ? ids : [])));

  it('ids whose category and siblings are not named never change', () => {
    fc.assert(
      fc.property(anyVisit, ({ model, decision, choices }) => {
        const before = outcome(model, decision);
        const after = outcome(model, answer(model, decision, choices, NOW));
        const named = namedIn(model, choices);
        for (const id of idsOf(model)) {
          if (named.has(id)) continue;
          assert.equal(after.choices[id], before.choices[id], id);
          assert.equal(after.pending.includes(id), before.pending.includes(id), id);
        }
      }),
    );
  });

  it('services that are not named change only with their category', () => {
    fc.assert(
      fc.property(anyVisit, ({ model, decision, choices }) => {
        const before = outcome(model, decision).choices;
        const after = outcome(model, answer(model, decision, choices, NOW)).choices;
        for (const { id, services } of model.categories) {
          for (const { id: service } of services) {
            if (service in choices || before[id] !== after[id]) continue;
            // A yes to the category by name, of a later revision, covers what is new in it.
            if (choices[id] && !decision.answers.has(service)) continue;
            assert.equal(after[service], before[service], service);
          }
        }
      }),
    );
  });

  it('a named category gets the answer it was given', () => {
    fc.assert(
      fc.property(anyVisit, ({ model, decision, choices }) => {
        const after = outcome(model, answer(model, decision, choices, NOW));
        for (const { id, kind } of model.categories) {
          if (!(id in choices) || kind === 'necessary' || (kind === 'separate' && choices[id])) continue;
          assert.equal(after.choices[id], choices[id], id);
          assert.ok(!after.asked.includes(id));
        }
      }),
    );
  });

  it('a separate yes never arises', () => {
    fc.assert(
      fc.property(anyVisit, ({ model, decision, choices }) => {
        const before = outcome(model, decision).choices;
        for (const given of [choices, sameForAll(model, true), sameForAll(model, true, true)]) {
          const after = outcome(model, answer(model, decision, given, NOW)).choices;
          for (const { id, kind, services } of model.categories) {
            const separate = services.filter(({ need }) => kind === 'separate' || need === 'separate');
            for (const name of [...(kind === 'separate' ? [id] : []), ...separate.map((service) => service.id)])
              assert.ok(kind === 'necessary' || before[name] || !after[name], name);
          }
        }
      }),
    );
  });

  it('one service turned on turns its category on, and no sibling', () => {
    fc.assert(
      fc.property(anyVisit, ({ model, decision }) => {
        const before = outcome(model, decision).choices;
        for (const { id, kind, services } of model.categories) {
          for (const { id: service, need, revision, inForce } of kind === 'separate' ? [] : services) {
            if (need === 'separate' || revision > inForce || model.barred.includes(service)) continue;
            const after = outcome(model, answer(model, decision, { [service]: true }, NOW)).choices;
            assert.equal(after[id], true);
            assert.equal(after[service], true);
            for (const { id: sibling } of services)
              if (sibling !== service) assert.equal(after[sibling], before[sibling], sibling);
          }
        }
      }),
    );
  });

  it('a no to all leaves only the necessary on, and nothing pending', () => {
    fc.assert(
      fc.property(anyVisit, ({ model, decision }) => {
        const { choices, pending } = outcome(model, answer(model, decision, sameForAll(model, false, true), NOW));
        for (const each of model.categories) {
          for (const name of idsOfCategory(each)) assert.equal(choices[name], each.kind === 'necessary', name);
        }
        assert.deepEqual(pending, []);
      }),
    );
  });

  it('a yes to all leaves all on but separate ones, and nothing pending', () => {
    fc.assert(
      fc.property(anyVisit, ({ model, decision }) => {
        const { choices, pending } = outcome(model, answer(model, decision, sameForAll(model, true), NOW));
        for (const { id, kind, services } of model.categories) {
          if (kind === 'separate') continue;
          assert.equal(choices[id], true, id);
          for (const { id: service, need, revision, inForce } of services) {
            // What a revision to come brings is not asked yet.
            if (need !== 'separate' && revision <= inForce && !model.barred.includes(service))
              assert.equal(choices[service], true, service);
          }
        }
        assert.deepEqual(pending, []);
      }),
    );
  });

  it('what is barred gets no yes that would count once it is not', () => {
    fc.assert(
      fc.property(anyVisit, fc.boolean(), ({ model, decision, choices }, inOwnDialog) => {
        const barred = idsOf(model).filter(
          (id) => model.categories.find((each) => each.id === id)?.kind !== 'necessary',
        );
        const before = decide(model, decision, NOW, []).choices;
        for (const given of [choices, sameForAll(model, true, true)]) {
          const after = decide(model, answer(model, decision, given, NOW, inOwnDialog, barred), NOW, []).choices;
          for (const id of barred) assert.ok(before[id] || !after[id], id);
        }
      }),
    );
  });

  it('saying it twice changes nothing', () => {
    fc.assert(
      fc.property(anyVisit, ({ model, decision, choices }) => {
        const once = answer(model, decision, choices, NOW);
        assert.deepEqual(answer(model, once, choices, NOW), once);
      }),
    );
  });
});
