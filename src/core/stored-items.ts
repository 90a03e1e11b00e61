import type { Category, Erase, Service, StoredItem } from './config.js';
import { KINDS } from './erasure.js';

/** What a category or service keeps on the device under one name; `*` stands for any characters. */
export interface KeptItem extends StoredItem {
  readonly type: NonNullable<StoredItem['type']>;
  /** Whether the config describes it; otherwise only its name is known, from `erase`. */
  readonly isDescribed: boolean;
}

const isNamed = (item: unknown): item is StoredItem =>
  typeof (item as StoredItem | undefined)?.name === 'string' && (item as StoredItem).name !== '';

/**
 * What a category or service keeps on the device: what it describes in `stores`, then the names that only its `erase` has. What
 * is of a wrong type is left out.
 */
export function storedItems({ stores, erase }: Category | Service): readonly KeptItem[] {
  const described = (Array.isArray(stores) ? stores : [])
    .filter(isNamed)
    .map((item): KeptItem => ({ ...item, type: item.type ?? 'cookie', isDescribed: true }));
  const isKnown = ({ name, type }: KeptItem): boolean =>
    described.some((item) => item.type === type && item.name === name);
  const erased = (Object.keys(KINDS) as (keyof Erase)[]).flatMap((key) => {
    const names: unknown = erase?.[key];
    return (Array.isArray(names) ? names : [])
      .map((name: unknown) => ({ name }))
      .filter(isNamed)
      .map(({ name }): KeptItem => ({ name, type: KINDS[key], isDescribed: false }));
  });
  return [...described, ...erased.filter((item) => !isKnown(item))];
}
