import { defineElement } from '../shared/define-element.js';
import { CandorBanner } from './candor-banner.js';

defineElement('candor-banner', CandorBanner);

declare global {
  interface HTMLElementTagNameMap {
    'candor-banner': CandorBanner;
  }
}
