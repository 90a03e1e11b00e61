import { expect } from 'chai';
import type { Config, GoogleConsentMode } from '../../src/core/config.js';
import { createHub } from '../../src/signals/hub.js';
import { googleConsentMode } from '../../src/signals/google-consent-mode.js';
import { FakeConsent, type FakeOptions } from '../helpers/fake-consent.js';

const TYPES = [
  'security_storage',
  'functionality_storage',
  'personalization_storage',
  'analytics_storage',
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
];

/** All seven types, granted where they are named. */
const state = (...granted: string[]): Record<string, string> =>
  Object.fromEntries(
    TYPES.map((type) => [type, ['security_storage', ...granted].includes(type) ? 'granted' : 'denied']),
  );

const page = window as unknown as Record<string, unknown[] | undefined>;

/** What stands in the queue, commands as lists. */
const queued = (name = 'dataLayer'): unknown[] =>
  (page[name] ?? []).map((entry) =>
    Object.prototype.toString.call(entry) === '[object Arguments]' ? [...(entry as Iterable<unknown>)] : entry,
  );

let fake: FakeConsent;
let decide: (act: (consent: FakeConsent) => void) => void;

function connect(config: Config = {}, options: FakeOptions = {}, mode: GoogleConsentMode | boolean = true): void {
  fake = new FakeConsent(config, options);
  const hub = createHub(fake.consent, () => {});
  hub.connect(googleConsentMode(mode));
  decide = (act) => {
    act(fake);
    hub.update();
  };
}

const EVENT = { event: 'candor_consent_update' };
const ALL = TYPES.slice(1);

describe('Google Consent Mode', () => {
  afterEach(() => {
    for (const name of ['dataLayer', 'myLayer', 'candorGoogleConsent']) delete page[name];
  });

  it('denies all but security first, as a command that Google’s tags can read', () => {
    connect();
    expect(queued()).to.deep.equal([['consent', 'default', { ...state(), wait_for_update: 500 }]]);
    expect(Object.prototype.toString.call(page['dataLayer']![0])).to.equal('[object Arguments]');
  });

  it('updates exactly once a decision, with all seven types, and says so to triggers', () => {
    connect();
    decide((consent) => consent.acceptAll());
    decide((consent) => consent.update({ advertising: false }));
    decide((consent) => consent.withdraw());
    expect(queued().slice(1)).to.deep.equal([
      ['consent', 'update', state(...ALL)],
      EVENT,
      ['consent', 'update', state('functionality_storage', 'personalization_storage', 'analytics_storage')],
      EVENT,
      ['consent', 'update', state()],
      EVENT,
    ]);
  });

  it('denies by default, then updates at once, where an answer is stored', () => {
    const at = Math.floor(Date.now() / 1000) - 60;
    const answers = new Map([['analytics', { granted: true, at, revision: 1 }]]);
    connect({}, { decision: { at, revision: 1, answers } });
    expect(queued()).to.deep.equal([
      ['consent', 'default', { ...state(), wait_for_update: 500 }],
      ['consent', 'update', state('analytics_storage')],
      EVENT,
    ]);
  });

  it('grants by default what the region allows, and not what the browser’s signal denies', () => {
    connect({}, { region: 'US-CA' });
    expect(queued()).to.deep.equal([['consent', 'default', { ...state(...ALL), wait_for_update: 500 }]]);
    delete page['dataLayer'];
    connect({}, { region: 'US-CA', gpc: true });
    expect(queued()).to.deep.equal([
      [
        'consent',
        'default',
        {
          ...state('functionality_storage', 'personalization_storage', 'analytics_storage'),
          wait_for_update: 500,
        },
      ],
    ]);
  });

  it('knows which categories a type belongs to from the config: all of them must be allowed', () => {
    connect({
      categories: [
        { id: 'measuring', consentMode: ['analytics_storage'] },
        { id: 'analytics' },
        { id: 'ads', consentMode: ['ad_storage', 'ad_user_data'] },
      ],
    });
    decide((consent) => consent.update({ measuring: true, ads: true }));
    expect(queued()[1]).to.deep.equal(['consent', 'update', state('ad_storage', 'ad_user_data')]);
    decide((consent) => consent.update({ analytics: true }));
    expect(queued()[3]).to.deep.equal(['consent', 'update', state('analytics_storage', 'ad_storage', 'ad_user_data')]);
  });

  it('takes every option', () => {
    connect(
      {},
      {},
      {
        dataLayer: 'myLayer',
        waitForUpdate: 2000,
        adsDataRedaction: true,
        urlPassthrough: true,
        regions: [{ region: ['US-TX', 'US-FL'], granted: ['analytics_storage'] }],
      },
    );
    expect(queued()).to.deep.equal([]);
    expect(queued('myLayer')).to.deep.equal([
      ['consent', 'default', { ...state(), wait_for_update: 2000 }],
      ['consent', 'default', { ...state('analytics_storage'), region: ['US-TX', 'US-FL'] }],
      ['set', 'ads_data_redaction', true],
      ['set', 'url_passthrough', true],
    ]);
  });

  it('uses the queue that is there, also one that Google’s tags have taken over', () => {
    const seen: unknown[] = [];
    page['dataLayer'] = [];
    page['dataLayer'].push = (...entries: unknown[]) => seen.push(...entries);
    connect();
    decide((consent) => consent.acceptAll());
    expect(seen).to.have.length(3);
  });

  it('grants nothing where the queue is none, and says so', () => {
    page['dataLayer'] = 'taken' as unknown as unknown[];
    const { error } = console;
    const complaints: string[] = [];
    console.error = (message: string) => complaints.push(message);
    connect();
    console.error = error;
    expect(complaints).to.deep.equal(['Candor: the signal googleConsentMode failed']);
    expect(page['dataLayer']).to.equal('taken');
  });

  it('tells Candor’s template in Google Tag Manager by its function instead', () => {
    const calls: unknown[] = [];
    page['candorGoogleConsent'] = ((...call: unknown[]) => calls.push(call)) as unknown as unknown[];
    connect({}, {}, { urlPassthrough: true, regions: [{ region: ['US-TX'], granted: ['ad_storage'] }] });
    decide((consent) => consent.acceptAll());
    expect(calls).to.deep.equal([
      ['default', state()],
      ['update', state(...ALL)],
    ]);
    expect(queued()).to.deep.equal([EVENT]);
  });
});
