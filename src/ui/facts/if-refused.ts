import type { Category } from '../../core/config.js';
import type { ConsentController } from '../shared/consent-controller.js';

/** What happens without a yes: the site's word, else what holds for everything that is asked. */
export const ifRefused = ({ msg, text }: ConsentController, category: Category): string =>
  text(category.ifRefused) ??
  msg('Basic functions still work.', { id: 'preferences.if-refused', desc: 'What happens if you refuse; default' });
