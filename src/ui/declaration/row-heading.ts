import { html, type TemplateResult } from 'lit/html.js';
import type { Entry } from './entries.js';

/** What a row is about, under the name that its switch has. */
export const rowHeading = ({ entry: { id }, title }: Entry): TemplateResult =>
  html`<span id="${id}-title">${title}</span>`;
