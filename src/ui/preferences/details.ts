import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Category, Service } from '../../core/config.js';
import type { Kind } from '../../core/categories.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { safeUrl } from '../shared/safe-url.js';
import { formatDuration } from './duration.js';
import { regionName } from './region-name.js';

/** A line of facts, left out where the site gave none. */
export const fact = (name: string, value: unknown): TemplateResult | typeof nothing =>
  value
    ? html`<dt>${name}</dt>
        <dd>${value}</dd>`
    : nothing;

/** A link into a new tab, so that what was switched in the panel is not lost. */
export const link = (url: string | undefined, text: string | undefined): TemplateResult | undefined => {
  const href = safeUrl(url);
  return href ? html`<a href=${href} target="_blank" rel="noopener">${text}</a>` : undefined;
};

/** Who receives the data, where, for how long, and by which rules; as far as the site has said. */
export function serviceFacts(
  controller: ConsentController,
  { provider, country, retention, policy }: Service,
): TemplateResult {
  const { msg, locale } = controller;
  const text = (value: Service['name']): string | undefined => controller.text(value);
  return html`
    ${fact(msg('Provider', { id: 'service.provider', desc: 'Who receives the data' }), text(provider))}
    ${fact(msg('Country', { id: 'service.country', desc: 'Where the data goes' }), country && regionName(country, locale))}
    ${fact(
      msg('Kept for', { id: 'service.retention', desc: 'How long the data is kept; a duration follows' }),
      retention && formatDuration(retention, locale),
    )}
    ${fact(
      msg('Privacy policy', { id: 'service.policy', desc: 'Label before a link' }),
      link(text(policy), text(policy)?.replace(/^https?:\/\//, '')),
    )}
  `;
}

/** What unfolds under a category: each recipient, and what happens without a yes. */
export function details(controller: ConsentController, { ifRefused, services = [] }: Category, kind: Kind): unknown {
  const { msg } = controller;
  const refused =
    kind === 'necessary'
      ? ''
      : (controller.text(ifRefused) ??
        msg('Basic functions still work.', {
          id: 'preferences.if-refused',
          desc: 'What happens if you refuse; default',
        }));
  if (!services.length && !refused) return nothing;

  const text = (value: Service['name']): string | undefined => controller.text(value);
  return html`<details part="details">
    <summary>
      ${msg('Who, what, how long, if you refuse', { id: 'preferences.details', desc: 'Unfolds the facts about a category' })}
    </summary>
    <dl>
      ${services.map(
        (service) => html`
          <dt class="service-name">${text(service.name) ?? service.id}</dt>
          <dd class="service-name">${text(service.description)}</dd>
          ${serviceFacts(controller, service)}
        `,
      )}
      ${fact(msg('If you refuse', { id: 'preferences.refused', desc: 'Label before what happens then' }), refused)}
    </dl>
  </details>`;
}
