/**
 * Everything that is downloaded only when it is needed, for the script tag: files next to `candor.js`, wherever that was
 * loaded from, each checked against the hash that the build wrote into this one.
 */
import type { Config } from './core/config.js';
import type { Messages, TextPart } from './core/consent.js';
import type { Signal } from './core/signal.js';
import { americanSpanish } from './core/american-spanish.js';
import { targetLocales } from './generated/locale-codes.js';
import { trusted } from './gate/trusted-types.js';
import type { Part, PartName } from './load.js';
import { googleConsentMode } from './signals/google-consent-mode.js';

/**
 * Name → SHA-256 of the file, in base64; put in by the build, which names the files after it. Texts are named after `texts`, the
 * file that knows their hashes.
 */
declare const __CHUNKS__: Record<string, string>;

export const ownScript = document.currentScript as HTMLScriptElement;

/** What a first visit needs; `later` brings the hashes of the rest. */
const chunks = __CHUNKS__;
const loading: Record<string, Promise<unknown> | undefined> = {};
let failures = '';

/**
 * `import()` takes no integrity, so a script element fetches the module first; the browser then has it at hand.
 * After a failure the next call tries again, under another address, because some browsers remember failed modules.
 */
const load = <Module>(name: string): Promise<Module> =>
  (loading[name] ??= new Promise((resolve, reject) => {
    const hash = chunks[name];
    const named = chunks[name.includes('.') ? 'texts' : name] as string;
    const url = new URL(`${name}-${named.slice(0, 8)}.js${failures}`, ownScript.src).href;
    const script = document.createElement('script');
    script.type = 'module';
    script.crossOrigin = '';
    if (hash) script.integrity = `sha256-${hash}`;
    script.nonce = ownScript.nonce;
    script.src = trusted().createScriptURL(url);
    script.onload = () => resolve(import(/* @vite-ignore */ url));
    script.onerror = () => {
      failures += '?';
      loading[name] = undefined;
      reject(new Error(`Candor could not load ${url}`));
    };
    document.head.append(script);
  })) as Promise<Module>;

type Later = typeof import('./later.tag.js');

let later: Later | undefined;

export const loadLater = (): Promise<Later> =>
  load<Later>('later').then((loaded) => {
    Object.assign(chunks, loaded.chunks);
    return (later = loaded);
  });

/** Calls back with what is needed later: at once where it is there already. */
export const withLater = (then: (loaded: Later) => void, otherwise = (): void => {}): void => {
  if (later) then(later);
  else void loadLater().then(then, otherwise);
};

const isTranslated = (locale: string | undefined): boolean => targetLocales.includes(locale as string);

/**
 * No texts for the source language: they are in the interface's own code. To know the hashes of all languages would be a burden
 * to every page, and protects only one that checks `candor.js` itself.
 */
export const loadMessages = async (locale: string | undefined, part: TextPart): Promise<Messages> => {
  if (!isTranslated(locale)) return {};
  if (ownScript.integrity) Object.assign(chunks, (await load<{ hashes: typeof chunks }>('texts')).hashes);
  return (await load<{ messages: Messages }>(`${locale}.${part}`)).messages;
};

/**
 * @param locale BCP 47 tag, for parts of the interface: texts that look right for it are fetched side by side.
 */
export const loadPart = async <Name extends PartName>(name: Name, locale?: string): Promise<Part<Name>> => {
  if (name !== 'banner') {
    // What a file builds on must have been checked before; the interface builds on the banner's.
    const [{ needs }] = await Promise.all([loadLater(), locale && load('banner')]);
    await Promise.all((needs[name] ?? []).map(load));
  }
  try {
    // As `matchLanguage` does it, in less: `zh-TW` is `zh-Hant-TW`, and its texts are called `zh-Hant`.
    const { language, script } = new Intl.Locale(locale as string).maximize();
    const likely = [americanSpanish(locale as string), `${language}-${script}`, language].find(isTranslated);
    loadMessages(likely, name === 'banner' ? name : 'preferences').catch(() => {});
  } catch {
    // A page may call its language anything.
  }
  return load(name);
};

/**
 * Connects the outside APIs of a config. Google's is at hand; those of others come with `candor-signals.js`, before this script
 * or, where the page has no tag for it, when they are needed. So does what listens.
 *
 * @returns Resolves once all are connected, those that cannot be had left out.
 */
export function connectSignals(config: Config, connect: (signal: Signal) => unknown): Promise<unknown> {
  const { googleConsentMode: google, tcf, formerConsent, ...vendors } = config.signals ?? {};
  const connectAll = (signals: readonly Signal[]): void => signals.forEach(connect);
  if (google) connect(googleConsentMode(google));
  const atHand = (globalThis as Record<symbol, unknown>)[Symbol.for('candor.signals')] as
    Part<'signals'>['vendorSignals'] | undefined;
  if (atHand) connectAll(atHand(config));
  // A failed request stands in the console.
  const ignore = (): void => {};
  return Promise.all([
    (tcf || formerConsent) &&
      loadPart('listening').then(({ listeningSignals }) => connectAll(listeningSignals(config)), ignore),
    !atHand &&
      Object.keys(vendors)[0] &&
      loadPart('signals').then(({ vendorSignals }) => connectAll(vendorSignals(config)), ignore),
  ]);
}
