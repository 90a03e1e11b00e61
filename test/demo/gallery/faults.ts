/**
 * What a designer would send back, in words; runs in the page. Looks at what can be seen: what is scrolled out of sight
 * covers nothing.
 *
 * @param tag Of the element that is shown.
 */
export async function faultsOf(tag: string): Promise<string[]> {
  const TOLERANCE = 1;
  const outer = document.querySelector(tag)?.shadowRoot;
  const root = outer?.querySelector('candor-placeholder')?.shadowRoot ?? outer;
  const box =
    root?.querySelector('dialog[part=placeholder][open]') ??
    root?.querySelector(
      '[part=banner], [part=panel], [part=request], [part=notice], dialog[part=guardian], [part=imported], [part=records], [part=button], div[part=placeholder], [part=open]',
    );
  if (!root || !box) return [`no ${tag}`];
  // What is still on its way in is not where it will be.
  const ending = root.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.all(ending.map(({ finished }) => finished));
  const faults: string[] = [];
  const nameOf = (element: Element): string =>
    element.getAttribute('data-consent-action') ?? element.getAttribute('part') ?? element.localName;

  const seen = (element: Element): DOMRect => {
    let { left, top, right, bottom } = element.getBoundingClientRect();
    for (let each = element.parentElement; each; each = each.parentElement) {
      if (getComputedStyle(each).overflowY === 'visible') continue;
      const clip = each.getBoundingClientRect();
      [left, top] = [Math.max(left, clip.left), Math.max(top, clip.top)];
      [right, bottom] = [Math.min(right, clip.right), Math.min(bottom, clip.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };

  const { left, top, right, bottom, width, height } = box.getBoundingClientRect();
  if (width < 24 || height < 24) faults.push(`${tag} is ${width} × ${height}`);
  if (left < -TOLERANCE || top < -TOLERANCE || right > innerWidth + TOLERANCE || bottom > innerHeight + TOLERANCE) {
    faults.push(`${tag} leaves the window: ${left}, ${top}, ${right}, ${bottom}`);
  }

  for (const element of root.querySelectorAll('button, select, a, h2, h3, h4, p, summary, dd')) {
    // What a closed dialog holds, or what stands behind an open one.
    if (!element.checkVisibility() || (box.localName === 'dialog' && !box.contains(element))) continue;
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    const isInline = getComputedStyle(element).display === 'inline';
    if (!isInline && scrollWidth > clientWidth + TOLERANCE) faults.push(`${nameOf(element)} is cut off at its side`);
    if (element.localName === 'button' && scrollHeight > clientHeight + TOLERANCE) {
      faults.push(`${nameOf(element)} is cut off at its foot`);
    }
    const own = element.getBoundingClientRect();
    if (own.left < left - TOLERANCE || own.right > right + TOLERANCE) faults.push(`${nameOf(element)} leaves the box`);
  }

  const parts = Array.from(root.querySelectorAll('button, select, a, h2, summary'), (element) => ({
    element,
    rect: seen(element),
  })).filter(({ rect }) => rect.width > TOLERANCE && rect.height > TOLERANCE);
  parts.forEach(({ element, rect }, index) => {
    for (const other of parts.slice(index + 1)) {
      const across = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
      const down = Math.min(rect.bottom, other.rect.bottom) - Math.max(rect.top, other.rect.top);
      if (across > TOLERANCE && down > TOLERANCE) {
        faults.push(`${nameOf(element)} and ${nameOf(other.element)} cover each other`);
      }
    }
  });

  const [first, second] = Array.from(
    root.querySelectorAll('.choices > button, [part$="-all"], [part="save"]'),
    (button) => button.getBoundingClientRect(),
  );
  if (first && second) {
    const isRow = Math.abs(first.top - second.top) <= TOLERANCE;
    const isStack = Math.abs(first.left - second.left) <= TOLERANCE;
    if (!isRow && !isStack) faults.push('the two answers stand neither side by side nor one above the other');
    if (Math.abs(first.width - second.width) > TOLERANCE) faults.push(`widths ${first.width}, ${second.width}`);
    if (Math.abs(first.height - second.height) > TOLERANCE) faults.push(`heights ${first.height}, ${second.height}`);
  }
  return faults;
}

/** Whether what is forced into a state looks different from how it rests; runs in the page. */
export function restsDifferently(tag: string): boolean {
  const outer = document.querySelector(tag)?.shadowRoot;
  const element = (outer?.querySelector('candor-placeholder')?.shadowRoot ?? outer)?.querySelector('[data-force]');
  if (!element) return false;
  const look = (): string =>
    ['', '::before', '::after']
      .map((pseudo) => {
        const style = getComputedStyle(element, pseudo || null);
        const { color, backgroundColor, boxShadow, borderColor, scale, textDecoration, outlineStyle, outlineWidth } =
          style;
        return [
          color,
          backgroundColor,
          boxShadow,
          borderColor,
          scale,
          textDecoration,
          outlineStyle,
          outlineWidth,
        ].join();
      })
      .join('\n');
  const forced = look();
  element.removeAttribute('data-force');
  return look() !== forced;
}
