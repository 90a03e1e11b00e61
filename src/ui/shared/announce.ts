/** What was said is taken away after so many ms, so that nobody meets it a second time while reading. */
const SAID_MS = 3000;

/**
 * Says the title of a surface once, when there is nothing else to say, and moves no focus: a region that comes with its words is
 * found by who looks for it, and told to nobody. What tells is a live region that stood empty before the words came into it; it is
 * not part of what the surface renders, so that a new language or a new state repeats nothing.
 *
 * @param signal Takes it away at once.
 */
export function announce(surface: HTMLElement, signal: AbortSignal): void {
  const region = document.createElement('div');
  region.role = 'status';
  region.style.cssText = 'position:absolute;clip-path:inset(50%)';
  surface.shadowRoot?.append(region);
  // Two frames, so that the empty region has been seen.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const title = surface.shadowRoot?.querySelector('[part=title]');
      // The page's own words, where it has some.
      const words = title?.querySelector('slot')?.assignedNodes({ flatten: true }) ?? (title ? [title] : []);
      region.textContent = words
        .map(({ textContent }) => textContent)
        .join('')
        .trim();
      setTimeout(() => region.remove(), SAID_MS);
    }),
  );
  signal.addEventListener('abort', () => region.remove());
}
