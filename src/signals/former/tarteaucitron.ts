import type { FormerAnswers, FormerTool } from './former-tool.js';
import { decoded } from './parse.js';

/** One service after another, each `!name=answer`. */
const TEXT = /^(?:![^!=]+=(?:true|false|wait))+$/;

/**
 * Services that tarteaucitron takes for exempt and turns on by itself (`needConsent: false`): their yes is nobody's answer.
 * Source: tarteaucitronjs 1.34.0, tarteaucitron.services.js.
 */
export const TURNED_ON_UNASKED: readonly string[] = [
  'crisp',
  'matomo',
  'matomohightrack',
  'microanalytics',
  'plausible',
  'simpleanalytics',
  'stonly',
  'wysistathightrack',
];

/**
 * `!gtag=true!youtube=false`, without a time. While any service waits for its answer, the tool still asks, and nothing is taken
 * over. A yes may also be one that nobody gave, which the text does not tell: where `serviceDefaultState` was `true`, where
 * `highPrivacy` was off and going on counted as consent, or where `tarteaucitron.user.bypass` let visitors from outside the
 * European Union through. Sites that used one of these must not configure `since`.
 *
 * Source: tarteaucitronjs 1.34.0, tarteaucitron.js, `cookie.create` and `addService`.
 */
function read(text: string): FormerAnswers | undefined {
  const plainText = decoded(text);
  if (!TEXT.test(plainText)) return undefined;
  const entries = plainText
    .slice(1)
    .split('!')
    .map((entry) => entry.split('=') as [name: string, answer: string]);
  if (entries.some(([, answer]) => answer === 'wait')) return undefined;
  const refused = new Set(entries.filter(([, answer]) => answer === 'false').map(([name]) => name));
  return {
    answers: Object.fromEntries(
      entries
        .filter(([name]) => refused.has(name) || !TURNED_ON_UNASKED.includes(name))
        .map(([name]) => [name, !refused.has(name)]),
    ),
  };
}

export const tarteaucitron: FormerTool = {
  names: ['tarteaucitron'],
  isByService: true,
  // Its names for the ways in which one product can be built in. `analytics` is Google Analytics, not the category.
  ids: {
    analytics: 'googleanalytics',
    gajs: 'googleanalytics',
    gtag: 'googleanalytics',
    multiplegtag: 'googleanalytics',
    multiplegoogletagmanager: 'googletagmanager',
    googleadwordsconversion: 'googleads',
    googleadwordsremarketing: 'googleads',
    adsenseauto: 'googleadsense',
    matomocloud: 'matomo',
    matomohightrack: 'matomo',
    googlemapsembed: 'googlemaps',
    googlemapssearch: 'googlemaps',
    youtubeapi: 'youtube',
    youtubeplaylist: 'youtube',
    facebooklikebox: 'facebook',
    facebookpost: 'facebook',
    twitterembed: 'twitter',
    twittertimeline: 'twitter',
  },
  read,
};
