/** The chapters of the gallery, in order. */
export const GROUPS = [
  'layouts',
  'contents',
  'languages',
  'hosts',
  'panel',
  'request',
  'button',
  'embed',
  'interaction',
  'loading',
] as const;

export type Group = (typeof GROUPS)[number];
