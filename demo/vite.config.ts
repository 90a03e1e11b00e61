import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

const INCLUDE = /([ \t]*)<!-- include (\S+) -->/g;

/** `<!-- include file -->`, as templates of any site do it: one consent snippet for all pages. */
function include(html: string, folder: string): string {
  return html.replace(INCLUDE, (_match, indent: string, file: string) => {
    const path = resolve(folder, file);
    const text = include(readFileSync(path, 'utf8').trimEnd(), dirname(path));
    return text.replace(/^(?=.)/gm, indent);
  });
}

/** Files that the server hands out as they are, and links to other pages: Vite must neither bundle nor rename them. */
const FOREIGN = /<(?:script(?=[^>]*\ssrc="\/(?:candor|vendor)\/)|link(?=[^>]*\srel="alternate"))/g;

function includes(): Plugin {
  return {
    name: 'demo-includes',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { filename }) => include(html, dirname(filename)).replace(FOREIGN, '$& vite-ignore'),
    },
  };
}

const page = (path: string): string => resolve(root, path);

export default defineConfig({
  root,
  // The pages are served by demo/server.ts, never by a folder of static files with a fallback page.
  appType: 'mpa',
  plugins: [includes()],
  build: {
    outDir: '../dist/demo',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        home: page('index.html'),
        'home-zh': page('zh/index.html'),
        privacy: page('privacy.html'),
        'privacy-zh': page('zh/privacy.html'),
        embed: page('embed.html'),
        'start-over': page('start-over.html'),
        app: page('app/index.html'),
      },
    },
  },
});
