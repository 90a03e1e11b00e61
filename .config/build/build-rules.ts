/**
 * Writes dist/rules/: how two browser extensions that answer for the visitor answer here. Both reach into open shadow roots,
 * and both press the buttons that the visitor would.
 *
 * Formats: github.com/duckduckgo/autoconsent, docs/rule-syntax.md, and the package's types; github.com/cavi-au/Consent-O-Matic,
 * README.md. Read in November 2026. test/e2e/privacy-tools/ lets them work.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import type { AutoConsentCMPRule } from '@duckduckgo/autoconsent';
import { BUILT_IN_TITLES } from '../../src/core/built-in-titles.js';
import { categoriesOf } from '../../src/core/categories.js';
import type { Action, Purpose, Rules, Selection, Selector } from './consent-o-matic-format.js';

const TARGET = 'dist/rules';

const BANNER = 'candor-banner';
const PANEL = 'candor-preferences';
const action = (name: string): string => `[data-consent-action="${name}"]`;
const category = (id: string): string => `[data-consent-category="${id}"]`;
const ON = '[aria-checked="true"]';
const OFF = '[aria-checked="false"]';

/** What begins the cookie's text, whatever the site has named it (`src/core/cookie-codec.ts`). */
const ANSWERED = '=v=1&at=';

/** Characters that an id in the list of what was refused may begin with. */
const OF_IDS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

const autoconsent: AutoConsentCMPRule = {
  name: 'candor',
  // A dialog whose host is transparent closes itself, so that the page is not dead beneath it.
  prehideSelectors: [`${BANNER}:not([data-layout="dialog"])`],
  detectCmp: [{ any: [{ exists: BANNER }, { exists: PANEL }] }],
  detectPopup: [
    {
      if: { visible: [BANNER, action('reject-all')] },
      then: [],
      else: [
        {
          cookieContains: ANSWERED,
          negated: true,
          comment: 'Whoever opens the panel after an answer wants to change it.',
        },
        { visible: [PANEL, action('reject-all')] },
      ],
    },
  ],
  optOut: [
    {
      if: { visible: [BANNER, action('reject-all')] },
      then: [{ click: [BANNER, action('reject-all')] }],
      else: [{ click: [PANEL, action('reject-all')] }],
    },
    { waitForVisible: [BANNER, action('reject-all')], check: 'none', timeout: 5000 },
  ],
  optIn: [
    {
      if: { visible: [BANNER, action('accept-all')] },
      then: [{ click: [BANNER, action('accept-all')] }],
      else: [
        { click: [PANEL, `[data-consent-category]${OFF}`], all: true, optional: true },
        { click: [PANEL, action('save')] },
      ],
    },
    { waitForVisible: [BANNER, action('accept-all')], check: 'none', timeout: 5000 },
  ],
  test: [
    { cookieContains: ANSWERED },
    {
      any: OF_IDS.map((character) => ({ cookieContains: `&no=${character}` })),
      comment: 'The list of what was refused is not empty.',
    },
  ],
};

/** What Consent-O-Matic calls each built-in category that has a switch; those of the site's own are X. */
const PURPOSES: Readonly<Record<string, Purpose>> = {
  functional: 'A',
  analytics: 'B',
  advertising: 'F',
  social: 'E',
  device: 'D',
  location: 'X',
  push: 'X',
};
for (const { id } of categoriesOf({})) {
  if (id !== 'necessary' && !PURPOSES[id]) throw new Error(`Consent-O-Matic is not told what ${id} is`);
}
for (const id of Object.keys(PURPOSES)) {
  if (!BUILT_IN_TITLES[id]) throw new Error(`${id} is no category of Candor’s`);
}

/** Something within the shadow root of one of Candor's elements. */
const within = (host: string, selector: string, more: Partial<Selector> = {}): Selection => ({
  parent: { selector: host },
  target: { selector, ...more },
});
const click = (host: string, name: string): Action => ({ type: 'click', ...within(host, action(name)) });
const OWN = `[data-consent-category]${Object.keys(PURPOSES)
  .map((id) => `:not(${category(id)})`)
  .join('')}`;
/** Presses the switches that stand the other way than the visitor wants what is none of the known purposes. */
const others = (state: string, when: 'trueAction' | 'falseAction'): Action => ({
  type: 'foreach',
  ...within(PANEL, OWN + state),
  action: {
    type: 'consent',
    consents: [{ type: 'X', [when]: { type: 'click', target: { selector: ':scope' } } }],
  },
});

const consentOMatic: Rules = {
  candor: {
    detectors: [
      {
        presentMatcher: { type: 'css', target: { selector: BANNER } },
        showingMatcher: { type: 'css', ...within(BANNER, action('reject-all'), { displayFilter: true }) },
      },
    ],
    methods: [
      {
        name: 'HIDE_CMP',
        action: { type: 'hide', target: { selector: `${BANNER}:not([data-layout="dialog"])` } },
      },
      {
        name: 'OPEN_OPTIONS',
        action: {
          type: 'list',
          actions: [click(BANNER, 'preferences'), { type: 'waitcss', ...within(PANEL, action('save')), retries: 20 }],
        },
      },
      {
        name: 'DO_CONSENT',
        action: {
          type: 'list',
          actions: [
            ...Object.entries(PURPOSES).map(([id, type]): Action => ({
              type: 'ifcss',
              ...within(PANEL, category(id)),
              trueAction: {
                type: 'consent',
                consents: [
                  {
                    type,
                    matcher: { type: 'css', ...within(PANEL, category(id) + ON) },
                    toggleAction: { type: 'click', ...within(PANEL, category(id)) },
                  },
                ],
              },
            })),
            others(OFF, 'trueAction'),
            others(ON, 'falseAction'),
          ],
        },
      },
      {
        name: 'SAVE_CONSENT',
        action: {
          type: 'ifcss',
          ...within(PANEL, action('save')),
          trueAction: click(PANEL, 'save'),
          // The panel could not be downloaded: refused is better than not answered.
          falseAction: click(BANNER, 'reject-all'),
        },
      },
    ],
  },
};

await mkdir(TARGET, { recursive: true });
for (const [name, rule] of Object.entries({ autoconsent, 'consent-o-matic': consentOMatic })) {
  await writeFile(`${TARGET}/${name}.json`, `${JSON.stringify(rule, null, 2)}\n`);
}
