import { expect } from 'chai';
import type { ChangeDetail } from '../../src/core/change.js';
import type { Config } from '../../src/core/config.js';
import type { Consent } from '../../src/core/consent.js';
import { isBand } from '../../src/core/subject.js';
import '../../src/index.js';
import { start, type ConsentOptions } from '../../src/start.js';
import { clearStorage, cookieOf, forbidLocalStorage } from '../helpers/storage.js';
import { until } from '../helpers/until.js';

const SHOP: Config = {
  categories: [
    { id: 'necessary' },
    { id: 'analytics', services: [{ id: 'posthog' }] },
    { id: 'advertising', services: [{ id: 'banners' }] },
    { id: 'push', services: [{ id: 'browser-push' }, { id: 'email', scope: 'account' }] },
    { id: 'sharing' },
  ],
  layout: { reopen: 'none' },
};
const ASKING: Config = { ...SHOP, audience: { ask: true } };
const OPTIONAL = ['analytics', 'posthog', 'advertising', 'banners', 'push', 'browser-push', 'email', 'sharing'];

const now = (): number => Math.floor(Date.now() / 1000);
const keep = (yes: string): string => (document.cookie = `candor=v=1&at=${now() - 60}&rev=1&yes=${yes}&no=; path=/`);
const granted = ({ choices }: Consent): string[] => Object.keys(choices).filter((id) => choices[id]);
const isShown = (tag: string): boolean => document.querySelector(tag)?.hasAttribute('open') === true;
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setTimeout(resolve));
};

let heard: ChangeDetail[] = [];
let end = new AbortController();

const begin = (config: unknown = SHOP, options: ConsentOptions = {}): Consent =>
  start(config, { region: 'CN', manual: true, ...options });

beforeEach(async () => {
  await clearStorage();
  heard = [];
  end = new AbortController();
  document.addEventListener('candor-change', ({ detail }) => heard.push(detail), end);
});

afterEach(async () => {
  window.candor?.hide();
  window.candor?.destroy();
  end.abort();
  await clearStorage();
});

describe('a child that the page reports', () => {
  for (const [what, subject] of [
    ['by age', { age: 13 }],
    ['by age, far below all rules', { age: 7 }],
    ['as a minor', { minor: true }],
  ] as const) {
    it(`has nothing optional from that moment (${what}), and the document hears of it`, () => {
      keep('analytics.advertising.sharing');
      const consent = begin();
      expect(granted(consent)).to.include.members(['analytics', 'posthog', 'advertising', 'sharing']);
      consent.setSubject(subject);
      expect(granted(consent)).to.deep.equal(['necessary']);
      expect(consent.barred).to.deep.equal(OPTIONAL);
      expect(consent.pending).to.deep.equal([]);
      expect(heard).to.have.length(1);
      expect(heard[0]).to.deep.include({ method: 'signal', granted: [] });
      expect(heard[0]?.denied).to.include.members(['analytics', 'posthog', 'sharing']);
    });
  }

  it('is granted nothing by any of the ways there are', async () => {
    const consent = begin();
    consent.setSubject({ minor: true });
    const all = Object.fromEntries(OPTIONAL.map((id) => [id, true]));
    const ways: (() => unknown)[] = [
      () => consent.acceptAll(),
      () => consent.update(all),
      () => consent.update(all, { method: 'save' }),
      () => consent.update({ email: true }),
      () => consent.request('analytics', { trigger: 'visitor' }),
      () => consent.request('sharing', { trigger: 'visitor' }),
      () => consent.import({ ...consent.export(), answers: { analytics: { granted: true, at: now(), revision: 1 } } }),
    ];
    for (const decide of ways) {
      await decide();
      expect(granted(consent)).to.deep.equal(['necessary']);
    }
    expect(document.querySelector('candor-request')).to.equal(null);
    consent.setSubject({ minor: false, signedIn: true });
    expect(granted(consent), 'and not afterwards either').to.deep.equal(['necessary']);
  });

  it('gets nothing from gates, and what runs ends', async () => {
    keep('analytics');
    const consent = begin();
    const order: string[] = [];
    consent.gate('posthog', () => {
      order.push('on');
      return () => void order.push('off');
    });
    await until(() => order.length);
    consent.setSubject({ age: 9 });
    expect(order).to.deep.equal(['on', 'off']);
  });

  it('does not lose an adult’s answers, and does not make the page load again and again', async () => {
    keep('analytics.advertising');
    const stored = cookieOf('candor');
    const config: Config = { ...SHOP, categories: SHOP.categories!.map((each) => ({ ...each, reload: true })) };
    const consent = begin(config);
    consent.gate('posthog', () => {});
    await turns();
    consent.setSubject({ age: 9 });
    consent.acceptAll();
    consent.setSubject({ age: 40 });
    expect(granted(consent)).to.include.members(['analytics', 'posthog', 'advertising', 'banners']);
    expect(cookieOf('candor')).to.match(/yes=analytics\.advertising&/);
    expect(stored).to.match(/yes=analytics\.advertising&/);
  });

  it('has nothing before the config is in either, nor for a moment afterwards', async () => {
    keep('analytics');
    let arrive = (_config: unknown): void => {};
    const consent = begin(new Promise((resolve) => (arrive = resolve)));
    const seen: boolean[] = [];
    consent.gate('analytics', () => void seen.push(true));
    consent.setSubject({ minor: true });
    arrive(SHOP);
    await consent.ready;
    await turns();
    expect(granted(consent)).to.deep.equal(['necessary']);
    expect(seen).to.deep.equal([]);
  });

  it('whose guardian the page has verified is asked, but for what no minor gets', () => {
    const consent = begin();
    consent.setSubject({ age: 9 });
    consent.setSubject({ guardian: 'verified' });
    expect(consent.pending).to.deep.equal(['analytics', 'push']);
    consent.acceptAll();
    expect(granted(consent)).to.deep.equal(['necessary', 'analytics', 'posthog', 'push', 'browser-push']);
    expect(consent.barred).to.include.members(['advertising', 'banners']);
  });
});

describe('who is of age', () => {
  it('between the age of consent and 18 decides, but not on advertising', () => {
    const consent = begin();
    consent.setSubject({ age: 15 });
    expect(consent.pending).to.deep.equal(['analytics', 'push']);
    consent.acceptAll();
    expect(granted(consent)).to.not.include('advertising');
    expect(granted(consent)).to.include('posthog');
  });

  it('is of another group where the region has another age', () => {
    expect(begin(SHOP, { region: 'DE' }).pending).to.include('analytics');
    window.candor?.setSubject({ age: 15 });
    expect(window.candor?.pending).to.deep.equal([]);
    expect(window.candor?.ageGroup).to.deep.equal({ band: 'child', consentAge: 16 });
  });

  it('is offered the channels of an account while signed in alone', () => {
    const consent = begin();
    consent.update({ push: true, email: true });
    expect(consent.granted('email')).to.equal(false);
    consent.setSubject({ signedIn: true });
    consent.update({ email: true });
    expect(consent.granted('email')).to.equal(true);
    consent.setSubject({ signedIn: false });
    expect(consent.granted('email')).to.equal(false);
    consent.setSubject({ signedIn: true });
    expect(consent.granted('email')).to.equal(true);
  });

  it('is known by all that was said, one after the other', () => {
    const consent = begin();
    expect(consent.subject).to.equal(undefined);
    consent.setSubject({ signedIn: true });
    consent.setSubject({ age: 20 });
    expect(consent.subject).to.deep.equal({ signedIn: true, age: 20 });
  });

  it('stays known when the config is replaced', () => {
    const consent = begin();
    consent.setSubject({ minor: true });
    consent.replaceConfig({ ...SHOP, revision: 2 });
    expect(consent.pending).to.deep.equal([]);
    expect(consent.barred).to.include('analytics');
  });

  it('makes what is on screen draw itself anew', () => {
    const consent = begin();
    let refreshed = 0;
    consent.addEventListener('refresh', () => (refreshed += 1));
    consent.setSubject({ signedIn: true });
    expect(refreshed).to.equal(1);
  });

  it('leaves nothing of what the page said on the device', () => {
    const consent = begin(ASKING);
    consent.setSubject({ age: 30, signedIn: true });
    expect(document.cookie).to.equal('');
    expect(localStorage.length).to.equal(0);
  });
});

describe('a site that asks for the age', () => {
  it('allows and asks nothing else until it knows, whatever is stored', () => {
    keep('analytics.advertising');
    const consent = begin(ASKING);
    expect(granted(consent)).to.deep.equal(['necessary']);
    expect(consent.pending).to.deep.equal([]);
    consent.acceptAll();
    expect(granted(consent)).to.deep.equal(['necessary']);
    consent.setSubject({ band: 'adult' });
    expect(granted(consent)).to.include.members(['analytics', 'advertising']);
  });

  it('asks first for that, then for the rest', async () => {
    const consent = begin(ASKING, { manual: false });
    await until(() => isShown('candor-age'));
    expect(isShown('candor-banner')).to.equal(false);
    consent.setSubject({ band: 'teen' });
    await until(() => isShown('candor-banner'));
    expect(isShown('candor-age')).to.equal(false);
    expect(consent.pending).to.deep.equal(['analytics', 'push']);
  });

  it('keeps the group and nothing else', () => {
    begin(ASKING).setSubject({ band: 'teen' });
    expect({ ...localStorage }).to.deep.equal({ 'candor-age': 'teen' });
    expect(document.cookie).to.equal('');
  });

  it('keeps it under the name of its cookie', () => {
    begin({ ...ASKING, cookie: { name: 'shop' } }).setSubject({ band: 'adult' });
    expect({ ...localStorage }).to.deep.equal({ 'shop-age': 'adult' });
  });

  for (const band of ['child', 'teen', 'adult'] as const) {
    it(`finds it on the next page and asks no more: ${band}`, async () => {
      localStorage.setItem('candor-age', band);
      const consent = begin(ASKING, { manual: false });
      expect(consent.subject).to.deep.equal({ band });
      expect(consent.pending).to.deep.equal(
        { child: [], teen: ['analytics', 'push'], adult: ['analytics', 'advertising', 'push'] }[band],
      );
      await turns();
      expect(isShown('candor-age')).to.equal(false);
    });
  }

  it('asks again where what is kept is no group', async () => {
    localStorage.setItem('candor-age', '<b>old</b>');
    begin(ASKING, { manual: false });
    await until(() => isShown('candor-age'));
    expect(window.candor?.subject).to.equal(undefined);
  });

  it('asks nobody whose age the page knows', async () => {
    const consent = begin(ASKING, { manual: false });
    consent.setSubject({ age: 12 });
    await turns();
    await consent.show('age');
    expect(isShown('candor-age')).to.equal(false);
    expect(granted(consent)).to.deep.equal(['necessary']);
  });

  it('takes the page’s word rather than an answer of before', () => {
    localStorage.setItem('candor-age', 'adult');
    keep('analytics');
    const consent = begin(ASKING);
    expect(consent.granted('analytics')).to.equal(true);
    consent.setSubject({ age: 12 });
    expect(granted(consent)).to.deep.equal(['necessary']);
  });

  it('hears of the answer in another tab', () => {
    const consent = begin(ASKING);
    localStorage.setItem('candor-age', 'teen');
    dispatchEvent(new StorageEvent('storage', { key: 'candor-age', newValue: 'teen', storageArea: localStorage }));
    expect(consent.subject?.band).to.equal('teen');
    localStorage.setItem('candor-age', 'child');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(consent.pending).to.deep.equal([]);
  });

  it('is deaf to that once it has left', () => {
    const consent = begin(ASKING);
    consent.destroy();
    localStorage.setItem('candor-age', 'teen');
    dispatchEvent(new StorageEvent('storage', { key: 'candor-age', newValue: 'teen' }));
    expect(consent.subject).to.equal(undefined);
  });

  it('in memory leaves nothing, and knows for this page', () => {
    localStorage.setItem('candor-age', 'adult');
    const consent = begin(ASKING, { storage: 'memory' });
    expect(consent.pending).to.deep.equal([]);
    consent.setSubject({ band: 'teen' });
    expect(consent.pending).to.deep.equal(['analytics', 'push']);
    expect({ ...localStorage }).to.deep.equal({ 'candor-age': 'adult' });
  });

  it('knows for this page where the browser refuses storage', () => {
    const allow = forbidLocalStorage();
    try {
      const consent = begin(ASKING);
      consent.setSubject({ band: 'adult' });
      expect(consent.pending).to.deep.equal(['analytics', 'advertising', 'push']);
    } finally {
      allow();
    }
  });

  it('opens nothing by itself where the page shows surfaces by itself', async () => {
    const consent = begin(ASKING, { manual: true });
    await turns();
    expect(document.querySelector('candor-age')?.hasAttribute('open') ?? false).to.equal(false);
    await consent.show('banner');
    expect(isShown('candor-age'), 'the banner has nothing to ask yet').to.equal(true);
    expect(isShown('candor-banner')).to.equal(false);
  });

  it('lets the page ask in a way of its own', async () => {
    const asked: string[] = [];
    document.addEventListener(
      'candor-request',
      (event) => {
        asked.push(event.detail.surface);
        event.preventDefault();
      },
      end,
    );
    begin(ASKING, { manual: false });
    await until(() => asked.length);
    expect(asked).to.deep.equal(['age']);
  });

  it('stores nothing that is no group', () => {
    begin(ASKING).setSubject({ band: 'x' as 'teen' });
    expect(localStorage.length).to.equal(0);
    expect(isBand('x')).to.equal(false);
  });
});
