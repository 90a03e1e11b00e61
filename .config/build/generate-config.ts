/**
 * Writes what follows from the schemas: the types in src/core/config.ts and src/core/record.ts and the JSON Schemas in
 * dist/schema.json and dist/record.schema.json.
 * With --check it writes nothing and fails when the committed types are stale.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { compile } from 'json-schema-to-typescript';
import { format } from 'prettier';
import * as z from 'zod';
import { recordSchema } from '../../src/lint/record-schema.js';
import { configSchema } from '../../src/lint/schema.js';

interface Target {
  readonly name: string;
  readonly source: string;
  readonly types: string;
  readonly published: string;
  readonly schema: Readonly<Record<string, unknown>>;
  /** Whether nobody changes what is of that type. */
  readonly isReadonly?: boolean;
}

const TARGETS: readonly Target[] = [
  {
    name: 'Config',
    source: 'src/lint/schema.ts',
    types: 'src/core/config.ts',
    published: 'dist/schema.json',
    schema: { $id: 'candor.schema.json', ...z.toJSONSchema(configSchema, { io: 'input' }) },
  },
  {
    name: 'ConsentRecord',
    source: 'src/lint/record-schema.ts',
    types: 'src/core/record.ts',
    published: 'dist/record.schema.json',
    schema: { $id: 'candor.record.schema.json', ...z.toJSONSchema(recordSchema, { io: 'input' }) },
    isReadonly: true,
  },
];

/**
 * The schema as the types want it: closed (unknown keys are kept and warned about, but a typo must not type-check), arrays
 * without tuples, and references that keep the description beside them.
 */
const forTypes = (schema: Target['schema']): Parameters<typeof compile>[0] =>
  JSON.parse(JSON.stringify({ ...schema, $id: undefined }), (key, value: unknown) => {
    if (key === 'minItems') return undefined;
    if (typeof value !== 'object' || value === null) return value;
    if (key === 'additionalProperties' && Object.keys(value).length === 0) return false;
    if ('$ref' in value && 'description' in value)
      return { description: value.description, tsType: String(value.$ref).split('/').pop() };
    return value;
  }) as Parameters<typeof compile>[0];

/** Formatted types of which nothing can be changed. */
const frozen = (types: string): string =>
  types.replace(/^( {2,})(\w+\??:)/gm, '$1readonly $2').replace(/: (\w+)\[\];/g, ': readonly $1[];');

async function typesOf({ name, source, schema, isReadonly }: Target): Promise<string> {
  const bannerComment = `// Generated from ${source} by \`npm run generate\`. Do not edit.\n`;
  const types = await compile(forTypes(schema), name, { bannerComment, additionalProperties: false, format: false });
  const inStyle = (text: string): Promise<string> =>
    format(text, { parser: 'typescript', singleQuote: true, printWidth: 120 });
  const formatted = await inStyle(types);
  return isReadonly ? inStyle(frozen(formatted)) : formatted;
}

const isCheck = process.argv.includes('--check');
await mkdir('dist', { recursive: true });
for (const target of TARGETS) {
  const types = await typesOf(target);
  if (!isCheck) {
    await writeFile(target.types, types);
    await writeFile(target.published, JSON.stringify(target.schema, null, 2));
  } else if ((await readFile(target.types, 'utf8')) !== types) {
    throw new Error(`${target.types} is stale: run \`npm run generate\`.`);
  }
}
