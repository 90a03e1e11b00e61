import { join } from 'node:path';
import type { Plugin } from 'vite';
import { findPages } from './find-pages.js';
import { createRenderer } from './render-page.js';

/**
 * Files that the server hands out as they are, and links to other pages: Vite must neither bundle nor rename them. A tag that
 * ends in `<\/script>` is text of a script.
 */
const FOREIGN =
  /<(?:script(?=[^>]*\ssrc="\/(?:candor|vendor)\/)(?![^>]*><\\\/)|link(?=[^>]*\shref="\/vendor\/)|link(?=[^>]*\srel="alternate"))/g;

const STYLE = /<style>([^]*?)<\/style>/g;
const HIDDEN_STYLE = /<!--style (\S*)-->/g;

/** Gives Vite the pages of `demo/pages/` as if their HTML lay on the disk. */
export function sitePages(root: string): Plugin[] {
  const pages = new Map(findPages(root).map((page) => [join(root, page.file), page]));
  const renderer = createRenderer(root);
  return [
    {
      name: 'site-pages',
      enforce: 'pre',
      config: () => ({ build: { rolldownOptions: { input: [...pages.keys()] } } }),
      resolveId: (id) => (pages.has(id) ? id : undefined),
      async load(id) {
        const page = pages.get(id);
        // Styles that stand in a page are shown there as well, so Vite must not rewrite them: it does not see them.
        return (
          page && (await renderer)(page).replace(STYLE, (_, css: string) => `<!--style ${encodeURIComponent(css)}-->`)
        );
      },
      transformIndexHtml: { order: 'pre', handler: (html) => html.replace(FOREIGN, '$& vite-ignore') },
    },
    {
      name: 'site-styles',
      transformIndexHtml: {
        order: 'post',
        handler: (html) => html.replace(HIDDEN_STYLE, (_, css: string) => `<style>${decodeURIComponent(css)}</style>`),
      },
    },
  ];
}
