import { html, type TemplateResult } from 'lit/html.js';
import { safeUrl } from '../shared/safe-url.js';

/** A line of facts; none where the site said nothing. */
export const fact = (name: string, value: unknown): readonly TemplateResult[] =>
  value
    ? [
        html`<dt part="label">${name}</dt>
          <dd part="value">${value}</dd>`,
      ]
    : [];

/** A link into a new tab, so that what was switched or asked is not lost. */
export const link = (
  url: string | undefined,
  text = url?.replace(/^(mailto:|https?:\/\/)/, ''),
): TemplateResult | undefined => {
  const href = safeUrl(url);
  return href ? html`<a part="link" href=${href} target="_blank" rel="noopener" dir="auto">${text}</a>` : undefined;
};
