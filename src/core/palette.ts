import type { Theme } from './config.js';
import { BLACK, contrast, hex, mix, reach, textOn, WHITE, type Colour } from './colour.js';
import { lookOf, LOOKS, type ColourKey, type Scheme } from './looks.js';

/** A colour that was given and is not used as it is. */
export interface Correction {
  readonly key: ColourKey;
  readonly scheme: Scheme;
  /** `#rrggbb`; undefined: it is no colour. */
  readonly given: string | undefined;
  /** `#rrggbb` of what is used in its place. */
  readonly used: string;
  /** The contrast it was to have: at least this to 1. */
  readonly ratio: number;
}

/** The colours of one scheme. */
export interface Palette {
  /** `#rrggbb`, by key. A key that is missing is left to the style sheets, which derive it from the others. */
  readonly colours: Readonly<Partial<Record<ColourKey, string>>>;
  /** What lies over an answer while it is pointed at or pressed: black or white, so that its words stay readable. */
  readonly film: string;
  readonly corrections: readonly Correction[];
}

/** What words must reach (WCAG 2.2, 1.4.3), what they reach by default (1.4.6), and what a control must (1.4.11). */
const TEXT = 4.5;
const BODY = 7;
const CONTROL = 3;

/** As much of a film as the style sheets lay over what is pressed. */
const FILM = 0.2;

/** Reads `#rrggbb`. */
const ofHex = (text: string): Colour =>
  [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16) / 255) as unknown as Colour;

/**
 * The colours of a theme in one scheme, each corrected by the least that makes it readable: words reach 4.5:1 (7:1 where they
 * are not given), answers and switches 3:1 against what they stand on.
 *
 * @param read A given colour; undefined: none is given; null: what is given is no colour.
 */
export function palette(
  theme: Pick<Theme, 'look'>,
  scheme: Scheme,
  read: (key: ColourKey) => Colour | null | undefined,
): Palette {
  const own = LOOKS[lookOf(theme)][scheme];
  const colours: Partial<Record<ColourKey, string>> = {};
  const corrections: Correction[] = [];

  /** Takes the given colour, else the fallback; corrected where its contrast with the ground is to be `ratio`. */
  function take(key: ColourKey, fallback: Colour | undefined, ground: Colour | undefined, ratio: number): Colour {
    const given = read(key);
    const wanted = given ?? fallback;
    const used = wanted && ground ? reach(wanted, ground, ratio) : wanted;
    if (used) colours[key] = hex(used);
    if (used && (given === null || (given && ground && contrast(given, ground) < ratio))) {
      corrections.push({ key, scheme, given: given ? hex(given) : undefined, used: hex(used), ratio });
    }
    return used as Colour;
  }

  const ofLook = (key: ColourKey): Colour | undefined => (own[key] ? ofHex(own[key]) : undefined);
  const background = take('background', ofLook('background'), undefined, 1);
  const color = take('color', reach(ofHex(own.color), background, BODY), background, TEXT);
  // Quieter than the words, and no harder to read than they are.
  const quiet = reach(mix(color, background, 0.2), background, Math.min(BODY, contrast(color, background)));
  take('muted', quiet, background, TEXT);
  // On another ground the look's own hairline would be a bar.
  take('border', read('background') || read('color') ? undefined : ofLook('border'), undefined, 1);
  // Without an accent the answers have the colour of the words, less bright where that would outshine the page.
  const accent = take(
    'accent',
    ofLook('accent') ?? mix(color, background, scheme === 'dark' ? 0.14 : 0),
    background,
    CONTROL,
  );
  const text = take('accentText', textOn(accent), accent, TEXT);
  // In the colour of the words it brings both nearer to each other, which not every accent has room for.
  const [like, unlike] = contrast(WHITE, text) > contrast(BLACK, text) ? [BLACK, WHITE] : [WHITE, BLACK];
  const film = contrast(mix(accent, like, FILM), text) < TEXT ? unlike : like;
  return { colours, film: hex(film), corrections };
}

/** The palettes of both schemes. */
export interface Palettes extends Readonly<Record<Scheme, Palette>> {
  /**
   * What whoever gave the colours should hear of, of the schemes that can be seen. That one colour for both had to be fitted to
   * the dark one goes without saying.
   */
  readonly corrections: readonly Correction[];
}

/** @param read See {@link palette}. */
export function palettes(
  theme: Pick<Theme, 'look' | 'scheme'>,
  read: (key: ColourKey, scheme: Scheme) => Colour | null | undefined,
): Palettes {
  const of = (scheme: Scheme): Palette => palette(theme, scheme, (key) => read(key, scheme));
  const [light, dark] = [of('light'), of('dark')];
  const isOne = ({ key }: Correction): boolean => String(read(key, 'light')) === String(read(key, 'dark'));
  const corrections = [
    ...(theme.scheme === 'dark' ? [] : light.corrections),
    ...(theme.scheme === 'light'
      ? []
      : dark.corrections.filter((correction) => theme.scheme === 'dark' || !isOne(correction))),
  ];
  return { light, dark, corrections };
}
