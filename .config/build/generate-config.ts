/**
 * Writes what follows from the config's schema: the types in src/core/config.ts and the JSON Schema in dist/schema.json.
 * With --check it writes nothing and fails when the committed types are stale.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { compile } from 'json-schema-to-typescript';
import { format } from 'prettier';
import * as z from 'zod';
import { configSchema } from '../../src/lint/schema.js';

const TYPES = 'src/core/config.ts';
const banner = '// Generated from src/lint/schema.ts by `npm run generate`. Do not edit.\n';

const schema = { $id: 'candor.schema.json', ...z.toJSONSchema(configSchema, { io: 'input' }) };

/**
 * The schema as the types want it: closed (unknown keys are kept and warned about, but a typo must not type-check), arrays
 * without tuples, and references that keep the description beside them.
 */
const forTypes = JSON.parse(JSON.stringify({ ...schema, $id: undefined }), (key, value: unknown) => {
  if (key === 'minItems') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (key === 'additionalProperties' && Object.keys(value).length === 0) return false;
  if ('$ref' in value && 'description' in value)
    return { description: value.description, tsType: String(value.$ref).split('/').pop() };
  return value;
}) as Parameters<typeof compile>[0];

const types = await format(
  await compile(forTypes, 'Config', { bannerComment: banner, additionalProperties: false, format: false }),
  { parser: 'typescript', singleQuote: true, printWidth: 120 },
);

if (process.argv.includes('--check')) {
  if ((await readFile(TYPES, 'utf8')) !== types) throw new Error(`${TYPES} is stale: run \`npm run generate\`.`);
} else {
  await mkdir('dist', { recursive: true });
  await writeFile(TYPES, types);
  await writeFile('dist/schema.json', JSON.stringify(schema, null, 2));
}
