import { defineElement } from '../shared/define-element.js';
import { CandorNotice } from './candor-notice.js';

defineElement('candor-notice', CandorNotice);

declare global {
  interface HTMLElementTagNameMap {
    'candor-notice': CandorNotice;
  }
}
