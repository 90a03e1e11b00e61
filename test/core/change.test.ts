import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { answer } from '../../src/core/answer.js';
import { changeBetween } from '../../src/core/change.js';
import { decide } from '../../src/core/decide.js';
import { anyVisit, category, decisionOf, modelOf, NOW } from '../helpers/model.js';

const model = modelOf(['necessary', category('analytics', ['posthog']), 'social', 'sharing']);
type Answers = Parameters<typeof decisionOf>[0];

const change = (before: Answers, after: Answers) =>
  changeBetween(model, decide(model, decisionOf(before), NOW), decide(model, decisionOf(after), NOW), 'save');

describe('what changed between two decisions', () => {
  for (const [what, before, after, granted, denied] of [
    ['a first yes is granted, services included', {}, { analytics: true }, ['analytics', 'posthog'], []],
    ['a first no is denied, services included', {}, { analytics: false }, [], ['analytics', 'posthog']],
    ['what stays open is neither', {}, { social: true }, ['social'], []],
    ['what stays as it was is neither', { analytics: true, social: false }, { analytics: true, social: false }, [], []],
    ['a yes taken back is denied', { analytics: true }, { analytics: false }, [], ['analytics', 'posthog']],
    ['a no that turns is granted', { social: false }, { social: true }, ['social'], []],
    ['a departed service is denied', { analytics: true }, { analytics: true, posthog: false }, [], ['posthog']],
    ['one that is back is granted', { analytics: true, posthog: false }, { analytics: true }, ['posthog'], []],
    ['a yes that ran out is denied', { social: true }, {}, [], ['social']],
    ['a separate no that was none before is no news', {}, { sharing: false }, [], []],
    ['a separate yes taken back is denied', { sharing: true }, { sharing: false }, [], ['sharing']],
  ] as [string, Answers, Answers, string[], string[]][]) {
    it(what, () => {
      const detail = change(before, after);
      assert.deepEqual(detail.granted, granted);
      assert.deepEqual(detail.denied, denied);
    });
  }

  it('comes with all choices as they are now, and how they were made', () => {
    const { choices, method } = change({}, { analytics: true });
    assert.deepEqual(choices, { necessary: true, analytics: true, posthog: true, social: false, sharing: false });
    assert.equal(method, 'save');
  });

  it('running are those of the denied of which a script ran', () => {
    const [before, after] = [
      { analytics: true, social: true },
      { analytics: false, social: true },
    ].map((answers) => decide(model, decisionOf(answers), NOW));
    for (const [ran, running] of [
      [[], []],
      [['posthog'], ['posthog']],
      [['analytics,social'], ['analytics']],
      [
        ['social', 'posthog', 'analytics'],
        ['analytics', 'posthog'],
      ],
    ] as const) {
      assert.deepEqual(changeBetween(model, before!, after!, 'save', ran).running, running);
    }
  });

  it('granted are exactly the new yeses, denied are noes and hold every lost yes', () => {
    fc.assert(
      fc.property(anyVisit, ({ model: site, decision, choices }) => {
        const before = decide(site, decision, NOW);
        const after = decide(site, answer(site, decision, choices, NOW), NOW);
        const { granted, denied } = changeBetween(site, before, after, 'update');
        for (const [id, now] of Object.entries(after.choices)) {
          assert.equal(granted.includes(id), now && !before.choices[id], id);
          if (denied.includes(id)) assert.equal(now, false, id);
          if (before.choices[id] && !now) assert.ok(denied.includes(id), id);
        }
      }),
    );
  });
});
