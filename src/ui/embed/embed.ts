import type { Consent } from '../../core/consent.js';

/** An embed as its placeholder knows it. */
export interface Embed {
  readonly element: HTMLElement;
  readonly consent: Consent;
  /** Ids that must be a yes. */
  readonly ids: readonly string[];
  /** Whether its content stands in the page. */
  readonly isReleased: boolean;
  /** Where the keyboard's focus belongs once that is there. */
  wantsFocus: 'content' | 'placeholder' | undefined;
  show(what: 'placeholder'): void;
  /** Releases it for this page view. */
  loadOnce(): void;
}
