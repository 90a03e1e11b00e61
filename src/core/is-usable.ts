import type { Config } from './config.js';
import { isId } from './id.js';

/**
 * Whether a config can be used as it stands. One that cannot goes through `readConfig`, which knows what to keep of it and what
 * to say, and is only downloaded then.
 */
export function isUsable(config: unknown): config is Config {
  const ids = new Set();
  const areNew = (list: unknown): boolean =>
    Array.isArray(list) &&
    list.every((entry) => isId(entry?.id) && ids.size < ids.add(entry.id).size && areNew(entry.services ?? []));
  return (
    Object(config) === config &&
    !Array.isArray(config) &&
    Object.entries(config as object).every(([key, value]) =>
      key === 'categories'
        ? areNew(value) && ids.size
        : /^(changes|languages|regions)$/.test(key)
          ? Array.isArray(value) && value.every(Boolean)
          : !/^(controller|cookie|layout|lifespan|texts|theme)$/.test(key) || Object(value) === value,
    )
  );
}
