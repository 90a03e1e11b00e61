import { isObject } from './shape.js';

/**
 * A JSON Schema as the completion can follow it: each `$ref` to one of its `$defs` replaced by what stands there, and objects
 * closed, because an unfinished key would count as one more of the visitor's own. Candor's schema has no circles.
 */
export function schemaForHelp(schema: unknown, definitions: unknown = isObject(schema) && schema['$defs']): unknown {
  if (Array.isArray(schema)) return schema.map((entry) => schemaForHelp(entry, definitions));
  if (!isObject(schema)) return schema;
  const { $ref } = schema;
  const name = typeof $ref === 'string' ? $ref.replace('#/$defs/', '') : undefined;
  const base = name && isObject(definitions) ? schemaForHelp(definitions[name], definitions) : {};
  const own = Object.entries(schema)
    .filter(([key]) => key !== '$ref' && key !== '$defs')
    .map(([key, value]) => [key, schemaForHelp(value, definitions)] as const);
  return {
    ...(base as object),
    ...Object.fromEntries(own),
    ...(isObject(schema['properties']) && { additionalProperties: false }),
  };
}
