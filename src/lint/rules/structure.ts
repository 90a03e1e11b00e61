import type * as z from '../zod.js';
import { configSchema } from '../schema.js';
import { isObject, valueAt, type Finding, type Json } from './finding.js';

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
      return issue.message === 'Invalid input'
        ? 'write a text, or an object with one text for each language tag'
        : issue.message;
    case 'too_small':
      if (issue.origin === 'string') return issue.message;
      return issue.origin === 'array' ? 'write at least one' : 'write a number above zero';
    default:
      // The schema's own words, in schema.ts.
      return issue.message;
  }
}

/** Of a signal that is an object, what is wrong inside: a union would say of the whole that it is neither. */
function* inner(issue: z.core.$ZodIssue): Generator<z.core.$ZodIssue> {
  const alternative =
    issue.code === 'invalid_union' && issue.path[0] === 'signals'
      ? issue.errors.find((issues) => issues.every(({ path }) => path.length))
      : undefined;
  if (!alternative) yield issue;
  else for (const each of alternative) yield { ...each, path: [...issue.path, ...each.path] };
}

/** What the schema does not allow. */
export function structural(config: unknown): Finding[] {
  const { error } = configSchema.safeParse(config);
  return (error?.issues ?? [])
    .flatMap((issue) => [...inner(issue)])
    .map((issue) => ({
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
      options?: z.core.$ZodType[];
    };
  };
  if (def.innerType) yield* objects(value, def.innerType, path);
  else if (def.options) for (const option of def.options) yield* objects(value, option, path);
  else if (def.element && Array.isArray(value)) {
    for (const [index, entry] of value.entries()) yield* objects(entry, def.element, [...path, index]);
  } else if (def.shape && Object.keys(def.shape).length && isObject(value)) {
    yield [path, value, Object.keys(def.shape)];
    for (const [key, inner] of Object.entries(def.shape)) yield* objects(value[key], inner, [...path, key]);
  }
}

/** Keys that the schema does not know. */
export function unknownKeys(config: unknown): Finding[] {
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
