/** The two versions of the policy, as the site publishes them. */
import type { Config, Text } from 'candor-consent';

/** The policy that a revision of the config belongs to. */
export const policyOf = (revision: number): string => (revision >= 2 ? '2.1' : '2.0');

/** A text of the config in the page's language. */
export function inPageLanguage(text: Text | undefined): string | undefined {
  const language = /^zh\b/i.test(document.documentElement.lang) ? 'zh-Hans' : 'en';
  return typeof text === 'object' ? text[language] : text;
}

export interface Entry {
  readonly id: string;
  /** What a service is called; a category has Candor's own words. */
  readonly name: string | undefined;
  /** The category of a service. */
  readonly category: string | undefined;
}

/** All categories, each followed by its services. */
export const entriesOf = ({ categories = [] }: Config): Entry[] =>
  categories.flatMap(({ id, services = [] }) => [
    { id, name: undefined, category: undefined },
    ...services.map((service) => ({ id: service.id, name: inPageLanguage(service.name), category: id })),
  ]);
