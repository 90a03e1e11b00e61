import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { encode } from '../../src/core/cookie-codec.js';
import type { Config } from '../../src/core/config.js';
import { DAY, decide } from '../../src/core/decide.js';
import { createModel } from '../../src/core/model.js';
import { presetFor } from '../../src/core/presets.js';
import { readConsent } from '../../src/server/index.js';
import { anyVisit, idsOf } from '../helpers/model.js';

const config: Config = {
  categories: [{ id: 'necessary' }, { id: 'analytics', services: [{ id: 'counter' }] }, { id: 'advertising' }],
};
const now = (): number => Math.floor(Date.now() / 1000);
const cookie = (yes: string, no = '', at = now() - 60): string => `candor=v=1&at=${at}&rev=1&yes=${yes}&no=${no}`;
const on = (...given: Parameters<typeof readConsent>): string[] => {
  const { choices } = readConsent(...given);
  return Object.keys(choices).filter((id) => choices[id]);
};

describe('a request', () => {
  for (const [what, header] of [
    ['without a cookie', undefined],
    ['without a header', null],
    ['with other cookies', 'a=b; candorx=v=1&at=1&rev=1&yes=analytics&no=; xcandor=1'],
    ['with rubbish', 'candor=rubbish'],
    ['from the future', cookie('analytics', '', now() + DAY)],
    ['whose answer has run out', cookie('analytics', '', now() - 400 * DAY)],
  ] as const) {
    it(`${what} allows nothing but the necessary`, () => {
      assert.deepEqual(on(header, config), ['necessary']);
      assert.deepEqual(readConsent(header, config).pending, ['analytics', 'advertising']);
    });
  }

  it('with an answer says what was answered', () => {
    const { granted, pending } = readConsent(`x=1; ${cookie('analytics', 'advertising')}; y=2`, config);
    assert.deepEqual(['analytics', 'counter', 'advertising', 'nobody', '__proto__'].map(granted), [
      true,
      true,
      false,
      false,
      false,
    ]);
    assert.deepEqual(pending, []);
  });

  it('with two cookies of that name counts the later answer', () => {
    const [old, later] = [cookie('analytics', '', now() - 900), cookie('', 'analytics', now() - 60)];
    for (const header of [`${old}; ${later}`, `${later}; ${old}`])
      assert.equal(readConsent(header, config).granted('analytics'), false);
  });

  it('is of the region given, else of the config’s, and not guessed', () => {
    assert.deepEqual(on(undefined, config, { region: 'us-ca' }), ['necessary', 'analytics', 'counter', 'advertising']);
    assert.equal(readConsent(undefined, { ...config, region: 'US-CA' }).region, 'US-CA');
    assert.equal(readConsent(undefined, config).region, '');
  });

  it('where one opts out, has nothing while its cookie cannot be read', () =>
    assert.deepEqual(on('candor=rubbish', config, { region: 'US-CA' }), ['necessary']));

  it('with the opt-out signal has no sale', () => {
    const options = { region: 'US-CA', gpc: true };
    assert.deepEqual(on(undefined, config, options), ['necessary', 'analytics', 'counter']);
    assert.deepEqual(on(cookie('analytics.advertising'), config, options), ['necessary', 'analytics', 'counter']);
    assert.ok(on(cookie('analytics.advertising!'), config, options).includes('advertising'));
  });

  it('reads the cookie that the config names, and a config that is none grants nothing', () => {
    const named = cookie('analytics').replace('candor=', 'choices=');
    assert.ok(readConsent(named, { ...config, cookie: { name: 'choices' } }).granted('analytics'));
    assert.deepEqual(on(cookie('analytics'), 'rubbish' as unknown as Config), []);
  });

  it('says what the browser says, whatever was answered', () => {
    fc.assert(
      fc.property(anyVisit, fc.constantFrom('', 'DE', 'US-CA', 'CN'), fc.boolean(), (visit, region, gpc) => {
        const shift = now() - visit.decision.at;
        const answers = new Map(
          [...visit.decision.answers].map(([id, given]) => [id, { ...given, at: given.at + shift }]),
        );
        const decision = { ...visit.decision, at: now(), answers };
        const model = createModel(visit.config, presetFor(region), now(), gpc);
        const there = readConsent(`candor=${encode(decision)}`, visit.config, { region, gpc });
        const here = decide(model, decision, now());
        // The cookie counts a grant in whole days, and never to later.
        for (const id of idsOf(model)) if (there.choices[id]) assert.ok(here.choices[id], id);
      }),
    );
  });
});
