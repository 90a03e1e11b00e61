import type { Consent } from '../../core/consent.js';
import { bodyOpened } from '../body-opened.js';
import { placeElement } from '../place-element.js';
import './define.js';

export async function open(consent: Consent): Promise<void> {
  await bodyOpened();
  placeElement('candor-button', consent);
  // A page may have several, and they may have been there before the consent.
  for (const button of document.querySelectorAll('candor-button')) button.consent = consent;
}
