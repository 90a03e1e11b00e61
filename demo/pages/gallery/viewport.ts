import type { Size } from './state.js';

/**
 * Makes the box that holds a frame as wide and high as a window of that size, scaled down to the room there is. The frame in
 * it believes the size: media queries answer as they would in such a window.
 */
export function fitViewport(viewport: HTMLElement): void {
  new ResizeObserver(() => {
    const width = Number(viewport.style.getPropertyValue('--width'));
    viewport.style.setProperty('--scale', String(Math.min(1, viewport.clientWidth / width)));
  }).observe(viewport);
}

export function sizeViewport(viewport: HTMLElement, { width, height }: Size): void {
  viewport.style.setProperty('--width', String(width));
  viewport.style.setProperty('--height', String(height));
  viewport.style.setProperty('--scale', String(Math.min(1, viewport.clientWidth / width)));
}

/** Windows of the usual widths, by their width in CSS pixels. */
export const WINDOWS: Readonly<Record<string, Size>> = {
  320: { width: 320, height: 640 },
  390: { width: 390, height: 844 },
  768: { width: 768, height: 720 },
  1440: { width: 1440, height: 900 },
};

/** The window to begin with: on a small screen a large one could not be read. */
export const usualWidth = (): string => (innerWidth < 700 ? '320' : '768');
