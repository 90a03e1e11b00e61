import { html, nothing } from 'lit/html.js';
import type { Category } from '../../core/config.js';
import type { Kind } from '../../core/categories.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { facts } from '../facts/facts.js';
import { ifRefused } from '../facts/if-refused.js';
import { storedIn } from '../facts/stored-in.js';

/** What unfolds under a category: each recipient, and what happens without a yes. */
export function details(controller: ConsentController, category: Category, kind: Kind): unknown {
  const { msg } = controller;
  const more = kind === 'necessary' ? [] : [...storedIn(controller), ...ifRefused(controller, category)];
  const lines = facts(controller, category, category.services ?? [], more);
  if (!lines.length) return nothing;

  return html`<details part="details">
    <summary part="summary">
      ${msg('Who, what, how long, if you refuse', { id: 'preferences.details', desc: 'Unfolds the facts about a category' })}
    </summary>
    <dl part="facts">${lines}</dl>
  </details>`;
}
