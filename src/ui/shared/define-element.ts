/** Registers an element, unless the page has one of that name, or there is no page. */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'object' && !customElements.get(tag)) customElements.define(tag, element);
}
