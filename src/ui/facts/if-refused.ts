import type { TemplateResult } from 'lit/html.js';
import type { Category } from '../../core/config.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { fact } from './fact.js';

/** What happens without a yes, a line of a `<dl>`: the site's word, else what holds for everything that is asked. */
export const ifRefused = ({ msg, text }: ConsentController, category: Category): readonly TemplateResult[] =>
  fact(
    msg('If you refuse', { id: 'preferences.refused', desc: 'Label before what happens then' }),
    text(category.ifRefused) ??
      msg('Basic functions still work.', { id: 'preferences.if-refused', desc: 'What happens if you refuse; default' }),
  );
