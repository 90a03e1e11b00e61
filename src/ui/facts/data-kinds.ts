import { formatLocale } from '../shared/format-locale.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { remember } from './remember.js';
import type { Entry } from './words.js';

const listOf = remember((lines, locale) => new Intl.ListFormat(formatLocale(locale)).format(lines.split('\n')));

/** Kinds of data as one list in words; a site that has one kind may have written no list. */
export function dataKinds({ text, locale }: ConsentController, data: Entry['data']): string {
  const kinds = [data].flat().flatMap((kind) => text(kind) ?? []);
  return kinds.length ? listOf(kinds.join('\n'), locale || 'en') : '';
}
