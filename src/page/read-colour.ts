import type { Colour } from '../core/colour.js';

/** A colour with its share of the ground behind it, as browsers write it: `color(srgb 0.1 0.2 0.3 / 0.5)`. */
const WRITTEN = /^color\(srgb ([-\d.e]+) ([-\d.e]+) ([-\d.e]+)(?: \/ ([-\d.e]+))?\)$/;

/**
 * Reads any colour the browser knows, as it looks where it is read: names, `oklch()`, `light-dark()`, `var()`.
 *
 * @param root Where it is read; nothing is left there.
 * @returns Null for what is no colour, or can be seen through.
 */
export function readColour(root: ParentNode, text: string, scheme: 'light' | 'dark'): Colour | null {
  // New ones each time: WebKit goes on telling the first colour of what is not displayed.
  const outer = document.createElement('span');
  const probe = document.createElement('span');
  outer.style.colorScheme = scheme;
  // What cannot be computed is inherited, and so seen to be no colour.
  outer.style.color = 'transparent';
  // Mixed with itself, it is written as numbers of sRGB whatever it was; a text that ends the function is no colour.
  probe.style.color = `color-mix(in srgb, ${text}, ${text})`;
  outer.append(probe);
  root.append(outer);
  const [red, green, blue, alpha = 1] = WRITTEN.exec(getComputedStyle(probe).color)?.slice(1).map(channel) ?? [];
  outer.remove();
  return red === undefined || alpha < 1 ? null : [red, green as number, blue as number];
}

/** Within what the screen has; undefined stays. */
const channel = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Math.min(1, Math.max(0, Number(text)));
