import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { sitePages } from './build/site-plugin.js';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Pages that are no part of the site: they have one language, or none. */
const APART = [
  'frames/compare-candor',
  'frames/compare-cookieconsent',
  'frames/compare-drawing',
  'frames/gallery-state',
  'frames/lumen-video',
  'frames/preview',
  'start-over',
];

export default defineConfig({
  root,
  // The pages are served by demo/server.ts, never by a folder of static files with a fallback page.
  appType: 'mpa',
  plugins: [sitePages(root)],
  // codemirror-json-schema's log keeps its level in local storage; this site keeps nothing without a yes.
  resolve: { alias: { loglevel: join(root, 'pages/try/silent-log.ts') } },
  build: {
    outDir: '../dist/demo',
    emptyOutDir: true,
    target: 'es2022',
    // The first that know `light-dark()`: lowered to media queries, it would not follow `color-scheme`.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    rolldownOptions: { input: APART.map((folder) => join(root, folder, 'index.html')) },
  },
});
