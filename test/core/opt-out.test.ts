import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answer, sameForAll } from '../../src/core/answer.js';
import { decode, encode } from '../../src/core/cookie-codec.js';
import type { Config } from '../../src/core/config.js';
import { decide } from '../../src/core/decide.js';
import { UNDECIDED, UNREADABLE, type Decision } from '../../src/core/decision.js';
import { createModel, type Model } from '../../src/core/model.js';
import { presetFor } from '../../src/core/presets.js';
import { category, daysAgo, decisionOf, NOW } from '../helpers/model.js';

const SHOP: Config = {
  categories: [
    category('necessary'),
    category('functional'),
    category('analytics', ['counter', { id: 'seller', sale: true }]),
    category('advertising', ['banners']),
    category('location'),
    category('push', ['browser-push', { id: 'email', scope: 'account' }]),
    category('offers', [], { group: 'marketing' }),
    category('sharing'),
    category('research', [], { default: false }),
  ],
};

const modelIn = (region: string, gpc?: boolean, config = SHOP): Model =>
  createModel(config, presetFor(region, config.regions), NOW, gpc);

const granted = (model: Model, decision: Decision = UNDECIDED, now = NOW): string[] =>
  Object.entries(decide(model, decision, now).choices)
    .filter(([, isOn]) => isOn)
    .map(([id]) => id);

describe('where one opts out', () => {
  const model = modelIn('US-CA');

  it('what the law allows without asking is on, and nothing is asked', () => {
    assert.deepEqual(granted(model), [
      'necessary',
      'functional',
      'analytics',
      'counter',
      'seller',
      'advertising',
      'banners',
    ]);
    assert.deepEqual(decide(model, UNDECIDED, NOW).pending, []);
    assert.deepEqual(decide(model, UNDECIDED, NOW).asked, []);
  });

  it('messages, positions, what stands alone, and what the site asks for are off until a yes', () => {
    const off = Object.keys(decide(model, UNDECIDED, NOW).choices).filter((id) => !granted(model).includes(id));
    assert.deepEqual(off, ['location', 'push', 'browser-push', 'email', 'offers', 'sharing', 'research']);
    const yes = answer(model, UNDECIDED, { location: true, research: true }, NOW);
    assert.ok(['location', 'research'].every((id) => granted(model, yes).includes(id)));
  });

  it('a no is kept, and does not lapse into a yes', () => {
    const no = answer(model, UNDECIDED, sameForAll(model, false), NOW);
    for (const days of [0, 400, 4000]) assert.deepEqual(granted(model, no, NOW + days * 86_400), ['necessary']);
  });

  it('a no to one service alone is kept', () => {
    const no = answer(model, UNDECIDED, { seller: false }, NOW);
    assert.ok(!granted(model, no).includes('seller'));
    assert.ok(granted(model, no).includes('counter'));
  });

  it('what was asked before stays answered when its text changes', () => {
    const changed = modelIn('US-CA', false, { ...SHOP, revision: 5 });
    const old = decisionOf({ analytics: false, advertising: true }, { revision: 1, at: daysAgo(3) });
    const { choices, pending } = decide(changed, old, NOW);
    assert.deepEqual([choices['analytics'], choices['advertising'], pending], [false, true, []]);
  });

  it('a stored decision that cannot be read may have been a no: everything optional is off', () => {
    assert.deepEqual(granted(model, UNREADABLE), ['necessary']);
  });

  it('`default: true` allows nothing where it is asked before', () => {
    const eager: Config = { categories: [category('analytics', [], { default: true })] };
    assert.deepEqual(granted(modelIn('DE', false, eager)), []);
    assert.deepEqual(granted(modelIn('US', false, eager)), ['analytics']);
  });

  it('a site can ask there all the same', () => {
    const asking: Config = { ...SHOP, regions: [{ match: ['US'], model: 'opt-in' }] };
    const model = modelIn('US-CA', false, asking);
    assert.deepEqual(granted(model), ['necessary']);
    assert.ok(decide(model, UNDECIDED, NOW).pending.includes('analytics'));
  });
});

describe('the opt-out signal of the browser', () => {
  for (const region of ['', 'DE', 'CN', 'US-CA', 'US-CO', 'US-VA', 'JP']) {
    it(`denies what is sold, and turns nothing on: ${region || 'no region'}`, () => {
      const [without, withSignal] = [false, true].map((gpc) => granted(modelIn(region, gpc)));
      assert.deepEqual(
        withSignal,
        without!.filter((id) => !['advertising', 'banners', 'seller'].includes(id)),
      );
      assert.deepEqual(decide(modelIn(region, true), UNDECIDED, NOW).signalled, ['seller', 'advertising']);
    });
  }

  const model = modelIn('DE', true);

  it('beats a yes that was given before it was on', () => {
    const yes = answer(modelIn('DE'), UNDECIDED, sameForAll(model, true), NOW);
    assert.ok(granted(modelIn('DE'), yes).includes('advertising'));
    assert.ok(!granted(model, yes).includes('advertising'));
    assert.ok(!granted(model, yes).includes('seller'));
    assert.ok(granted(model, yes).includes('counter'));
  });

  it('is no question: what it denies is not asked', () => {
    assert.ok(!decide(model, UNDECIDED, NOW).pending.includes('advertising'));
    assert.ok(decide(model, UNDECIDED, NOW).pending.includes('analytics'));
  });

  it('gives way to a yes in a step that names it, category or service, and the cookie keeps that', () => {
    for (const id of ['advertising', 'seller']) {
      const yes = answer(model, UNDECIDED, { [id]: true }, NOW);
      assert.ok(granted(model, yes).includes(id), id);
      const text = encode(yes);
      assert.ok(text.includes(`${id}!`), text);
      assert.deepEqual(granted(model, decode(text, NOW)), granted(model, yes));
      assert.ok(granted(modelIn('DE'), yes).includes(id));
      const no = answer(model, yes, { [id]: false }, NOW);
      assert.ok(!granted(model, no).includes(id));
      assert.ok(!encode(no).includes('!'));
    }
  });

  it('denies nothing that the site says is no sale', () => {
    const config: Config = { categories: [category('advertising', [], { sale: false })] };
    assert.deepEqual(granted(modelIn('US', true, config)), ['advertising']);
  });

  it('never reaches what is necessary', () => {
    const config: Config = { categories: [category('necessary', ['bank'], { sale: true })] };
    assert.deepEqual(granted(modelIn('US', true, config)), ['necessary', 'bank']);
    assert.deepEqual(decide(modelIn('US', true, config), UNDECIDED, NOW).signalled, []);
  });
});
