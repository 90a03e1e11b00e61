import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { answer, sameForAll } from '../../src/core/answer.js';
import type { Config } from '../../src/core/config.js';
import { DAY, decide, type Choices } from '../../src/core/decide.js';
import { UNDECIDED, type Answer, type Decision } from '../../src/core/decision.js';
import { merge, type Limits, type MergeResult } from '../../src/core/merge.js';
import { createModel, idsOf, type Model } from '../../src/core/model.js';
import { presetFor } from '../../src/core/presets.js';
import { daysAgo, decisionOf, NOW } from '../helpers/model.js';

const SHOP: Config = {
  revision: 2,
  changes: [{ revision: 2, ids: ['heatmaps'] }],
  categories: [
    { id: 'necessary', services: [{ id: 'session' }] },
    { id: 'functional' },
    { id: 'analytics', services: [{ id: 'counter' }, { id: 'heatmaps', since: 2 }] },
    { id: 'measuring', kind: 'exempt', services: [{ id: 'probe' }] },
    {
      id: 'push',
      services: [
        { id: 'browser-push' },
        { id: 'email', scope: 'account' },
        { id: 'fitted', personalises: 'browser-push' },
        { id: 'abroad', country: 'SG' },
      ],
    },
    { id: 'sharing', services: [{ id: 'partner' }] },
  ],
};
const PRESET = { ...presetFor('CN'), exempt: ['measuring'] };
const model: Model = createModel(SHOP, PRESET, NOW);
const ids = model.categories.flatMap(idsOf);
const SEPARATE = ['abroad', 'sharing', 'partner'];

const at = (seconds: number, granted: boolean, revision = 2): Answer => ({ granted, at: NOW - seconds, revision });
const decided = (answers: Readonly<Record<string, Answer>>): Decision => decisionOf(answers, { revision: 2 });
/** As the rules read it for somebody who is signed in. */
const choices = (decision: Decision, now = NOW): Choices => decide(model, decision, now, []).choices;
const mergeNow = (device: Decision, account: Decision, limits?: Limits): { decision: Decision; result: MergeResult } =>
  merge(model, device, account, NOW, limits);
const answersOf = ({ answers }: Decision): Record<string, Answer> => Object.fromEntries(answers);

describe('for each id the latest answer wins', () => {
  for (const [what, device, account, expected] of [
    ['the account’s later yes', at(20, false), at(10, true), true],
    ['the account’s later no', at(20, true), at(10, false), false],
    ['the device’s later yes', at(10, true), at(20, false), true],
    ['the device’s later no', at(10, false), at(20, true), false],
    ['of two at the same time the account’s no', at(10, true), at(10, false), false],
    ['of two at the same time the device’s no', at(10, false), at(10, true), false],
  ] as const) {
    it(what, () => {
      const { decision, result } = mergeNow(decided({ functional: device }), decided({ functional: account }));
      assert.equal(choices(decision)['functional'], expected);
      const isAccounts = expected === account.granted;
      assert.deepEqual(result, {
        taken: isAccounts ? ['functional'] : [],
        kept: isAccounts ? [] : ['functional'],
        leftOut: {},
      });
    });
  }

  it('each by itself: some are the account’s, some the device’s', () => {
    const { decision, result } = mergeNow(
      decided({ functional: at(10, false), analytics: at(20, true) }),
      decided({ functional: at(20, true), analytics: at(10, false) }),
    );
    assert.deepEqual(answersOf(decision), { functional: at(10, false), analytics: at(10, false) });
    assert.deepEqual(result.taken, ['analytics', 'counter', 'heatmaps']);
    assert.deepEqual(result.kept, ['functional']);
  });

  it('what one of them has not answered is the other’s', () => {
    const { decision } = mergeNow(decided({ functional: at(10, true) }), decided({ analytics: at(20, true) }));
    assert.deepEqual(answersOf(decision), { functional: at(10, true), analytics: at(20, true) });
  });

  it('nothing is renewed: each keeps its own time and revision', () => {
    const old = { granted: true, at: daysAgo(100), revision: 1 };
    const { decision } = mergeNow(UNDECIDED, decided({ functional: old }));
    assert.deepEqual(decision.answers.get('functional'), old);
    assert.equal(choices(decision, NOW + 83 * DAY)['functional'], true);
    assert.equal(choices(decision, NOW + 84 * DAY)['functional'], false);
  });

  it('a yes that has run out stays one that has', () => {
    const { decision } = mergeNow(UNDECIDED, decided({ functional: { granted: true, at: daysAgo(200), revision: 2 } }));
    assert.equal(choices(decision)['functional'], false);
  });

  it('an objection to what is exempt is taken, and a later yes to it too', () => {
    assert.equal(choices(mergeNow(UNDECIDED, decided({ measuring: at(10, false) })).decision)['probe'], false);
    const back = mergeNow(decided({ measuring: at(20, false) }), decided({ measuring: at(10, true) }));
    assert.equal(choices(back.decision)['probe'], true);
  });
});

describe('services', () => {
  it('go with the answer of their category, where that is the later', () => {
    const device = decided({ analytics: at(30, true), counter: at(30, false) });
    const { decision } = mergeNow(device, decided({ analytics: at(10, true) }));
    assert.deepEqual(answersOf(decision), { analytics: at(10, true) });
  });

  it('that were refused later than their category was allowed elsewhere stay refused', () => {
    const device = decided({ analytics: at(30, true), counter: at(10, false) });
    const { decision } = mergeNow(device, decided({ analytics: at(20, true) }));
    assert.deepEqual(answersOf(decision), { analytics: at(20, true), counter: at(10, false) });
  });

  it('of a category that was refused later are off with it', () => {
    const device = decided({ push: at(30, true), email: at(30, true) });
    const { decision } = mergeNow(device, decided({ push: at(10, false) }));
    assert.deepEqual(answersOf(decision), { push: at(10, false) });
  });

  it('that are named by themselves stay off where their category was refused, and only that was allowed again', () => {
    const first = mergeNow(decided({ push: at(10, true) }), decided({ push: at(20, false) })).decision;
    const device = decided({ push: at(30, true), email: at(30, true) });
    assert.equal(choices(mergeNow(device, first).decision)['email'], false);
  });

  it('that are new since the category’s answer are asked for, not granted', () => {
    const { decision } = mergeNow(UNDECIDED, decided({ analytics: at(10, true, 1) }));
    const outcome = decide(model, decision, NOW, []);
    assert.equal(outcome.choices['counter'], true);
    assert.equal(outcome.choices['heatmaps'], false);
    assert.ok(outcome.asked.includes('heatmaps'));
  });

  it('that the account could not name count as no', () => {
    const { decision } = mergeNow(UNDECIDED, { ...decided({ analytics: at(10, true) }), incomplete: true });
    assert.equal(choices(decision)['analytics'], true);
    assert.equal(choices(decision)['counter'], false);
    const device = decided({ analytics: at(30, true) });
    const both = mergeNow(device, { ...decided({ functional: at(10, true) }), incomplete: true });
    assert.equal(choices(both.decision)['counter'], true);
  });
});

describe('what is left out', () => {
  it('a yes that needs a step of its own, of a category and of a service', () => {
    const { decision, result } = mergeNow(
      UNDECIDED,
      decided({ push: at(10, true), abroad: at(10, true), sharing: at(10, true), partner: at(10, true) }),
    );
    assert.deepEqual(result.leftOut, { abroad: 'separate', sharing: 'separate', partner: 'separate' });
    for (const id of SEPARATE) assert.equal(choices(decision)[id], false, id);
  });

  it('not a no to that: who took it back elsewhere took it back here', () => {
    const device = decided({ push: at(30, true), abroad: at(30, true), sharing: at(30, true) });
    const { decision } = mergeNow(device, decided({ abroad: at(10, false), sharing: at(10, false) }));
    assert.equal(choices(decision)['sharing'], false);
    assert.equal(choices(decision)['abroad'], false);
  });

  it('and the device’s own such yes stays', () => {
    const device = decided({ push: at(30, true), abroad: at(30, true), sharing: at(30, true) });
    const { decision } = mergeNow(device, decided({ push: at(10, true), functional: at(10, true) }));
    for (const id of ['sharing', 'abroad', 'functional']) assert.equal(choices(decision)[id], true, id);
  });

  it('a yes for what is off for this visitor; a no for it is taken', () => {
    const limits = { barred: ['functional', 'email', 'analytics'] };
    const account = decided({
      functional: at(10, true),
      push: at(10, true),
      email: at(10, true),
      analytics: at(10, false),
    });
    const { decision, result } = mergeNow(UNDECIDED, account, limits);
    assert.deepEqual(result.leftOut, { functional: 'barred', email: 'barred' });
    assert.deepEqual([...decision.answers.keys()].sort(), ['analytics', 'push']);
    assert.equal(choices(decision)['email'], false);
  });

  it('a yes that a signal of this browser denies', () => {
    const { decision, result } = mergeNow(UNDECIDED, decided({ functional: at(10, true) }), {
      signalled: ['functional'],
    });
    assert.deepEqual(result.leftOut, { functional: 'signal' });
    assert.equal(decision, UNDECIDED);
  });

  it('what is not asked here; what else this device keeps stays', () => {
    const device = decided({ 'other-product': at(10, true) });
    const { decision, result } = mergeNow(device, decided({ elsewhere: at(5, true), necessary: at(5, false) }));
    assert.deepEqual(result.leftOut, { elsewhere: 'unasked', necessary: 'unasked' });
    assert.equal(decision, device);
    const changed = mergeNow(device, decided({ functional: at(5, true) })).decision;
    assert.deepEqual(changed.answers.get('other-product'), at(10, true));
  });
});

const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  granted: fc.boolean(),
  // Few times, so that ties are met.
  at: fc.oneof(fc.integer({ min: NOW - 5, max: NOW }), fc.integer({ min: NOW - 400 * DAY, max: NOW })),
  revision: fc.integer({ min: 1, max: 2 }),
});
const anyAnswers = fc.dictionary(fc.constantFrom(...ids, 'elsewhere'), anyAnswer, { noNullPrototype: true });
const anyDecision: fc.Arbitrary<Decision> = fc.oneof(
  fc
    .record({ answers: anyAnswers, incomplete: fc.boolean() })
    .map(({ answers, incomplete }) => ({ ...decided(answers), incomplete })),
  // As visitors decide.
  fc
    .array(
      fc.tuple(
        fc.integer({ min: 1, max: 9 }),
        fc.dictionary(fc.constantFrom(...ids), fc.boolean(), { noNullPrototype: true }),
      ),
      { maxLength: 4 },
    )
    .map((sittings) =>
      sittings.reduce(
        (decision, [wait, given], index) =>
          answer(model, decision, given, NOW - 9 * (sittings.length - index) + wait, index % 2 === 0, []),
        UNDECIDED,
      ),
    ),
);
const ordinary = ids.filter((id) => !SEPARATE.includes(id));

describe('whatever is merged', () => {
  it('nothing becomes a yes that neither allowed', () => {
    fc.assert(
      fc.property(anyDecision, anyDecision, fc.subarray(ids), (device, account, barred) => {
        const { decision } = mergeNow(device, account, { barred });
        const [here, there, after] = [device, account, decision].map((each) => choices(each));
        for (const id of ids) {
          if (after![id]) assert.ok(here![id] || there![id], id);
          if (after![id] && SEPARATE.includes(id)) assert.ok(here![id], id);
          if (after![id] && barred.includes(id)) assert.ok(here![id], id);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the account’s answers that were given later than all of the device’s hold, and the other way round', () => {
    fc.assert(
      fc.property(anyDecision, anyDecision, (device, account) => {
        const shift = ({ answers, ...rest }: Decision, seconds: number): Decision => ({
          ...rest,
          answers: new Map([...answers].map(([id, each]) => [id, { ...each, at: each.at + seconds }])),
        });
        const later = shift(account, 500 * DAY);
        const { decision } = merge(model, device, later, NOW + 500 * DAY);
        for (const { id, kind } of model.categories) {
          const given = later.answers.get(id);
          if (!given || kind === 'necessary' || (kind === 'separate' && given.granted)) continue;
          assert.deepEqual(decision.answers.get(id), given, id);
        }
        const kept = merge(model, later, device, NOW + 500 * DAY).decision;
        for (const [id, given] of later.answers) {
          if (model.categories.some((category) => category.id === id))
            assert.deepEqual(kept.answers.get(id), given, id);
        }
      }),
    );
  });

  it('a second time nothing changes', () => {
    fc.assert(
      fc.property(anyDecision, anyDecision, (device, account) => {
        const once = mergeNow(device, account).decision;
        const twice = mergeNow(once, account);
        assert.deepEqual(choices(twice.decision), choices(once));
        assert.deepEqual(decide(model, twice.decision, NOW, []).asked, decide(model, once, NOW, []).asked);
      }),
      { numRuns: 300 },
    );
  });

  it('whose turn it is makes no difference, but for what only a device can allow', () => {
    fc.assert(
      fc.property(anyDecision, anyDecision, (one, other) => {
        fc.pre(!one.incomplete && !other.incomplete);
        const [first, second] = [mergeNow(one, other), mergeNow(other, one)].map(({ decision }) => choices(decision));
        for (const id of ordinary) assert.equal(first![id], second![id], id);
      }),
      { numRuns: 300 },
    );
  });

  it('no answer is renewed or made up: every time and revision is one of those that were there', () => {
    fc.assert(
      fc.property(anyDecision, anyDecision, (device, account) => {
        const known = [...device.answers.values(), ...account.answers.values()].map(
          (each) => `${each.at} ${each.revision}`,
        );
        for (const [id, each] of mergeNow(device, account).decision.answers) {
          assert.ok(known.includes(`${each.at} ${each.revision}`), id);
        }
      }),
    );
  });

  it('every id of the account is accounted for, and no id twice', () => {
    fc.assert(
      fc.property(anyDecision, anyDecision, (device, account) => {
        const { taken, kept, leftOut } = mergeNow(device, account).result;
        assert.equal(new Set([...taken, ...kept]).size, taken.length + kept.length);
        for (const { id } of model.categories) {
          if (account.answers.has(id)) assert.ok([...taken, ...kept].includes(id) || id in leftOut, id);
        }
      }),
    );
  });
});

it('a refusal of everything on one device is one on all that were decided before', () => {
  const before = answer(model, UNDECIDED, sameForAll(model, true, true), NOW - 100, true, []);
  const refused = answer(model, before, sameForAll(model, false, true), NOW - 50, false, []);
  const after = choices(mergeNow(before, refused).decision);
  assert.deepEqual(
    Object.keys(after).filter((id) => after[id]),
    ['necessary', 'session'],
  );
});
