import { html, type TemplateResult } from 'lit/html.js';
import type { Category, Service } from '../../core/config.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { particulars } from './particulars.js';
import { serviceFacts } from './service-facts.js';
import { wordsFor } from './words.js';

/**
 * All that is to be known before a choice, as lines of a `<dl>`: of a category, then of each of the services in question; or of
 * one service, which what is said of its category serves where it says nothing itself.
 *
 * @param about The service, or the services.
 * @param more Lines that hold for the whole.
 */
export function facts(
  controller: ConsentController,
  category: Category,
  about: Service | readonly Service[],
  more: readonly TemplateResult[],
): unknown[] {
  const words = wordsFor(controller);
  if (!Array.isArray(about)) return [serviceFacts(controller, { ...category, ...(about as Service) }), more];
  return [
    ...particulars(controller, category),
    ...more,
    ...about.map((service: Service) => {
      const { title, description } = words(service);
      return html`<dt class="service-name" part="name">${title}</dt>
        <dd class="service-name" part="value">${description}</dd>
        ${serviceFacts(controller, service)}`;
    }),
  ];
}
