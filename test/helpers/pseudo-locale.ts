/** A language that nobody speaks and everybody can read: each text of the interface with other letters, and half as long again. */
import { readFileSync } from 'node:fs';

const LETTERS: Readonly<Record<string, string>> = {
  a: 'å',
  c: 'ç',
  d: 'ð',
  e: 'é',
  i: 'ï',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'û',
  y: 'ý',
  z: 'ž',
};

/** Places like `{purposes}` stay as they are. */
export const pseudo = (text: string): string => {
  const written = text.replace(/\{\w+\}|[a-z]/g, (found) => LETTERS[found] ?? found);
  return `⟦${written}${' ~~~~~'.repeat(Math.ceil(text.length / 12))}⟧`;
};

/** For the config's `texts`: every text there is, by its id. */
export const pseudoTexts = (): Record<string, string> => {
  const units = readFileSync('locales/zh-Hans.xlf', 'utf8').matchAll(
    /<trans-unit id="(.*?)">\s*<source>(.*?)<\/source>/gs,
  );
  return Object.fromEntries([...units].map(([, id, source]) => [id!, pseudo(source!)]));
};
