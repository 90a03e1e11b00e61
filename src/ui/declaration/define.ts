import { defineElement } from '../shared/define-element.js';
import { CandorDeclaration } from './candor-declaration.js';

defineElement('candor-declaration', CandorDeclaration);

declare global {
  interface HTMLElementTagNameMap {
    'candor-declaration': CandorDeclaration;
  }
}
