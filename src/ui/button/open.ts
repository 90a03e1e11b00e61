import type { Consent } from '../../core/consent.js';
import { linkFormOf } from '../../core/link-form.js';
import { bodyOpened } from '../body-opened.js';
import { placeElement } from '../place-element.js';
import './define.js';
import type { Dress } from './link.js';

/** Fetches what a link needs that a state wants. */
export type LoadLink = (part: 'link') => Promise<{ dress: Dress }>;

export async function open(consent: Consent, load?: LoadLink): Promise<void> {
  await bodyOpened();
  const { config, preset, signalled } = consent;
  placeElement('candor-button', consent);
  // A page may have several, and they may have been there before the consent.
  const buttons = [...document.querySelectorAll('candor-button')];
  for (const button of buttons) button.consent = consent;
  const isLink = linkFormOf(config, preset) !== 'settings' || buttons.some((button) => button.hasAttribute('form'));
  if (!load || !(isLink || signalled.length)) return;
  // Without it they are plain controls that open the same.
  await load('link').then(
    ({ dress }) => {
      for (const button of buttons) {
        button.dress = dress;
        button.consent = consent;
      }
    },
    () => {},
  );
}
