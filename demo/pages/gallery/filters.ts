import { readQuery, type FrameQuery } from '../../frames/gallery-state/frame-query.js';

/** How all states are shown; what the address of the page carries, so that it can be passed on. */
export interface Filters extends Omit<FrameQuery, 'state'> {
  /** Of the window, in CSS pixels: one of the values that the form offers. */
  readonly width: string;
}

const select = (form: HTMLFormElement, name: string): HTMLSelectElement =>
  form.elements.namedItem(name) as HTMLSelectElement;

const offered = (form: HTMLFormElement, name: string): string[] =>
  Array.from(select(form, name).options, ({ value }) => value);

/** What a query asks for, as far as the form offers it; the form's own choice where it does not. */
export function readFilters(form: HTMLFormElement, search: string): Filters {
  const asked = new URLSearchParams(search);
  const { scheme, motion, look, density } = readQuery(search);
  const pick = (name: string): string => {
    const value = asked.get(name) ?? '';
    return offered(form, name).includes(value) ? value : select(form, name).value;
  };
  return { language: pick('language'), scheme, motion, look, density, width: pick('width') };
}

/** Sets the form to what is shown. */
export function showFilters(form: HTMLFormElement, filters: Filters): void {
  for (const [name, value] of Object.entries(filters) as [string, string][]) select(form, name).value = value;
}
