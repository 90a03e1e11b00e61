import { americanSpanish } from './american-spanish.js';
import type { Text } from './config.js';

/** What {@link languageOf} has found out: `Intl` is slow, and a surface asks for each of its texts whenever it is drawn. */
const found = new Map<string, string>();

/** Language and likely script of a BCP 47 tag: `zh-CN` is written in Hans, `zh-TW` in Hant. Norwegian is written in Bokmål. */
function languageOf(tag: string): string {
  try {
    if (!found.has(tag)) {
      const { language, script } = new Intl.Locale(tag.replace(/^n[no]\b/, 'nb')).maximize();
      found.set(tag, `${language}-${script}`);
    }
  } catch {
    found.set(tag, tag);
  }
  return found.get(tag)!;
}

/**
 * The first of the wanted languages that is available: the same tag, else the same language in the same script.
 *
 * @param wanted BCP 47 tags, best first. What is no tag is passed over.
 */
export function matchLanguage(
  wanted: readonly (string | null | undefined)[],
  available: readonly string[],
): string | undefined {
  for (const tag of wanted) {
    if (!tag) continue;
    const language = languageOf(tag);
    const match =
      available.find((other) => other === tag) ??
      available.find((other) => other === americanSpanish(tag)) ??
      available.find((other) => languageOf(other) === language);
    if (match) return match;
  }
  return undefined;
}

/** An empty text says nothing, and a surface without its heading or the words of a button would not be whole. */
const saysSomething = (text: unknown): text is string => typeof text === 'string' && !!text.trim();

/**
 * The language in which {@link resolveText} has a text; `undefined` where the site wrote nothing usable, or named no language.
 *
 * @returns A tag, as the config writes it.
 */
export function resolveTag(text: Text | undefined, languages: readonly (string | undefined)[]): string | undefined {
  if (!text || typeof text !== 'object') return undefined;
  const tags = Object.keys(text).filter((tag) => saysSomething(text[tag]));
  return matchLanguage(languages, tags) ?? tags[0];
}

/**
 * A text of the config in the first language it has of those wanted, else in the first it has at all; `undefined` where the
 * site wrote nothing usable. An empty text is like one that is missing.
 */
export function resolveText(text: Text | undefined, languages: readonly (string | undefined)[]): string | undefined {
  const tag = resolveTag(text, languages);
  const words = tag === undefined ? text : (text as Readonly<Record<string, string>>)[tag];
  return saysSomething(words) ? words : undefined;
}

/** Fills `{name}` places of a text. Unknown names stay, so that a mistake is seen. */
export const fill = (text: string, values: Readonly<Record<string, string | undefined>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
