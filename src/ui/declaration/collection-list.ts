import type { TemplateResult } from 'lit/html.js';
import type { Category, Service } from '../../core/config.js';
import type { Consent } from '../../core/consent.js';
import { dataKinds } from '../facts/data-kinds.js';
import { formatDuration } from '../facts/duration.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { answer } from './answer.js';
import type { CategoryEntry, Entry } from './entries.js';
import { rowHeading } from './row-heading.js';
import { table, type Row } from './table.js';

/**
 * What is collected: what for, which kinds of data, how, and for how long (个人信息收集清单; 网络数据安全管理条例 art. 21, PIPL
 * art. 17). What a service does not say of itself, its category says.
 */
export function collectionList(
  controller: ConsentController,
  consent: Consent,
  categories: readonly CategoryEntry[],
): TemplateResult {
  const { msg, text, locale } = controller;
  const row = (each: Entry, { data, method, retention }: Category & Partial<Service>, isGroup: boolean): Row => ({
    id: each.entry.id,
    isGroup,
    cells: [
      rowHeading(each),
      each.description,
      dataKinds(controller, data),
      text(method),
      retention && formatDuration(retention, locale),
      answer(msg, consent, each),
    ],
  });
  return table(
    msg('Personal data we collect', { id: 'declaration.collection', desc: 'Caption of a table; 个人信息收集清单' }),
    [
      msg('Purpose or service', {
        id: 'declaration.entry',
        desc: 'Heading of a column: titles of categories, names of services',
      }),
      msg('What for', { id: 'declaration.purpose', desc: 'Heading of a column: what something is used for' }),
      msg('Kinds of data', { id: 'declaration.data', desc: 'Heading of a column; 个人信息种类' }),
      msg('How it is used', { id: 'service.method', desc: 'Label' }),
      msg('Kept for', { id: 'service.retention', desc: 'How long the data is kept; a duration follows' }),
      msg('Your answer', { id: 'declaration.answer', desc: 'Heading of a column: on, off, and a switch' }),
    ],
    categories.flatMap((category) => [
      row(category, category.entry, true),
      ...category.services.map((service) => row(service, { ...category.entry, ...service.entry }, false)),
    ]),
  );
}
