import { expect } from 'chai';
import type { Consent } from '../../../src/core/consent.js';
import type { Signal } from '../../../src/core/signal.js';
import { adobe } from '../../../src/signals/vendors/adobe.js';
import { clarity } from '../../../src/signals/vendors/clarity.js';
import { matomo } from '../../../src/signals/vendors/matomo.js';
import { metaPixel } from '../../../src/signals/vendors/meta-pixel.js';
import { microsoftUet } from '../../../src/signals/vendors/microsoft-uet.js';
import { piwikPro } from '../../../src/signals/vendors/piwik-pro.js';
import { quickTracking } from '../../../src/signals/vendors/quick-tracking.js';
import { shopify } from '../../../src/signals/vendors/shopify.js';
import { tiktok } from '../../../src/signals/vendors/tiktok.js';
import { volcengine } from '../../../src/signals/vendors/volcengine.js';
import { wpConsent } from '../../../src/signals/vendors/wp-consent.js';
import { zaraz } from '../../../src/signals/vendors/zaraz.js';
import { no, onByDefault, open, yes } from '../../helpers/answers.js';

const page = globalThis as unknown as Record<string, unknown>;

/** Calls of a function, by the `arguments` it got, without functions. */
const plain = (calls: unknown): unknown[] =>
  Array.from((calls ?? []) as Iterable<ArrayLike<unknown>>, (call) =>
    Array.from(call).filter((part) => typeof part !== 'function'),
  );

const calls: unknown[][] = [];
const record = (...parts: unknown[]): void => void calls.push(parts);

/** Meta's base code, without the address that it would load. */
function runBaseCode(): void {
  const code = `!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?
    n.callMethod.apply(n,arguments):n.queue.push(arguments)};if(!f._fbq)f._fbq=n;
    n.push=n;n.loaded=!0;n.version='2.0';n.queue=[];t=b.createElement(e);t.async=!0;
    t.src=v;s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}(window,
    document,'script','data:text/javascript,window.isPixelLoaded=true');`;
  const script = document.createElement('script');
  script.text = code;
  document.head.append(script);
  script.remove();
}

interface Contract {
  readonly vendor: string;
  readonly make: () => Signal;
  /** Puts into the page what a vendor's own code puts there. */
  readonly prepare?: () => void;
  /** What the vendor has been told so far. */
  readonly told: () => unknown;
  /** The words while nobody has answered: where the region opts in, and where the region lets it be on. */
  readonly before: readonly [no: readonly unknown[], yes: readonly unknown[]];
  readonly granted: readonly unknown[];
  readonly denied: readonly unknown[];
}

const uet = (kind: string, word: string): unknown[] => ['consent', kind, { ad_storage: word }];
const clarityWord = (word: string): unknown[] => [['consentv2', { ad_Storage: word, analytics_Storage: word }]];
const hold = (word: string): unknown[] => [{ action: 'aplus.setMetaInfo', arguments: ['_hold', word] }];
const piwikTypes = [
  'analytics',
  'ab_testing_and_personalization',
  'conversion_tracking',
  'marketing_automation',
  'remarketing',
  'user_feedback',
];
const piwik = (status: number): unknown[] => [
  ['setComplianceSettings', { consents: Object.fromEntries(piwikTypes.map((type) => [type, { status }])) }],
];
const alloy = (val: string): unknown[] => [
  ['setConsent', { consent: [{ standard: 'Adobe', version: '2.0', value: { collect: { val } } }] }],
];
const wordPress = (word: string): unknown[] =>
  ['preferences', 'statistics-anonymous', 'statistics', 'marketing'].map((type) => [type, word]);
const shop = (granted: boolean): unknown[] => [
  [{ analytics: granted, marketing: granted, preferences: granted, sale_of_data: granted }],
];

const CONTRACTS: readonly Contract[] = [
  {
    vendor: 'Microsoft UET',
    make: microsoftUet,
    told: () => page['uetq'],
    before: [uet('default', 'denied'), uet('default', 'granted')],
    granted: uet('update', 'granted'),
    denied: uet('update', 'denied'),
  },
  {
    vendor: 'Clarity',
    make: clarity,
    told: () => plain((page['clarity'] as { q: unknown }).q),
    before: [clarityWord('denied'), clarityWord('granted')],
    granted: clarityWord('granted'),
    denied: clarityWord('denied'),
  },
  {
    vendor: 'Meta Pixel',
    make: metaPixel,
    prepare: runBaseCode,
    told: () => plain((page['fbq'] as { queue: unknown }).queue),
    before: [[['consent', 'revoke']], [['consent', 'grant']]],
    granted: [['consent', 'grant']],
    denied: [['consent', 'revoke']],
  },
  {
    vendor: 'Meta Pixel with Limited Data Use',
    make: () => metaPixel({ limitedDataUse: true }),
    prepare: runBaseCode,
    told: () => plain((page['fbq'] as { queue: unknown }).queue),
    before: [
      [
        ['dataProcessingOptions', ['LDU'], 0, 0],
        ['consent', 'revoke'],
      ],
      [
        ['dataProcessingOptions', []],
        ['consent', 'grant'],
      ],
    ],
    granted: [
      ['dataProcessingOptions', []],
      ['consent', 'grant'],
    ],
    denied: [
      ['dataProcessingOptions', ['LDU'], 0, 0],
      ['consent', 'revoke'],
    ],
  },
  {
    vendor: 'TikTok',
    make: tiktok,
    told: () => page['ttq'],
    before: [[['holdConsent']], [['grantConsent']]],
    granted: [['grantConsent']],
    denied: [['revokeConsent']],
  },
  {
    vendor: 'Matomo',
    make: matomo,
    told: () => page['_paq'],
    before: [[['requireConsent']], [['requireConsent'], ['setConsentGiven']]],
    granted: [['setConsentGiven']],
    denied: [['forgetConsentGiven']],
  },
  {
    vendor: 'Matomo, for cookies only',
    make: () => matomo({ cookiesOnly: true }),
    told: () => page['_paq'],
    before: [[['requireCookieConsent']], [['requireCookieConsent'], ['setCookieConsentGiven']]],
    granted: [['setCookieConsentGiven']],
    denied: [['forgetCookieConsentGiven']],
  },
  {
    vendor: 'QuickTracking',
    make: quickTracking,
    told: () => page['aplus_queue'],
    before: [hold('BLOCK'), hold('START')],
    granted: hold('START'),
    denied: hold('BLOCK'),
  },
  {
    vendor: 'Piwik PRO, whose container is there',
    make: piwikPro,
    prepare: () => (page['ppms'] = { cm: { api: record } }),
    told: () => plain(calls),
    before: [
      [['setInitialComplianceSettings', { consents: piwikTypes }]],
      [['setInitialComplianceSettings', { consents: piwikTypes }]],
    ],
    granted: piwik(1),
    denied: piwik(0),
  },
  {
    vendor: 'Adobe, whose SDK is there',
    make: adobe,
    prepare: () => (page['alloy'] = record),
    told: () => calls,
    before: [[], []],
    granted: alloy('y'),
    denied: alloy('n'),
  },
  {
    vendor: 'Shopify, whose consent API is there',
    make: shopify,
    prepare: () => (page['Shopify'] = { customerPrivacy: { setTrackingConsent: record } }),
    told: () => plain(calls),
    before: [[], []],
    granted: shop(true),
    denied: shop(false),
  },
  {
    vendor: 'WordPress, whose consent API is there',
    make: wpConsent,
    prepare: () => (page['wp_set_consent'] = record),
    told: () => calls,
    before: [[], []],
    granted: wordPress('allow'),
    denied: wordPress('deny'),
  },
  {
    vendor: 'Zaraz, whose API is ready',
    make: () => zaraz({ ids: { hUga: ['analytics'], wMkk: ['advertising', 'social'] } }),
    prepare: () =>
      (page['zaraz'] = {
        consent: {
          APIReady: true,
          set: (purposes: unknown) => record('set', purposes),
          sendQueuedEvents: () => record('send'),
        },
      }),
    told: () => calls,
    before: [[], []],
    granted: [['set', { hUga: true, wMkk: true }], ['send']],
    denied: [['set', { hUga: false, wMkk: false }]],
  },
  {
    vendor: 'Volcengine, whose snippet is there',
    make: volcengine,
    prepare: () => (page['collectEvent'] = record),
    told: () => calls,
    before: [[], []],
    granted: [['start']],
    denied: [],
  },
];

const GLOBALS = [
  'uetq',
  'clarity',
  'fbq',
  '_fbq',
  'ttq',
  '_paq',
  'aplus_queue',
  'ppms',
  'alloy',
  'Shopify',
  'wp_set_consent',
  'wp_consent_type',
  'zaraz',
  'collectEvent',
];

for (const { vendor, make, prepare, told, before, granted, denied } of CONTRACTS) {
  describe(`${vendor} is told`, () => {
    const [unanswered, byDefault] = before;

    /** What it is told when all this has happened. */
    function tell(first: Consent, ...decisions: readonly Consent[]): unknown {
      // Meta's base code comes after Candor; what the others are called on is there before.
      const isLate = prepare === runBaseCode;
      if (!isLate) prepare?.();
      const signal = make();
      signal.start?.(first, () => {});
      if (isLate) prepare();
      for (const decision of decisions) signal.update?.(decision);
      return told();
    }

    afterEach(() => {
      calls.length = 0;
      for (const name of GLOBALS) Reflect.deleteProperty(page, name);
    });

    if (unanswered.length) {
      it('no more than the default before anybody has answered', () => expect(tell(open)).to.deep.equal(unanswered));
    }

    for (const [what, first, decisions, expected] of [
      ['a first yes, or one that is stored', open, [yes], [...unanswered, ...granted]],
      ['a first no, or one that is stored', open, [no], [...unanswered, ...denied]],
      ['a withdrawal', open, [yes, no], [...unanswered, ...granted, ...denied]],
      ['a yes after a no', open, [no, yes], [...unanswered, ...denied, ...granted]],
      ['what is on by default', onByDefault, [], byDefault],
      ['an objection to what is on by default', onByDefault, [no], [...byDefault, ...denied]],
      ['each answer once, however often it is given', open, [no, no, yes, yes], [...unanswered, ...denied, ...granted]],
    ] as const) {
      it(what, () => expect(tell(first, ...decisions)).to.deep.equal(expected));
    }
  });
}

describe('Meta’s base code', () => {
  afterEach(() => {
    for (const name of [...GLOBALS, 'isPixelLoaded']) Reflect.deleteProperty(page, name);
  });

  it('hears what was decided before it came, ahead of `init`, and still loads the pixel', () => {
    const signal = metaPixel();
    signal.start?.(open, () => {});
    signal.update?.(yes);
    expect(page['fbq'], 'nothing that the base code would take for itself').to.equal(undefined);
    const inserted: string[] = [];
    const observer = new MutationObserver(() => {});
    observer.observe(document, { childList: true, subtree: true });
    runBaseCode();
    (page['fbq'] as (...parts: unknown[]) => void)('init', '1');
    for (const { addedNodes } of observer.takeRecords()) {
      for (const node of addedNodes) if (node instanceof HTMLScriptElement && node.src) inserted.push(node.src);
    }
    observer.disconnect();
    expect(plain((page['fbq'] as { queue: unknown }).queue)).to.deep.equal([
      ['consent', 'revoke'],
      ['consent', 'grant'],
      ['init', '1'],
    ]);
    expect(inserted).to.deep.equal(['data:text/javascript,window.isPixelLoaded=true']);
    expect(Object.getOwnPropertyDescriptor(page, 'fbq')?.get, 'nothing waits any more').to.equal(undefined);
  });

  it('hears it too where it is written so that it reads `fbq` before its queue stands', () => {
    metaPixel().start?.(open, () => {});
    const fbq = (...parts: unknown[]): void => void (page['fbq'] as { queue: unknown[] }).queue.push(parts);
    page['fbq'] = fbq;
    const pixel = page['fbq'] as { queue?: unknown[] };
    pixel.queue = [];
    (page['fbq'] as (...parts: unknown[]) => void)('init', '1');
    expect(pixel.queue).to.deep.equal([
      ['consent', 'revoke'],
      ['init', '1'],
    ]);
  });

  it('hears nothing once Candor has left the page', () => {
    const undo = metaPixel().start?.(open, () => {});
    undo?.();
    expect('fbq' in page).to.equal(false);
    runBaseCode();
    expect(plain((page['fbq'] as { queue: unknown }).queue)).to.deep.equal([]);
  });
});
