/**
 * Everything that is downloaded only when it is needed, for bundlers: each `import()` becomes a chunk of the host's build.
 * The script tag has its own version of this file, `load.tag.ts`.
 */
import type { Consent, Messages, SurfaceName } from './core/consent.js';
import { localeLoaders } from './generated/locale-loaders.js';
import * as later from './later.js';

/** What the interface's files export. */
export interface SurfaceModule {
  /** @param isDue Asked before it opens: a decision made meanwhile may have made it needless. */
  open(consent: Consent, isDue?: () => boolean): Promise<void>;
}

const surfaces: Record<SurfaceName, () => Promise<SurfaceModule>> = {
  banner: () => import('./ui/banner/open.js'),
  preferences: () => import('./ui/preferences/open.js'),
};

/** @param _locale For the script tag, which fetches the texts side by side. */
export const loadSurface = (name: SurfaceName, _locale: string): Promise<SurfaceModule> => surfaces[name]();

/** No texts for the source language: they are in the interface's own code. */
export const loadMessages = async (locale: string, part: SurfaceName): Promise<Messages> =>
  (await localeLoaders[locale]?.[part]())?.messages ?? {};

export const loadDiagnostics = (): Promise<typeof import('./lint/diagnose.js')> => import('./lint/diagnose.js');

const atHand = {
  ...later,
  openButton: (consent: Consent): Promise<void> => import('./ui/button/open.js').then(({ open }) => open(consent)),
};

export const loadLater = async (): Promise<typeof atHand> => atHand;

/** Calls back with what is needed later; in a bundle that is at hand. */
export const withLater = (then: (loaded: typeof atHand) => void, _otherwise?: () => void): void => then(atHand);
