import type { Category, Config, Guard } from './config.js';
import type { Preset } from './presets.js';

export type Kind = NonNullable<Category['kind']>;

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

/** `exempt` holds only where the region's preset lists that purpose; elsewhere it is asked like any other. */
export function kindOf({ id, kind }: Category, { exempt }: Preset): Kind {
  const own = kind ?? BUILT_IN_KINDS[id];
  return own === 'necessary' || own === 'separate' || (own === 'exempt' && exempt.includes(id)) ? own : 'consent';
}
