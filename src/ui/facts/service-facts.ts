import { html, type TemplateResult } from 'lit/html.js';
import type { Service } from '../../core/config.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { formatDuration } from './duration.js';
import { fact, link } from './fact.js';
import { particulars } from './particulars.js';
import { regionName } from './region-name.js';
import { roleName } from './role-name.js';

/** Who receives the data, where, what of it and why, for how long and under which policy: lines of a `<dl>`. */
export function serviceFacts(controller: ConsentController, service: Service): TemplateResult {
  const { msg, locale, text, url } = controller;
  const { contact, country, policy, provider, retention, role } = service;
  return html`
    ${fact(msg('Provider', { id: 'service.provider', desc: 'Who receives the data' }), text(provider))}
    ${fact(msg('Role', { id: 'service.role', desc: 'Label before what the recipient is by law' }), roleName(msg, role))}
    ${fact(msg('Contact', { id: 'service.contact', desc: 'Label before a link to the recipient' }), link(url(contact)))}
    ${fact(msg('Country', { id: 'service.country', desc: 'Where the data goes' }), country && regionName(country, locale))}
    ${particulars(controller, service)}
    ${fact(
      msg('Kept for', { id: 'service.retention', desc: 'How long the data is kept; a duration follows' }),
      retention && formatDuration(retention, locale),
    )}
    ${fact(msg('Privacy policy', { id: 'service.policy', desc: 'Label before a link' }), link(url(policy)))}
  `;
}
