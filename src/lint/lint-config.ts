import type * as z from 'zod';
import { declarationsOf, refusalOf, refusalText } from '../core/erasure.js';
import { configSchema } from './schema.js';

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

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valueAt = (config: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Json | undefined)?.[key as string], config);

/** What a key takes, by the schema's name of the type. */
const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'a text',
};

/** In words what to write instead, from the schema's own issue. */
function remedy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `write ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `write one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'invalid_union':
      return 'write a text, or an object with one text for each language tag';
    case 'too_small':
      return issue.origin === 'array' ? 'write at least one' : 'write a number above zero';
    default:
      // The schema's own words, in schema.ts.
      return issue.message;
  }
}

function structural(config: unknown): Finding[] {
  const { error } = configSchema.safeParse(config);
  return (error?.issues ?? []).map((issue) => ({
    path: issue.path.join('.'),
    value: valueAt(config, issue.path),
    severity: 'error',
    message:
      issue.path.at(-1) === 'id' || issue.path.at(-2) === 'ids'
        ? 'an id is lower-case letters, digits and hyphens, and no name that every object has; rename it'
        : remedy(issue),
  }));
}

/** The objects of a config with the keys they know, by where they stand. */
function* objects(
  value: unknown,
  schema: z.core.$ZodType,
  path: readonly PropertyKey[] = [],
): Generator<[readonly PropertyKey[], Json, string[]]> {
  const { def } = schema._zod as unknown as {
    def: {
      type: string;
      innerType?: z.core.$ZodType;
      element?: z.core.$ZodType;
      shape?: Record<string, z.core.$ZodType>;
    };
  };
  if (def.innerType) yield* objects(value, def.innerType, path);
  else if (def.element && Array.isArray(value)) {
    for (const [index, entry] of value.entries()) yield* objects(entry, def.element, [...path, index]);
  } else if (def.shape && isObject(value)) {
    yield [path, value, Object.keys(def.shape)];
    for (const [key, inner] of Object.entries(def.shape)) yield* objects(value[key], inner, [...path, key]);
  }
}

function unknownKeys(config: unknown): Finding[] {
  return [...objects(config, configSchema)].flatMap(([path, value, known]) =>
    Object.keys(value)
      .filter((key) => !known.includes(key))
      .map((key) => ({
        path: [...path, key].join('.'),
        value: value[key],
        severity: 'warning' as const,
        message: `this version does not know the key, and it has no effect; check the spelling (known: ${known.join(', ')})`,
      })),
  );
}

function duplicateIds(config: unknown): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<unknown, string>();
  const visit = (list: unknown, path: string): void => {
    if (!Array.isArray(list)) return;
    for (const [index, entry] of list.entries()) {
      if (!isObject(entry)) continue;
      const here = `${path}.${index}`;
      const { id } = entry;
      const first = seen.get(id);
      if (first) {
        findings.push({
          path: `${here}.id`,
          value: id,
          severity: 'error',
          message: `the id stands at ${first} already; ids of categories and services share one namespace, give this one another`,
        });
      } else if (typeof id === 'string') seen.set(id, `${here}.id`);
      visit(entry['services'], `${here}.services`);
    }
  };
  visit(valueAt(config, ['categories']), 'categories');
  return findings;
}

function unknownIds(config: unknown): Finding[] {
  const categories = valueAt(config, ['categories']);
  const changes = valueAt(config, ['changes']);
  if (!Array.isArray(categories) || !Array.isArray(changes)) return [];
  const entries = categories
    .filter(isObject)
    .flatMap((category) => [
      category,
      ...(Array.isArray(category['services']) ? category['services'].filter(isObject) : []),
    ]);
  const known = entries.map(({ id }) => id);
  return changes.flatMap((change: unknown, index) => {
    const ids: unknown = isObject(change) ? change['ids'] : [];
    return (Array.isArray(ids) ? ids : []).flatMap((id: unknown, position): Finding[] =>
      known.includes(id)
        ? []
        : [
            {
              path: `changes.${index}.ids.${position}`,
              value: id,
              severity: 'warning',
              message: 'no category or service has this id; correct it or take it out',
            },
          ],
    );
  });
}

/** Names in `erase` that would take away what is not the tracker's. */
function tooMuchErased(config: unknown): Finding[] {
  if (!isObject(config)) return [];
  const declarations = declarationsOf(config);
  return declarations.flatMap((declaration): Finding[] => {
    const also = refusalOf(declaration, declarations);
    const { path, pattern: value } = declaration;
    return also ? [{ path, value, severity: 'error', message: refusalText(also) }] : [];
  });
}

interface Place {
  readonly path: string;
  readonly entry: Json;
  /** Whether it is always on: what is said of a category holds for its services. */
  readonly isNecessary: boolean;
}

/** Categories and services in one list. */
function places(config: unknown): Place[] {
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

const guardsOf = ({ entry }: Place): readonly unknown[] => {
  const guards = entry['guards'] ?? (entry['id'] === 'location' ? ['geolocation'] : []);
  return Array.isArray(guards) ? (guards as unknown[]) : [];
};

/** `ask` where no call can be held. */
const askWithoutGuards = (config: unknown): Finding[] =>
  places(config)
    .filter((place) => place.entry['ask'] === true && !place.isNecessary && !guardsOf(place).length)
    .map(({ path }) => ({
      path: `${path}.ask`,
      value: true,
      severity: 'warning',
      message: 'no guard stands here, so no call asks; name the browser API in `guards` beside it, or take it out',
    }));

/**
 * Keys that speak of a no, on what is always on. `guards` and `erase` are not among them: they keep an API open and a name from
 * being erased, whoever else names it.
 */
const noEffectOnNecessary = (config: unknown): Finding[] =>
  places(config)
    .filter(({ isNecessary }) => isNecessary)
    .flatMap(({ path, entry }) =>
      ['ask', 'reload']
        .filter((key) => entry[key] === true)
        .map((key) => ({
          path: `${path}.${key}`,
          value: true,
          severity: 'warning' as const,
          message: 'what is necessary is always on, so this never happens; take it out',
        })),
    );

/** Guards that hold nothing, because something necessary names the same API. */
function openGuards(config: unknown): Finding[] {
  const all = places(config);
  const necessary = all.filter(({ isNecessary }) => isNecessary);
  return all
    .filter(({ isNecessary }) => !isNecessary)
    .flatMap((place) =>
      guardsOf(place).flatMap((guard, index): Finding[] => {
        const keeper = necessary.find((other) => guardsOf(other).includes(guard));
        if (!keeper) return [];
        return [
          {
            path: place.entry['guards'] === undefined ? place.path : `${place.path}.guards.${index}`,
            value: guard,
            severity: 'warning',
            message: `\`guards\` at ${keeper.path} keeps this open for everybody, because that is always on; take it out there, or here`,
          },
        ];
      }),
    );
}

/** Everything that can be said of a config by reading it. Empty when all is well. */
export const lintConfig = (config: unknown): Finding[] =>
  [
    structural,
    duplicateIds,
    unknownIds,
    tooMuchErased,
    askWithoutGuards,
    noEffectOnNecessary,
    openGuards,
    unknownKeys,
  ].flatMap((rule) => rule(config));
