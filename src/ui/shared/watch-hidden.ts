const INTERVAL_MS = 250;

/** Transparent, invisible, or clipped to nothing, in the ways that hide things from sight; it keeps its box. */
const isVeiled = (element: Element): boolean => {
  const { opacity, visibility, clip, clipPath } = getComputedStyle(element);
  return /^0v|hid|rect|inset\((50|100)%/.test(opacity + visibility + clip + clipPath);
};

/**
 * Tells again and again whether somebody has hidden what stands on the page: it has no box, or its host is veiled. No browser
 * tells of that by itself. What hides the whole page for a while, until its styles are there, does not count.
 *
 * @returns Stops watching.
 */
export function watchHidden(element: HTMLElement, tell: (isHidden: boolean) => void): () => void {
  const { host = element } = element.getRootNode() as Partial<ShadowRoot>;
  const timer = setInterval(
    () => tell(element.checkVisibility?.() === false || (isVeiled(host) && !isVeiled(document.documentElement))),
    INTERVAL_MS,
  );
  return () => clearInterval(timer);
}
