import type { Colour } from '../core/colour.js';
import type { Scheme } from '../core/looks.js';
import { COLOUR_NAMES } from './colour-names.js';

/** Functions that only a browser can compute. */
const COMPUTED = /^(hwb|lab|lch|oklab|oklch|color|color-mix|contrast-color|device-cmyk|var|env)\(.*\)$/i;

/** Colours of the visitor's system. */
const SYSTEM =
  /^(accentcolor(text)?|activetext|button(border|face|text)|canvas(text)?|field(text)?|graytext|highlight(text)?|linktext|mark(text)?|selecteditem(text)?|visitedtext)$/i;

const HEX = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;
const FUNCTION = /^(rgb|hsl)a?\(([^()]*)\)$/i;
const ONE_OF_EACH = /^light-dark\((.*)\)$/i;

function ofHex(digits: string): Colour | null {
  const pairs = digits.length < 6 ? [...digits].map((digit) => digit + digit) : digits.match(/../g);
  const [red, green, blue, alpha = 1] = (pairs ?? []).map((pair) => parseInt(pair, 16) / 255);
  return alpha < 1 ? null : [red as number, green as number, blue as number];
}

/** CSS Color 4, § 7.1. Hue in degrees, the others from 0 to 1. */
function ofHsl(hue: number, saturation: number, lightness: number): Colour {
  const channel = (at: number): number => {
    const turn = (((at + hue / 30) % 12) + 12) % 12;
    return lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(turn - 3, 9 - turn, 1));
  };
  return [channel(0), channel(8), channel(4)];
}

function ofFunction(name: string, inside: string): Colour | null {
  const parts = inside.split(/[\s,/]+/).filter(Boolean);
  const numbers = parts.map((part) => parseFloat(part));
  if (parts.length < 3 || parts.length > 4 || numbers.some(Number.isNaN)) return null;
  const share = (index: number, whole: number): number =>
    Math.min(1, Math.max(0, (numbers[index] as number) / (parts[index]?.endsWith('%') ? 100 : whole)));
  if (parts.length === 4 && share(3, 1) < 1) return null;
  return name.toLowerCase() === 'rgb'
    ? [share(0, 255), share(1, 255), share(2, 255)]
    : ofHsl(numbers[0] as number, share(1, 100), share(2, 100));
}

/** The two of a `light-dark()`: the comma that stands in no other function parts them. */
function parted(inside: string): string[] {
  let depth = 0;
  const at = [...inside].findIndex((letter) => {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    return letter === ',' && depth === 0;
  });
  return at < 0 ? [] : [inside.slice(0, at).trim(), inside.slice(at + 1).trim()];
}

/**
 * Reads a CSS colour without a browser.
 *
 * @returns Undefined for what only a browser can compute, null for what is no colour or can be seen through.
 */
export function parseColour(text: string, scheme: Scheme): Colour | null | undefined {
  const value = text.trim();
  const [, inside] = ONE_OF_EACH.exec(value) ?? [];
  if (inside !== undefined) {
    const one = parted(inside)[scheme === 'light' ? 0 : 1];
    return one === undefined ? null : parseColour(one, scheme);
  }
  const named = COLOUR_NAMES[value.toLowerCase()] ?? value;
  if (HEX.test(named)) return ofHex(named.slice(1));
  const [, name, numbers] = FUNCTION.exec(value) ?? [];
  // Numbers relative to another colour, or computed, are the browser's.
  if (name && numbers !== undefined && !/^\s*from\b/i.test(numbers)) return ofFunction(name, numbers);
  return COMPUTED.test(value) || SYSTEM.test(value) || /^(rgb|hsl)a?\(.*\)$/i.test(value) ? undefined : null;
}
