import { html, type TemplateResult } from 'lit/html.js';
import type { Service } from '../../core/config.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { formatDuration } from './duration.js';
import { fact, link } from './fact.js';
import { regionName } from './region-name.js';

/** Who receives the data, where, for how long and under which policy: lines of a `<dl>`. */
export function serviceFacts(controller: ConsentController, service: Service): TemplateResult {
  const { msg, locale } = controller;
  const { provider, country, retention } = service;
  const policy = controller.text(service.policy);
  return html`
    ${fact(msg('Provider', { id: 'service.provider', desc: 'Who receives the data' }), controller.text(provider))}
    ${fact(msg('Country', { id: 'service.country', desc: 'Where the data goes' }), country && regionName(country, locale))}
    ${fact(
      msg('Kept for', { id: 'service.retention', desc: 'How long the data is kept; a duration follows' }),
      retention && formatDuration(retention, locale),
    )}
    ${fact(
      msg('Privacy policy', { id: 'service.policy', desc: 'Label before a link' }),
      link(policy, policy?.replace(/^https?:\/\//, '')),
    )}
  `;
}
