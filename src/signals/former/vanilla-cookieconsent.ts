import type { FormerAnswers, FormerTool } from './former-tool.js';
import { CATEGORIES } from './names.js';
import { readObject, readTime } from './parse.js';

const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

/**
 * Accepted categories stand in `categories`; refused ones are the other keys of `services`, which names all there are. The
 * services in it are the accepted ones. What the tool itself would not take for an answer is none here: an identifier, both
 * times and the categories must be there, as its own start-up demands. The answer was given at `lastConsentTimestamp`: then
 * all switches were shown, and all were saved.
 *
 * Source: vanilla-cookieconsent 3.1.0, types `CookieValue`, and what it does at start. Cookies of its version 2 name no refused
 * categories and are not read.
 */
function read(text: string): FormerAnswers | undefined {
  const { categories, services, consentId, consentTimestamp, lastConsentTimestamp, expirationTime } =
    readObject(text) ?? {};
  const at = readTime(lastConsentTimestamp);
  if (!isList(categories) || typeof consentId !== 'string' || !readTime(consentTimestamp) || !at) return undefined;
  const known = typeof services === 'object' && services ? Object.entries(services) : [];
  const itemised = known.filter(
    (entry): entry is [string, readonly string[]] => isList(entry[1]) && entry[1].length > 0,
  );
  return {
    answers: Object.fromEntries([
      ...known.map(([name]) => [name, false] as const),
      ...itemised
        .filter(([name]) => categories.includes(name))
        .flatMap(([, names]) => names.map((name) => [name, true] as const)),
      // Last, so that a service of the same name answers for none.
      ...known.map(([name]) => [name, categories.includes(name)] as const),
      ...categories.map((name) => [name, true] as const),
    ]),
    itemised: itemised.map(([name]) => name),
    at,
    ...(typeof expirationTime === 'number' ? { until: expirationTime / 1000 } : {}),
  };
}

/** In a cookie, or with `useLocalStorage` in an entry of the same name. */
export const vanillaCookieconsent: FormerTool = { names: ['cc_cookie'], ids: CATEGORIES, read };
