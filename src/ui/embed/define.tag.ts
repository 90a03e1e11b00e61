import type { Consent } from '../../core/consent.js';
import { keepPlace } from './hold-place.js';

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
            if (tag > 'candor-e') keepPlace(this);
            consent.embed(this);
          }

          disconnectedCallback(): void {
            consent.embed(this);
          }
        },
      ),
  );
