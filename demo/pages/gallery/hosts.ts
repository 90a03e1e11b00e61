import type { Theme } from 'candor-consent';

/** The kinds of site that Candor has a look for. */
export const LOOKS = [
  'neutral',
  'cloud',
  'public',
  'commerce',
  'editorial',
] as const satisfies readonly Theme['look'][];

export type Look = (typeof LOOKS)[number];

/** Sites that Candor stands on: a plain one, and one of each kind; how they look is in the frame's style sheet. */
export type HostId = 'plain' | Look;
