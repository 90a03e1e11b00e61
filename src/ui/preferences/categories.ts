import type { Category } from '../../core/config.js';
import type { Kind } from '../../core/categories.js';

/** The sections of the panel, in order. `rights` is for the visitor's rights and the site's contact. */
export const SECTIONS = ['always-on', 'cookies', 'device', 'location', 'marketing', 'sharing', 'rights'] as const;

export type Section = (typeof SECTIONS)[number];

const BUILT_IN: Readonly<Record<string, Section>> = {
  device: 'device',
  location: 'location',
  push: 'marketing',
  sharing: 'sharing',
  sensitive: 'sharing',
  'cross-border': 'sharing',
};

/** The section a category stands in: the site's word, else that of its kind, else what is usual for its id. */
export const sectionOf = ({ id, group }: Category, kind: Kind): Section =>
  kind === 'necessary' ? 'always-on' : (group ?? BUILT_IN[id] ?? (kind === 'separate' ? 'sharing' : 'cookies'));
