import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import type { Consent } from '../../src/core/consent.js';
import '../../src/index.js';
import { start, type ConsentOptions } from '../../src/start.js';
import { clearStorage, tellStored } from '../helpers/storage.js';

const config: Config = {
  categories: [
    { id: 'necessary' },
    {
      id: 'push',
      services: [
        { id: 'browser-push' },
        { id: 'email', scope: 'account' },
        { id: 'email-fit', scope: 'account', personalises: 'email' },
        { id: 'browser-fit', personalises: 'browser-push' },
      ],
    },
  ],
  layout: { reopen: 'none' },
};
const ACCOUNT = ['email', 'email-fit'];

const begin = (source: unknown = config, options: ConsentOptions = {}): Consent =>
  start(source, { manual: true, ...options });

let forgotten: (readonly string[])[] = [];
let endListening = new AbortController();

beforeEach(async () => {
  await clearStorage();
  forgotten = [];
  endListening = new AbortController();
  document.addEventListener('candor-forget-tags', ({ detail }) => forgotten.push(detail.ids), {
    signal: endListening.signal,
  });
});

afterEach(async () => {
  window.candor?.destroy();
  endListening.abort();
  await clearStorage();
});

describe('channels of an account', () => {
  it('are barred until somebody is signed in, and again once they have left', () => {
    const consent = begin();
    expect(consent.barred).to.deep.equal(ACCOUNT);
    consent.acceptAll();
    expect(consent.granted('email')).to.equal(false);
    consent.setSubject({ signedIn: true });
    expect(consent.barred).to.deep.equal([]);
    consent.update({ email: true });
    expect(consent.granted('email')).to.equal(true);
    consent.setSubject({ signedIn: false });
    expect([consent.barred, consent.granted('email')]).to.deep.equal([ACCOUNT, false]);
    consent.setSubject({ signedIn: true });
    expect(consent.granted('email')).to.equal(true);
  });

  it('are there for somebody who was known to be signed in before the config came, or before it was replaced', async () => {
    let arrive = (_config: Config): void => {};
    const consent = begin(new Promise<Config>((resolve) => (arrive = resolve)));
    consent.setSubject({ signedIn: true });
    arrive(config);
    await consent.ready;
    expect(consent.barred).to.deep.equal([]);
    consent.replaceConfig({ ...config });
    expect(consent.barred).to.deep.equal([]);
  });
});

describe('what is known of a person for messages that fit them is to be forgotten', () => {
  const signedIn = (options?: ConsentOptions): Consent => {
    const consent = begin(config, options);
    consent.setSubject({ signedIn: true });
    return consent;
  };

  for (const [what, act, ids] of [
    ['one refusal', (consent) => consent.update({ 'email-fit': false }), ['email-fit']],
    ['saving', (consent) => consent.update({ 'email-fit': false }, { method: 'save' }), ['email-fit']],
    ['the category', (consent) => consent.update({ push: false }), ['email-fit', 'browser-fit']],
    ['Reject all', (consent) => consent.rejectAll(), ['email-fit', 'browser-fit']],
    ['withdrawal', (consent) => consent.withdraw(), ['email-fit', 'browser-fit']],
  ] as readonly [string, (consent: Consent) => void, string[]][]) {
    it(`by ${what}, once, and the consent’s own listeners hear it as well`, () => {
      const consent = signedIn();
      const own: unknown[] = [];
      consent.addEventListener('forget-tags', ({ detail }) => own.push(detail.ids));
      consent.acceptAll();
      expect(forgotten).to.deep.equal([]);
      act(consent);
      consent.withdraw();
      expect(forgotten[0]).to.deep.equal(ids);
      expect(own).to.deep.equal(forgotten);
    });
  }

  it('after the decision is told, which keeps the messages', () => {
    const consent = signedIn();
    consent.acceptAll();
    const order: string[] = [];
    for (const type of ['change', 'forget-tags'] as const) consent.addEventListener(type, () => order.push(type));
    consent.update({ 'email-fit': false });
    expect(order).to.deep.equal(['change', 'forget-tags']);
    expect(consent.granted('email')).to.equal(true);
  });

  it('not where it was never allowed, nor by signing out', () => {
    const consent = signedIn();
    consent.rejectAll();
    consent.acceptAll();
    consent.setSubject({ signedIn: false });
    expect(forgotten).to.deep.equal([]);
  });

  it('not by a tab that only hears of the refusal', () => {
    const now = Math.floor(Date.now() / 1000);
    document.cookie = `candor=v=1&at=${now - 9}&rev=1&yes=push.browser-fit&no=; path=/`;
    const consent = signedIn();
    expect(consent.granted('browser-fit')).to.equal(true);
    tellStored('candor', `v=1&at=${now}&rev=1&yes=&no=push`);
    expect(consent.granted('browser-fit')).to.equal(false);
    expect(forgotten).to.deep.equal([]);
  });
});
