import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Service } from '../../core/config.js';
import type { Consent } from '../../core/consent.js';
import { storedItems, type KeptItem } from '../../core/stored-items.js';
import { fact } from '../facts/fact.js';
import { particulars } from '../facts/particulars.js';
import { serviceFacts } from '../facts/service-facts.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { answer } from './answer.js';
import type { CategoryEntry, Entry } from './entries.js';
import { ownItems } from './own-items.js';
import { storedTable } from './stored-table.js';

/** A declaration with more services than that leaves those out of sight to be laid out when they come into sight. */
const MANY = 50;

/** Everything by category: each service, who it is, what it does, and what it keeps on the device. */
export function everything(
  controller: ConsentController,
  consent: Consent,
  categories: readonly CategoryEntry[],
): TemplateResult {
  const { msg, text } = controller;
  const sentence = ({ description }: Entry): unknown =>
    description ? html`<p part="description">${description}</p>` : nothing;

  const isLong = categories.flatMap(({ services }) => services).length > MANY;
  const service = (each: Entry<Service>): TemplateResult => {
    const { entry, title } = each;
    return html`<div class="service ${isLong ? 'waiting' : ''}" part="service" id=${entry.id}>
      <div class="head">
        <h4 part="name" id="${entry.id}-title">${title}</h4>
        ${answer(msg, consent, each)}
      </div>
      ${sentence(each)}
      <dl part="facts">${serviceFacts(controller, entry)}</dl>
      ${storedTable(controller, storedItems(entry))}
    </div>`;
  };

  // What Candor itself keeps stands with the first that is necessary, unless the site speaks of it.
  const necessary = categories.find(({ control }) => control === 'locked');
  const items = (each: CategoryEntry): readonly KeptItem[] => {
    const declared = storedItems(each.entry);
    const own = each === necessary ? ownItems(msg, consent) : [];
    return [
      ...own.filter(({ name, type }) => !declared.some((item) => item.name === name && item.type === type)),
      ...declared,
    ];
  };

  return html`${categories.map((each) => {
    const { entry, title, services } = each;
    return html`<div class="category" part="category" id=${entry.id}>
      <div class="head">
        <h3 part="title" id="${entry.id}-title">${title}</h3>
        ${answer(msg, consent, each)}
      </div>
      ${sentence(each)}
      <dl part="facts">
        ${particulars(controller, entry)}
        ${fact(msg('If you refuse', { id: 'preferences.refused', desc: 'Label before what happens then' }), text(entry.ifRefused))}
      </dl>
      ${storedTable(controller, items(each))} ${services.map(service)}
    </div>`;
  })}`;
}
