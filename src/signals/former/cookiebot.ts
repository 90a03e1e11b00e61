import type { FormerAnswers, FormerTool } from './former-tool.js';
import { CATEGORIES } from './names.js';
import { decoded } from './parse.js';

const PAIR = `[a-z0-9]+:(?:'[^']*'|[^,'{}]*)`;
/** A script's object with unquoted keys; its texts stand in single quotes. */
const TEXT = new RegExp(`^\\{${PAIR}(?:,${PAIR})*\\}$`);

/** Where Cookiebot keeps the visitor's answer to each of its categories. */
const ASKED = ['preferences', 'statistics', 'marketing'];

/**
 * `{stamp:'…',necessary:true,preferences:false,statistics:true,marketing:false,method:'explicit',ver:1,utc:1695676040196,
 * region:'no'}`, percent-encoded in part; `utc` is in ms. `method: 'implied'` is no answer: visitors of regions where the site
 * asked nobody get it, with a stamp of -1 and every category on (older cookies of theirs are a bare `-1`).
 *
 * Cookiebot does not publish the format. It was seen in cookies of many sites that stand in public repositories; the names of
 * the properties are those of https://www.cookiebot.com/en/developer/ (`consent.statistics`, `consent.method`, `consentUTC`).
 */
function read(text: string): FormerAnswers | undefined {
  const plainText = decoded(text);
  if (!TEXT.test(plainText)) return undefined;
  const values = new Map<string, string>();
  for (const [, name, value] of plainText.matchAll(/[{,]([a-z0-9]+):('[^']*'|[^,'{}]*)/g)) {
    // A name that stands there twice is none of theirs.
    if (values.has(name!)) return undefined;
    values.set(name!, value!);
  }
  const isAnswered = ASKED.every((name) => /^(true|false)$/.test(values.get(name) ?? ''));
  if (!isAnswered || values.get('method') !== `'explicit'`) return undefined;
  const utc = values.get('utc') ?? '';
  return {
    answers: Object.fromEntries(ASKED.map((name) => [name, values.get(name) === 'true'])),
    ...(/^\d+$/.test(utc) ? { at: Math.floor(+utc / 1000) } : {}),
  };
}

export const cookiebot: FormerTool = { names: ['CookieConsent'], ids: CATEGORIES, read };
