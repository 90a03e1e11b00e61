import { defineElement } from '../shared/define-element.js';
import { CandorButton } from './candor-button.js';

defineElement('candor-button', CandorButton);

declare global {
  interface HTMLElementTagNameMap {
    'candor-button': CandorButton;
  }
}
