import type { Consent } from '../../core/consent.js';

/** What whoever opens a surface may ask of it. It dispatches `close` each time it goes from shown to hidden. */
export interface SurfaceElement extends HTMLElement {
  /** The consent it asks for; the page's own (`window.candor`) where none is given. */
  consent: Consent | undefined;
  /** Resolves when it is on screen. */
  show(): Promise<void>;
  /** Takes it off the screen. Decides nothing. */
  hide(): void;
}
