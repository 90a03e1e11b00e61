import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import { vendorSignals } from '../../src/signals/vendor-signals.js';
import { amplitude } from '../../src/signals/vendors/amplitude.js';
import { clarity } from '../../src/signals/vendors/clarity.js';
import { matomo } from '../../src/signals/vendors/matomo.js';
import { microsoftUet } from '../../src/signals/vendors/microsoft-uet.js';
import { mixpanel } from '../../src/signals/vendors/mixpanel.js';
import { posthog } from '../../src/signals/vendors/posthog.js';
import { sensorsData } from '../../src/signals/vendors/sensors-data.js';
import { shopify } from '../../src/signals/vendors/shopify.js';
import { tiktok } from '../../src/signals/vendors/tiktok.js';
import { wpConsent } from '../../src/signals/vendors/wp-consent.js';
import { zaraz } from '../../src/signals/vendors/zaraz.js';
import { answers, no, open, yes } from '../helpers/answers.js';
import { FakeConsent } from '../helpers/fake-consent.js';

const page = globalThis as unknown as Record<string, unknown>;
const nobody = (): void => {};

/** What of the page is put back after each test. */
let known: Set<string>;
beforeEach(() => (known = new Set(Object.getOwnPropertyNames(page))));
afterEach(() => {
  for (const name of Object.getOwnPropertyNames(page)) if (!known.has(name)) Reflect.deleteProperty(page, name);
});

const lastWord = (): unknown => (page['uetq'] as { ad_storage?: string }[]).at(-1)?.ad_storage;

describe('the ids that a vendor follows', () => {
  for (const [what, ids, choices, word] of [
    ['are the built-in category where none are named', undefined, { advertising: true }, 'granted'],
    ['are others where they are named', ['microsoft'], { advertising: true, microsoft: false }, 'denied'],
    ['must all be a yes', ['microsoft', 'analytics'], { microsoft: true, analytics: false }, 'denied'],
    ['may be several', ['microsoft', 'analytics'], { microsoft: true, analytics: true }, 'granted'],
    ['are a no where nobody configured them', ['microsoft'], { advertising: true }, 'denied'],
    ['are a no where one of them is unknown', ['advertising', 'microsoft'], { advertising: true }, 'denied'],
    ['are never a yes where the list is empty', [], { advertising: true }, 'denied'],
    ['are no names that every object has', ['constructor'], { advertising: true }, 'denied'],
    ['may be named by type', { ad_storage: ['microsoft'] }, { microsoft: true }, 'granted'],
    ['are never a yes where a text stands for the list', 'advertising', { advertising: true }, 'denied'],
    ['are never a yes where a type has a text', { ad_storage: 'advertising' }, { advertising: true }, 'denied'],
  ] as [string, unknown, Record<string, boolean>, string][]) {
    it(what, () => {
      const signal = microsoftUet({ ids: ids as never });
      signal.start?.(open, nobody);
      signal.update?.(answers(choices));
      expect(lastWord()).to.equal(word);
    });
  }

  it('are asked of each type alone, and what is not named for one is as it was', () => {
    const signal = clarity({ ids: { ad_Storage: ['microsoft'] } });
    signal.start?.(open, nobody);
    signal.update?.(answers({ microsoft: false, analytics: true, advertising: true }));
    const [, [, last]] = (page['clarity'] as { q: [string, unknown][] }).q as [unknown, [string, unknown]];
    expect(last).to.deep.equal({ ad_Storage: 'denied', analytics_Storage: 'granted' });
  });
});

describe('a decision', () => {
  it('about something else says nothing', () => {
    const consent = new FakeConsent();
    const signal = microsoftUet();
    signal.start?.(consent.consent, nobody);
    consent.update({ analytics: true });
    signal.update?.(consent.consent);
    expect(page['uetq']).to.deep.equal(['consent', 'default', { ad_storage: 'denied' }]);
    consent.update({ advertising: true });
    signal.update?.(consent.consent);
    consent.update({ analytics: false });
    signal.update?.(consent.consent);
    expect((page['uetq'] as unknown[]).slice(3)).to.deep.equal(['consent', 'update', { ad_storage: 'granted' }]);
  });

  it('that has run out says no', () => {
    const signal = microsoftUet();
    signal.start?.(open, nobody);
    signal.update?.(yes);
    signal.update?.(open);
    expect(lastWord()).to.equal('denied');
  });

  it('after another config took its place is told from the start', () => {
    const signal = microsoftUet();
    const undo = signal.start?.(open, nobody);
    signal.update?.(yes);
    undo?.();
    signal.start?.(open, nobody);
    signal.update?.(yes);
    expect((page['uetq'] as unknown[]).length).to.equal(12);
  });
});

describe('a vendor’s script', () => {
  it('that has put an object in the place of its queue is told there', () => {
    const told: unknown[] = [];
    const signal = microsoftUet();
    signal.start?.(open, nobody);
    page['uetq'] = { push: (...parts: unknown[]) => told.push(...parts) };
    signal.update?.(yes);
    expect(told).to.deep.equal(['consent', 'update', { ad_storage: 'granted' }]);
  });

  it('that has put a function in the place of the stub is told there', () => {
    const told: unknown[] = [];
    const signal = clarity();
    signal.start?.(open, nobody);
    page['clarity'] = (...parts: unknown[]) => told.push(parts);
    signal.update?.(no);
    expect(told).to.deep.equal([['consentv2', { ad_Storage: 'denied', analytics_Storage: 'denied' }]]);
  });

  it('that has given its array methods is told by them', () => {
    const told: unknown[] = [];
    const signal = tiktok();
    signal.start?.(open, nobody);
    Object.assign(page['ttq'] as object, { grantConsent: (...parts: unknown[]) => told.push(parts) });
    signal.update?.(yes);
    expect(told).to.deep.equal([[]]);
    expect(page['ttq']).to.have.length(1);
  });

  it('keeps what was in its queue before', () => {
    page['_paq'] = [['trackPageView']];
    matomo().start?.(open, nobody);
    expect(page['_paq']).to.deep.equal([['trackPageView'], ['requireConsent']]);
  });

  it('may have a queue of another name, where the site says so', () => {
    matomo({ queue: '_paq2' }).start?.(open, nobody);
    microsoftUet({ queue: 'uetq2' }).start?.(open, nobody);
    expect([page['_paq2'], page['_paq'], page['uetq']]).to.deep.equal([[['requireConsent']], undefined, undefined]);
    expect(page['uetq2']).to.have.length(3);
  });

  for (const [what, put, run, message] of [
    [
      'a queue that is none',
      () => (page['uetq'] = 'closed'),
      () => microsoftUet().update?.(yes),
      /window\.uetq is no queue/,
    ],
    [
      'a function that is none',
      () => (page['clarity'] = {}),
      () => clarity().update?.(yes),
      /window\.clarity is no func/,
    ],
    [
      'an SDK of another kind',
      () => (page['posthog'] = {}),
      () => posthog().update?.(no),
      /has no opt_out_capturing\(\)/,
    ],
    [
      'a function that throws',
      () =>
        (page['clarity'] = () => {
          throw new Error('closed');
        }),
      () => clarity().update?.(yes),
      /closed/,
    ],
  ] as [string, () => void, () => void, RegExp][]) {
    it(`whose place is taken by ${what} is an error that names it`, () => {
      put();
      expect(run).to.throw(message);
    });
  }

  it('that threw is told again by the next decision', () => {
    const signal = clarity();
    signal.start?.(open, nobody);
    const told: unknown[] = [];
    let isBroken = true;
    page['clarity'] = (...parts: unknown[]) => {
      if (isBroken) throw new Error('closed');
      told.push(parts);
    };
    expect(() => signal.update?.(no)).to.throw('closed');
    isBroken = false;
    signal.update?.(no);
    expect(told).to.have.length(1);
  });
});

describe('an SDK', () => {
  const sdk = (): { told: unknown[]; opt_in_capturing: () => void; opt_out_capturing: () => void } => {
    const told: unknown[] = [];
    return { told, opt_in_capturing: () => told.push('in'), opt_out_capturing: () => told.push('out') };
  };

  it('that is not there is told nothing, and its place stays free', () => {
    for (const make of [posthog, mixpanel, amplitude, sensorsData, shopify]) {
      const signal = make();
      signal.start?.(open, nobody);
      signal.update?.(yes);
    }
    for (const name of ['posthog', 'mixpanel', 'amplitude', 'sensors', 'Shopify']) expect(name in page).to.equal(false);
  });

  it('that comes after the answer is told by the next one', () => {
    const signal = posthog();
    signal.start?.(open, nobody);
    signal.update?.(yes);
    const later = (page['posthog'] = sdk());
    signal.update?.(no);
    signal.update?.(yes);
    expect(later.told).to.deep.equal(['out', 'in']);
  });

  it('that is there already is told at once', () => {
    const there = (page['posthog'] = sdk());
    posthog().start?.(open, nobody);
    expect(there.told).to.deep.equal(['out']);
  });

  it('that an application imported is told where it is', () => {
    const imported = sdk();
    const signal = posthog({ sdk: imported });
    signal.start?.(open, nobody);
    signal.update?.(yes);
    expect(imported.told).to.deep.equal(['out', 'in']);
  });

  it('whose snippet stands for it is told by what the snippet keeps', () => {
    const queue = (page['posthog'] = [] as unknown[]);
    posthog().update?.(no);
    expect(queue).to.deep.equal([['opt_out_capturing']]);
  });

  it('that does nothing before its `init` is configured so where the site wants it', () => {
    page['sensors_data_pre_config'] = { other: 1 };
    sensorsData({ complianceMode: true }).start?.(open, nobody);
    expect(page['sensors_data_pre_config']).to.deep.equal({ other: 1, is_compliance_enabled: true });
  });

  it('that says when it is there is told then, and once', () => {
    const told: unknown[] = [];
    const signal = zaraz({ ids: { hUga: ['analytics'] } });
    const undo = signal.start?.(open, nobody);
    signal.update?.(no);
    page['zaraz'] = {
      consent: { APIReady: true, set: (purposes: unknown) => told.push(purposes), sendQueuedEvents: nobody },
    };
    document.dispatchEvent(new Event('zarazConsentAPIReady'));
    document.dispatchEvent(new Event('zarazConsentAPIReady'));
    expect(told).to.deep.equal([{ hUga: false }]);
    undo?.();
  });

  it('that says so after Candor has left is told nothing', () => {
    const told: unknown[] = [];
    const signal = zaraz({ ids: { hUga: ['analytics'] } });
    const undo = signal.start?.(open, nobody);
    signal.update?.(no);
    undo?.();
    page['zaraz'] = {
      consent: { APIReady: true, set: (purposes: unknown) => told.push(purposes), sendQueuedEvents: nobody },
    };
    document.dispatchEvent(new Event('zarazConsentAPIReady'));
    expect(told).to.deep.equal([]);
  });

  it('that Shopify has to load first is told once it is loaded', () => {
    const told: unknown[] = [];
    const shop = {
      customerPrivacy: undefined as unknown,
      loadFeatures(features: unknown, done: () => void) {
        told.push(features);
        shop.customerPrivacy = { setTrackingConsent: (consent: unknown) => told.push(consent) };
        done();
      },
    };
    page['Shopify'] = shop;
    shopify().update?.(no);
    expect(told).to.deep.equal([
      [{ name: 'consent-tracking-api', version: '0.1' }],
      { analytics: false, marketing: false, preferences: false, sale_of_data: false },
    ]);
  });

  it('of WordPress hears first what kind of consent holds', () => {
    let heard: unknown;
    document.addEventListener('wp_consent_type_defined', () => (heard = page['wp_consent_type']), { once: true });
    wpConsent().start?.(open, nobody);
    expect(heard).to.equal('optin');
    wpConsent().start?.(yes, nobody);
    expect(page['wp_consent_type']).to.equal('optout');
    wpConsent().start?.(answers({ functional: true, analytics: true, advertising: false }), nobody);
    expect(page['wp_consent_type']).to.equal('optin');
  });
});

describe('a config', () => {
  const idsOf = (signals: unknown): string[] => vendorSignals({ signals } as Config).map(({ id }) => id);

  it('asks for no signal by default', () => {
    expect(vendorSignals({})).to.deep.equal([]);
    expect(idsOf({})).to.deep.equal([]);
  });

  it('asks for those that are true or have options', () => {
    expect(idsOf({ clarity: true, matomo: { queue: '_paq2' }, posthog: false })).to.deep.equal(['clarity', 'matomo']);
  });

  it('gives each the id of its key', () => {
    const keys = [
      'microsoftUet clarity metaPixel tiktok matomo segment posthog mixpanel amplitude quickTracking sensorsData',
      'piwikPro adobe shopify wpConsent zaraz volcengine',
    ]
      .join(' ')
      .split(' ');
    expect(idsOf(Object.fromEntries(keys.map((key) => [key, true])))).to.deep.equal(keys);
  });

  for (const wrong of ['yes', 1, null, [], ['clarity'], 'true']) {
    it(`is not taken at ${JSON.stringify(wrong)}`, () => {
      expect(idsOf({ clarity: wrong, unheardOf: true, matomo: true })).to.deep.equal(['matomo']);
      expect(idsOf(wrong)).to.deep.equal([]);
    });
  }
});
