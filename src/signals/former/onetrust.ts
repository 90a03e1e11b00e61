import type { FormerAnswers, FormerTool } from './former-tool.js';
import { decoded, readTime } from './parse.js';

/**
 * `OptanonConsent` is a query string; in `groups` stands 1 or 0 for each of its groups. Its `datestamp` is no time of an answer:
 * it moves with every page (seen: 2024-07-06 beside an answer of 2024-07-02). That time is in a second cookie,
 * `OptanonAlertBoxClosed`, which is set as the banner closes; without it OneTrust still asks.
 *
 * Nothing is taken over where nobody has answered (`interactionCount` 0), where OneTrust was about to ask again
 * (`AwaitingReconsent`), or where Global Privacy Control has answered for the visitor (`isGpcEnabled`): that signal counts here by
 * itself.
 *
 * Not told by the cookie: whether the banner was one that takes closing it, or going on, for a yes (opt-out, implied consent).
 * Sites that used such a template name in `from` only tools that asked.
 *
 * Source: cookies of many sites that stand in public repositories; the names of the groups and the coding at
 * https://npmjs.com/package/@commercetools-frontend/cookie-consent; the cookies at
 * https://my.onetrust.com/articles/en_US/Knowledge/UUID-2dc719a8-4be5-8d16-1dc8-c7b4147b88e0. That a later change in its
 * preference centre moves `OptanonAlertBoxClosed` is not confirmed; where it does not, the answer expires earlier.
 */
function read(text: string, time?: string): FormerAnswers | undefined {
  const values = new URLSearchParams(text);
  const at = readTime(decoded(time ?? ''));
  const isOff = (name: string): boolean => /^(0|false)?$/.test(values.get(name) ?? '');
  const isAnswered = /^[1-9]\d*$/.test(values.get('interactionCount') ?? '');
  if (!at || !isAnswered || !isOff('isGpcEnabled') || !isOff('AwaitingReconsent')) return undefined;
  const entries = (values.get('groups') ?? '').split(',').map((entry) => entry.split(':'));
  const refused = new Set(entries.filter(([, answer]) => answer !== '1').map(([name]) => name));
  const answers = Object.fromEntries(
    entries
      .filter(([name, answer]) => name && /^[01]$/.test(answer ?? ''))
      .map(([name]) => [name!, !refused.has(name)] as const),
  );
  return Object.keys(answers).length ? { answers, at } : undefined;
}

/** The ids are those of OneTrust's own categories; groups that a site has added have others, for `ids`. */
export const onetrust: FormerTool = {
  names: ['OptanonConsent'],
  timeName: 'OptanonAlertBoxClosed',
  ids: { c0001: 'necessary', c0002: 'analytics', c0003: 'functional', c0004: 'advertising', c0005: 'social' },
  read,
};
