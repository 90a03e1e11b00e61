/** What `demo/consent.json` names, for the pages and for the server. */
import type { Config } from 'candor-consent';
import settings from '../consent.json';

// TypeScript reads words of a JSON file as any string; the linter has checked this one.
const config = settings as Config;

const categories = config.categories ?? [];

/** Nobody decides on these by a click that was meant for all the others. */
const isApart = (kind: string | undefined, id: string): boolean => id === 'necessary' || kind === 'separate';

/** The category of a service; of a category itself. Nothing for ids that nobody configured. */
export const categoryOf = (id: string): string | undefined =>
  categories.find((category) => category.id === id || category.services?.some((service) => service.id === id))?.id;

/** The categories that may be answered together, neither the necessary ones nor those asked separately; with their services. */
export const answerableCategories: readonly { readonly id: string; readonly services: readonly string[] }[] = categories
  .filter(({ id, kind }) => !isApart(kind, id))
  .map(({ id, services = [] }) => ({ id, services: services.map((service) => service.id) }));

export const answerableIds: readonly string[] = answerableCategories.flatMap(({ id, services }) => [id, ...services]);

/** What a service calls itself in the language; nothing for a category and for ids that nobody configured. */
export function serviceName(id: string, language: 'en' | 'zh-Hans'): string | undefined {
  const name = categories.flatMap(({ services = [] }) => services).find((each) => each.id === id)?.name;
  return typeof name === 'object' ? name[language] : name;
}
