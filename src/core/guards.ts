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
