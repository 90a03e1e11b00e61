import { defineElement } from '../shared/define-element.js';
import { CandorAge } from './candor-age.js';

defineElement('candor-age', CandorAge);

declare global {
  interface HTMLElementTagNameMap {
    'candor-age': CandorAge;
  }
}
