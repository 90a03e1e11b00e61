import { watchHidden } from './watch-hidden.js';

/**
 * Shows a surface above the page, which stays usable beside it: in the top layer, so that no `z-index` covers it. What the page
 * has made modal, or fills the screen, stays above: the surface stands beneath it until that is over.
 *
 * @returns Ends it; the surface is hidden by whoever called.
 */
export function standBeside(surface: HTMLElement): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  // Browsers without popovers show it as a fixed box like any other, and so does one that waits.
  surface.popover = 'manual';
  const rise = (): void => {
    if (surface.showPopover && !document.querySelector(':modal') && !surface.matches(':popover-open')) {
      surface.showPopover();
    }
  };
  rise();
  for (const type of ['close', 'fullscreenchange']) addEventListener(type, rise, { capture: true, signal });
  // Nobody answers by a click on what was not to be seen; a program still can.
  const unwatch = watchHidden(surface, (isHidden) => (surface.style.pointerEvents = isHidden ? 'none' : ''));
  return () => {
    stop.abort();
    unwatch();
    surface.popover = null;
  };
}
