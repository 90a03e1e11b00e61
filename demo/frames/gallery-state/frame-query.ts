import type { Motion } from './force-states.js';

/** What the gallery asks of a frame, in its address. */
export interface FrameQuery {
  readonly state: string;
  /** BCP 47. */
  readonly language: string;
  readonly scheme: 'auto' | 'light' | 'dark';
  readonly motion: Motion;
}

const SCHEMES = ['auto', 'light', 'dark'] as const;
const MOTIONS = ['system', 'reduced', 'full'] as const;

/** The one of the words that is meant; the first where none is. */
export const oneOf = <Word extends string>(words: readonly Word[], meant: string | null): Word =>
  words.find((word) => word === meant) ?? (words[0] as Word);

export const readQuery = (search: string): FrameQuery => {
  const query = new URLSearchParams(search);
  return {
    state: query.get('state') ?? '',
    language: query.get('language') ?? 'en',
    scheme: oneOf(SCHEMES, query.get('scheme')),
    motion: oneOf(MOTIONS, query.get('motion')),
  };
};

export const frameAddress = (query: FrameQuery): string =>
  `/frames/gallery-state/?${new URLSearchParams({ ...query }).toString()}`;
