import { html, type TemplateResult } from 'lit/html.js';

/** The × of a dialog. */
export const closeMark = (name: string, close: () => void): TemplateResult =>
  html`<button type="button" class="close" part="close" data-consent-action="close" aria-label=${name} @click=${close}>
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" /></svg>
  </button>`;
