import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The languages of the site, the first one without a prefix. */
export const LANGUAGES = ['en', 'zh'] as const;

export type Language = (typeof LANGUAGES)[number];

/** One page in one language. */
export interface SitePage {
  /** The folder that holds its template, texts, styles and scripts. */
  readonly folder: string;
  readonly language: Language;
  /** The path without the language: `/pricing/`. */
  readonly path: string;
  /** Where it is written: `zh/pricing/index.html`. */
  readonly file: string;
}

/** `/pricing/` in the language: `/pricing/` or `/zh/pricing/`. */
export const inLanguage = (path: string, language: Language): string =>
  language === LANGUAGES[0] ? path : `/${language}${path}`;

/**
 * Every folder of `demo/pages/` that holds a template (`page.liquid`, with texts in `en.json` and `zh.json`) or prose
 * (`en.md` and `zh.md`) is a page, and its place is its address.
 */
export function findPages(root: string): SitePage[] {
  const pages = join(root, 'pages');
  return readdirSync(pages, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === 'page.liquid' || name === `${LANGUAGES[0]}.md`)
    .flatMap(({ parentPath }) =>
      LANGUAGES.map((language) => {
        const place = relative(pages, parentPath).split(sep).join('/');
        // The home page is a folder too, so that no folder mixes pages with files.
        const path = place === 'home' ? '/' : `/${place}/`;
        return { folder: parentPath, language, path, file: `${inLanguage(path, language).slice(1)}index.html` };
      }),
    );
}

/** Whether the page is prose rather than a template. */
export const isProse = ({ folder, language }: SitePage): boolean => existsSync(join(folder, `${language}.md`));
