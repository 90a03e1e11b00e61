import type { Category, Config, Service } from './config.js';
import { isId } from './id.js';

/** Something in the config that cannot be used: where it stands, and what stands there. The linter says the remedy. */
export interface Problem {
  /** Keys joined by dots: `categories.2.id`. Empty for the whole config. */
  readonly path: string;
  readonly value: unknown;
}

/** One value of each key's type. Keys that are not here are carried along untouched. */
const EXAMPLE: Config = {
  revision: 1,
  changes: [],
  languages: [],
  controller: {},
  categories: [],
  texts: {},
  layout: {},
  theme: {},
  lifespan: {},
  cookie: {},
  regions: [],
  frames: true,
};

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);

const isObject = (value: unknown): value is Record<string, unknown> => typeOf(value) === 'object';

/**
 * Takes what a site wrote, of whatever type, and returns what can be used of it. What cannot is left out and reported, so
 * that a mistake in one place never grants anything and never stops the rest.
 */
export function readConfig(raw: unknown, report: (problem: Problem) => void): Config {
  if (!isObject(raw)) {
    report({ path: '', value: raw });
    return { categories: [] };
  }
  const config: Record<string, unknown> = { ...raw };
  for (const [key, example] of Object.entries(EXAMPLE)) {
    if (key in config && typeOf(config[key]) !== typeOf(example)) {
      report({ path: key, value: config[key] });
      delete config[key];
      // A site that tried to name its categories must not be asked about others.
      if (key === 'categories') config[key] = [];
    }
  }
  for (const key of ['changes', 'regions']) {
    const list = config[key] as unknown[] | undefined;
    config[key] = list?.filter((entry, index) => isObject(entry) || report({ path: `${key}.${index}`, value: entry }));
  }
  const seen = new Set<string>();
  const withIds = <Entry extends Category | Service>(list: unknown, path: string): Entry[] => {
    if (Array.isArray(list)) {
      return list.filter((entry: unknown, index): entry is Entry => {
        const id = isObject(entry) ? entry['id'] : entry;
        const usable = isObject(entry) && isId(id) && !seen.has(id);
        if (usable) seen.add(id);
        else report({ path: `${path}.${index}${isObject(entry) ? '.id' : ''}`, value: id });
        return usable;
      });
    }
    if (list !== undefined) report({ path, value: list });
    return [];
  };
  if (config['categories']) {
    if (!(config['categories'] as unknown[]).length) report({ path: 'categories', value: [] });
    const categories = withIds<Category>(config['categories'], 'categories');
    config['categories'] = categories.map((category) => ({
      ...category,
      services: withIds<Service>(category.services, `categories.${(raw['categories'] as unknown[]).indexOf(category)}.services`),
    }));
  }
  return config;
}
