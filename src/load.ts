/**
 * Everything that is downloaded only when it is needed, for bundlers: each `import()` becomes a chunk of the host's build.
 * The script tag has its own version of this file, `load.tag.ts`.
 */
import type { Config } from './core/config.js';
import type { Consent, Messages, TextPart } from './core/consent.js';
import { localeLoaders } from './generated/locale-loaders.js';
import type { Signal } from './core/signal.js';
import * as later from './later.js';
import type { LoadLink } from './ui/button/open.js';
import { decideAndRecord } from './page/decide-and-record.js';
import { configHash, recordDecision, recordExpiry, recordKeeper, recordShown, recordSignal } from './proof.js';

/** Files that a page needs only at some moments, by name. */
const parts = {
  banner: () => import('./ui/banner/open.js'),
  preferences: () => import('./ui/preferences/open.js'),
  request: () => import('./ui/request/open.js'),
  notice: () => import('./ui/notice/open.js'),
  age: () => import('./ui/age/open.js'),
  guardian: () => import('./ui/guardian/open.js'),
  account: () => import('./account.js'),
  takeIn: () => import('./take-in.js'),
  imported: () => import('./ui/imported/open.js'),
  denials: () => import('./gate/denials.js'),
  embed: () => import('./ui/embed/open.js'),
  declaration: () => import('./ui/declaration/open.js'),
  embeds: () => import('./embeds.js'),
  diagnose: () => import('./lint/diagnose.js'),
  erase: () => import('./gate/eraser.js'),
  records: () => import('./ui/records/open.js'),
  proof: () => Promise.resolve({ configHash, recordDecision, recordExpiry, recordKeeper, recordShown, recordSignal }),
  deliver: () => import('./page/deliver-records.js'),
  link: () => import('./ui/button/link.js'),
  signals: () => import('./signals/vendor-signals.js'),
  listening: () => import('./signals/listening-signals.js'),
  develop: () => import('./develop/develop.js'),
  theme: () => import('./theme.js'),
};

type Parts = typeof parts;

export type PartName = keyof Parts;

/** What a part exports. */
export type Part<Name extends PartName> = Awaited<ReturnType<Parts[Name]>>;

/**
 * Parts of the interface; the texts of the language are fetched side by side with them.
 *
 * @param _locale For the script tag, which fetches the texts itself.
 */
export const loadPart = <Name extends PartName>(name: Name, _locale?: string): Promise<Part<Name>> =>
  parts[name]() as Promise<Part<Name>>;

/** No texts for the source language: they are in the interface's own code. */
export const loadMessages = async (locale: string, part: TextPart): Promise<Messages> =>
  (await localeLoaders[locale]?.[part]())?.messages ?? {};

/**
 * Connects the outside APIs of a config.
 *
 * @param given Default: those that the config names, which are downloaded.
 * @returns Resolves once all are connected.
 */
export async function connectSignals(
  config: Config,
  connect: (signal: Signal) => unknown,
  given?: readonly Signal[] | ((config: Config) => readonly Signal[]),
): Promise<void> {
  const connectAll = (signals: readonly Signal[]): void => signals.forEach(connect);
  if (given) connectAll(typeof given === 'function' ? given(config) : given);
  else if (config.signals) {
    await import('./signals/configured.js').then(
      ({ configuredSignals }) => connectAll(configuredSignals(config)),
      (error: unknown) => console.error('Candor: the signals of the config are not told', error),
    );
  }
}

const atHand = {
  ...later,
  decideAndStore: decideAndRecord(() => recordDecision),
  withProof: (_load: unknown, then: () => void): void => then(),
  openButton: (consent: Consent, load: LoadLink): Promise<void> =>
    import('./ui/button/open.js').then(({ open }) => open(consent, load)),
};

/** Calls back with what is needed later; in a bundle that is at hand. */
export const withLater = (then: (loaded: typeof atHand) => void, _otherwise?: () => void): void => then(atHand);
