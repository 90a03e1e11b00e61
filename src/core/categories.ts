import type { Category, Config, Guard } from './config.js';
import type { Preset } from './presets.js';

/** `opt-out`: on until the visitor says no, as the region's law has it. */
export type Kind = NonNullable<Category['kind']> | 'opt-out';

/** What is asked where the site names no categories. */
const DEFAULT_CATEGORIES: readonly Category[] = [
  'necessary',
  'functional',
  'analytics',
  'advertising',
  'social',
  'location',
  'push',
].map((id) => ({ id }));

const BUILT_IN_KINDS: Readonly<Record<string, Kind>> = {
  necessary: 'necessary',
  'service-messages': 'necessary',
  sharing: 'separate',
  sensitive: 'separate',
  'cross-border': 'separate',
  'public-disclosure': 'separate',
};

export const categoriesOf = (config: Config): readonly Category[] => config.categories ?? DEFAULT_CATEGORIES;

/**
 * The built-in `location` is kept by the browser's own API as well, which tells the precise position: where that is a service
 * of its own, the rest of the category does not open it.
 */
export const guardsOf = ({
  id,
  services,
  guards = (id === 'location' && !services?.some((service) => service.id === 'precise')) || id === 'precise'
    ? ['geolocation']
    : [],
}: Pick<Category, 'id' | 'guards' | 'services'>): readonly Guard[] => guards;

/**
 * `exempt` holds only where the region's preset lists that purpose; elsewhere it is like any other: asked, or on until the
 * visitor opts out. Messages and positions are asked everywhere.
 */
export function kindOf({ id, kind, group, default: isOn }: Category, { exempt, model }: Preset): Kind {
  const own = kind ?? BUILT_IN_KINDS[id];
  return own === 'necessary' || own === 'separate' || (own === 'exempt' && exempt.includes(id))
    ? own
    : model === 'opt-in' || isOn === false || /^(location|marketing|push)$/.test(group ?? id)
      ? 'consent'
      : 'opt-out';
}

/** Whether it counts as a sale of data, or as sharing for ads, which an opt-out signal of the browser turns off. */
export const isSale = ({ id, sale = id === 'advertising' }: Pick<Category, 'id' | 'sale'>): boolean => sale;

/** Whether it is on while nobody has answered, with a way to say no. */
export const isOnByDefault = (kind: Kind): boolean => kind === 'exempt' || kind === 'opt-out';
