/** Between a surface and what has been scrolled clear of it, for the ring around the focus; in CSS pixels. */
const GAP = 8;

/** Where less than this is left beside a surface, nothing can be scrolled there; in CSS pixels. */
const LEAST = 48;

/**
 * Keeps what has the focus out from under a surface that stands over the page (WCAG 2.4.12): the page scrolls it clear, and has
 * room to do so at its end. For what no scrolling frees, because it is fixed or the page is short, the surface makes way as
 * long as that has the focus.
 *
 * Nothing of the page moves: the room comes after its last line, and not where a scroll bar would come with it. It stands in a
 * sheet of its own, so that the page's own values are untouched.
 *
 * @param signal Gives the room back.
 * @returns Brings it up to date after a change of the layout.
 */
export function keepClear(surface: HTMLElement, signal: AbortSignal): () => void {
  const root = document.documentElement;
  const sheet = new CSSStyleSheet();
  let settled = '';
  let focused = document.querySelector(':focus');

  const setRoom = (): void => {
    surface.style.translate = '';
    const { top, bottom, height } = surface.getBoundingClientRect();
    const { clientWidth } = root;
    // A filter may hide it, and a new layout make it modal.
    const isBeside = height > 0 && surface.popover;
    const isAbove = surface.dataset['position']?.startsWith('top');
    const taken = GAP + (isAbove ? bottom : innerHeight - top);
    const size = `${taken}px!important`;
    const padding = innerHeight - taken < LEAST ? '' : `:root{scroll-padding-${isAbove ? 'top' : 'bottom'}:${size}}`;
    // A box after the body: not every engine scrolls as far as a margin goes, and a padding would make a page as high as the
    // window less high. Hidden, it counts as no layout shift when a page that is still being read pushes it down.
    const room = isAbove
      ? ''
      : `:root::after{content:""!important;display:block!important;visibility:hidden!important;height:${size}}`;
    const set = (rules: string): void => sheet.replaceSync(isBeside ? `@media screen{${rules}}` : '');
    const wanted = [isBeside, padding, room, innerWidth].join();
    // A scroll bar that comes and goes is news of a new size in some engines.
    if (wanted === settled) return;
    settled = wanted;
    set(padding + room);
    if (root.clientWidth < clientWidth) set(padding);
  };

  /** Whether the surface is what the mouse would meet where both are; behind a dialog of the page it is not. */
  const covers = ({ left, top, right, bottom }: DOMRect): boolean => {
    const own = surface.getBoundingClientRect();
    const x = Math.max(left, own.left) + Math.min(right, own.right);
    const y = Math.max(top, own.top) + Math.min(bottom, own.bottom);
    return document.elementFromPoint(x / 2, y / 2) === surface;
  };

  const makeWay = (): void => {
    surface.style.translate = '';
    // What is larger is the page's content as a whole, which is read and not pressed.
    const isCovered = (): boolean => {
      const rect = focused?.getBoundingClientRect();
      return !!rect && rect.height < innerHeight / 2 && covers(rect);
    };
    if (isCovered()) focused?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    if (isCovered()) surface.style.translate = '0 200vh';
  };

  // Safari tells of the focus first, and scrolls to it some time later.
  const seen = new IntersectionObserver(([entry]) => {
    if (!entry!.isIntersecting) return;
    seen.disconnect();
    makeWay();
  });

  const onFocus = (event: Event): void => {
    const path = event.composedPath();
    focused = event.type === 'focusin' && !path.includes(surface) ? (path[0] as Element) : null;
    makeWay();
    seen.disconnect();
    if (focused) seen.observe(focused);
  };

  const settle = (): void => {
    setRoom();
    makeWay();
  };
  const sized = new ResizeObserver(settle);

  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  sized.observe(surface);
  addEventListener('focusin', onFocus, { signal });
  addEventListener('focusout', onFocus, { signal });
  addEventListener('resize', settle, { signal });
  signal.addEventListener('abort', () => {
    sized.disconnect();
    seen.disconnect();
    surface.style.translate = '';
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  });
  return settle;
}
