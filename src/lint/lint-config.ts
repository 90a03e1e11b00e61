import type * as z from 'zod';
import { BLOCK_RULE, namesEverybody, readBlockRule } from '../core/block-rules.js';
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

/** Hosts on which sites are made. */
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** The linter does not know whose config it reads. */
const ANYWHERE = { protocol: 'https:', hostname: '', port: '', pathname: '/' };

/** What the shape of a `block` rule does not tell. */
function blockRules(config: unknown): Finding[] {
  const findings: Finding[] = [];
  const look = (owner: unknown, path: string, isNecessary: boolean): void => {
    const list: unknown = isObject(owner) ? owner['block'] : undefined;
    if (!Array.isArray(list)) return;
    const find = (place: string, value: unknown, severity: Finding['severity'], message: string): void =>
      void findings.push({ path: place, value, severity, message });
    if (isNecessary && list.length) {
      find(
        `${path}.block`,
        list,
        'warning',
        'what is necessary is always on and never held; name the addresses elsewhere',
      );
    }
    for (const [index, value] of list.entries()) {
      const place = `${path}.block.${index}`;
      const rule = readBlockRule('', value, (text) => new URL(text), ANYWHERE);
      if (!rule) {
        if (typeof value === 'string' && BLOCK_RULE.test(value)) {
          find(place, value, 'error', 'no browser reads this as a host; correct it');
        }
      } else if (namesEverybody(rule)) {
        find(place, value, 'error', 'this would hold the hosts of everybody under that name; name one of them');
      } else if ((!rule.host || LOCAL.test(rule.host)) && rule.path === '/') {
        find(place, value, 'warning', 'on a page of this host it would hold the whole site and is refused; add a path');
      } else if (list.indexOf(value) < index) {
        find(place, value, 'warning', `the rule stands at ${path}.block.${list.indexOf(value)} already; take one out`);
      }
    }
  };
  const categories = valueAt(config, ['categories']);
  for (const [index, category] of (Array.isArray(categories) ? categories : []).entries()) {
    if (!isObject(category)) continue;
    const isNecessary = (category['kind'] ?? category['id']) === 'necessary';
    look(category, `categories.${index}`, isNecessary);
    const { services } = category;
    for (const [position, service] of (Array.isArray(services) ? services : []).entries()) {
      look(service, `categories.${index}.services.${position}`, isNecessary);
    }
  }
  return findings;
}

/** Everything that can be said of a config by reading it. Empty when all is well. */
export const lintConfig = (config: unknown): Finding[] =>
  [structural, duplicateIds, unknownIds, blockRules, unknownKeys].flatMap((rule) => rule(config));
