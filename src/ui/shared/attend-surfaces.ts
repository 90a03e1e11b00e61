import { announce } from './announce.js';
import { keepClear } from './keep-clear.js';

/** The surfaces beside which the page stays usable, unless the layout makes them modal. */
const SURFACES = 'candor-banner, candor-age, candor-notice, candor-imported';

/** Those that have been seen to, and how that is brought up to date. */
const attended = new WeakMap<Element, () => void>();

/**
 * Sees to what a surface that stands over a page owes it: it is told of once, and never in the way of the focus. Both end with the
 * surface.
 */
export function attendSurfaces(): void {
  for (const surface of document.querySelectorAll<HTMLElement>(SURFACES)) {
    const settle = attended.get(surface);
    if (settle) settle();
    else if (surface.popover) {
      const stop = new AbortController();
      attended.set(surface, keepClear(surface, stop.signal));
      announce(surface, stop.signal);
      surface.addEventListener(
        'close',
        () => {
          attended.delete(surface);
          stop.abort();
        },
        { once: true },
      );
    }
  }
}
