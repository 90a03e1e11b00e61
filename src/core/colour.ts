/** An opaque colour of sRGB: red, green and blue from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number];

export const BLACK: Colour = [0, 0, 0];
export const WHITE: Colour = [1, 1, 1];

/** Of `share` parts of `other` and the rest of `colour`, as the browser's `color-mix(in srgb, …)`. */
export const mix = (colour: Colour, other: Colour, share: number): Colour =>
  colour.map((channel, index) => channel + ((other[index] as number) - channel) * share) as unknown as Colour;

/** Relative luminance from 0 to 1: WCAG 2.2, “relative luminance”. */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  ) as unknown as Colour;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 (none) to 21 (black on white): WCAG 2.2, “contrast ratio”. */
export function contrast(one: Colour, other: Colour): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** White where that can be read, else black. One of them always reaches 4.5:1. */
export const textOn = (fill: Colour): Colour => (contrast(WHITE, fill) >= 4.5 ? WHITE : BLACK);

/** As the screen has it, in 256 steps: what is computed must hold for what is shown. */
const onScreen = (colour: Colour): Colour =>
  colour.map((channel) => Math.round(channel * 255) / 255) as unknown as Colour;

/** How many steps from a colour to black or white are tried. */
const STEPS = 64;

/** The colour itself where it has that contrast with its ground, else the nearest on the way to black or white that has. */
export function reach(colour: Colour, ground: Colour, ratio: number): Colour {
  const end = contrast(WHITE, ground) > contrast(BLACK, ground) ? WHITE : BLACK;
  for (let step = 0; step < STEPS; step += 1) {
    const tried = onScreen(mix(colour, end, step / STEPS));
    if (contrast(tried, ground) >= ratio) return tried;
  }
  return end;
}

/** `#rrggbb`. */
export const hex = (colour: Colour): string =>
  `#${colour
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
