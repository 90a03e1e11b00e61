/** The npm build: one ES module an entry, dependencies left to the host, @lit/localize inside. */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { defineConfig } from 'vite';

const vendors = readdirSync('src/signals/vendors').map((file) => basename(file, '.ts'));

export default defineConfig({
  build: {
    target: 'es2022',
    outDir: 'dist/npm',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    lib: {
      entry: {
        index: 'src/index.ts',
        elements: 'src/elements.ts',
        define: 'src/define.ts',
        lint: 'src/lint/index.ts',
        block: 'src/block.ts',
        server: 'src/server/index.ts',
        signals: 'src/signals/index.ts',
        ...Object.fromEntries(
          ['google-consent-mode', 'tcf', 'former-consent'].map((name) => [`signals/${name}`, `src/signals/${name}.ts`]),
        ),
        ...Object.fromEntries(vendors.map((name) => [`signals/${name}`, `src/signals/vendors/${name}.ts`])),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      // @lit/localize can be configured once a copy: ours is inside, so that a host's own is not disturbed.
      external: [/^lit(\/|$)/, 'js-cookie'],
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
