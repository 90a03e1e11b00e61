/**
 * Builds dist/cdn: `candor.js`, `candor-block.js` and `candor-signals.js`, classic scripts for tags, and next to them the modules that are loaded
 * when they are needed.
 * Each module is named after its hash, and the hash stands in the file that loads it: so what names others is built last. Texts
 * are named after the file of all their hashes.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { shrink, small, smallest, withoutOptionsOfNpm } from './shrink.js';

const outDir = 'dist/cdn';
const source = (path: string): string => resolve('src', path);

const settings = (config: InlineConfig): InlineConfig => ({
  configFile: false,
  logLevel: 'warn',
  ...config,
  build: {
    target: 'es2022',
    outDir,
    emptyOutDir: false,
    // Done when a file is whole: renaming counts what is in it.
    minify: false,
    ...config.build,
  },
});

/** What several parts of the interface share and the banner does without, in files: all parts the first, some the second. */
const SHARED = ['facts', 'choices'];

/**
 * Which of those files a module goes into. Left alone, the bundler would make one of every combination of parts, each of them
 * a request and a hash in `later`.
 */
function sharedFile(id: string, modules: Rolldown.ChunkingContext): string | null {
  const users = new Set<string>();
  const climb = (each: string): void => {
    if (users.has(each)) return;
    users.add(each);
    modules.getModuleInfo(each)?.importers.forEach(climb);
  };
  climb(id);
  const isUsedBy = (part: string): boolean => users.has(source(`ui/${part}/open.ts`));
  return isUsedBy('banner') ? null : SHARED[isUsedBy('embed') ? 0 : 1]!;
}

/** Builds ES modules; those of one call may import each other. */
async function buildModules(entry: Record<string, string>, define: Record<string, string> = {}): Promise<void> {
  await build(
    settings({
      define,
      plugins: shrink(),
      build: {
        lib: { entry, formats: ['es'] },
        rolldownOptions: {
          preserveEntrySignatures: 'allow-extension',
          output: {
            entryFileNames: '[name].js',
            chunkFileNames: '[name].js',
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [{ name: sharedFile, minShareCount: 2, debugName: 'shared' }],
            },
          },
        },
      },
    }),
  );
}

/** Parts of the interface besides the banner, which each of them builds on. */
const UI_PARTS = ['preferences', 'request', 'embed', 'declaration', 'notice', 'age', 'guardian', 'imported', 'records'];

/** Parts without an interface, by their module. */
const OTHER_PARTS = {
  diagnose: 'lint/diagnose.ts',
  denials: 'gate/denials.ts',
  erase: 'gate/eraser.ts',
  embeds: 'embeds.ts',
  account: 'account.ts',
  takeIn: 'take-in.ts',
  proof: 'proof.ts',
  deliver: 'page/deliver-records.ts',
  develop: 'develop/develop.ts',
  theme: 'theme.ts',
  link: 'ui/button/link.ts',
  signals: 'signals/vendor-signals.ts',
  listening: 'signals/listening-signals.ts',
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

const finished = new Map<string, string>();
/** What a module imports of the others, by name. */
const needs: Record<string, string[]> = {};

/**
 * Names a module after its hash, once what it imports has its final name.
 *
 * @returns Its SHA-256 in base64, by its name.
 */
async function finish(name: string): Promise<Record<string, string>> {
  const path = join(outDir, `${name}.js`);
  let code = await readFile(path, 'utf8');
  for (const [imported, file] of finished) {
    if (!code.includes(`"./${imported}.js"`)) continue;
    (needs[name] ??= []).push(imported);
    code = code.replaceAll(`"./${imported}.js"`, `"./${file}"`);
  }
  code = await small(code);
  // `candor.js` takes the name from the hash as it is; so it must begin with what may stand in a file's name.
  while (!/^\w{8}/.test(hashOf(code))) code += '\n';
  await writeFile(path, code);
  const hash = hashOf(code);
  const file = `${name}-${hash.slice(0, 8)}.js`;
  finished.set(name, file);
  await rename(path, join(outDir, file));
  return { [name]: hash };
}

/**
 * Writes the texts, and their hashes into a file of its own, after which they are named: `candor.js` knows its hash alone.
 *
 * @returns Its SHA-256 in base64, by its name.
 */
async function writeTexts(): Promise<Record<string, string>> {
  const names = (await readdir(source('generated/locales'))).map((file) => basename(file, '.ts'));
  const codeOf = async (name: string): Promise<readonly [string, string]> => {
    const { messages } = (await import(source(`generated/locales/${name}.ts`))) as { messages: object };
    return [name, `export const messages=${JSON.stringify(messages)}`];
  };
  const texts = await Promise.all(names.map(codeOf));
  const hashes = Object.fromEntries(texts.map(([name, code]) => [name, hashOf(code)]));
  await writeFile(join(outDir, 'texts.js'), `export const hashes=${JSON.stringify(hashes)}\n`);
  const own = await finish('texts');
  for (const [name, code] of texts) {
    const file = `${name}-${own['texts']!.slice(0, 8)}.js`;
    finished.set(name, file);
    await writeFile(join(outDir, file), code);
  }
  return own;
}

await rm(outDir, { recursive: true, force: true });
await buildModules({
  banner: source('ui/banner/open.ts'),
  ...Object.fromEntries(UI_PARTS.map((name) => [name, source(`ui/${name}/open.tag.ts`)])),
});
for (const [name, path] of Object.entries(OTHER_PARTS)) await buildModules({ [name]: source(path) });

const first = await finish('banner');
const rest: Record<string, string> = {};
for (const name of [...SHARED, ...UI_PARTS, ...Object.keys(OTHER_PARTS)]) Object.assign(rest, await finish(name));
Object.assign(first, await writeTexts());

await buildModules(
  { later: source('later.tag.ts') },
  {
    __LATER_CHUNKS__: JSON.stringify(rest),
    __NEEDS__: JSON.stringify(needs),
  },
);
Object.assign(first, await finish('later'));

const loose = (await readdir(outDir)).filter((file) => ![...finished.values()].includes(file));
if (loose.length) throw new Error(`Nothing would check these files: ${loose.join(', ')}`);

await build(
  settings({
    define: { __CHUNKS__: JSON.stringify(first) },
    plugins: [
      {
        name: 'load-by-tag',
        enforce: 'pre',
        resolveId: (id, importer) =>
          id === './load.js' && importer === source('start.ts') ? source('load.tag.ts') : undefined,
      },
      withoutOptionsOfNpm,
    ],
    build: {
      lib: { entry: source('tag.ts'), formats: ['iife'], name: 'candorTag', fileName: () => 'candor.js' },
    },
  }),
);
const OPTIONAL_TAGS = { block: 'candorBlock', signals: 'candorSignals' };
for (const [tag, name] of Object.entries(OPTIONAL_TAGS)) {
  await build(
    settings({
      build: {
        lib: { entry: source(`${tag}.tag.ts`), formats: ['iife'], name, fileName: () => `candor-${tag}.js` },
      },
    }),
  );
}
for (const tag of ['candor.js', ...Object.keys(OPTIONAL_TAGS).map((name) => `candor-${name}.js`)]) {
  const path = join(outDir, tag);
  await writeFile(path, await smallest(await readFile(path, 'utf8')));
}
