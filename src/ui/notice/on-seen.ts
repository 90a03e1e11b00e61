/**
 * Calls back once an element has been on screen: not while its page is in the background, and never where a filter hides it.
 *
 * @returns Stops watching.
 */
export function onSeen(element: Element, run: () => void): () => void {
  const observer = new IntersectionObserver((entries) => {
    const isVisible = element.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) !== false;
    if (!isVisible || !entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    run();
  });
  observer.observe(element);
  return () => observer.disconnect();
}
