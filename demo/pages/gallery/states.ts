import type { Config } from 'candor-consent';
import {
  ALL_LANGUAGES,
  ASKED_AGAIN,
  banner,
  CHANGED,
  CROWD,
  EMBEDDING,
  EVERYTHING,
  FOR_ALL_AGES,
  NO_POLICY,
  NOBODY,
  ONE_LANGUAGE,
  OWN_PURPOSES,
  SHARING,
  TOLD,
  USUAL,
  WORDY,
} from './configs.js';
import { GERMAN } from './german.js';
import { GROUPS, type Group } from './groups.js';
import { LOOKS, type Look } from './hosts.js';
import type { EmbedMarkup, Forced, GalleryState, Shown, Size } from './state.js';

const POSITIONS = ['bottom-start', 'bottom-end', 'top-start', 'top-end', 'bottom', 'top'] as const;
const EDGES = ['bottom', 'top'] as const;
const SMALL: Size = { width: 320, height: 256 };
/** Room for a surface and little else: what matters is one control. */
const CLOSE_UP: Size = { width: 480, height: 440 };

const ANSWER = '[data-consent-action="accept-all"]';
const MANAGE = '[data-consent-action="preferences"]';
const POLICY = '[part="policy"]';
const SWITCH = '[data-consent-category="functional"]';
const SUMMARY = 'summary';
const CLOSE = '[data-consent-action="close"]';
const ALLOW = '[data-consent-action="allow"]';
const WITHDRAW = '[data-consent-action="withdraw"]';

const FLOATING = banner({ reopen: 'bottom-start' });

const LAYOUTS: readonly GalleryState[] = [
  ...POSITIONS.map((position) => ({
    id: `box-${position}`,
    group: 'layouts' as const,
    shows: 'banner' as const,
    config: banner({ banner: 'box', position }),
  })),
  ...EDGES.map((position) => ({
    id: `bar-${position}`,
    group: 'layouts' as const,
    shows: 'banner' as const,
    config: banner({ banner: 'bar', position }),
  })),
  { id: 'dialog', group: 'layouts', shows: 'banner', config: banner({ banner: 'dialog' }) },
  { id: 'inline', group: 'layouts', shows: 'banner', config: banner({ banner: 'inline' }) },
  { id: 'box-compact', group: 'layouts', shows: 'banner', config: banner({ density: 'compact' }) },
  { id: 'box-small', group: 'layouts', shows: 'banner', config: USUAL, size: SMALL },
  { id: 'bar-small', group: 'layouts', shows: 'banner', config: banner({ banner: 'bar' }), size: SMALL },
  { id: 'box-light', group: 'layouts', shows: 'banner', config: USUAL, scheme: 'light' },
  { id: 'box-dark', group: 'layouts', shows: 'banner', config: USUAL, scheme: 'dark' },
];

const CONTENTS: readonly GalleryState[] = [
  {
    id: 'asked-again',
    group: 'contents',
    shows: 'banner',
    config: ASKED_AGAIN,
    answered: { functional: true, analytics: false, push: false },
  },
  { id: 'own-purposes', group: 'contents', shows: 'banner', config: OWN_PURPOSES },
  { id: 'no-policy', group: 'contents', shows: 'banner', config: NO_POLICY },
  { id: 'every-language', group: 'contents', shows: 'preferences', config: ALL_LANGUAGES },
  { id: 'one-language', group: 'contents', shows: 'banner', config: ONE_LANGUAGE, speaks: 'en' },
];

const inLanguage = (
  id: string,
  speaks: string,
  shows: Shown,
  config: Config,
  rest: Partial<GalleryState> = {},
): GalleryState => ({ id, group: 'languages', shows, speaks, config, ...rest });

const LANGUAGES: readonly GalleryState[] = [
  inLanguage('german-box', 'de', 'banner', GERMAN),
  inLanguage('german-bar', 'de', 'banner', banner({ banner: 'bar' }, GERMAN)),
  inLanguage('german-dialog', 'de', 'banner', banner({ banner: 'dialog' }, GERMAN)),
  inLanguage('german-panel', 'de', 'preferences', EVERYTHING),
  inLanguage('german-request', 'de', 'request', EVERYTHING, { asks: 'analytics' }),
  inLanguage('chinese-box', 'zh-Hans', 'banner', USUAL),
  inLanguage('chinese-panel', 'zh-Hans', 'preferences', EVERYTHING),
  inLanguage('chinese-request', 'zh-Hans', 'request', EVERYTHING, { asks: 'posthog' }),
  inLanguage('arabic-box', 'ar', 'banner', USUAL),
  inLanguage('arabic-bar', 'ar', 'banner', banner({ banner: 'bar' })),
  inLanguage('arabic-panel', 'ar', 'preferences', EVERYTHING, { steps: [{ do: 'unfold', on: 'details' }] }),
  inLanguage('arabic-request', 'ar', 'request', EVERYTHING, { asks: 'posthog' }),
];

/** Where the banner of each look stands. */
const PLACES: Readonly<Record<Look, NonNullable<Config['layout']>>> = {
  neutral: {},
  cloud: { position: 'bottom-end' },
  public: { banner: 'bar', position: 'top' },
  commerce: { position: 'bottom' },
  editorial: { banner: 'bar' },
};

const ON_HOSTS: readonly GalleryState[] = LOOKS.flatMap((look): GalleryState[] => {
  const theme = { look };
  const shared = { group: 'hosts', host: look } as const;
  return [
    { ...shared, id: `${look}-banner`, shows: 'banner', config: { ...banner(PLACES[look]), theme } },
    { ...shared, id: `${look}-panel`, shows: 'preferences', config: { ...EVERYTHING, theme } },
    { ...shared, id: `${look}-button`, shows: 'floating-button', config: { ...FLOATING, theme } },
  ];
});

const PANEL: readonly GalleryState[] = [
  { id: 'panel-all', group: 'panel', shows: 'preferences', config: EVERYTHING },
  {
    id: 'panel-on',
    group: 'panel',
    shows: 'preferences',
    config: EVERYTHING,
    steps: [{ do: 'press', on: SWITCH }],
  },
  {
    id: 'panel-services',
    group: 'panel',
    shows: 'preferences',
    config: EVERYTHING,
    steps: [
      { do: 'press', on: '[data-consent-service="posthog"]' },
      { do: 'scroll-to', on: '#analytics-title' },
    ],
  },
  {
    id: 'panel-unfolded',
    group: 'panel',
    shows: 'preferences',
    config: EVERYTHING,
    steps: [
      { do: 'unfold', on: 'details' },
      { do: 'scroll-to', on: '#analytics-title' },
    ],
  },
  {
    id: 'panel-separate',
    group: 'panel',
    shows: 'preferences',
    config: EVERYTHING,
    steps: [{ do: 'scroll-to', on: '#sharing-title' }],
  },
  {
    id: 'panel-rights',
    group: 'panel',
    shows: 'preferences',
    config: EVERYTHING,
    steps: [{ do: 'scroll-to', on: WITHDRAW }],
  },
  { id: 'panel-nobody', group: 'panel', shows: 'preferences', config: NOBODY },
  {
    id: 'panel-forty',
    group: 'panel',
    shows: 'preferences',
    config: CROWD,
    steps: [{ do: 'scroll-to', on: '#advertising-title' }],
  },
  { id: 'panel-compact', group: 'panel', shows: 'preferences', config: banner({ density: 'compact' }, EVERYTHING) },
  { id: 'panel-small', group: 'panel', shows: 'preferences', config: EVERYTHING, size: SMALL },
];

const asked = (id: string, asks: string, config: Config, rest: Partial<GalleryState> = {}): GalleryState => ({
  id: `request-${id}`,
  group: 'request',
  shows: 'request',
  config,
  asks,
  ...rest,
});

const REQUEST: readonly GalleryState[] = [
  asked('category', 'location', EVERYTHING),
  asked('recipients', 'analytics', EVERYTHING),
  asked('service', 'posthog', EVERYTHING),
  asked('own', 'research', OWN_PURPOSES),
  asked('separate', 'sharing', SHARING),
  asked('long', 'observatory', WORDY),
  asked('forty', 'advertising', CROWD),
  asked('small', 'posthog', EVERYTHING, { size: SMALL }),
  asked('light', 'posthog', EVERYTHING, { scheme: 'light' }),
  asked('dark', 'posthog', EVERYTHING, { scheme: 'dark' }),
  asked('commerce', 'sharing', { ...SHARING, theme: { look: 'commerce' } }, { host: 'commerce' }),
];

const use = (id: string, shows: Shown, config: Config, rest: Partial<GalleryState> = {}): GalleryState => ({
  id,
  group: 'data-use',
  shows,
  config,
  ...rest,
});

/** An earlier visit, before anything had changed. */
const BEFORE = { answered: { functional: true, analytics: true, location: false, push: true }, answeredAt: 1 };

const DATA_USE: readonly GalleryState[] = [
  use('changes-asked', 'banner', CHANGED, BEFORE),
  use('changes-told', 'notice', TOLD, BEFORE),
  use('changes-small', 'notice', TOLD, { ...BEFORE, size: SMALL }),
  use('changes-panel', 'preferences', CHANGED, BEFORE),
  use('age', 'age', FOR_ALL_AGES),
  use('age-child', 'age', FOR_ALL_AGES, { steps: [{ do: 'press', on: '[data-consent-age="child"]' }] }),
  use('guardian', 'guardian', FOR_ALL_AGES, { subject: { band: 'child' } }),
  use('guardian-incomplete', 'guardian', FOR_ALL_AGES, {
    subject: { band: 'child' },
    steps: [{ do: 'press', on: ANSWER }],
  }),
  use('teenager', 'preferences', FOR_ALL_AGES, { subject: { band: 'teen' } }),
  use('account', 'imported', USUAL, { subject: { signedIn: true }, answered: { analytics: false } }),
  use('records', 'records', EVERYTHING, { answered: { functional: true, analytics: true, advertising: false } }),
  use('records-none', 'records', USUAL),
];

const BUTTON: readonly GalleryState[] = [
  { id: 'button-floating', group: 'button', shows: 'floating-button', config: banner({ reopen: 'bottom-start' }) },
  { id: 'button-end', group: 'button', shows: 'floating-button', config: banner({ reopen: 'bottom-end' }) },
  { id: 'button-inline', group: 'button', shows: 'inline-button', config: USUAL },
];

const FILM: EmbedMarkup = {
  consent: 'social',
  service: 'lumen-video',
  label: { en: 'A day of load', zh: '一天的负载' },
  width: 560,
  height: 315,
};
const SHARE: EmbedMarkup = {
  consent: 'social',
  service: 'lumen-share',
  label: { en: 'Share', zh: '分享' },
  width: 120,
  height: 40,
};

const embedded = (id: string, embed: EmbedMarkup, rest: Partial<GalleryState> = {}): GalleryState => ({
  id: `embed-${id}`,
  group: 'embed',
  shows: 'embed',
  config: EMBEDDING,
  embed,
  ...rest,
});

const OPEN = '[data-consent-action="open"]';

const EMBED: readonly GalleryState[] = [
  embedded('film', FILM),
  embedded('facts', FILM, { steps: [{ do: 'unfold', on: 'details' }] }),
  embedded('unnamed', { ...FILM, service: '' }),
  embedded('separate', { ...FILM, consent: 'sharing', service: '' }),
  embedded('unknown', { ...FILM, consent: 'socail', service: '' }),
  embedded('low', { ...FILM, width: '100%', height: 90 }),
  embedded('small', SHARE),
  embedded('sign', { ...SHARE, width: 40 }),
  embedded('dialog', SHARE, { steps: [{ do: 'press', on: OPEN }] }),
  embedded('light', FILM, { scheme: 'light' }),
  embedded('dark', FILM, { scheme: 'dark' }),
  embedded('commerce', FILM, { host: 'commerce', config: { ...EMBEDDING, theme: { look: 'commerce' } } }),
];

const forced = (name: string, shows: Shown, on: string, as: Forced, config: Config = USUAL): GalleryState => ({
  id: `${name}-${{ hover: 'hover', 'focus-visible': 'focus', active: 'pressed' }[as]}`,
  group: 'interaction',
  shows,
  config,
  size: CLOSE_UP,
  steps: [{ do: 'force', on, as }],
});

const INTERACTION: readonly GalleryState[] = [
  ...(['hover', 'focus-visible', 'active'] as const).flatMap((as) => [
    forced('answer', 'banner', ANSWER, as),
    forced('manage', 'banner', MANAGE, as),
    forced('switch', 'preferences', SWITCH, as),
    forced('floating', 'floating-button', 'button', as, FLOATING),
    { ...forced('once', 'embed', '[data-consent-action="load-once"]', as, EMBEDDING), embed: FILM },
    { ...forced('open', 'embed', OPEN, as, EMBEDDING), embed: SHARE },
    { ...forced('allow', 'request', ALLOW, as), asks: 'location' },
  ]),
  ...(['hover', 'focus-visible'] as const).flatMap((as) => [
    forced('summary', 'preferences', SUMMARY, as),
    forced('close', 'preferences', CLOSE, as),
  ]),
  forced('link', 'banner', POLICY, 'focus-visible'),
];

const LOADING: readonly GalleryState[] = [
  {
    id: 'panel-loading',
    group: 'loading',
    shows: 'banner',
    config: USUAL,
    panel: 'held',
    steps: [{ do: 'press', on: MANAGE }],
  },
  {
    id: 'panel-failed',
    group: 'loading',
    shows: 'banner',
    config: USUAL,
    panel: 'refused',
    steps: [{ do: 'press', on: MANAGE }],
  },
];

export const STATES: readonly GalleryState[] = [
  ...LAYOUTS,
  ...CONTENTS,
  ...LANGUAGES,
  ...ON_HOSTS,
  ...PANEL,
  ...REQUEST,
  ...DATA_USE,
  ...BUTTON,
  ...EMBED,
  ...INTERACTION,
  ...LOADING,
];

export const statesOf = (group: Group): readonly GalleryState[] => STATES.filter((state) => state.group === group);

export { GROUPS };
