import { html, nothing, type TemplateResult } from 'lit/html.js';
import { safeUrl } from '../shared/safe-url.js';

/** A line of facts, left out where the site gave none. */
export const fact = (name: string, value: unknown): TemplateResult | typeof nothing =>
  value
    ? html`<dt>${name}</dt>
        <dd>${value}</dd>`
    : nothing;

/** A link into a new tab, so that what was switched or asked is not lost. */
export const link = (url: string | undefined, text: string | undefined): TemplateResult | undefined => {
  const href = safeUrl(url);
  return href ? html`<a href=${href} target="_blank" rel="noopener">${text}</a>` : undefined;
};
