import type { Consent } from '../core/consent.js';
import { isToCome } from '../core/is-to-come.js';
import { openSurface } from './open-surface.js';

/** Fetches what explains changes and the browser's signal. */
export type LoadNotice = (part: 'notice', locale: string) => Promise<unknown>;

/**
 * Opens a surface that asks. Where something is asked again or will change, or the browser has said no, what explains that is
 * fetched first; without it the surface opens all the same.
 */
export async function openExplained(
  consent: Consent,
  surface: 'banner' | 'preferences',
  isDue?: () => boolean,
  load?: LoadNotice,
): Promise<void> {
  const { asked, config, decision, locale, signalled } = consent;
  const now = Date.now() / 1000;
  if (signalled.length || (decision.at && asked.length) || config.changes?.some((change) => isToCome(change, now))) {
    await load?.('notice', locale).catch(() => {});
  }
  await openSurface(consent, { surface }, isDue);
}
