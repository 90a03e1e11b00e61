/**
 * Writes the texts the interface loads from the translations in locales/. Fails when the XLIFF files are behind the source
 * texts or a translation is missing, so that nobody meets a language in pieces.
 *
 * With --extract it first brings the XLIFF files up to date with the source texts.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const CONFIG = 'locales/lit-localize.json';
const GENERATED = 'src/generated';
const NOTE = '// Generated from locales/ by .config/build/build-locales.ts. Do not edit.\n';

const litLocalize = async (command: 'extract' | 'build'): Promise<void> => {
  const { stderr } = await promisify(execFile)('npx', ['lit-localize', command, '--config', CONFIG]);
  // It warns of a missing translation and goes on.
  if (command === 'build' && /is missing|does not exist/.test(stderr)) throw new Error(stderr);
};

const { sourceLocale, targetLocales } = JSON.parse(await readFile(CONFIG, 'utf8')) as {
  sourceLocale: string;
  targetLocales: string[];
};

const xliffOf = (locale: string): string => join('locales', `${locale}.xlf`);

/** Brings the XLIFF files up to date; without --extract that must have changed nothing. */
async function checkSources(): Promise<void> {
  const read = (): Promise<string[]> => Promise.all(targetLocales.map((locale) => readFile(xliffOf(locale), 'utf8')));
  // A new language has no file yet.
  if (process.argv.includes('--extract')) return litLocalize('extract');
  const before = await read();
  await litLocalize('extract');
  const after = await read();
  const stale = targetLocales.filter((_, index) => before[index] !== after[index]);
  await Promise.all(targetLocales.map((locale, index) => writeFile(xliffOf(locale), before[index] as string)));
  if (stale.length) {
    throw new Error(
      `${stale.map(xliffOf).join(', ')}: source texts changed. Run build-locales with --extract, then translate.`,
    );
  }
}

async function checkTranslations(locale: string): Promise<void> {
  const units = (await readFile(xliffOf(locale), 'utf8')).match(/<trans-unit[\s\S]*?<\/trans-unit>/g) ?? [];
  const part = (unit: string, tag: string): string =>
    new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`).exec(unit)?.[1]?.trim() ?? '';
  const places = (text: string): string => (text.match(/\{\w+\}/g) ?? []).sort().join();
  const wrong = units.filter(
    (unit) => !part(unit, 'target') || places(part(unit, 'source')) !== places(part(unit, 'target')),
  );
  if (wrong.length) {
    const ids = wrong.map((unit) => /id="([^"]*)"/.exec(unit)?.[1]).join(', ');
    throw new Error(`${xliffOf(locale)}: not translated, or with other {places} than the source: ${ids}`);
  }
}

/** What the first layer says only when it asks again or the browser has said no, with texts that explain why. */
const EXPLAINED = ['banner.accept-new', 'banner.reject-new', 'banner.signal'];

/** The first layer's texts in one file, all others in another: the panel's come with the panel. */
async function writeParts(locale: string): Promise<void> {
  const url = new URL(`../../${GENERATED}/lit-localize/${locale}.ts`, import.meta.url);
  const { templates } = (await import(url.href)) as { templates: Record<string, string> };
  const isBanner = (id: string): boolean => /^(banner|button)\./.test(id) && !EXPLAINED.includes(id);
  for (const [part, belongs] of [
    ['banner', isBanner],
    ['preferences', (id: string) => !isBanner(id)],
  ] as const) {
    const messages = Object.fromEntries(Object.entries(templates).filter(([id]) => belongs(id)));
    await writeFile(
      join(GENERATED, 'locales', `${locale}.${part}.ts`),
      `${NOTE}import type { Messages } from '../../core/consent.js';\n\n` +
        `export const messages: Messages = ${JSON.stringify(messages, null, 2)};\n`,
    );
  }
}

/** Each `import()` written out, so that a bundler makes a chunk of each. */
const loaders = `${NOTE}import type { Messages, TextPart } from '../core/consent.js';

type Load = () => Promise<{ readonly messages: Messages }>;

export const localeLoaders: Readonly<Record<string, Readonly<Record<TextPart, Load>>>> = {
${targetLocales
  .map(
    (locale) => `  '${locale}': {
    banner: () => import('./locales/${locale}.banner.js'),
    preferences: () => import('./locales/${locale}.preferences.js'),
  },`,
  )
  .join('\n')}
};
`;

const codes = `${NOTE}
/** The language of the texts in the code. */
export const sourceLocale = '${sourceLocale}';

/** The languages they are translated into. */
export const targetLocales: readonly string[] = '${targetLocales.join(' ')}'.split(' ');

export const allLocales: readonly [string, ...string[]] = [sourceLocale, ...targetLocales];
`;

await mkdir(join(GENERATED, 'locales'), { recursive: true });
await checkSources();
await Promise.all(targetLocales.map(checkTranslations));
await litLocalize('build');
await writeFile(join(GENERATED, 'locale-codes.ts'), codes);
await writeFile(join(GENERATED, 'locale-loaders.ts'), loaders);
await Promise.all(targetLocales.map(writeParts));
