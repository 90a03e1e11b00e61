/** The record's type: made from its schema, and the same. Compiled, never run. */
import type * as z from 'zod';
import type { ConsentRecord, RecordedPurpose } from '../../src/index.js';
import type { recordSchema } from '../../src/lint/record-schema.js';

type Input = z.input<typeof recordSchema>;

/** The keys an object type names, without its index signature. */
type Keys<Type> = keyof {
  [Key in keyof Type as string extends Key ? never : number extends Key ? never : Key]: unknown;
};
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;

/** Fails to compile for anything but `true`. */
const agree = <Claim extends true>(..._claims: Claim[]): void => {};

agree<Same<Keys<Input>, Keys<ConsentRecord>>>();
agree<Same<Keys<Input['purposes'][number]>, Keys<RecordedPurpose>>>();
agree<Same<Keys<Input['purposes'][number]['recipients'][number]>, Keys<RecordedPurpose['recipients'][number]>>>();
agree<Same<Input['event']['state'], ConsentRecord['event']['state']>>();
agree<Same<Input['event']['method'], ConsentRecord['event']['method']>>();
agree<Same<Keys<Input['notice']>, Keys<ConsentRecord['notice']>>>();
agree<Same<Keys<Input['context']>, Keys<ConsentRecord['context']>>>();
agree<Same<Keys<Input['ending']>, Keys<ConsentRecord['ending']>>>();
// @ts-expect-error: what this file relies on
agree<Same<'a' | 'b', 'a'>>();
