/** The config's types: made from the schema, and as strict as the contract says. Compiled, never run. */
import type * as z from 'zod';
import type { Config } from '../../src/index.js';
import type { configSchema } from '../../src/lint/schema.js';

type Input = z.input<typeof configSchema>;

/** The keys an object type names, without its index signature. */
type Keys<Type> = keyof {
  [Key in keyof Type as string extends Key ? never : number extends Key ? never : Key]: unknown;
};
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;
type Entry<List> = NonNullable<List> extends readonly (infer Item)[] ? Item : never;

/** Fails to compile for anything but `true`. */
const agree = <Claim extends true>(..._claims: Claim[]): void => {};

agree<Same<Keys<Input>, Keys<Config>>>();
agree<Same<Keys<Entry<Input['categories']>>, Keys<Entry<Config['categories']>>>>();
agree<
  Same<Keys<Entry<Entry<Input['categories']>['services']>>, Keys<Entry<Entry<Config['categories']>['services']>>>
>();
agree<Same<Keys<Entry<Input['changes']>>, Keys<Entry<Config['changes']>>>>();
agree<Same<Keys<Entry<Input['regions']>>, Keys<Entry<Config['regions']>>>>();
agree<Same<Keys<NonNullable<Input['controller']>>, Keys<NonNullable<Config['controller']>>>>();
agree<Same<Keys<NonNullable<Input['layout']>>, Keys<NonNullable<Config['layout']>>>>();
agree<Same<Keys<NonNullable<Input['theme']>>, Keys<NonNullable<Config['theme']>>>>();
agree<Same<Keys<NonNullable<Input['lifespan']>>, Keys<NonNullable<Config['lifespan']>>>>();
agree<Same<Keys<NonNullable<Input['cookie']>>, Keys<NonNullable<Config['cookie']>>>>();
agree<Same<Keys<NonNullable<Input['signals']>>, Keys<NonNullable<Config['signals']>>>>();
// @ts-expect-error: what this file relies on
agree<Same<'a' | 'b', 'a'>>();

const good: Config[] = [
  {},
  { controller: { name: 'Shop', privacyPolicy: { en: '/privacy', de: '/datenschutz' } } },
  { revision: 2, changes: [{ revision: 2, ids: ['analytics'], effective: '2026-12-01', effect: 'tell', text: 'New' }] },
  {
    categories: [
      { id: 'a', kind: 'separate', group: 'sharing', services: [{ id: 'b', country: 'US', retention: 'P1Y' }] },
    ],
  },
  { regions: [{ match: ['EEA'], preset: 'eea', lifespan: { grantDays: 90 } }], frames: true, note: '' },
  { signals: { googleConsentMode: true, clarity: { ids: { ad_Storage: ['a'] } }, matomo: { queue: '_paq2' } } },
];

const bad: Config[] = [
  // @ts-expect-error: no such key
  { colour: 'red' },
  // @ts-expect-error: no such vendor
  { signals: { metaPixels: true } },
  // @ts-expect-error: no such type of the vendor
  { signals: { clarity: { ids: { ad_storage: ['a'] } } } },
  // @ts-expect-error: no such key inside
  { theme: { colour: 'red' } },
  // @ts-expect-error: a category is an object
  { categories: ['analytics'] },
  // @ts-expect-error: a category needs an id
  { categories: [{ kind: 'consent' }] },
  // @ts-expect-error: no such kind
  { categories: [{ id: 'a', kind: 'optional' }] },
  // @ts-expect-error: a service needs an id
  { categories: [{ id: 'a', services: [{ name: 'x' }] }] },
  // @ts-expect-error: a number
  { revision: '2' },
  // @ts-expect-error: a change needs its revision
  { changes: [{ ids: ['a'] }] },
  // @ts-expect-error: a text is one for all languages, or one for each
  { controller: { name: 5 } },
  // @ts-expect-error: no such preset
  { regions: [{ match: ['DE'], preset: 'strict' }] },
  // @ts-expect-error: a region needs its codes
  { regions: [{ preset: 'eea' }] },
  // @ts-expect-error: no such layout
  { layout: { banner: 'popup' } },
];

export { bad, good };
