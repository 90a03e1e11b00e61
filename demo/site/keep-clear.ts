/** Candor's surfaces that stand on the page; those in the page's own flow do not. */
const FLOATING = 'candor-banner, candor-button:not([inline])';

const NARROW = '(max-width: 799px)';
const GAP_PIXELS = 12;

const isShown = ({ height }: DOMRect): boolean => height > 0;

const overlap = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/**
 * Keeps a fixed element where Candor's banner and button are not: on a narrow screen at the other edge (`data-edge`), on a wide
 * one above them (`--shift`); and tells it how far down it may reach (`--room`).
 *
 * @param element What is fixed.
 * @param core The part of it that must stay in sight.
 */
export function keepClear(element: HTMLElement, core: HTMLElement): void {
  const settle = (): void => {
    const surfaces = [...document.querySelectorAll(FLOATING)].map((surface) => surface.getBoundingClientRect());
    const topOf = (some: DOMRect[]): number => Math.min(innerHeight, ...some.map(({ top }) => top));
    delete element.dataset['edge'];
    element.style.setProperty('--shift', '0px');
    const own = core.getBoundingClientRect();
    const inTheWay = surfaces.filter((surface) => isShown(surface) && overlap(surface, own));
    element.style.setProperty('--room', `${Math.round(topOf(surfaces.filter(isShown)))}px`);
    if (inTheWay.length === 0) return;
    const top = topOf(inTheWay);
    if (matchMedia(NARROW).matches) element.dataset['edge'] = 'end';
    // What fills the screen leaves no better place.
    else if (top > own.height + 2 * GAP_PIXELS) {
      element.style.setProperty('--shift', `${Math.round(own.bottom - top + GAP_PIXELS)}px`);
    }
  };

  const sizes = new ResizeObserver(settle);
  const watch = (): void => document.querySelectorAll(FLOATING).forEach((surface) => sizes.observe(surface));
  // Candor puts them beside the body.
  new MutationObserver(watch).observe(document.documentElement, { childList: true });
  watch();
  addEventListener('resize', settle);
  settle();
}
