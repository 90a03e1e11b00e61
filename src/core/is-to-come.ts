import type { Change } from './config.js';

/**
 * Whether a change does not hold yet: it is announced, and the old answers govern. One whose date is none holds at once.
 *
 * @param now Unix seconds.
 */
export const isToCome = ({ effective }: Change, now: number): boolean => Date.parse(effective!) > now * 1000;
