import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { KeptItem } from '../../core/stored-items.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { table } from './table.js';
import { placeName, staysFor } from './words.js';

/** What is kept on the device, name by name. */
export function storedTable(
  controller: ConsentController,
  items: readonly KeptItem[],
): TemplateResult | typeof nothing {
  if (!items.length) return nothing;
  const { msg } = controller;
  return table(
    msg('Cookies and other storage', { id: 'stored.title', desc: 'Caption of a table: what is kept in the browser' }),
    [
      msg('Name', { id: 'stored.name', desc: 'Heading of a column: of a cookie' }),
      msg('Where', { id: 'stored.place', desc: 'Heading of a column: cookie, local storage …' }),
      msg('What for', { id: 'declaration.purpose', desc: 'Heading of a column: what something is used for' }),
      msg('Kept for', { id: 'service.retention', desc: 'How long the data is kept; a duration follows' }),
    ],
    items.map((item) => ({
      cells: [
        html`<code dir="ltr">${item.name}</code>`,
        placeName(msg, item.type),
        controller.text(item.purpose),
        item.isDescribed ? staysFor(controller, item) : undefined,
      ],
    })),
  );
}
