/** @throws Where a view lacks what its script needs. */
export function find<Type extends HTMLElement>(root: HTMLElement, selector: string): Type {
  const found = root.querySelector<Type>(selector);
  if (!found) throw new Error(`The view has no ${selector}.`);
  return found;
}
