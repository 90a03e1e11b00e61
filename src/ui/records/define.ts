import { defineElement } from '../shared/define-element.js';
import { CandorRecords } from './candor-records.js';

defineElement('candor-records', CandorRecords);

declare global {
  interface HTMLElementTagNameMap {
    'candor-records': CandorRecords;
  }
}
