import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from './find-pages.js';

/** Texts by name, nested as the page likes. */
export interface Texts {
  readonly [name: string]: string | Texts | readonly (string | Texts)[];
}

const read = (folder: string, language: Language): Texts =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Texts;

function names(value: Texts[string], path = ''): string[] {
  return typeof value === 'string'
    ? [path]
    : Object.entries(value).flatMap(([name, inner]: [string, Texts[string]]) => names(inner, `${path}.${name}`));
}

/** The texts of a folder in one language. Fails where its names are not those of the first language, so that no page is half translated. */
export function readTexts(folder: string, language: Language): Texts {
  const expected = names(read(folder, LANGUAGES[0]));
  const found = names(read(folder, language));
  const missing = expected.filter((name) => !found.includes(name));
  const unknown = found.filter((name) => !expected.includes(name));
  if (missing.length || unknown.length) {
    throw new Error(
      `${folder}/${language}.json: missing ${missing.join(', ') || 'nothing'}, unknown ${unknown.join(', ') || 'nothing'}`,
    );
  }
  return read(folder, language);
}
