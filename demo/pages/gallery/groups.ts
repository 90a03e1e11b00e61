/** The chapters of the gallery, in order. */
export const GROUPS = [
  'layouts',
  'contents',
  'languages',
  'hosts',
  'panel',
  'request',
  'data-use',
  'button',
  'embed',
  'interaction',
  'loading',
] as const;

export type Group = (typeof GROUPS)[number];
