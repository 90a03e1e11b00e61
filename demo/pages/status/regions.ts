import type { Place } from '../../site/nearest.js';

export interface Region extends Place {
  readonly name: string;
  /** What there is to know about it, in the page's language. */
  readonly facts: string;
  readonly row: HTMLElement;
  readonly point: SVGElement;
}

/** The rows of the list with their points on the map, which know where they are. */
export function readRegions(): Region[] {
  return Array.from(document.querySelectorAll<HTMLElement>('#regions [data-region]')).flatMap((row) => {
    const { region = '', name = '', facts = '' } = row.dataset;
    const point = document.querySelector<SVGElement>(`.map [data-region="${region}"]`);
    if (!point) return [];
    const { latitude, longitude } = point.dataset;
    return [{ name, facts, row, point, latitude: Number(latitude), longitude: Number(longitude) }];
  });
}

/** Marks one region, in the list and on the map, and unmarks the others. */
export function mark(regions: readonly Region[], name: 'nearest' | 'picked', chosen: Region | undefined): void {
  for (const region of regions) {
    for (const element of [region.row, region.point]) element.classList.toggle(name, region === chosen);
  }
}
