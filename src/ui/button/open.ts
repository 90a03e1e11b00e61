import type { Consent } from '../../core/consent.js';
import { placeElement } from '../place-element.js';
import './define.js';

export async function open(consent: Consent): Promise<void> {
  placeElement('candor-button', consent);
}
