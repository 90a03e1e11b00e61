import { defineElement } from '../shared/define-element.js';
import { CandorPreferences } from './candor-preferences.js';

defineElement('candor-preferences', CandorPreferences);

declare global {
  interface HTMLElementTagNameMap {
    'candor-preferences': CandorPreferences;
  }
}
