import { expect } from 'chai';
import type { Category, Config } from '../../src/core/config.js';
import { decode } from '../../src/core/cookie-codec.js';
import { DAY } from '../../src/core/decide.js';
import { UNDECIDED, type Decision } from '../../src/core/decision.js';
import { createModel } from '../../src/core/model.js';
import { presetFor } from '../../src/core/presets.js';
import { decideAndStore, storeDecision } from '../../src/page/store-decision.js';
import { storedTexts } from '../../src/page/stored-text.js';
import { clearStorage, cookieOf, forbidLocalStorage, replaceCookies } from '../helpers/storage.js';

const now = Math.floor(Date.now() / 1000);
const preset = presetFor('');
const categories: Category[] = [
  { id: 'necessary' },
  { id: 'analytics', services: [{ id: 'posthog' }] },
  { id: 'social' },
];

const decisionOf = (answers: Record<string, boolean>, at = now): Decision => ({
  at,
  revision: 1,
  answers: new Map(Object.entries(answers).map(([id, granted]) => [id, { granted, at, revision: 1 }])),
});

function store(decision: Decision, more: Config = {}): void {
  const config: Config = { categories, ...more };
  storeDecision(decision, createModel(config, preset, now), { config, preset });
}

const text = `v=1&at=${now}&rev=1&yes=analytics&no=social`;
const decision = decisionOf({ analytics: true, social: false });

describe('a decision', () => {
  beforeEach(clearStorage);
  afterEach(clearStorage);

  it('is kept in a cookie that anybody can read, and nowhere else', () => {
    store(decision);
    expect(document.cookie).to.equal(`candor=${text}`);
    expect(localStorage.length).to.equal(0);
  });

  it('is found again', () => {
    store(decision);
    expect(storedTexts('candor')).to.deep.equal([null, null, text]);
  });

  it('is kept under the configured name', () => {
    store(decision, { cookie: { name: 'shop_consent' } });
    expect(cookieOf('shop_consent')).to.equal(text);
    expect(storedTexts('shop_consent')).to.include(text);
    expect(storedTexts('candor').some(Boolean)).to.equal(false);
  });

  it('is not mistaken for another cookie whose name ends alike', () => {
    document.cookie = `not-candor=${text}; path=/`;
    expect(storedTexts('candor').some(Boolean)).to.equal(false);
  });

  it('takes the place of the one before, wherever that was', () => {
    localStorage.setItem('candor', 'older');
    store(decisionOf({ analytics: false }, now - 5));
    store(decision);
    expect(document.cookie).to.equal(`candor=${text}`);
    expect(localStorage.length).to.equal(0);
  });

  describe('as the browser gets it', () => {
    let written: string[];
    let restore: () => void;

    beforeEach(() => {
      written = [];
      restore = replaceCookies((cookie) => {
        written.push(cookie);
        return cookie.split(';')[0] ?? '';
      });
    });
    afterEach(() => restore());

    const attributesOf = (cookie = written.at(-1) ?? ''): Record<string, string> =>
      Object.fromEntries(
        cookie
          .split('; ')
          .slice(1)
          .map((pair) => [pair.split('=')[0]?.toLowerCase() ?? '', pair.split('=')[1] ?? '']),
      );

    it('is for the whole site, this host only, same-site, and no longer than its answers count', () => {
      store(decision);
      const { expires, ...attributes } = attributesOf();
      expect(attributes).to.deep.equal({ path: '/', samesite: 'Lax' });
      expect(Date.parse(expires ?? '') / 1000).to.equal(now + 184 * DAY);
    });

    it('expires with the last of its answers', () => {
      store(decision, { lifespan: { grantDays: 10, refusalDays: 20 } });
      expect(Date.parse(attributesOf()['expires'] ?? '') / 1000).to.equal(now + 20 * DAY);
      store(decisionOf({ analytics: true }), { lifespan: { grantDays: 10, refusalDays: 20 } });
      expect(Date.parse(attributesOf()['expires'] ?? '') / 1000).to.equal(now + 10 * DAY);
    });

    it('is shared with the parent domain that is named, and not hidden by one of this host', () => {
      store(decision, { cookie: { domain: 'example.com' } });
      expect(attributesOf()['domain']).to.equal('example.com');
      expect(written).to.have.length(2);
      expect(attributesOf(written[0])['domain']).to.equal(undefined);
      expect(Date.parse(attributesOf(written[0])['expires'] ?? '')).to.be.below(Date.now());
    });

    it('has none where the domain is auto', () => {
      store(decision, { cookie: { domain: 'auto' } });
      expect(written).to.have.length(1);
      expect('domain' in attributesOf()).to.equal(false);
    });
  });

  describe('where cookies are refused', () => {
    for (const [what, keep] of [
      ['silently', (_written: string, before: string) => before],
      [
        'with an exception',
        () => {
          throw new DOMException('forbidden', 'SecurityError');
        },
      ],
      ['but for an old one', () => `candor=v=1&at=${now - 5}&rev=1&yes=&no=analytics`],
    ] as const) {
      it(`${what}, is kept in localStorage`, () => {
        const restore = replaceCookies(keep);
        store(decision);
        const found = storedTexts('candor');
        restore();
        expect(found[1]).to.equal(text);
        expect(localStorage.getItem('candor')).to.equal(text);
      });
    }

    it('and localStorage too, is kept nowhere, without an exception', () => {
      const restoreCookies = replaceCookies((_written, before) => before);
      const restoreStorage = forbidLocalStorage();
      try {
        store(decision);
        expect(storedTexts('candor').some(Boolean)).to.equal(false);
      } finally {
        restoreStorage();
        restoreCookies();
      }
    });
  });

  it('where only localStorage is forbidden, is kept in the cookie', () => {
    const restore = forbidLocalStorage();
    store(decision);
    const found = storedTexts('candor');
    restore();
    expect(found).to.deep.equal([undefined, undefined, text]);
  });

  it('for the domain of another site is kept in localStorage', () => {
    store(decision, { cookie: { domain: 'example.com' } });
    expect(document.cookie).to.equal('');
    expect(localStorage.getItem('candor')).to.equal(text);
  });

  describe('that is too long for a cookie', () => {
    const services = Array.from({ length: 300 }, (_, index) => ({ id: `a-service-with-a-name-${index}` }));
    const many: Config = { categories: [{ id: 'analytics', services }, { id: 'social' }] };
    const long = decisionOf({
      analytics: true,
      social: false,
      ...Object.fromEntries(services.map(({ id }) => [id, false])),
    });

    it('leaves its categories in the cookie, and is whole in localStorage', () => {
      store(long, many);
      expect(cookieOf('candor')).to.equal(`${text}&more=1`);
      const whole = decode(localStorage.getItem('candor') ?? '', now);
      expect(whole?.answers.size).to.equal(302);
      expect(whole?.incomplete).to.equal(false);
    });

    it('is in the cookie alone again when it is short again', () => {
      store(long, many);
      store(decision, many);
      expect(cookieOf('candor')).to.equal(text);
      expect(localStorage.length).to.equal(0);
    });
  });

  it('passes through localStorage in any case, for the other tabs', () => {
    const kept = Object.getOwnPropertyDescriptors(Storage.prototype);
    const seen: string[][] = [];
    Storage.prototype.setItem = function (...pair: [string, string]) {
      seen.push(pair);
      kept.setItem.value?.apply(this, pair);
    };
    store(decision);
    Object.defineProperties(Storage.prototype, kept);
    expect(seen).to.deep.equal([['candor', text]]);
  });
});

describe('deciding', () => {
  beforeEach(clearStorage);
  afterEach(clearStorage);

  const config: Config = { categories: [...categories, { id: 'sharing' }] };
  const model = createModel(config, preset, now);
  const keeper = { config, preset };
  const granted = ({ answers }: Decision): string[] =>
    [...answers].filter(([, answer]) => answer.granted).map(([id]) => id);

  it('means yes to all but separate ones by accept-all', () => {
    const { answers } = decideAndStore(model, UNDECIDED, 'accept-all');
    expect([...answers.keys()]).to.have.members(['analytics', 'social']);
    expect(granted({ ...UNDECIDED, answers })).to.have.members(['analytics', 'social']);
  });

  it('means no to all but separate ones by reject-all', () => {
    const { answers } = decideAndStore(model, decisionOf({ sharing: true }), 'reject-all');
    expect(granted({ ...UNDECIDED, answers })).to.deep.equal(['sharing']);
    expect([...answers.keys()]).to.have.members(['analytics', 'social', 'sharing']);
  });

  it('means no to all by withdraw', () => {
    const after = decideAndStore(model, decisionOf({ sharing: true, analytics: true }), 'withdraw');
    expect(granted(after)).to.deep.equal([]);
  });

  it('is always later than the decision before, even where the clock is not', () => {
    const before = decisionOf({}, now + 200);
    expect(decideAndStore(model, before, 'update', {}).at).to.equal(now + 201);
    expect(decideAndStore(model, UNDECIDED, 'update', {}).at).to.be.within(now, Math.floor(Date.now() / 1000));
  });

  it('is kept where a place is given, else nowhere', () => {
    decideAndStore(model, UNDECIDED, 'update', { social: true });
    expect(document.cookie).to.equal('');
    decideAndStore(model, UNDECIDED, 'update', { social: true }, keeper);
    expect(cookieOf('candor')).to.match(/yes=social&no=$/);
  });
});
