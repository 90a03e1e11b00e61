import { categoriesOf, kindOf } from '../core/categories.js';
import type { Category, Service, Text } from '../core/config.js';
import type { Consent } from '../core/consent.js';
import { matchesAddress } from './matches-address.js';
import type { Vendor } from './vendors.js';

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const wordsOf = (text: Text | undefined): string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text);

/** Names of fewer letters say too little. */
const LEAST = 3;

/** Whether a service goes by a vendor's name: `sensors` for Sensors Data. */
const isNamed = ({ id, name }: Service, vendor: Vendor): boolean =>
  [id, ...wordsOf(name)].map(plain).some((own) => {
    const other = plain(vendor.name);
    return own.length >= LEAST && (other.startsWith(own) || own.startsWith(other));
  });

/** Categories and services in one list, with the category's id where it is a service. */
export const entriesOf = ({ config }: Consent): { readonly entry: Category | Service; readonly within?: string }[] =>
  categoriesOf(config).flatMap((category) => [
    { entry: category },
    ...(category.services ?? []).map((entry) => ({ entry, within: category.id })),
  ]);

export interface Recipient {
  /** Ids of whose yes it may rest; never none. */
  readonly ids: readonly string[];
  /** The id to write into markup. */
  readonly id: string;
  /** Whether a service of the config stands for it. */
  readonly isService: boolean;
  /** Whether the config has the id. */
  readonly isKnown: boolean;
}

/** The service of the config that stands for a vendor, else the category it usually belongs to. */
export function recipientOf(vendor: Vendor, consent: Consent): Recipient {
  const { config, preset, choices } = consent;
  const services = entriesOf(consent).flatMap(({ entry, within }) =>
    within !== undefined && isNamed(entry as Service, vendor) ? entry.id : [],
  );
  if (services[0] !== undefined) return { ids: services, id: services[0], isService: true, isKnown: true };
  const { category } = vendor;
  if (category in choices) return { ids: [category], id: category, isService: false, isKnown: true };
  const optional = categoriesOf(config).filter((each) => kindOf(each, preset) !== 'necessary');
  return { ids: optional.map(({ id }) => id), id: category, isService: false, isKnown: false };
}

/** Whether a rule of `block` speaks of the address: then it is `candor-block.js` that holds it. */
export const isRuled = (url: URL, consent: Consent): boolean =>
  entriesOf(consent).some(({ entry: { block = [] } }) => block.some((rule) => matchesAddress(rule, url)));
