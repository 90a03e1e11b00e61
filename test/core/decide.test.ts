import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isOnByDefault } from '../../src/core/categories.js';
import { DAY, decide, expiryOf } from '../../src/core/decide.js';
import type { Category, Change } from '../../src/core/config.js';
import { UNDECIDED } from '../../src/core/decision.js';
import { presetFor } from '../../src/core/presets.js';
import { anyVisit, category, daysAgo, decisionOf, exempting, modelOf, NOW } from '../helpers/model.js';

describe('the order of rules', () => {
  it('an undecided visitor has said no to everything but the necessary', () => {
    const model = modelOf(['necessary', 'analytics', 'sharing']);
    assert.deepEqual(decide(model, UNDECIDED, NOW), {
      choices: { necessary: true, analytics: false, sharing: false },
      pending: ['analytics'],
      asked: ['analytics'],
      signalled: [],
    });
  });

  it('the necessary is on whatever is stored', () => {
    const model = modelOf([category('necessary', ['session'])]);
    const { choices, pending } = decide(model, decisionOf({ necessary: false, session: false }), NOW);
    assert.deepEqual(choices, { necessary: true, session: true });
    assert.deepEqual(pending, []);
  });

  it('a stored answer beats the default, either way', () => {
    const model = modelOf(['analytics', 'social']);
    assert.deepEqual(decide(model, decisionOf({ analytics: true, social: false }), NOW), {
      choices: { analytics: true, social: false },
      pending: [],
      asked: [],
      signalled: [],
    });
  });

  it('an id that no stored decision knows is pending', () => {
    const { choices, pending } = decide(modelOf(['analytics', 'research']), decisionOf({ analytics: true }), NOW);
    assert.deepEqual(choices, { analytics: true, research: false });
    assert.deepEqual(pending, ['research']);
  });

  it('stored ids that the site does not know are no choices', () => {
    const { choices } = decide(modelOf(['analytics']), decisionOf({ analytics: true, elsewhere: true }), NOW);
    assert.deepEqual(choices, { analytics: true });
  });
});

describe('separate categories', () => {
  const model = modelOf([category('sharing', ['partner'])]);

  it('are no, and never pending, until they are granted', () => {
    assert.deepEqual(decide(model, UNDECIDED, NOW), {
      choices: { sharing: false, partner: false },
      pending: [],
      asked: [],
      signalled: [],
    });
  });

  it('are yes once they are', () => {
    assert.deepEqual(decide(model, decisionOf({ sharing: true }), NOW).choices, { sharing: true, partner: true });
  });

  it('are no again, unasked, when the grant expires', () => {
    const { choices, pending } = decide(model, decisionOf({ sharing: { at: daysAgo(184) } }), NOW);
    assert.equal(choices['sharing'], false);
    assert.deepEqual(pending, []);
  });
});

describe('exempt categories', () => {
  const exempt = category('measuring', ['counter'], { kind: 'exempt' });

  it('are on and not asked where the region allows them', () => {
    assert.deepEqual(decide(modelOf([exempt], {}, exempting('measuring')), UNDECIDED, NOW), {
      choices: { measuring: true, counter: true },
      pending: [],
      asked: [],
      signalled: [],
    });
  });

  it('are off once objected to', () => {
    const { choices } = decide(modelOf([exempt], {}, exempting('measuring')), decisionOf({ measuring: false }), NOW);
    assert.deepEqual(choices, { measuring: false, counter: false });
  });

  it('stay off for good: an objection never lapses into a yes', () => {
    const objection = decisionOf({ measuring: { granted: false, at: daysAgo(4000), revision: 0 } });
    const changed = modelOf([exempt], { revision: 9 }, exempting('measuring'));
    assert.deepEqual(decide(changed, objection, NOW), {
      choices: { measuring: false, counter: false },
      pending: [],
      asked: [],
      signalled: [],
    });
  });

  it('are asked like any other elsewhere', () => {
    assert.deepEqual(decide(modelOf([exempt]), UNDECIDED, NOW).pending, ['measuring']);
  });
});

describe('services', () => {
  const model = modelOf([category('analytics', ['posthog', 'matomo'])]);

  it('follow their category', () => {
    assert.deepEqual(decide(model, decisionOf({ analytics: true }), NOW).choices, {
      analytics: true,
      posthog: true,
      matomo: true,
    });
    assert.deepEqual(decide(model, decisionOf({ analytics: false }), NOW).choices, {
      analytics: false,
      posthog: false,
      matomo: false,
    });
  });

  it('may depart to no', () => {
    const { choices } = decide(model, decisionOf({ analytics: true, posthog: false }), NOW);
    assert.deepEqual(choices, { analytics: true, posthog: false, matomo: true });
  });

  it('are never yes in a category that is no', () => {
    const { choices } = decide(model, decisionOf({ analytics: false, posthog: true }), NOW);
    assert.equal(choices['posthog'], false);
  });

  it('are no while their category is pending, and are not pending themselves', () => {
    const { choices, pending } = decide(model, decisionOf({ posthog: true }), NOW);
    assert.equal(choices['posthog'], false);
    assert.deepEqual(pending, ['analytics']);
  });

  it('keep departing however old that is, while their category is yes', () => {
    const { choices } = decide(
      model,
      decisionOf({ analytics: true, posthog: { granted: false, at: daysAgo(900) } }),
      NOW,
    );
    assert.equal(choices['posthog'], false);
  });

  it('that are not named count as no where the cookie had no room for departures', () => {
    const { choices } = decide(model, decisionOf({ analytics: true }, { incomplete: true }), NOW);
    assert.deepEqual(choices, { analytics: true, posthog: false, matomo: false });
  });

  it('of a necessary category are on even then', () => {
    const { choices } = decide(
      modelOf([category('necessary', ['session'])]),
      decisionOf({}, { incomplete: true }),
      NOW,
    );
    assert.equal(choices['session'], true);
  });
});

describe('expiry', () => {
  const model = modelOf(['analytics'], { lifespan: { grantDays: 30, refusalDays: 90 } });
  for (const [what, granted, age, counts] of [
    ['a grant counts until its last second', true, 30 * DAY - 1, true],
    ['a grant is asked again after grantDays', true, 30 * DAY, false],
    ['a refusal counts until its last second', false, 90 * DAY - 1, true],
    ['a refusal is asked again after refusalDays', false, 90 * DAY, false],
  ] as const) {
    it(what, () => {
      const { choices, pending } = decide(model, decisionOf({ analytics: { granted, at: NOW - age } }), NOW);
      assert.deepEqual(pending, counts ? [] : ['analytics']);
      assert.equal(choices['analytics'], counts && granted);
    });
  }

  it('each id has its own', () => {
    const { choices, pending } = decide(
      modelOf(['analytics', 'social']),
      decisionOf({ analytics: { at: daysAgo(200) }, social: { at: daysAgo(100) } }),
      NOW,
    );
    assert.deepEqual(choices, { analytics: false, social: true });
    assert.deepEqual(pending, ['analytics']);
  });

  it('a refusal never ends before a grant would', () => {
    const lifespan = { grantDays: 100, refusalDays: 10 };
    assert.equal(expiryOf({ granted: false, at: 0, revision: 1 }, lifespan), 100 * DAY);
    assert.equal(expiryOf({ granted: true, at: 0, revision: 1 }, lifespan), 100 * DAY);
  });

  it('a lifespan that is no number lets nothing count', () => {
    const broken = modelOf(['analytics'], { lifespan: { grantDays: 'long' as unknown as number } });
    assert.equal(decide(broken, decisionOf({ analytics: true }), NOW).choices['analytics'], false);
  });
});

describe('revision', () => {
  const model = modelOf(['analytics', 'social'], { revision: 2, changes: [{ revision: 2, ids: ['analytics'] }] });

  it('only what changed is asked again', () => {
    const { choices, pending } = decide(model, decisionOf({ analytics: true, social: true }), NOW);
    assert.deepEqual(choices, { analytics: false, social: true });
    assert.deepEqual(pending, ['analytics']);
  });

  it('a refusal is asked again too', () => {
    assert.deepEqual(decide(model, decisionOf({ analytics: false, social: true }), NOW).pending, ['analytics']);
  });

  it('an answer of the current revision counts', () => {
    assert.deepEqual(decide(model, decisionOf({ analytics: { revision: 2 }, social: true }), NOW).pending, []);
  });
});

describe('a service that is new in an answered category', () => {
  const changes: Change[] = [{ revision: 2, ids: ['mixpanel'] }];
  const model = modelOf([category('analytics', ['posthog', { id: 'mixpanel', since: 2 }]), 'social'], {
    revision: 2,
    changes,
  });
  const before = { analytics: true, posthog: true, social: false };

  it('is asked alone, and is a no until then; the old answers stand', () => {
    assert.deepEqual(decide(model, decisionOf(before), NOW), {
      choices: { analytics: true, posthog: true, mixpanel: false, social: false },
      pending: ['analytics'],
      asked: ['mixpanel'],
      signalled: [],
    });
  });

  for (const granted of [true, false]) {
    it(`is answered by a ${granted ? 'yes' : 'no'} of its own`, () => {
      const answered = decisionOf({ ...before, mixpanel: { granted, revision: 2 } });
      assert.deepEqual(decide(model, answered, NOW), {
        choices: { analytics: true, posthog: true, mixpanel: granted, social: false },
        pending: [],
        asked: [],
        signalled: [],
      });
    });
  }

  it('is not asked where the category was refused', () => {
    assert.deepEqual(decide(model, decisionOf({ analytics: false, social: false }), NOW).pending, []);
  });

  it('is asked with its category where that is open', () => {
    assert.deepEqual(decide(model, decisionOf({ social: false }), NOW).asked, ['analytics', 'posthog', 'mixpanel']);
  });

  it('is a no, and not asked yet, before the day from which its change holds', () => {
    const announced = modelOf([category('analytics', ['posthog', { id: 'mixpanel', since: 2 }])], {
      revision: 2,
      changes: [{ ...changes[0]!, effective: '2100-01-01' }],
    });
    assert.equal(announced.categories[0]!.inForce, 1);
    assert.deepEqual(decide(announced, decisionOf({ analytics: true }), NOW), {
      choices: { analytics: true, posthog: true, mixpanel: false },
      pending: [],
      asked: [],
      signalled: [],
    });
  });

  it('is not covered by an answer to something else of the same revision', () => {
    assert.equal(decide(model, decisionOf({ ...before, social: { revision: 2 } }), NOW).choices['mixpanel'], false);
  });
});

describe('a service with a need of its own', () => {
  const channels = category('push', [
    'browser-push',
    { id: 'email', scope: 'account' },
    { id: 'email-personal', personalises: 'browser-push' },
  ]);
  const abroad = category('analytics', [
    'baidu',
    { id: 'posthog', country: 'US' },
    { id: 'partner', country: 'CN', role: 'independent' },
  ]);
  const degrees = category('location', ['approximate', 'precise']);
  const needs = (region: string, ...categories: Category[]): unknown =>
    Object.fromEntries(
      modelOf(categories, {}, presetFor(region)).categories.flatMap(({ services }) =>
        services.flatMap(({ id, need }) => (need ? [[id, need]] : [])),
      ),
    );

  it('is a channel of an account or a purpose of its own, everywhere', () => {
    assert.deepEqual(needs('', channels), { email: 'own', 'email-personal': 'own' });
  });

  it('is, in China, whoever receives data abroad or for purposes of their own, and a precise position', () => {
    assert.deepEqual(needs('CN', abroad, degrees), { posthog: 'separate', partner: 'separate', precise: 'separate' });
    assert.deepEqual(needs('DE', abroad, degrees), {});
  });

  it('is not covered by its category, nor asked by the banner where it is separate', () => {
    const model = modelOf([abroad], {}, presetFor('CN'));
    assert.deepEqual(decide(model, UNDECIDED, NOW).asked, ['analytics', 'baidu']);
    assert.deepEqual(decide(model, decisionOf({ analytics: true }), NOW), {
      choices: { analytics: true, baidu: true, posthog: false, partner: false },
      pending: [],
      asked: [],
      signalled: [],
    });
    assert.equal(decide(model, decisionOf({ analytics: true, posthog: true }), NOW).choices['posthog'], true);
  });

  it('is barred while it is of an account and nobody has signed in', () => {
    const model = modelOf([channels]);
    const stored = decisionOf({ push: true, email: true, 'email-personal': true });
    assert.deepEqual(decide(model, stored, NOW).choices, {
      push: true,
      'browser-push': true,
      email: false,
      'email-personal': true,
    });
    assert.equal(decide(model, stored, NOW, []).choices['email'], true);
    assert.deepEqual(decide(model, UNDECIDED, NOW).asked, ['push', 'browser-push', 'email-personal']);
    assert.deepEqual(decide(model, UNDECIDED, NOW, []).asked, ['push', 'browser-push', 'email', 'email-personal']);
  });
});

describe('what is barred', () => {
  const model = modelOf(['necessary', category('analytics', ['posthog']), 'sharing']);
  const yes = decisionOf({ analytics: true, sharing: true });

  it('is a no whatever is stored, and not asked', () => {
    assert.deepEqual(decide(model, yes, NOW, ['analytics', 'posthog', 'sharing']), {
      choices: { necessary: true, analytics: false, posthog: false, sharing: false },
      pending: [],
      asked: [],
      signalled: [],
    });
    assert.deepEqual(decide(model, UNDECIDED, NOW, ['analytics']).pending, []);
  });

  it('is what was answered again once it is not', () => {
    assert.equal(decide(model, yes, NOW, []).choices['analytics'], true);
  });

  it('is everything optional while a site that asks for the age does not know it', () => {
    const asking = modelOf(['necessary', category('analytics', ['posthog']), 'sharing'], { audience: { ask: true } });
    assert.deepEqual(asking.barred, ['analytics', 'posthog', 'sharing']);
    assert.deepEqual(modelOf(['analytics'], { audience: {} }).barred, []);
  });
});

describe('whatever is configured and stored', () => {
  it('a yes rests on a stored yes that counts, a necessary or an allowed exempt category', () => {
    fc.assert(
      fc.property(anyVisit, ({ model, decision }) => {
        const { choices, pending, asked, signalled } = decide(model, decision, NOW);
        for (const { id, kind, services, lifespan, revision } of model.categories) {
          const stored = decision.answers.get(id);
          const counts = !!stored && stored.revision >= revision && expiryOf(stored, lifespan) > NOW;
          const isSignalled = kind !== 'necessary' && model.signalled.includes(id) && !stored?.despiteSignal;
          const expected =
            kind === 'necessary'
              ? true
              : isSignalled
                ? false
                : stored && counts
                  ? stored.granted
                  : isOnByDefault(kind) && stored?.granted !== false;
          assert.equal(choices[id], expected);
          assert.equal(signalled.includes(id), isSignalled);
          assert.equal(asked.includes(id), model.asks && kind === 'consent' && !counts && !isSignalled);
          assert.equal(
            pending.includes(id),
            [id, ...services.map((service) => service.id)].some((name) => asked.includes(name)),
          );
          for (const { id: service, need, revision: of } of services) {
            if (kind === 'necessary') assert.equal(choices[service], true);
            else if (choices[service]) {
              const own = decision.answers.get(service);
              assert.equal(choices[id], true);
              assert.ok(!model.barred.includes(service));
              assert.equal(own?.granted ?? !need, true);
              if (need || !isOnByDefault(kind)) assert.ok(((own ?? stored)?.revision ?? of) >= of);
              if (model.signalled.includes(service)) assert.ok((own ?? stored)?.despiteSignal);
            }
            if (asked.includes(service)) assert.ok(!choices[service] && need !== 'separate');
          }
        }
      }),
    );
  });
});
