/** A mistake in a config, or something that will not do what its author hopes. */
export interface Finding {
  /** Keys joined by dots: `categories.2.id`. Empty for the whole config. */
  readonly path: string;
  readonly value: unknown;
  /** `error`: the value is not used. `warning`: it is kept, and has no effect. */
  readonly severity: 'error' | 'warning';
  /** What is wrong and what to do. */
  readonly message: string;
}

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const valueAt = (config: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Json | undefined)?.[key as string], config);

/** A category or service of a config, wherever it stands. */
export interface Place {
  readonly path: string;
  readonly entry: Json;
  /** Whether it is always on: what is said of a category holds for its services. */
  readonly isNecessary: boolean;
}

/** Categories and services in one list. */
export function places(config: unknown): Place[] {
  const categories = valueAt(config, ['categories']);
  const entriesIn = (list: unknown, path: string): [string, Json][] =>
    (Array.isArray(list) ? list : []).flatMap((entry: unknown, index) =>
      isObject(entry) ? [[`${path}.${index}`, entry] as [string, Json]] : [],
    );
  return entriesIn(categories, 'categories').flatMap(([path, entry]) => {
    const isNecessary = (entry['kind'] ?? entry['id']) === 'necessary';
    const services = entriesIn(entry['services'], `${path}.services`);
    return [[path, entry] as const, ...services].map(([at, each]) => ({ path: at, entry: each, isNecessary }));
  });
}
