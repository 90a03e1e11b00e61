import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Liquid } from 'liquidjs';
import { inLanguage, isProse, LANGUAGES, type Language, type SitePage } from './find-pages.js';
import { createHighlight } from './highlight.js';
import { createMarkdown } from './markdown.js';
import { dataOf } from './page-data.js';
import { readTexts, type Texts } from './texts.js';

/** The files of a page that are both run and shown, in the order in which they are shown. */
const EXAMPLES = ['headers.http', 'consent.json', 'head.html', 'example.html', 'example.css', 'example.js'];

interface Example {
  readonly name: string;
  /** As it stands in the page. */
  readonly source: string;
  /** As it is shown. */
  readonly code: string;
}

/** The pages in the folders of this one, by folder. */
function childrenOf({
  folder,
  language,
  path,
}: SitePage): Record<string, { readonly path: string; readonly t: Texts }> {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'page.liquid')));
  return Object.fromEntries(
    names.map((name) => [name, { path: `${path}${name}/`, t: readTexts(join(folder, name), language) }]),
  );
}

const LANGUAGE_TAGS = { en: 'en', zh: 'zh-Hans' } as const;

/**
 * Renders a page: its template with its texts, or its prose, in the layout it names. A text or variable that is not there
 * is an error.
 */
export async function createRenderer(root: string): Promise<(page: SitePage) => string> {
  const highlight = await createHighlight();
  const markdown = createMarkdown(highlight);
  const createLiquid = (language: Language): Liquid => {
    const liquid = new Liquid({
      layouts: join(root, 'layouts'),
      partials: [join(root, 'partials'), root],
      root,
      extname: '.liquid',
      strictVariables: true,
      strictFilters: true,
      lenientIf: true,
      outputEscape: 'escape',
    });
    liquid.registerFilter('markdown', markdown);
    // `{{ '/pricing/' | href }}` links to the page in this page's language.
    liquid.registerFilter('href', (target: string) => inLanguage(target, language));
    return liquid;
  };
  // One for each language, because a filter knows no page.
  const engines = { en: createLiquid('en'), zh: createLiquid('zh') };

  return (page) => {
    const { folder, language, path } = page;
    const other = LANGUAGES.find((candidate) => candidate !== language) ?? language;
    const site = readTexts(join(root, 'texts'), language);
    const scope: Record<string, unknown> = {
      site,
      path,
      lang: LANGUAGE_TAGS[language],
      isChinese: language === 'zh',
      alternate: { lang: LANGUAGE_TAGS[other], href: inLanguage(path, other) },
      page: basename(folder),
    };
    const liquid = engines[language];

    if (isProse(page)) {
      const source = readFileSync(join(folder, `${language}.md`), 'utf8');
      const title = /^# (.+)$/m.exec(source)?.[1] ?? '';
      const lede = /^# .+\n+([^\n#].*(?:\n.+)*)/m.exec(source)?.[1]?.replace(/\n/g, ' ') ?? '';
      const prose = markdown(source).replace(/(href="\/)(?!candor\/)/g, `href="${inLanguage('/', language)}`);
      return liquid.renderFileSync('layouts/guide', { ...scope, t: { title, description: lede }, prose }) as string;
    }

    const t = readTexts(folder, language);
    const examples: Record<string, Example> = {};
    for (const name of EXAMPLES) {
      const file = join(folder, name);
      if (!existsSync(file)) continue;
      const source = liquid.parseAndRenderSync(readFileSync(file, 'utf8'), { ...scope, t }) as string;
      const key = name.replace('.', '_');
      examples[key] = { name, source, code: highlight(source, name.split('.').pop() ?? '') };
    }
    const template = readFileSync(join(folder, 'page.liquid'), 'utf8');
    const data = dataOf(path, language);
    return liquid.parseAndRenderSync(template, { ...scope, t, examples, children: childrenOf(page), data }) as string;
  };
}
