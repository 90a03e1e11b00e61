import type { Config } from './config.js';
import { isId } from './id.js';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => !!value && typeof value === 'object' && !Array.isArray(value);

/**
 * Told of each thing in the config that cannot be used: where it stands (keys joined by dots: `categories.2.id`; empty for
 * the whole config) and what stands there. The linter says the remedy.
 */
export type Report = (path: string, value: unknown) => void;

/**
 * Takes what a site wrote, of whatever type, and returns what can be used of it. What cannot is left out and reported, so
 * that a mistake in one place never grants anything and never stops the rest.
 */
export function readConfig(raw: unknown, report: Report): Config {
  const ids = new Set<unknown>();
  const isNew = (entry: unknown): boolean => isObject(entry) && isId(entry['id']) && !ids.has(entry['id']) && !!ids.add(entry['id']);

  /** Keeps the usable entries of a list; a list that is none is empty, so that no default takes its place. */
  const list = (owner: Json, key: string, usable: (entry: unknown) => boolean, path = ''): void => {
    const value = owner[key];
    if (value === undefined) return;
    const isList = Array.isArray(value);
    if (!isList || (key === 'categories' && !value.length)) report(path + key, value);
    owner[key] = isList
      ? value.filter((entry, index) => usable(entry) || report(`${path}${key}.${index}`, entry))
      : [];
  };

  if (!isObject(raw)) {
    report('', raw);
    return { categories: [] };
  }
  const config = { ...raw } as Json & Config;
  for (const key of ['controller', 'cookie', 'layout', 'lifespan', 'texts', 'theme']) {
    if (config[key] !== undefined && !isObject(config[key])) {
      report(key, config[key]);
      delete config[key];
    }
  }
  list(config, 'languages', (entry) => typeof entry === 'string');
  list(config, 'changes', isObject);
  list(config, 'regions', isObject);
  list(config, 'categories', isNew);
  config.categories?.forEach((category, index, categories) => {
    categories[index] = { ...category };
    list(categories[index] as unknown as Json, 'services', isNew, `categories.${index}.`);
  });
  return config;
}
