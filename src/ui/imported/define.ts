import { defineElement } from '../shared/define-element.js';
import { CandorImported } from './candor-imported.js';

defineElement('candor-imported', CandorImported);

declare global {
  interface HTMLElementTagNameMap {
    'candor-imported': CandorImported;
  }
}
