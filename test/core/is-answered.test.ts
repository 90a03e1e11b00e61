import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAnswered } from '../../src/core/is-answered.js';
import { category, daysAgo, decisionOf, modelOf, NOW } from '../helpers/model.js';

const shop = modelOf([category('analytics', ['posthog']), 'social', 'sharing']);

describe('an id is answered', () => {
  for (const [what, answers, id, expected] of [
    ['when its category was', { analytics: false }, 'analytics', true],
    ['when the category of the service was', { analytics: false }, 'posthog', true],
    ['when the service itself was, its category being open', { posthog: false }, 'posthog', true],
    ['when it is separate and was refused', { sharing: false }, 'sharing', true],
    ['not by its service alone', { posthog: false }, 'analytics', false],
    ['not by another', { social: false }, 'analytics', false],
    ['not when nobody configured it', { elsewhere: false }, 'elsewhere', false],
    ['not by an answer that ran out', { social: { granted: false, at: daysAgo(185) } }, 'social', false],
  ] as const) {
    it(what, () => assert.equal(isAnswered(shop, decisionOf(answers), id, NOW), expected));
  }

  it('not by an answer of an earlier revision', () => {
    const model = modelOf(['social'], { revision: 2 });
    assert.equal(isAnswered(model, decisionOf({ social: false }), 'social', NOW), false);
  });
});
