import { defineElement } from '../shared/define-element.js';
import { CandorRequest } from './candor-request.js';

defineElement('candor-request', CandorRequest);

declare global {
  interface HTMLElementTagNameMap {
    'candor-request': CandorRequest;
  }
}
