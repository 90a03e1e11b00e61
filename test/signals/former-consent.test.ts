import { expect } from 'chai';
import type { Category } from '../../src/core/config.js';
import type { Choices } from '../../src/core/decide.js';
import type { Decision } from '../../src/core/decision.js';
import { formerConsent, type FormerConsentOptions } from '../../src/signals/former-consent.js';
import { FakeConsent } from '../helpers/fake-consent.js';
import { clearStorage, forbidLocalStorage, replaceCookies } from '../helpers/storage.js';

const DAY = 86_400;
const NOW = Math.floor(Date.now() / 1000);

type Report = [choices: Partial<Choices>, at: number | undefined];

/** What is reported with these cookies on the device. */
function reportsOf(
  cookies: Record<string, string>,
  options?: FormerConsentOptions,
  categories?: readonly Category[],
  decision?: Decision,
): Report[] {
  for (const [name, value] of Object.entries(cookies)) document.cookie = `${name}=${value}; path=/`;
  const reports: Report[] = [];
  const config = categories ? { categories: [...categories] } : {};
  const { consent } = new FakeConsent(config, decision ? { decision } : {});
  formerConsent(options).start!(consent, (answers, at) => reports.push([answers, at]));
  return reports;
}

const isoDate = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

const json = (value: object): string => encodeURIComponent(JSON.stringify(value));

const cc = (change: object = {}, at = NOW - 30 * DAY): string =>
  json({
    categories: ['necessary', 'analytics', 'marketing'],
    revision: 0,
    data: null,
    consentTimestamp: new Date(at * 1000).toISOString(),
    consentId: '8a3f7b1e-0f5e-4e7a-9d32-3a4d7c1b2e90',
    services: { necessary: [], functionality: [], analytics: [], marketing: [] },
    languageCode: 'en',
    lastConsentTimestamp: new Date(at * 1000).toISOString(),
    expirationTime: (at + 182 * DAY) * 1000,
    ...change,
  });

const bot = (at: number, method = 'explicit'): string =>
  `{stamp:%27x==%27%2Cnecessary:true%2Cpreferences:false%2Cstatistics:true%2Cmarketing:false%2Cmethod:%27${method}%27%2Cver:1%2Cutc:${at * 1000}%2Cregion:%27no%27}`;

const BOT_ANSWERS = { functional: false, analytics: true, advertising: false };

describe('a former consent tool', () => {
  beforeEach(clearStorage);
  afterEach(clearStorage);

  describe('is taken over', () => {
    it('with the time of its answer', () => {
      expect(reportsOf({ CookieConsent: bot(NOW - 100 * DAY) })).to.deep.equal([[BOT_ANSWERS, NOW - 100 * DAY]]);
    });

    it('from localStorage, where it kept its answer there', () => {
      localStorage.setItem('cc_cookie', decodeURIComponent(cc()));
      expect(reportsOf({})).to.deep.equal([
        [{ necessary: true, functional: false, analytics: true, advertising: true }, NOW - 30 * DAY],
      ]);
    });

    it('once: not after an answer here, a refusal included', () => {
      const answered = { at: NOW - DAY, revision: 1, answers: new Map() };
      expect(reportsOf({ CookieConsent: bot(NOW - DAY * 2) }, {}, undefined, answered)).to.deep.equal([]);
    });

    it('from the first in the list that has kept an answer', () => {
      const cookies = { CookieConsent: bot(NOW - DAY), klaro: json({ analytics: false }) };
      expect(reportsOf(cookies)).to.deep.equal([[{ analytics: false }, undefined]]);
      expect(reportsOf(cookies, { from: ['cookiebot', 'klaro'] })).to.deep.equal([[BOT_ANSWERS, NOW - DAY]]);
      expect(reportsOf(cookies, { from: ['orejime', 'cookiebot'] })).to.deep.equal([[BOT_ANSWERS, NOW - DAY]]);
    });

    it('under the name that the site had given its cookie', () => {
      const options: FormerConsentOptions = { from: ['cookiebot'], cookie: 'shop_consent' };
      expect(reportsOf({ shop_consent: bot(NOW - DAY) }, options)).to.deep.equal([[BOT_ANSWERS, NOW - DAY]]);
      expect(reportsOf({ CookieConsent: bot(NOW - DAY) }, { ...options, cookie: 'another' })).to.deep.equal([]);
    });

    it('and its cookie stays', () => {
      const value = bot(NOW - DAY);
      reportsOf({ CookieConsent: value });
      expect(document.cookie).to.include(`CookieConsent=${value}`);
    });

    for (const [what, cookies] of [
      ['there is none', {}],
      ['its text cannot be read', { CookieConsent: '{stamp' }],
      ['it only implied a consent', { CookieConsent: bot(NOW - DAY, 'implied') }],
      ['nothing of it is asked here', { klaro: json({ 'chat-of-theirs': false }) }],
      ['another tool uses the name', { CookieConsent: 'yes' }],
    ] as const) {
      it(`not where ${what}`, () => expect(reportsOf(cookies)).to.deep.equal([]));
    }

    it('not where the list names a tool that nobody knows', () => {
      const options = { from: ['toString', 'unknown'] } as unknown as FormerConsentOptions;
      expect(reportsOf({ CookieConsent: bot(NOW - DAY) }, options)).to.deep.equal([]);
    });

    it('not where two cookies of one name say different things, as one of a parent domain may', () => {
      const yes = `klaro=${json({ analytics: false })}`;
      const other = `klaro=${json({ analytics: true })}`;
      let giveBack = replaceCookies(() => `${yes}; ${other}`);
      document.cookie = '';
      expect(reportsOf({}, { since: isoDate(NOW - DAY) })).to.deep.equal([]);
      giveBack();
      giveBack = replaceCookies(() => `${yes}; ${yes}`);
      document.cookie = '';
      expect(reportsOf({})).to.deep.equal([[{ analytics: false }, undefined]]);
      giveBack();
    });

    it('without harm where the browser forbids its storage', () => {
      const allow = forbidLocalStorage();
      Object.defineProperty(document, 'cookie', {
        configurable: true,
        get: () => {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
      try {
        expect(reportsOf({})).to.deep.equal([]);
      } finally {
        Reflect.deleteProperty(document, 'cookie');
        allow();
      }
    });
  });

  describe('whose answer has a time', () => {
    it('counts while the tool itself would not ask again', () => {
      expect(reportsOf({ cc_cookie: cc({ expirationTime: (NOW + 60) * 1000 }) })).to.have.length(1);
      expect(reportsOf({ cc_cookie: cc({ expirationTime: (NOW - 60) * 1000 }) })).to.deep.equal([]);
    });

    it('from the future is none', () => {
      expect(reportsOf({ CookieConsent: bot(NOW + DAY) })).to.deep.equal([]);
      expect(reportsOf({ CookieConsent: bot(NOW + 60) })).to.have.length(1);
    });

    it('keeps it, whatever the site says of others', () => {
      const reports = reportsOf({ CookieConsent: bot(NOW - 9 * DAY) }, { since: isoDate(NOW - DAY) });
      expect(reports).to.deep.equal([[BOT_ANSWERS, NOW - 9 * DAY]]);
    });
  });

  describe('whose answer has no time', () => {
    const klaro = json({ analytics: true, advertising: false });
    const since = isoDate(NOW - 50 * DAY);

    it('gives its no, from now', () => {
      expect(reportsOf({ klaro })).to.deep.equal([[{ advertising: false }, undefined]]);
    });

    it('gives its yes from the earliest moment that the site knows', () => {
      expect(reportsOf({ klaro }, { since })).to.deep.equal([
        [{ analytics: true, advertising: false }, Date.parse(since) / 1000],
      ]);
    });

    it('and nothing but no is not brought nearer to its end by that', () => {
      expect(reportsOf({ klaro: json({ analytics: false }) }, { since })).to.deep.equal([
        [{ analytics: false }, undefined],
      ]);
    });

    for (const [what, date] of [
      ['is to come', isoDate(NOW + 2 * DAY)],
      ['is no date', 'last spring'],
      ['is a number', '1'],
    ] as const) {
      it(`gives no yes where that moment ${what}`, () => {
        expect(reportsOf({ klaro }, { since: date })).to.deep.equal([[{ advertising: false }, undefined]]);
      });
    }
  });

  describe('maps its names', () => {
    const since = isoDate(NOW - DAY);
    const answersOf = (
      cookies: Record<string, string>,
      categories: readonly Category[],
      options: FormerConsentOptions = {},
    ): Partial<Choices> | undefined => reportsOf(cookies, { since, ...options }, categories)[0]?.[0];
    const analytics = (...services: string[]): Category[] => [
      { id: 'analytics', services: services.map((id) => ({ id })) },
    ];

    it('of categories, in the words that are usual', () => {
      const names = { functionality: true, statistics: true, ads: true, 'social-media': true };
      const categories = ['functional', 'analytics', 'advertising', 'social'].map((id) => ({ id }));
      expect(answersOf({ klaro: json(names) }, categories)).to.deep.equal({
        functional: true,
        analytics: true,
        advertising: true,
        social: true,
      });
    });

    it('to the same name first', () => {
      const categories = [{ id: 'marketing' }, { id: 'advertising' }];
      expect(answersOf({ klaro: json({ marketing: true }) }, categories)).to.deep.equal({ marketing: true });
    });

    it('of OneTrust’s groups', () => {
      const cookies = {
        OptanonConsent:
          'interactionCount=2&groups=C0001%3A1%2CC0002%3A1%2CC0003%3A0%2CC0004%3A1%2CC0005%3A0%2CC0007%3A1',
        OptanonAlertBoxClosed: new Date((NOW - DAY) * 1000).toISOString(),
      };
      expect(reportsOf(cookies)).to.deep.equal([
        [{ necessary: true, analytics: true, functional: false, advertising: true, social: false }, NOW - DAY],
      ]);
    });

    for (const [theirs, ours] of [
      ['googleAnalytics', 'google-analytics'],
      ['google_analytics', 'google-analytics'],
      ['ga4', 'google-analytics'],
      ['google-analytics', 'ga'],
      ['gtm', 'google-tag-manager'],
      ['meta-pixel', 'facebook-pixel'],
    ] as const) {
      it(`of services, in whatever spelling: ${theirs} is ${ours}`, () => {
        expect(answersOf({ klaro: json({ [theirs]: true }) }, analytics(ours, 'other'))).to.deep.equal({
          [ours]: true,
        });
      });
    }

    it('of tarteaucitron: `analytics` is Google Analytics and never the category', () => {
      const cookies = { tarteaucitron: '!analytics=true!youtubeapi=false' };
      const social = { id: 'social', services: [{ id: 'youtube' }, { id: 'vimeo' }] };
      expect(answersOf(cookies, [...analytics('google-analytics', 'other'), social])).to.deep.equal({
        'google-analytics': true,
        youtube: false,
      });
      expect(answersOf(cookies, analytics('other'))).to.equal(undefined);
    });

    it('as the site says', () => {
      const ids = { stats: ['analytics', 'research'], chat: 'functional', matomo: [] };
      const categories = [{ id: 'analytics', services: [{ id: 'matomo' }] }, { id: 'research' }, { id: 'functional' }];
      expect(answersOf({ klaro: json({ stats: true, chat: true, matomo: false }) }, categories, { ids })).to.deep.equal(
        {
          analytics: true,
          research: true,
          functional: true,
        },
      );
    });

    it('to a yes only where all that mean the same are yes', () => {
      for (const names of [
        { statistics: true, performance: false },
        { statistics: false, performance: true },
      ]) {
        expect(answersOf({ klaro: json(names) }, [{ id: 'analytics' }])).to.deep.equal({ analytics: false });
      }
    });

    it('to none where two fit', () => {
      expect(answersOf({ klaro: json({ ga4: true }) }, analytics('ga', 'google-analytics'))).to.equal(undefined);
      expect(answersOf({ klaro: json({ posthog: true }) }, analytics('post-hog', 'posthog'))).to.equal(undefined);
    });

    it('to nothing that is not configured', () => {
      const options = { ids: { matomo: ['matomo', '__proto__', 'toString'] } };
      const cookies = { klaro: json({ matomo: true, constructor: true, toString: true, other: true }) };
      expect(answersOf(cookies, analytics('posthog'), options)).to.equal(undefined);
    });

    it('of services that were refused in an accepted category', () => {
      const value = cc({ categories: ['analytics'], services: { analytics: ['matomo'], ads: [] } });
      const categories = [...analytics('matomo', 'hotjar'), { id: 'advertising' }];
      expect(answersOf({ cc_cookie: value }, categories)).to.deep.equal({
        analytics: true,
        matomo: true,
        hotjar: false,
        advertising: false,
      });
    });

    it('of a category whose services were all refused, and not where one is open', () => {
      expect(answersOf({ klaro: json({ matomo: false, hotjar: false }) }, analytics('matomo', 'hotjar'))).to.deep.equal(
        {
          analytics: false,
          matomo: false,
          hotjar: false,
        },
      );
      expect(answersOf({ klaro: json({ matomo: false }) }, analytics('matomo', 'hotjar'))).to.deep.equal({
        matomo: false,
      });
    });
  });
});
