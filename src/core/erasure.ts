/** What a refusal removes from the device: what the config declares, and which of that may be removed. */
import type { Config, Erase } from './config.js';
import { matches } from './pattern.js';
import { SESSION_COOKIES } from './session-cookies.js';

/** Something that was found in the browser under a declared name. */
export interface ErasedItem {
  /** The category or service that declares it. */
  readonly id: string;
  readonly kind: 'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB' | 'cache';
  /** Its name; the declared one where the browser does not let the page look. */
  readonly name: string;
}

/** What an erasure did. */
export interface ErasureReport {
  /** Found, and gone now. */
  readonly erased: readonly ErasedItem[];
  /** Still there, or in a place that the browser does not let the page see. */
  readonly remaining: readonly ErasedItem[];
}

/** The keys of `erase`, and what each is called in a report. */
export const KINDS: Readonly<Record<keyof Erase, ErasedItem['kind']>> = {
  cookies: 'cookie',
  localStorage: 'localStorage',
  sessionStorage: 'sessionStorage',
  indexedDB: 'indexedDB',
  caches: 'cache',
};

/** One declared name. */
export interface Declaration {
  readonly id: string;
  readonly kind: ErasedItem['kind'];
  /** `*` stands for any characters. */
  readonly pattern: string;
  /** Keys of the config joined by dots: `categories.1.erase.cookies.0`. */
  readonly path: string;
  /** Declared by what is always on, and so never removed. */
  readonly isNecessary: boolean;
}

type Json = Readonly<Record<string, unknown>>;

const entriesOf = (value: unknown): [string, Json][] =>
  (Array.isArray(value) ? value : [])
    .map((entry: unknown, index): [string, unknown] => [`${index}`, entry])
    .filter((entry): entry is [string, Json] => !!entry[1] && typeof entry[1] === 'object');

/** All names that a config declares in `erase`. What is of a wrong type declares nothing. */
export function declarationsOf(config: Config): Declaration[] {
  const all: Declaration[] = [];
  const read = (owner: Json, path: string, isNecessary: boolean): void => {
    for (const [key, kind] of Object.entries(KINDS)) {
      const patterns = (owner['erase'] as Json | null | undefined)?.[key];
      if (!Array.isArray(patterns)) continue;
      patterns.forEach((pattern: unknown, index) => {
        if (typeof pattern !== 'string' || !pattern) return;
        all.push({ id: owner['id'] as string, kind, pattern, path: `${path}.erase.${key}.${index}`, isNecessary });
      });
    }
  };
  for (const [index, category] of entriesOf(config.categories)) {
    const path = `categories.${index}`;
    const isNecessary = (category['kind'] ?? category['id']) === 'necessary';
    read(category, path, isNecessary);
    for (const [position, service] of entriesOf(category['services'])) {
      read(service, `${path}.services.${position}`, isNecessary);
    }
  }
  return all;
}

/** Whether two patterns plainly speak of the same names; with the shortest name that the second one allows. */
const touches = (pattern: string, other: string): boolean =>
  matches(pattern, other.replaceAll('*', '')) || matches(other, pattern);

/**
 * Why a declared name is not to be removed: it also means a session cookie of the site, or what something necessary declares,
 * or simply everything.
 *
 * @returns What else it means; undefined for one that may be removed.
 */
export function refusalOf(
  { kind, pattern, isNecessary }: Declaration,
  all: readonly Declaration[],
): string | undefined {
  if (isNecessary) return undefined;
  if (/^\*+$/.test(pattern)) return 'everything that the site keeps';
  const session = kind === 'cookie' && SESSION_COOKIES.find((name) => touches(pattern, name));
  if (session) return `the site’s own session cookie \`${session}\``;
  const necessary = all.find((other) => other.isNecessary && other.kind === kind && touches(pattern, other.pattern));
  return necessary && `\`${necessary.pattern}\`, which \`${necessary.id}\` needs`;
}

/** In words, for who wrote the config. */
export const refusalText = (also: string): string =>
  `it also means ${also}, so nothing is erased by it; write the tracker’s own names, or the beginning that only they have`;
