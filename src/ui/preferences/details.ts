import { html, nothing } from 'lit/html.js';
import type { Category } from '../../core/config.js';
import type { Kind } from '../../core/categories.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { fact } from '../facts/fact.js';
import { ifRefused } from '../facts/if-refused.js';
import { serviceFacts } from '../facts/service-facts.js';

/** What unfolds under a category: each recipient, and what happens without a yes. */
export function details(controller: ConsentController, category: Category, kind: Kind): unknown {
  const { msg } = controller;
  const { services = [] } = category;
  const refused = kind === 'necessary' ? '' : ifRefused(controller, category);
  if (!services.length && !refused) return nothing;

  return html`<details part="details">
    <summary>
      ${msg('Who, what, how long, if you refuse', { id: 'preferences.details', desc: 'Unfolds the facts about a category' })}
    </summary>
    <dl>
      ${services.map(
        (service) => html`
          <dt class="service-name">${controller.text(service.name) ?? service.id}</dt>
          <dd class="service-name">${controller.text(service.description)}</dd>
          ${serviceFacts(controller, service)}
        `,
      )}
      ${fact(msg('If you refuse', { id: 'preferences.refused', desc: 'Label before what happens then' }), refused)}
    </dl>
  </details>`;
}
