import type { Category, Config, Service } from './config.js';
import { isId } from './id.js';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => !!value && typeof value === 'object' && !Array.isArray(value);

const isText = (value: unknown): boolean => typeof value === 'string';

const isNumber = (value: unknown): boolean => typeof value === 'number';

const isOptional = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);

const isLifespan = (value: unknown): boolean =>
  isObject(value) && isOptional(value['grantDays'], isNumber) && isOptional(value['refusalDays'], isNumber);

const isChange = (value: unknown): boolean =>
  isObject(value) &&
  isNumber(value['revision']) &&
  isOptional(value['ids'], Array.isArray) &&
  isOptional(value['effective'], isText);

const isRegion = (value: unknown): boolean =>
  isObject(value) &&
  Array.isArray(value['match']) &&
  value['match'].every(isText) &&
  isOptional(value['lifespan'], isLifespan);

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
  const isNew = (entry: unknown): boolean =>
    isObject(entry) && isId(entry['id']) && !ids.has(entry['id']) && !!ids.add(entry['id']);

  /** Keeps the usable entries of a list; a list that is none is empty, so that no default takes its place. */
  const list = (owner: Json, key: string, usable: (entry: unknown) => boolean, path = ''): void => {
    const value = owner[key];
    if (value === undefined) return;
    const isList = Array.isArray(value);
    if (!isList || (key === 'categories' && !value.length)) report(path + key, value);
    owner[key] = isList
      ? value.filter((entry, index) => usable(entry) || void report(`${path}${key}.${index}`, entry))
      : [];
  };

  const drop = (owner: Json, key: string, usable: (value: unknown) => boolean, path = ''): void => {
    if (isOptional(owner[key], usable)) return;
    report(path + key, owner[key]);
    delete owner[key];
  };

  if (!isObject(raw)) {
    report('', raw);
    return { categories: [] };
  }
  const config = { ...raw } as Json & Config;
  if (!isOptional(raw['revision'], isNumber)) {
    report('revision', raw['revision']);
    // No answer is of a revision that nobody can tell.
    config.revision = NaN;
  }
  for (const key of ['audience', 'controller', 'cookie', 'layout', 'records', 'signals', 'texts', 'theme'])
    drop(config, key, isObject);
  drop(config, 'lifespan', isLifespan);
  drop(config, 'region', isText);
  list(config, 'languages', isText);
  list(config, 'changes', isChange);
  list(config, 'regions', isRegion);
  list(config, 'categories', isNew);
  config.categories?.forEach((category, index, categories) => {
    const own = { ...category } as Json & Category;
    const path = `categories.${index}.`;
    drop(own, 'lifespan', isLifespan, path);
    drop(own, 'guards', Array.isArray, path);
    list(own, 'services', isNew, path);
    own.services?.forEach((service, position, services) => {
      const copy = { ...service } as Json & Service;
      drop(copy, 'guards', Array.isArray, `${path}services.${position}.`);
      services[position] = copy;
    });
    categories[index] = own;
  });
  return config;
}
