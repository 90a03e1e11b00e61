import type { Consent } from '../../core/consent.js';
import { holdPlace } from './hold-place.js';

/**
 * `CandorEmbed` and `CandorDeclaration` for the script tag, whose page has one consent: they tell it when they come and go.
 * An embed keeps its place until what serves it is there.
 */
export const defineServed = (consent: Consent): unknown =>
  ['candor-embed', 'candor-declaration'].map(
    (tag) =>
      customElements.get(tag) ??
      customElements.define(
        tag,
        class extends HTMLElement {
          connectedCallback(): void {
            // The parser may not have read the children yet; it will have before the next picture. What serves it may be first.
            requestAnimationFrame(() => tag > 'candor-e' && (this.shadowRoot ?? holdPlace(this)));
            consent.embed(this);
          }

          disconnectedCallback(): void {
            consent.embed(this);
          }
        },
      ),
  );
