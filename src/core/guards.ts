import { categoriesOf, guardsOf } from './categories.js';
import type { Category, Guard, Service } from './config.js';

/** Categories and services that name a guard. */
export type Guards = Partial<Record<Guard, (Category | Service)[]>>;

/** What is held where no config can say so, because it is on its way or could not be had. */
export const GUARDS_WITHOUT_CONFIG: Guards = { geolocation: [] };

/** Whether calls are held: somebody names the guard, and none of those is a yes. */
export const isHeld = (guards: Guards, guard: Guard, granted: (id: string) => boolean): boolean =>
  guards[guard]?.some(({ id }) => granted(id)) === false;

/** The id that the visitor is asked for when a call is held, where the site wants that. */
export const idToAsk = (guards: Guards, guard: Guard): string | undefined => guards[guard]?.find(({ ask }) => ask)?.id;

/** The guards of a config of whatever type; what cannot be used of it names none. */
export function guardsIn(config: unknown): Guards {
  const guards: Guards = {};
  const read = (entry: Category | Service | null): void => {
    if (typeof entry !== 'object' || !entry) return;
    const named: unknown = guardsOf(entry);
    for (const guard of Array.isArray(named) ? (named as Guard[]) : []) (guards[guard] ??= []).push(entry);
  };
  const categories: unknown = typeof config === 'object' && config ? categoriesOf(config) : [];
  for (const category of Array.isArray(categories) ? (categories as Category[]) : []) {
    read(category);
    const services: unknown = category?.services;
    if (Array.isArray(services)) (services as Service[]).forEach(read);
  }
  return guards;
}
