import type { Consent } from '../core/consent.js';

/**
 * Follows since when each id is a yes on this page view.
 *
 * @param from When Candor began to release, in ms since navigation: what is a yes already may be one since then.
 * @returns In ms since navigation; `Infinity` for what was never a yes.
 */
export function followGrants(consent: Consent, from: number): (id: string) => number {
  const since = new Map<string, number>();
  const note = (time: number): void => {
    for (const [id, granted] of Object.entries(consent.choices)) if (granted && !since.has(id)) since.set(id, time);
  };
  note(from);
  // Heard before gates release.
  for (const type of ['change', 'refresh'] as const) consent.addEventListener(type, () => note(performance.now()));
  return (id) => since.get(id) ?? Infinity;
}
