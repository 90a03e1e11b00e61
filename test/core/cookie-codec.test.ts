import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { answer } from '../../src/core/answer.js';
import { decode, encode } from '../../src/core/cookie-codec.js';
import { DAY } from '../../src/core/decide.js';
import { anyDecision, daysAgo, decisionOf, modelOf, NOW } from '../helpers/model.js';

describe('the text of the cookie', () => {
  const at = 1763784000;

  it('is as documented', () => {
    const decision = decisionOf({ functional: true, analytics: false, location: true, advertising: false }, { at });
    assert.equal(encode(decision), 'v=1&at=1763784000&rev=1&yes=functional.location&no=analytics.advertising');
  });

  it('says at what revision and how long before an id was answered, where that differs', () => {
    const decision = decisionOf(
      {
        functional: { at: at - 30 * DAY, revision: 1 },
        analytics: { revision: 2 },
        social: true,
        location: { granted: false, at: at - 30 * DAY },
      },
      { at, revision: 3 },
    );
    assert.equal(encode(decision), 'v=1&at=1763784000&rev=3&yes=functional~1~30.analytics~2.social&no=location~3~30');
  });

  it('is read back as documented', () => {
    const decision = decode('v=1&at=1763784000&rev=3&yes=functional~1~30.analytics~2&no=location', NOW);
    assert.equal(decision?.at, at);
    assert.equal(decision?.revision, 3);
    assert.ok(!decision?.incomplete);
    assert.deepEqual(
      [...decision.answers],
      [
        ['functional', { granted: true, at: at - 30 * DAY, revision: 1 }],
        ['analytics', { granted: true, at, revision: 2 }],
        ['location', { granted: false, at, revision: 3 }],
      ],
    );
  });

  it('may hold no answer at all', () => {
    assert.equal(encode(decisionOf({}, { at })), 'v=1&at=1763784000&rev=1&yes=&no=');
    assert.equal(decode('v=1&at=1763784000&rev=1&yes=&no=', NOW)?.answers.size, 0);
  });

  it('says so where it does not hold all', () => {
    const decision = decisionOf({ analytics: true, posthog: false }, { at });
    const text = encode(decision, (id) => id !== 'posthog');
    assert.equal(text, 'v=1&at=1763784000&rev=1&yes=analytics&no=&more=1');
    assert.equal(decode(text, NOW)?.incomplete, true);
  });

  it('may be followed by what a later version appends', () => {
    assert.ok(decode('v=1&at=1763784000&rev=1&yes=a&no=b&more=1&receipt=x', NOW)?.incomplete);
    assert.ok(decode('v=1&at=1763784000&rev=1&yes=a&no=b&receipt=x', NOW));
  });
});

describe('undecided is a visitor whose cookie', () => {
  for (const [what, text] of [
    ['is empty', ''],
    ['is of another version', 'v=2&at=1763784000&rev=1&yes=a&no='],
    ['is of a version that only starts alike', 'v=11&at=1763784000&rev=1&yes=a&no='],
    ['has no version', 'at=1763784000&rev=1&yes=a&no='],
    ['has another order', 'v=1&rev=1&at=1763784000&yes=a&no='],
    ['is cut off', 'v=1&at=1763784000&rev=1&yes=a'],
    ['has no time', 'v=1&at=&rev=1&yes=a&no='],
    ['has a time that is no number', 'v=1&at=now&rev=1&yes=a&no='],
    ['has a time that is too long', 'v=1&at=1763784000000&rev=1&yes=a&no='],
    ['has a negative time', 'v=1&at=-5&rev=1&yes=a&no='],
    ['has no revision', 'v=1&at=1763784000&rev=&yes=a&no='],
    ['answers an id twice', 'v=1&at=1763784000&rev=1&yes=a.a&no='],
    ['answers an id both ways', 'v=1&at=1763784000&rev=1&yes=a&no=a'],
    ['has an empty entry', 'v=1&at=1763784000&rev=1&yes=a..b&no='],
    ['has an entry that is no id', 'v=1&at=1763784000&rev=1&yes=A&no='],
    ['names what every object inherits', 'v=1&at=1763784000&rev=1&yes=__proto__&no='],
    ['has an age that is no number', 'v=1&at=1763784000&rev=1&yes=a~1~x&no='],
    ['has a revision that is no number', 'v=1&at=1763784000&rev=1&yes=a~&no='],
    ['has too many parts in an entry', 'v=1&at=1763784000&rev=1&yes=a~1~2~3&no='],
    ['is percent-encoded', 'v%3D1%26at%3D1763784000%26rev%3D1%26yes%3Da%26no%3D'],
    ['has something in front', ' v=1&at=1763784000&rev=1&yes=a&no='],
    ['has something in between', 'v=1&at=1763784000&rev=1&x=1&yes=a&no='],
    ['has something after its last id', 'v=1&at=1763784000&rev=1&yes=a&no=b;c'],
    ['is of tomorrow', `v=1&at=${NOW + DAY}&rev=1&yes=a&no=`],
    ['is ahead of the clock by more than five minutes', `v=1&at=${NOW + 301}&rev=1&yes=a&no=`],
  ] as const) {
    it(what, () => assert.equal(decode(text, NOW), undefined));
  }

  it('but not one whose clock ran a little ahead', () => {
    assert.ok(decode(`v=1&at=${NOW + 300}&rev=1&yes=a&no=`, NOW));
  });
});

describe('whatever was decided', () => {
  it('is read back with the same answers and revisions', () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const read = decode(encode(decision), NOW)!;
        assert.equal(read.at, decision.at);
        assert.equal(read.revision, decision.revision);
        assert.ok(!read.incomplete);
        assert.equal(read.answers.size, decision.answers.size);
        for (const [id, { granted, revision }] of decision.answers) {
          assert.equal(read.answers.get(id)?.granted, granted);
          assert.equal(read.answers.get(id)?.revision, revision);
        }
      }),
    );
  });

  it('a grant is read back as given earlier by less than a day, never later', () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const read = decode(encode(decision), NOW)!;
        for (const [id, { granted, at }] of decision.answers) {
          if (!granted) continue;
          const later = read.answers.get(id)!.at - at;
          assert.ok(later <= 0 && later > -DAY, `${later} s later`);
        }
      }),
    );
  });

  it('a refusal is read back as given later by less than a day, never earlier', () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const read = decode(encode(decision), NOW)!;
        for (const [id, { granted, at }] of decision.answers) {
          if (granted) continue;
          const later = read.answers.get(id)!.at - at;
          assert.ok(later >= 0 && later < DAY, `${later} s later`);
        }
      }),
    );
  });

  it('reading and writing without a decision changes nothing', () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const text = encode(decision);
        assert.equal(encode(decode(text, NOW)!), text);
      }),
    );
  });

  it('is a query string to anybody, and needs no escaping in a cookie', () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const text = encode(decision);
        assert.match(text, /^[a-z0-9=&.~-]+$/);
        const query = new URLSearchParams(text);
        assert.deepEqual([...query.keys()], ['v', 'at', 'rev', 'yes', 'no']);
        assert.equal(query.get('at'), `${decision.at}`);
        const idsIn = (key: string): (string | undefined)[] =>
          (query.get(key) ?? '')
            .split('.')
            .filter(Boolean)
            .map((entry) => entry.split('~')[0]);
        for (const [id, { granted }] of decision.answers) {
          assert.equal(idsIn('yes').includes(id), granted, id);
          assert.equal(idsIn('no').includes(id), !granted, id);
        }
      }),
    );
  });

  it('answers of a sibling site on the same cookie survive ours', () => {
    const before = decode(encode(decisionOf({ elsewhere: { at: daysAgo(10) }, theirs: false })), NOW)!;
    const decision = decode(encode(answer(modelOf(['analytics']), before, { analytics: true }, NOW)), NOW)!;
    assert.deepEqual(decision.answers.get('elsewhere'), { granted: true, at: daysAgo(10), revision: 1 });
    assert.equal(decision.answers.get('theirs')?.granted, false);
    assert.equal(decision.answers.get('analytics')?.granted, true);
  });
});

describe('whatever stands in the cookie', () => {
  const almost = fc
    .tuple(
      fc.constantFrom('v=1', 'v=2', ''),
      fc.oneof(fc.nat(), fc.string()),
      fc.oneof(fc.nat(), fc.string()),
      fc.oneof(fc.stringMatching(/^[a-z~.0-9]*$/), fc.string()),
      fc.oneof(fc.stringMatching(/^[a-z~.0-9]*$/), fc.string()),
      fc.constantFrom('', '&more=1', '&more=2', 'x'),
    )
    .map(([version, at, rev, yes, no, more]) => `${version}&at=${at}&rev=${rev}&yes=${yes}&no=${no}${more}`);

  it('reading it never throws, and what is read is a whole decision that is not of the future', () => {
    fc.assert(
      fc.property(fc.oneof(almost, fc.string({ unit: 'binary' })), (text) => {
        const decision = decode(text, NOW);
        if (!decision) return;
        assert.ok(decision.at <= NOW + 300);
        for (const [id, { at, revision }] of decision.answers) {
          assert.match(id, /^[a-z0-9-]+$/);
          assert.ok(at <= decision.at && Number.isInteger(revision));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
