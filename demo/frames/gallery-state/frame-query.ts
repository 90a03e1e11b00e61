import { LOOKS, type Look } from '../../pages/gallery/hosts.js';
import type { Motion } from './force-states.js';

/** What the gallery asks of a frame, in its address. */
export interface FrameQuery {
  readonly state: string;
  /** BCP 47. */
  readonly language: string;
  readonly scheme: 'auto' | 'light' | 'dark';
  readonly motion: Motion;
  /** The look and density of all states; empty: as each state has it. */
  readonly look: '' | Look;
  readonly density: '' | 'comfortable' | 'compact';
}

const SCHEMES = ['auto', 'light', 'dark'] as const;
const DENSITIES = ['', 'comfortable', 'compact'] as const;
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
    look: oneOf(['', ...LOOKS], query.get('look')),
    density: oneOf(DENSITIES, query.get('density')),
  };
};

/** @param query The look and density by default as the state has them. */
export const frameAddress = (query: Omit<FrameQuery, 'look' | 'density'> & Partial<FrameQuery>): string =>
  `/frames/gallery-state/?${new URLSearchParams({ ...query }).toString()}`;
