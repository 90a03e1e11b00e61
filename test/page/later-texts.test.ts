import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import { decode } from '../../src/core/cookie-codec.js';
import { UNDECIDED } from '../../src/core/decision.js';
import { createModel } from '../../src/core/model.js';
import { presetFor } from '../../src/core/presets.js';
import { laterTexts } from '../../src/page/later-texts.js';
import { decideAndStore } from '../../src/page/store-decision.js';
import { clearStorage, cookieOf, forbidLocalStorage } from '../helpers/storage.js';

const now = Math.floor(Date.now() / 1000);
const config: Config = { categories: [{ id: 'analytics' }], cookie: { name: 'shop' } };
const preset = presetFor('');
const model = createModel(config, preset, now);

const LATER = `v=2&at=${now}&rev=1&yes=analytics.push&no=&how=button`;
const answer = (): void => void decideAndStore(model, UNDECIDED, 'reject-all', undefined, { config, preset });

describe('a decision that a later version has kept', () => {
  beforeEach(clearStorage);
  afterEach(clearStorage);

  it('is no answer to this one', () => {
    expect(decode(LATER, now)).to.equal(undefined);
  });

  it('is put aside, letter by letter, when this version’s answer takes its place', () => {
    document.cookie = `shop=${LATER}; path=/`;
    answer();
    expect(localStorage.getItem('shop-v2')).to.equal(LATER);
    expect(cookieOf('shop')).to.match(/^v=1&.*&no=analytics$/);
    expect(Object.keys(localStorage)).to.deep.equal(['shop-v2']);
  });

  it('stays aside through later answers', () => {
    document.cookie = `shop=${LATER}; path=/`;
    answer();
    answer();
    expect(localStorage.getItem('shop-v2')).to.equal(LATER);
  });

  it('is the whole one of localStorage where the cookie had no room for it', () => {
    const whole = `${LATER}&more=everything`;
    localStorage.setItem('shop', whole);
    document.cookie = `shop=${LATER}; path=/`;
    answer();
    expect(localStorage.getItem('shop-v2')).to.equal(whole);
  });

  it('is kept for each version by itself', () => {
    document.cookie = `shop=${LATER}; path=/`;
    answer();
    document.cookie = 'shop=v=13&x=y; path=/';
    answer();
    expect([localStorage.getItem('shop-v2'), localStorage.getItem('shop-v13')]).to.deep.equal([LATER, 'v=13&x=y']);
  });

  it('is left where nothing can be kept, without an exception', () => {
    document.cookie = `shop=${LATER}; path=/`;
    const restore = forbidLocalStorage();
    try {
      answer();
    } finally {
      restore();
    }
    expect(cookieOf('shop')).to.match(/^v=1&/);
  });

  for (const text of ['v=1&at=5&rev=1&yes=&no=', 'v=0&x', 'v=2', 'v=x&', 'x&v=2&', '']) {
    it(`is not ${JSON.stringify(text)}`, () => {
      document.cookie = `shop=${text}; path=/`;
      expect(laterTexts('shop')).to.deep.equal([]);
    });
  }
});
