/** A record held against its published schema by a validator that is not ours. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';

/** @returns What is wrong with a value, in words; nothing where it is a record. */
export function validatorOf(schema: object): (value: unknown) => string | undefined {
  const ajv = new Ajv2020({ allErrors: true });
  // CommonJS, which Node hands out with one wrapper more than the types say.
  const { default: addFormats } = formats as unknown as { default: (ajv: Ajv2020) => Ajv2020 };
  addFormats(ajv);
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? undefined : ajv.errorsText(validate.errors, { separator: '\n' }));
}

/** SHA-256 in hexadecimal, by Node. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Fails where a hash is not that of the text beside it. */
export function provesItsText({ notice }: { notice: { text: string | null; textSha256: string | null } }): void {
  assert.equal(notice.textSha256, notice.text === null ? null : hashOf(notice.text));
}
