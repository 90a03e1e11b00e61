import { expect } from 'chai';
import fc from 'fast-check';
import { cookiebot } from '../../../src/signals/former/cookiebot.js';
import type { FormerAnswers, FormerTool } from '../../../src/signals/former/former-tool.js';
import { klaro } from '../../../src/signals/former/klaro.js';
import { onetrust } from '../../../src/signals/former/onetrust.js';
import { orejime } from '../../../src/signals/former/orejime.js';
import { tarteaucitron } from '../../../src/signals/former/tarteaucitron.js';
import { vanillaCookieconsent } from '../../../src/signals/former/vanilla-cookieconsent.js';

/** Unix seconds. */
const at = (time: string): number => Math.floor(Date.parse(time) / 1000);

const CC = {
  categories: ['necessary', 'analytics'],
  revision: 0,
  data: null,
  consentTimestamp: '2026-03-01T10:00:00.000Z',
  consentId: '8a3f7b1e-0f5e-4e7a-9d32-3a4d7c1b2e90',
  services: { necessary: [], analytics: ['posthog'], ads: [] },
  languageCode: 'en',
  lastConsentTimestamp: '2026-04-01T10:00:00.000Z',
  expirationTime: 1_790_000_000_500,
};
const CC_ANSWERS: FormerAnswers = {
  answers: { necessary: true, analytics: true, ads: false, posthog: true },
  itemised: ['analytics'],
  at: at('2026-04-01T10:00:00Z'),
  until: 1_790_000_000.5,
};

/** As seen in the wild; see the reader's own comment for where. */
const bot = (change: Record<string, string> = {}): string =>
  `{${Object.entries({
    stamp: '%27JF1BlMmicaH7oY2UaAIErFsbGcumN9Nk3waAQxcgqrg4VhDrwOmjZg==%27',
    necessary: 'true',
    preferences: 'true',
    statistics: 'true',
    marketing: 'false',
    method: '%27explicit%27',
    ver: '2',
    utc: '1765222520311',
    region: '%27fr%27',
    ...change,
  })
    .map(([name, value]) => `${name}:${value}`)
    .join('%2C')}}`;

/** After the example of https://npmjs.com/package/@commercetools-frontend/cookie-consent. */
const trust = (change: Record<string, string> = {}): string =>
  new URLSearchParams({
    isGpcEnabled: '0',
    datestamp: 'Wed Feb 01 2023 12:35:32 GMT+0100 (Central European Standard Time)',
    version: '202209.1.0',
    isIABGlobal: 'false',
    hosts: '',
    consentId: '7f3cf16d-b3e1-4781-8db1-61482d0a9dff',
    interactionCount: '1',
    landingPath: 'NotLandingPage',
    groups: 'C0001:1,C0002:0,C0003:1,C0004:1,C0005:1',
    geolocation: 'AT;9',
    AwaitingReconsent: 'false',
    ...change,
  }).toString();
const CLOSED = '2023-01-20T08:22:18.694Z';
const TRUST_ANSWERS: FormerAnswers = {
  answers: { C0001: true, C0002: false, C0003: true, C0004: true, C0005: true },
  at: at(CLOSED),
};

const without = (key: keyof typeof CC): string =>
  JSON.stringify(Object.fromEntries(Object.entries(CC).filter(([name]) => name !== key)));

const TABLE: Record<
  string,
  [tool: FormerTool, rows: [what: string, text: string, expected?: FormerAnswers | undefined, time?: string][]]
> = {
  'vanilla-cookieconsent': [
    vanillaCookieconsent,
    [
      ['its cookie', encodeURIComponent(JSON.stringify(CC)), CC_ANSWERS],
      ['its entry in localStorage', JSON.stringify(CC), CC_ANSWERS],
      ['an entry with a percent sign in the site’s own data', JSON.stringify({ ...CC, data: '50%' }), CC_ANSWERS],
      [
        'a category that a service is named after',
        JSON.stringify({ ...CC, services: { ads: [], analytics: ['ads'] } }),
        { ...CC_ANSWERS, answers: { necessary: true, analytics: true, ads: false } },
      ],
      ['a cookie without an identifier', without('consentId')],
      ['a cookie without its first time', without('consentTimestamp')],
      ['a cookie without its last time', without('lastConsentTimestamp')],
      ['a cookie without categories', without('categories')],
      ['categories that are no names', JSON.stringify({ ...CC, categories: [1] })],
      ['a time that is none', JSON.stringify({ ...CC, lastConsentTimestamp: 'yesterday' })],
      [
        'a cookie of version 2',
        JSON.stringify({ categories: ['necessary', 'analytics'], level: ['necessary'], revision: 0 }),
      ],
      ['a cut cookie', encodeURIComponent(JSON.stringify(CC)).slice(0, -40)],
    ],
  ],
  klaro: [
    klaro,
    [
      [
        'its cookie',
        encodeURIComponent('{"matomo":true,"youtube":false}'),
        { answers: { matomo: true, youtube: false } },
      ],
      ['plain JSON', '{"matomo":true}', { answers: { matomo: true } }],
      [
        'a name that every object has',
        '{"__proto__":true}',
        { answers: JSON.parse('{"__proto__":true}') as Record<string, boolean> },
      ],
      ['an answer that is no yes or no', '{"matomo":"true"}'],
      ['one such among others', '{"matomo":true,"youtube":1}'],
      ['no services', '{}'],
      ['a list', '[true]'],
      ['null', 'null'],
      ['no JSON', 'matomo=true'],
    ],
  ],
  orejime: [
    orejime,
    [
      ['its cookie', '{%22matomo%22:true%2C%22youtube%22:false}', { answers: { matomo: true, youtube: false } }],
      ['what a site has written otherwise', 'matomo:1'],
    ],
  ],
  tarteaucitron: [
    tarteaucitron,
    [
      ['its cookie', '!gtag=true!youtube=false', { answers: { gtag: true, youtube: false } }],
      ['an encoded one', '%21gtag=true%21youtube=false', { answers: { gtag: true, youtube: false } }],
      [
        'both answers to one service',
        '!gtag=false!youtube=true!gtag=true',
        { answers: { gtag: false, youtube: true } },
      ],
      [
        'a yes that it gave itself',
        '!matomo=true!plausible=false!gtag=true',
        { answers: { plausible: false, gtag: true } },
      ],
      ['a service that waits', '!gtag=wait'],
      ['a service that waits beside others', '!gtag=true!youtube=wait'],
      ['no answer', '!gtag'],
      ['another word', '!gtag=yes'],
      ['rests of another text', 'x!gtag=true'],
      ['nothing', ''],
    ],
  ],
  cookiebot: [
    cookiebot,
    [
      ['its cookie', bot(), { answers: { preferences: true, statistics: true, marketing: false }, at: 1765222520 }],
      [
        'a plain one',
        decodeURIComponent(bot()),
        { answers: { preferences: true, statistics: true, marketing: false }, at: 1765222520 },
      ],
      [
        'one of the TCF’s',
        bot({ iab2: '%27%27' }),
        { answers: { preferences: true, statistics: true, marketing: false }, at: 1765222520 },
      ],
      ['one without a time', bot({ utc: '' }), { answers: { preferences: true, statistics: true, marketing: false } }],
      [
        'an implied consent',
        bot({ stamp: '%27-1%27', marketing: 'true', method: '%27implied%27', region: '%27US-51%27' }),
      ],
      [
        'an old one without a method',
        '{stamp:%27x%27%2Cnecessary:true%2Cpreferences:true%2Cstatistics:true%2Cmarketing:true%2Cver:1}',
      ],
      ['a region where nobody was asked', '-1'],
      [
        'a word that stands in a text',
        bot({ statistics: 'false', stamp: '%27,statistics:true,%27' }),
        { answers: { preferences: true, statistics: false, marketing: false }, at: 1765222520 },
      ],
      ['a text that is not closed', bot({ stamp: '%27%27-1%27' })],
      ['a name twice', bot().replace('necessary:true', 'marketing:true')],
      ['a category that is not there', bot().replace('statistics', 'other')],
      ['an answer that is neither', bot({ statistics: '1' })],
      ['code', '{statistics:alert(1)}'],
    ],
  ],
  onetrust: [
    onetrust,
    [
      ['its cookies', trust(), TRUST_ANSWERS, CLOSED],
      ['an encoded time', trust(), TRUST_ANSWERS, encodeURIComponent(CLOSED)],
      [
        'plain groups',
        'interactionCount=1&groups=C0001:1,C0002:0',
        { answers: { C0001: true, C0002: false }, at: at(CLOSED) },
        CLOSED,
      ],
      [
        'groups of the site’s own',
        trust({ groups: 'C0001:1,gad:1,V2STACK42:0' }),
        { answers: { C0001: true, gad: true, V2STACK42: false }, at: at(CLOSED) },
        CLOSED,
      ],
      [
        'both answers to one group',
        trust({ groups: 'C0002:1,C0002:0,C0003:1' }),
        { answers: { C0002: false, C0003: true }, at: at(CLOSED) },
        CLOSED,
      ],
      [
        'an answer that is neither',
        trust({ groups: 'C0002:2,C0003:1' }),
        { answers: { C0003: true }, at: at(CLOSED) },
        CLOSED,
      ],
      ['a banner that still stands', trust()],
      ['a time that is none', trust(), undefined, 'closed'],
      ['nobody who answered', trust({ interactionCount: '0' }), undefined, CLOSED],
      ['no word on who answered', trust({ interactionCount: '' }), undefined, CLOSED],
      ['an answer of Global Privacy Control', trust({ isGpcEnabled: '1' }), undefined, CLOSED],
      ['a site that was about to ask again', trust({ AwaitingReconsent: 'true' }), undefined, CLOSED],
      ['no groups', trust({ groups: '' }), undefined, CLOSED],
    ],
  ],
};

/** A text with what is escaped in it written out: percent-encoded, or in JSON. */
function writtenOut(text: string): string {
  const plain = text + new URLSearchParams(`text=${text.replaceAll('&', '%26')}`).get('text')!;
  return plain.replace(/\\(?:u[\da-fA-F]{4}|["\\/bfnrt])/g, (escaped) => JSON.parse(`"${escaped}"`) as string);
}

for (const [name, [tool, rows]] of Object.entries(TABLE)) {
  describe(`answers of ${name}`, () => {
    for (const [what, text, expected, time] of rows) {
      it(`${expected ? 'are read from' : 'are not there in'} ${what}`, () => {
        expect(tool.read(text, time)).to.deep.equal(expected);
      });
    }

    const genuine = rows.flatMap(([, text, expected]) => (expected ? [text] : []));
    const changed = fc
      .tuple(fc.constantFrom(...genuine), fc.nat(), fc.nat(20), fc.string({ maxLength: 20 }))
      .map(([text, from, length, put]) => {
        const start = from % (text.length + 1);
        return text.slice(0, start) + put + text.slice(start + length);
      });

    it('never throw, and name no yes that does not stand in the text', () => {
      fc.assert(
        fc.property(fc.oneof(fc.string(), fc.json(), changed), fc.constantFrom(undefined, CLOSED), (text, time) => {
          const { answers = {} } = tool.read(text, time) ?? {};
          const plain = text + writtenOut(text);
          for (const [id, granted] of Object.entries(answers)) {
            if (granted) expect(plain + JSON.stringify(plain)).to.include(JSON.stringify(id).slice(1, -1));
          }
          if (!/true|1|"/.test(plain)) expect(Object.values(answers)).not.to.include(true);
        }),
        { numRuns: 500 },
      );
    });
  });
}
