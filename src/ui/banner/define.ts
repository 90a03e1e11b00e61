import { CandorBanner } from './candor-banner.js';

customElements.get('candor-banner') ?? customElements.define('candor-banner', CandorBanner);

declare global {
  interface HTMLElementTagNameMap {
    'candor-banner': CandorBanner;
  }
}
