import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { Language } from './find-pages.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LIBRARY = join(ROOT, 'dist/cdn');
const COOKIECONSENT = dirname(createRequire(import.meta.url).resolve('vanilla-cookieconsent'));

/** The files that a visitor downloads, as addresses on the demo server. */
export interface Download {
  readonly files: readonly string[];
  /** Compressed with brotli at its highest level. */
  readonly bytes: number;
  /** In kB of 1,000 bytes, as the page's language writes it. */
  readonly text: string;
}

/** The same visit with either library. */
export interface Compared {
  readonly candor: Download;
  readonly cookieconsent: Download;
}

export interface Downloads {
  readonly versions: { readonly candor: string; readonly cookieconsent: string };
  /** Languages whose texts come with the library. */
  readonly languages: { readonly candor: number };
  /** A first visit, until the banner stands. */
  readonly first: Compared;
  /** Any later visit with an answer in the cookie, before the browser's cache. */
  readonly returning: Compared;
  /** A first visit on which the panel is opened and an answer is saved. */
  readonly panel: Compared;
}

const compressed = (path: string): number => brotliCompressSync(readFileSync(path)).length;

const version = (path: string): string => (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;

/**
 * What each library costs a visitor, from the files on the disk: Candor's own build and the published package, unchanged.
 *
 * @throws Where the library has not been built.
 */
export function measureDownloads(language: Language): Downloads {
  const built = readdirSync(LIBRARY);
  const part = (name: string): string => {
    const found = built.find((file) => file.startsWith(`${name}-`));
    if (!found) throw new Error(`${LIBRARY} has no ${name}; run npm run build`);
    return found;
  };
  const tag = language === 'zh' ? 'zh-Hans.' : '';
  const texts = (surface: string): string[] => (tag ? [part(`${tag}${surface}`)] : []);

  const download = (folder: string, address: string, files: readonly string[]): Download => {
    const bytes = files.reduce((sum, file) => sum + compressed(join(folder, file)), 0);
    const format = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    return { files: files.map((file) => `${address}${file}`), bytes, text: `${format.format(bytes / 1000)} kB` };
  };
  const candor = (...files: string[]): Download => download(LIBRARY, '/candor/', files);
  // It has one style sheet and one script, and needs both on every page.
  const cookieconsent = download(COOKIECONSENT, '/vendor/vanilla-cookieconsent/', [
    'cookieconsent.css',
    'cookieconsent.umd.js',
  ]);

  const first = ['candor.js', part('banner'), ...texts('banner')];
  return {
    versions: {
      candor: version(join(ROOT, 'package.json')),
      cookieconsent: version(join(COOKIECONSENT, '../package.json')),
    },
    languages: { candor: built.filter((file) => /^[\w-]+\.banner-/.test(file)).length + 1 },
    first: { candor: candor(...first), cookieconsent },
    returning: { candor: candor('candor.js'), cookieconsent },
    panel: {
      candor: candor(
        ...first,
        ...['later', 'proof', 'preferences', 'facts', 'choices'].map(part),
        ...texts('preferences'),
      ),
      cookieconsent,
    },
  };
}
