import type { Place } from './nearest.js';

/** A place in a list of the page. */
export interface ListedPlace extends Place {
  readonly name: string;
  readonly row: HTMLElement;
  /** All that stands for it: its row, and its point where the page has a map. */
  readonly shown: readonly Element[];
}

/** The rows of a list. Where a place is, its row says, or its point on the map. */
export const readPlaces = (list: string): ListedPlace[] =>
  [...document.querySelectorAll<HTMLElement>(`${list} [data-place]`)].map((row) => {
    const { place = '', name = '' } = row.dataset;
    const shown = [...document.querySelectorAll<HTMLElement | SVGElement>(`[data-place="${place}"]`)];
    const { latitude, longitude } = shown.find(({ dataset }) => dataset['latitude'])?.dataset ?? {};
    return { name, row, shown, latitude: Number(latitude), longitude: Number(longitude) };
  });

/** Marks one place wherever it is shown, and unmarks the others. */
export function mark(
  places: readonly ListedPlace[],
  name: 'nearest' | 'picked',
  chosen: ListedPlace | undefined,
): void {
  for (const place of places) {
    for (const element of place.shown) element.classList.toggle(name, place === chosen);
  }
}
