import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Service } from '../../core/config.js';
import type { Consent } from '../../core/consent.js';
import { dataKinds } from '../facts/data-kinds.js';
import { link } from '../facts/fact.js';
import { regionName } from '../facts/region-name.js';
import { roleName } from '../facts/role-name.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { answer } from './answer.js';
import type { CategoryEntry, Entry } from './entries.js';
import { isRecipient } from './is-recipient.js';
import { rowHeading } from './row-heading.js';
import { table, type Row } from './table.js';

/**
 * Who receives data: name, role, contact, what for, which kinds of data, how and where (个人信息共享清单;
 * 网络数据安全管理条例 art. 21, PIPL art. 23 and 39). What a service does not say of itself, its category says.
 */
export function sharingList(
  controller: ConsentController,
  consent: Consent,
  categories: readonly CategoryEntry[],
): TemplateResult {
  const { msg, text, url, locale } = controller;
  const row = (category: CategoryEntry, service: Entry<Service>): Row => {
    const { data, method, country, role = 'processor', ...rest } = { ...category.entry, ...service.entry };
    const provider = text(rest.provider);
    const policy = url(rest.policy);
    const addresses = [link(url(rest.contact)), link(policy)].filter(Boolean);
    return {
      id: rest.id,
      cells: [
        [
          html`<div class="recipient">${rowHeading(service)}</div>`,
          provider && provider !== service.title ? html`<div>${provider}</div>` : nothing,
          html`<div>${roleName(msg, role)}</div>`,
        ],
        addresses.length && addresses.map((address) => html`<div>${address}</div>`),
        [html`<div>${category.title}</div>`, service.description],
        dataKinds(controller, data),
        text(method),
        country && regionName(country, locale),
        answer(msg, consent, service),
      ],
    };
  };
  const rows = categories.flatMap((category) =>
    category.services.filter(({ entry }) => isRecipient(controller, entry)).map((service) => row(category, service)),
  );
  if (!rows.length) {
    return html`<p part="description">
      ${msg('No recipients are named.', { id: 'declaration.nobody', desc: 'In the place of the list of recipients' })}
    </p>`;
  }
  return table(
    msg('Who receives personal data', { id: 'declaration.sharing', desc: 'Caption of a table; 个人信息共享清单' }),
    [
      msg('Recipient', { id: 'declaration.recipient', desc: 'Heading of a column' }),
      msg('Contact', { id: 'service.contact', desc: 'Label before a link to the recipient' }),
      msg('What for', { id: 'declaration.purpose', desc: 'Heading of a column: what something is used for' }),
      msg('Kinds of data', { id: 'declaration.data', desc: 'Heading of a column; 个人信息种类' }),
      msg('How it is used', { id: 'service.method', desc: 'Label' }),
      msg('Country', { id: 'service.country', desc: 'Where the data goes' }),
      msg('Your answer', { id: 'declaration.answer', desc: 'Heading of a column: on, off, and a switch' }),
    ],
    rows,
  );
}
