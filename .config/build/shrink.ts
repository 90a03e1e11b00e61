/** What a minifier of JavaScript cannot know: our build's own ways to make the script tag's files smaller. */
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import type { Plugin } from 'vite';

/** The translator's notes of `msg()` are for `lit-localize extract`; nobody reads them on a page. */
const withoutNotes: Plugin = {
  name: 'without-notes',
  transform: (code, id) =>
    id.includes('/src/ui/') && code.includes('desc:')
      ? { code: code.replace(/,?\s*desc:\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g, ''), map: null }
      : undefined,
};

/** Every message has an id (the extraction's own test sees to that), so the code that makes ids from texts is not needed. */
const withoutIdGeneration: Plugin = {
  name: 'without-id-generation',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('/@lit/localize/internal/id-generation.js')
      ? 'export const generateMsgId = () => { throw new Error("Candor: a message without an id"); };'
      : undefined,
};

export const shrink = (): Plugin[] => [withoutNotes, withoutIdGeneration, literalsHtmlCssMinifier() as Plugin];
