import { storedTexts } from './stored-text.js';

/** A decision that a later version of Candor has kept: this one cannot read it, takes nothing from it, and loses nothing of it. */
export interface LaterText {
  readonly version: number;
  readonly text: string;
}

/** Those that stand where this version keeps its own; a whole one, of localStorage, after what a cookie had room for. */
export const laterTexts = (name: string): LaterText[] =>
  storedTexts(name)
    .reverse()
    .flatMap((text) => {
      const version = Number(/^v=(\d+)&/.exec(text ?? '')?.[1]);
      return text && version > 1 ? { version, text } : [];
    });

/** The key of localStorage under which such a text is put aside before an answer takes its place. */
export const asideName = (name: string, { version }: LaterText): string => `${name}-v${version}`;
