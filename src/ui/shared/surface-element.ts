import type { Consent } from '../../core/consent.js';

/** What whoever opens a surface may ask of it. It dispatches `close` each time it goes from shown to hidden. */
export interface SurfaceElement extends HTMLElement {
  /** The consent it asks for; the page's own (`window.candor`) where none is given. */
  consent: Consent | undefined;
  /** Whether it is shown. */
  readonly open: boolean;
  /** Resolves when it is on screen, or has been hidden meanwhile. */
  show(): Promise<void>;
  /** Takes it off the screen. Decides nothing. */
  hide(): void;
}
