import { defineElement } from '../shared/define-element.js';
import { CandorGuardian } from './candor-guardian.js';

defineElement('candor-guardian', CandorGuardian);

declare global {
  interface HTMLElementTagNameMap {
    'candor-guardian': CandorGuardian;
  }
}
