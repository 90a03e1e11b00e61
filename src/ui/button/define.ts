import { CandorButton } from './candor-button.js';

customElements.get('candor-button') ?? customElements.define('candor-button', CandorButton);

declare global {
  interface HTMLElementTagNameMap {
    'candor-button': CandorButton;
  }
}
