import type { Category, Service } from '../../core/config.js';
import type { Consent } from '../../core/consent.js';
import { rowsOf, type Item } from '../facts/rows.js';
import { sectionOf } from '../facts/section-of.js';
import { sectionTitles } from '../facts/section-titles.js';
import { wordsFor, type Words } from '../facts/words.js';
import type { ConsentController } from '../shared/consent-controller.js';

/** A category or service in the words that visitors read. */
export interface Entry<Of extends Category | Service = Category | Service> extends Item<Of>, Words {
  /** The category that it is, or is in. */
  readonly category: string;
}

export interface CategoryEntry extends Entry<Category> {
  readonly services: readonly Entry<Service>[];
}

/** Everything that a config declares, in the order of the panel's sections; nothing as long as there is no config. */
export function entriesOf(controller: ConsentController, consent: Consent): readonly CategoryEntry[] {
  const words = wordsFor(controller);
  const rows = rowsOf(consent).filter(({ entry }) => entry.id in consent.choices);
  return Object.keys(sectionTitles(controller.msg)).flatMap((section) =>
    rows
      .filter(({ entry, kind }) => sectionOf(entry, kind) === section)
      .map((row) => {
        const { id: category } = row.entry;
        const inWords = <Of extends Category | Service>(item: Item<Of>): Entry<Of> => ({
          ...item,
          ...words(item.entry),
          category,
        });
        return { ...inWords(row), services: row.services.map(inWords) };
      }),
  );
}
