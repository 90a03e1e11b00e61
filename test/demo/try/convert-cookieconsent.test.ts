import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lintConfig } from 'candor-consent/lint';
import { convertCookieConsent } from '../../../demo/pages/try/reading/convert-cookieconsent.js';
import { recognise } from '../../../demo/pages/try/reading/recognise.js';

/** As its documentation writes one, with most of what there is. */
const SCRIPT = `
import 'https://example.com/cookieconsent.umd.js';

CookieConsent.run({
  mode: 'opt-out',
  revision: 3,
  autoShow: false,
  disablePageInteraction: true,
  onConsent: ({ cookie }) => { console.log(cookie); },
  cookie: { name: 'cc_cookie', domain: 'example.com', path: '/', expiresAfterDays: 182 },
  guiOptions: {
    consentModal: { layout: 'cloud inline', position: 'bottom right', equalWeightButtons: false },
    preferencesModal: { layout: 'box' },
  },
  categories: {
    necessary: { enabled: true, readOnly: true },
    Analytics: {
      enabled: true,
      autoClear: { cookies: [{ name: /^_ga/ }, { name: '_gid' }] },
      services: {
        ga: { label: '<b>Google</b> Analytics', onAccept: () => {}, onReject: () => {} },
        youtube: { label: 'YouTube', cookies: [{ name: 'x' }] },
      },
    },
    ads: { services: { analytics: {} } },
  },
  language: {
    default: 'de',
    autoDetect: 'browser',
    translations: {
      en: {
        consentModal: {
          title: 'Cookies &amp; you',
          description: 'We use <a href="/cookies">cookies</a>.',
          acceptAllBtn: 'Yes',
          acceptNecessaryBtn: 'No',
          showPreferencesBtn: 'Choose',
          closeIconLabel: 'Close',
          revisionMessage: 'We changed something.',
          footer: '<a href="/imprint">Imprint</a> <a href="/privacy">Privacy policy</a>',
        },
        preferencesModal: {
          title: 'Choices',
          acceptAllBtn: 'Yes',
          savePreferencesBtn: 'Save',
          sections: [
            { title: 'Your choices', description: 'Choose what you like.' },
            { title: 'Necessary', description: 'Always on.', linkedCategory: 'necessary' },
            { title: 'Measuring', description: 'Counts visits.', linkedCategory: 'Analytics', cookieTable: { headers: {}, body: [] } },
            { title: 'More', description: 'Write to us.' },
          ],
        },
      },
      de: {
        consentModal: { title: 'Cookies', description: 'Wir verwenden Cookies.' },
        preferencesModal: { sections: [{ title: 'Messung', linkedCategory: 'Analytics' }] },
      },
      fr: '/fr.json',
    },
  },
});`;

async function convert(script: string): Promise<ReturnType<typeof convertCookieConsent>> {
  const reading = await recognise(script);
  assert.equal(reading.kind, 'cookieconsent');
  return convertCookieConsent(reading.value, reading.code);
}

describe('a config of vanilla-cookieconsent', () => {
  test('becomes one of Candor: categories, services, texts, cookie, revision, layout', async () => {
    const { config } = await convert(SCRIPT);
    assert.deepEqual(config, {
      revision: 3,
      changes: [{ revision: 3, text: 'We changed something.' }],
      languages: ['de', 'en'],
      prevailingLanguage: 'de',
      controller: { privacyPolicy: '/privacy' },
      categories: [
        { id: 'necessary', title: 'Necessary', description: 'Always on.' },
        {
          id: 'analytics',
          title: { en: 'Measuring', de: 'Messung' },
          description: 'Counts visits.',
          services: [
            { id: 'ga', name: 'Google Analytics' },
            { id: 'youtube', name: 'YouTube' },
          ],
        },
        { id: 'ads', services: [{ id: 'ads-analytics', name: 'analytics' }] },
      ],
      texts: {
        'banner.title': { en: 'Cookies & you', de: 'Cookies' },
        'banner.description': { en: 'We use cookies.', de: 'Wir verwenden Cookies.' },
        'banner.accept-all': 'Yes',
        'banner.reject-all': 'No',
        'banner.preferences': 'Choose',
        'preferences.title': 'Choices',
        'preferences.save': 'Save',
        'preferences.description': 'Choose what you like.',
      },
      layout: { banner: 'dialog' },
      lifespan: { grantDays: 182, refusalDays: 182 },
      cookie: { name: 'cc_cookie', domain: 'example.com' },
    });
    assert.deepEqual(lintConfig(config), []);
  });

  test('says of everything else that it was left out, and why', async () => {
    const { leftOut } = await convert(SCRIPT);
    assert.deepEqual(Object.fromEntries(leftOut.map(({ path, reason }) => [path, reason])), {
      'language.translations.en.consentModal.description': 'markup',
      'language.translations.en.consentModal.closeIconLabel': 'own-way',
      'language.translations.en.consentModal.footer': 'look',
      'language.translations.en.preferencesModal.acceptAllBtn': 'own-way',
      'language.translations.en.preferencesModal.sections.0.title': 'section',
      'language.translations.en.preferencesModal.sections.2.cookieTable': 'table',
      'language.translations.en.preferencesModal.sections.3': 'section',
      'language.translations.fr': 'remote',
      'language.autoDetect': 'own-way',
      mode: 'asks-first',
      autoShow: 'own-way',
      onConsent: 'callback',
      'guiOptions.consentModal.layout': 'look',
      'guiOptions.consentModal.equalWeightButtons': 'weight',
      'guiOptions.preferencesModal': 'look',
      'cookie.path': 'cookie',
      'categories.Analytics.enabled': 'preticked',
      'categories.Analytics.autoClear': 'erase',
      'categories.Analytics.services.ga.label': 'markup',
      'categories.Analytics.services.ga.onAccept': 'callback',
      'categories.Analytics.services.ga.onReject': 'callback',
      'categories.Analytics.services.youtube.cookies': 'erase',
    });
  });

  const LITTLE: readonly (readonly [what: string, value: Record<string, unknown>, config: object])[] = [
    ['nothing', {}, {}],
    [
      'everything of another type',
      { categories: 5, language: 'en', cookie: null, guiOptions: [], revision: 'x', mode: 1 },
      {},
    ],
    [
      'names that are no ids',
      { categories: { 'Ads & co': {}, constructor: {}, 广告: {} } },
      { categories: [{ id: 'ads-co' }, { id: 'category-constructor' }, { id: 'item' }] },
    ],
    ['a category that is none', { categories: { ads: null } }, { categories: [{ id: 'ads' }] }],
    [
      'another name for what is necessary',
      { categories: { base: { readOnly: true } } },
      { categories: [{ id: 'base', kind: 'necessary' }] },
    ],
    [
      'a language with an underscore',
      { language: { default: 'zh_CN', translations: { zh_CN: { consentModal: { title: '您好' } }, 'x!': {} } } },
      { languages: ['zh-CN'], texts: { 'banner.title': '您好' } },
    ],
    [
      'a bar at the top',
      { guiOptions: { consentModal: { layout: 'bar', position: 'top' } } },
      { layout: { banner: 'bar', position: 'top' } },
    ],
    ['a cookie name with a space', { cookie: { name: 'a b', expiresAfterDays: 0.5 } }, {}],
  ];
  for (const [what, value, expected] of LITTLE) {
    test(`becomes something the linter has nothing to say about: ${what}`, () => {
      const { config } = convertCookieConsent(value);
      assert.deepEqual(config, expected);
      assert.deepEqual(lintConfig(config), []);
    });
  }
});
