import { CandorPreferences } from './candor-preferences.js';

customElements.get('candor-preferences') ?? customElements.define('candor-preferences', CandorPreferences);

declare global {
  interface HTMLElementTagNameMap {
    'candor-preferences': CandorPreferences;
  }
}
