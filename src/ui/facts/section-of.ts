import type { Category } from '../../core/config.js';
import type { Kind } from '../../core/categories.js';
import type { Section } from './section-titles.js';

const BUILT_IN: Readonly<Record<string, Section>> = {
  device: 'device',
  location: 'location',
  push: 'marketing',
  sharing: 'sharing',
  sensitive: 'sharing',
  'cross-border': 'sharing',
};

/**
 * The section a category stands in: the site's word, else that of its kind, else what is usual for its id. Messages that always
 * come are explained beside those that can be refused.
 */
export const sectionOf = ({ id, group }: Category, kind: Kind): Section =>
  group ??
  (id === 'service-messages'
    ? 'marketing'
    : kind === 'necessary'
      ? 'always-on'
      : (BUILT_IN[id] ?? (kind === 'separate' ? 'sharing' : 'cookies')));
