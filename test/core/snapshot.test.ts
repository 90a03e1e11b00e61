import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Decision } from '../../src/core/decision.js';
import { readSnapshot } from '../../src/core/snapshot.js';
import { anyDecision, NOW } from '../helpers/model.js';

const GOOD = {
  version: 1,
  at: NOW - 5,
  revision: 2,
  answers: { analytics: { granted: true, at: NOW - 10, revision: 1 } },
};
const withAnswer = (more: object, id = 'analytics'): object => ({
  ...GOOD,
  answers: { [id]: { ...GOOD.answers.analytics, ...more } },
});

it('a snapshot is a decision', () => {
  assert.deepEqual(readSnapshot(GOOD, NOW), {
    at: NOW - 5,
    revision: 2,
    answers: new Map([['analytics', { granted: true, at: NOW - 10, revision: 1 }]]),
    incomplete: false,
  });
});

it('one of a visitor who has not decided is one without answers', () => {
  assert.equal(readSnapshot({ version: 1, at: 0, revision: 0, answers: {} }, NOW).answers.size, 0);
});

it('what else stands in it is no concern', () => {
  assert.deepEqual(
    readSnapshot({ ...withAnswer({ colour: 'red' }), note: 'x' }, NOW).answers.get('analytics'),
    GOOD.answers.analytics,
  );
});

it('a clock may be some minutes behind the one that wrote it', () => {
  assert.equal(readSnapshot(withAnswer({ at: NOW + 299 }), NOW).at, NOW + 299);
});

describe('is refused, and told what is wrong', () => {
  for (const [what, bad, message] of [
    ['nothing', undefined, /the snapshot is undefined instead of the object that export\(\) returns/],
    ['null', null, /the snapshot is null/],
    ['a text that was not parsed', JSON.stringify(GOOD), /the snapshot is ".*" instead of the object/],
    ['a list', [GOOD], /the snapshot is a list/],
    ['another object', {}, /`version` is undefined instead of 1/],
    ['a version in words', { ...GOOD, version: '1' }, /`version` is "1" instead of 1/],
    [
      'a newer version',
      { ...GOOD, version: 2 },
      /`version` is 2 instead of 1: it was made by a newer version of Candor/,
    ],
    ['no time', { ...GOOD, at: undefined }, /`at` is undefined instead of a time in Unix seconds/],
    ['a time in milliseconds', { ...GOOD, at: NOW * 1000 }, /`at` is \d+ instead of a time before now/],
    ['a time before 1970', { ...GOOD, at: -1 }, /`at` is -1/],
    ['no revision', { ...GOOD, revision: null }, /`revision` is null instead of a whole number/],
    ['no answers', { ...GOOD, answers: undefined }, /`answers` is undefined instead of an object/],
    ['answers in a list', { ...GOOD, answers: [] }, /`answers` is a list/],
    ['an id that is none', withAnswer({}, 'My Ads'), /`answers.My Ads` is an object instead of nothing/],
    [
      'an id that every object has',
      JSON.parse('{"version":1,"at":1,"revision":1,"answers":{"__proto__":{"granted":true,"at":1,"revision":1}}}'),
      /`answers.__proto__`/,
    ],
    [
      'an answer that is none',
      { ...GOOD, answers: { analytics: true } },
      /`answers.analytics` is true instead of an answer/,
    ],
    ['a yes in words', withAnswer({ granted: 'yes' }), /`answers.analytics.granted` is "yes" instead of true or false/],
    ['an answer without a time', withAnswer({ at: undefined }), /`answers.analytics.at` is undefined/],
    [
      'an answer from the future',
      withAnswer({ at: NOW + 301 }),
      /`answers.analytics.at` is \d+ instead of a time before now/,
    ],
    ['an answer at half a second', withAnswer({ at: 1.5 }), /`answers.analytics.at` is 1.5/],
    ['an answer without a revision', withAnswer({ revision: '1' }), /`answers.analytics.revision` is "1"/],
  ] as [string, unknown, RegExp][]) {
    it(what, () => {
      assert.throws(
        () => readSnapshot(bad, NOW),
        (error) => {
          assert.ok(error instanceof TypeError);
          assert.match(error.message, /^Candor: nothing was imported, because /);
          assert.match(error.message, message);
          return true;
        },
      );
    });
  }

  it('anything else that JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        try {
          readSnapshot(value, NOW);
        } catch (error) {
          assert.ok(error instanceof TypeError);
        }
      }),
    );
  });
});

it('whatever was decided comes back from it, through JSON', () => {
  const exported = ({ answers, ...rest }: Decision): unknown =>
    JSON.parse(JSON.stringify({ version: 1, ...rest, answers: Object.fromEntries(answers) }));
  fc.assert(
    fc.property(anyDecision, (decision) => {
      fc.pre(!decision.answers.has('constructor'));
      assert.deepEqual(readSnapshot(exported(decision), NOW).answers, decision.answers);
    }),
  );
});
