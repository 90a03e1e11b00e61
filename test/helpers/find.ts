/** Expressions that find things in a page, for the engines that are driven by expressions alone. */

export const one = (selector: string): string => `document.querySelector(${JSON.stringify(selector)})`;

/** In the shadow tree of an element. */
export const inside = (host: string, selector: string): string =>
  `${one(host)}?.shadowRoot?.querySelector(${JSON.stringify(selector)})`;

/** A button of a surface by what it does: `accept-all`, `save`. */
export const actionOf = (host: string, name: string): string => inside(host, `[data-consent-action="${name}"]`);

/** Whether a surface stands there with what it can be answered by. */
export const isShown = (host: string): string => `!!${inside(host, 'button')}?.checkVisibility()`;
