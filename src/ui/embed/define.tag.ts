import type { Consent } from '../../core/consent.js';
import { holdPlace } from './hold-place.js';

/** `CandorEmbed` for the script tag, whose page has one consent: it keeps its place until what serves it is there. */
export const defineEmbed = (consent: Consent): unknown =>
  customElements.get('candor-embed') ??
  customElements.define(
    'candor-embed',
    class extends HTMLElement {
      connectedCallback(): void {
        // The parser may not have read the children yet; it will have before the next picture. What serves it may be first.
        requestAnimationFrame(() => this.shadowRoot ?? holdPlace(this));
        consent.embed(this);
      }

      disconnectedCallback(): void {
        consent.embed(this);
      }
    },
  );
