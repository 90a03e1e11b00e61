/** What a minifier of JavaScript cannot know: our build's own ways to make the script tag's files smaller. */
import { brotliCompressSync } from 'node:zlib';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { minify, type CompressOptions } from 'terser';
import type { Plugin } from 'vite';
import { leaveOut, plainLocalize, shortNames } from './leave-out.js';

/** The translator's notes of `msg()` are for `lit-localize extract`; nobody reads them on a page. */
const withoutNotes: Plugin = {
  name: 'without-notes',
  transform: (code, id) =>
    id.includes('/src/ui/') && code.includes('desc:')
      ? { code: code.replace(/,?\s*desc:\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g, ''), map: null }
      : undefined,
};

export const shrink = (): Plugin[] => [
  withoutNotes,
  plainLocalize,
  leaveOut,
  shortNames,
  literalsHtmlCssMinifier() as Plugin,
];

/** What only `createConsent()` can be given: a script tag has no attribute for it. */
export const withoutOptionsOfNpm: Plugin = {
  name: 'without-options-of-npm',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('/src/start.ts')
      ? { code: code.replace(/\boptions\.(storage|choices|signals)\b/g, 'undefined'), map: null }
      : null,
};

const write = async (code: string, compress: CompressOptions): Promise<string> =>
  (
    await minify(code, {
      ecma: 2020,
      module: true,
      compress: { keep_fargs: false, unsafe_arrows: true, ...compress },
      format: { comments: false },
    })
  ).code!;

/** A module, written small. It may read a getter for what that does, such as a box for its layout. */
export const small = (code: string): Promise<string> => write(code, { passes: 5 });

/** Ways to write one program. Which of them brotli likes best changes with every line of it, by 1 % or more. */
const STYLES: readonly CompressOptions[] = [
  {},
  { inline: 1 },
  { inline: 1, comparisons: false },
  { inline: 1, lhs_constants: false },
  { inline: 1, comparisons: false, lhs_constants: false },
  { inline: 1, unsafe_methods: false },
  { inline: 1, unsafe_methods: false, sequences: 3 },
  { collapse_vars: false },
  { hoist_funs: true },
  { hoist_funs: true, inline: 1 },
  { reduce_funcs: false },
  { sequences: 3 },
  { unsafe_methods: false },
];

/** The program in the style that makes the smallest download. */
export async function smallest(code: string): Promise<string> {
  const candidates = await Promise.all(
    STYLES.map((style) => write(code, { passes: 5, pure_getters: true, unsafe: true, unsafe_methods: true, ...style })),
  );
  const size = (candidate: string): number => brotliCompressSync(candidate).length;
  return candidates.reduce((best, candidate) => (size(candidate) < size(best) ? candidate : best));
}
