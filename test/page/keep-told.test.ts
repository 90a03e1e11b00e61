import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import { decode } from '../../src/core/cookie-codec.js';
import { DAY, decide } from '../../src/core/decide.js';
import { UNDECIDED, type Decision } from '../../src/core/decision.js';
import { createModel } from '../../src/core/model.js';
import { presetFor } from '../../src/core/presets.js';
import { decideAndStore } from '../../src/page/store-decision.js';
import { clearStorage, cookieOf } from '../helpers/storage.js';

const now = Math.floor(Date.now() / 1000);
const preset = presetFor('');
const config: Config = {
  revision: 3,
  changes: [{ revision: 3, ids: ['social'], effect: 'tell' }],
  categories: [{ id: 'analytics', services: [{ id: 'posthog' }, { id: 'mixpanel' }] }, { id: 'social' }],
};
const model = createModel(config, preset, now);
const keeper = { config, preset };

const at = now - 20 * DAY;
const stored = `v=1&at=${at}&rev=1&yes=analytics~1~30.elsewhere&no=social.posthog`;
const read = (text: string): Decision => decode(text, now)!;

describe('keeping that the visitor was told', () => {
  beforeEach(clearStorage);
  afterEach(clearStorage);

  it('stores the same answers with their times, at the config’s revision', () => {
    decideAndStore(model, read(stored), 'told', {}, keeper);
    expect(cookieOf('candor')).to.equal(`v=1&at=${at}&rev=3&yes=analytics~1~30.elsewhere~1&no=social~1.posthog~1`);
    const after = read(cookieOf('candor')!);
    expect([...after.answers]).to.have.deep.members([...read(stored).answers]);
    expect(decide(model, after, now)).to.deep.equal(decide(model, read(stored), now));
  });

  it('answers nothing, whatever is said with it', () => {
    const after = decideAndStore(model, read(stored), 'told', { social: true, posthog: true });
    expect([after.answers.get('social')?.granted, after.answers.get('posthog')?.granted]).to.deep.equal([false, false]);
  });

  it('keeps services off whose answers the cookie had no room for', () => {
    decideAndStore(model, read(`v=1&at=${at}&rev=1&yes=analytics&no=social&more=1`), 'told', {}, keeper);
    const { choices } = decide(model, read(cookieOf('candor')!), now);
    expect(choices).to.include({ analytics: true, posthog: false, mixpanel: false });
    expect(read(cookieOf('candor')!).answers.get('analytics')?.at).to.equal(at);
  });

  it('keeps nothing of who has not answered', () => {
    expect(decideAndStore(model, UNDECIDED, 'told', {}, keeper)).to.equal(UNDECIDED);
    expect(document.cookie).to.equal('');
  });
});

describe('which revision a decision was told of', () => {
  for (const [method, revision] of [
    ['accept-all', 3],
    ['reject-all', 3],
    ['save', 3],
    ['withdraw', 3],
    // Of some ids, by the page or in a dialog of their own, where nothing else was said.
    ['update', 1],
    ['request', 1],
  ] as const) {
    it(`by ${method}: ${revision}`, () => {
      const after = decideAndStore(model, read(stored), method, { social: true });
      expect(after.revision).to.equal(revision);
      expect(after.answers.get('social')?.revision).to.equal(3);
    });
  }

  it('is the config’s for who answers for the first time', () => {
    expect(decideAndStore(model, UNDECIDED, 'update', { social: true }).revision).to.equal(3);
  });
});
