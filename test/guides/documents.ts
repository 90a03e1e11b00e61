/** The README and the guides, taken apart as their readers meet them: headings, prose, code, tables and links. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt, { type Token } from 'markdown-it';
import { createMarkdown } from '../../demo/build/markdown.js';

const GUIDES = 'demo/pages/guides';

export interface CodeBlock {
  readonly language: string;
  readonly code: string;
  /** File and line, for the names of tests. */
  readonly where: string;
}

export interface Cell {
  readonly text: string;
  /** What stands in code marks, in order. */
  readonly codes: readonly string[];
}

export interface Table {
  /** Position of the heading above it, among the document's headings. */
  readonly heading: number;
  readonly rows: readonly (readonly Cell[])[];
}

export interface Document {
  readonly file: string;
  readonly language: 'en' | 'zh';
  /** Address on the site, without the language; none for the README. */
  readonly path: string | undefined;
  readonly headings: readonly { readonly level: string; readonly text: string }[];
  /** Ids that a link can lead to. */
  readonly ids: readonly string[];
  readonly blocks: readonly CodeBlock[];
  readonly tables: readonly Table[];
  readonly links: readonly string[];
  /** Everything in code marks outside of code blocks. */
  readonly codes: readonly string[];
  /** What is read from end to end: paragraphs and lists, a line each, without tables; code in them is a `. */
  readonly prose: string;
}

const markdown = new MarkdownIt({ html: false });
const withIds = createMarkdown(() => '<pre></pre>');

const cellOf = ({ children }: Token): Cell => ({
  text: (children ?? []).map(({ content }) => content).join(''),
  codes: (children ?? []).filter(({ type }) => type === 'code_inline').map(({ content }) => content),
});

function readDocument(file: string, language: 'en' | 'zh', path?: string): Document {
  const source = readFileSync(file, 'utf8');
  const headings: { level: string; text: string }[] = [];
  const blocks: CodeBlock[] = [];
  const tables: { heading: number; rows: Cell[][] }[] = [];
  const links: string[] = [];
  const codes: string[] = [];
  const prose: string[] = [];
  let isHeader = false;
  let isInTable = false;
  const tokens = markdown.parse(source, {});
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'table_open') tables.push({ heading: headings.length - 1, rows: [] });
    if (token.type === 'table_open' || token.type === 'table_close') isInTable = token.type === 'table_open';
    if (token.type === 'thead_open' || token.type === 'thead_close') isHeader = token.type === 'thead_open';
    if (token.type === 'tr_open' && !isHeader) tables.at(-1)!.rows.push([]);
    if (token.type === 'fence') {
      blocks.push({ language: token.info, code: token.content, where: `${file}:${(token.map?.[0] ?? 0) + 1}` });
    }
    if (token.type !== 'inline') continue;
    const opener = tokens[index - 1]!;
    for (const child of token.children ?? []) {
      if (child.type === 'link_open') links.push(decodeURIComponent(String(child.attrGet('href'))));
      if (child.type === 'code_inline') codes.push(child.content);
    }
    const cell = cellOf(token);
    if (opener.type === 'heading_open') headings.push({ level: opener.tag, text: cell.text });
    else if (opener.type === 'td_open') tables.at(-1)!.rows.at(-1)!.push(cell);
    else if (!isInTable) {
      prose.push((token.children ?? []).map(({ type, content }) => (type === 'code_inline' ? '`' : content)).join(''));
    }
  }
  const ids = [...withIds(source).matchAll(/<h\d id="([^"]*)"/g)].map(([, id]) => id!);
  return { file, language, path, headings, ids, blocks, tables, links, codes, prose: prose.join('\n') };
}

export const readme = readDocument('README.md', 'en');

const folders = readdirSync(GUIDES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|\/)en\.md$/.test(name))
  .map((name) => name.replace(/\/?en\.md$/, ''))
  .sort();

export interface Guide {
  readonly path: string;
  readonly en: Document;
  readonly zh: Document;
}

/** Each guide in both languages. */
export const guides: readonly Guide[] = folders.map((folder) => {
  const path = folder ? `/guides/${folder}/` : '/guides/';
  return {
    path,
    en: readDocument(join(GUIDES, folder, 'en.md'), 'en', path),
    zh: readDocument(join(GUIDES, folder, 'zh.md'), 'zh', path),
  };
});

export const guide = (name: string): Guide => guides.find(({ path }) => path === `/guides/${name}/`)!;

export const documents: readonly Document[] = [readme, ...guides.flatMap(({ en, zh }) => [en, zh])];

export const blocksIn = (...languages: readonly string[]): readonly CodeBlock[] =>
  documents.flatMap(({ blocks }) => blocks).filter(({ language }) => languages.includes(language));

/** The tables under an English heading, in both languages: headings stand in the same order. */
export function tablesUnder({ en, zh }: Guide, heading: string): readonly (readonly [Document, readonly Table[]])[] {
  const position = en.headings.findIndex(({ text }) => text === heading);
  if (position < 0) throw new Error(`${en.file} has no heading “${heading}”`);
  return [en, zh].map((document) => [document, document.tables.filter((table) => table.heading === position)]);
}
