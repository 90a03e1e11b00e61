/** What a page needs only where its config says how Candor looks. */
import type { Consent } from './core/consent.js';
import { COLOURS, lookOf, type ColourKey } from './core/looks.js';
import { palettes, type Correction } from './core/palette.js';
import { readColour } from './page/read-colour.js';
import { compactStyles } from './ui/looks/compact.styles.js';
import { lookStyles } from './ui/looks/look.styles.js';

/** Custom properties that are no colours, by their key in `theme`. */
const OTHERS = { radius: '--candor-radius', font: '--candor-font' } as const;

/** Lies over the answers while they are pointed at. Not documented: it follows from the others. */
const FILM = '--_film';

const COLOUR_KEYS = Object.keys(COLOURS) as ColourKey[];

/** What is coloured by the theme in a page's text, too, whose other colours are the page's. */
const ON_ANY_GROUND: readonly ColourKey[] = ['accent', 'accentText'];

/** What each element wears on top of its own styles; nothing where it stands in a page's text and looks like that. */
const worn = new WeakMap<HTMLElement, CSSStyleSheet | undefined>();

/** What was corrected, by consent, as the elements were dressed last. */
const corrected = new WeakMap<Consent, readonly Correction[]>();

/** Colours that were given and had to be corrected, or are none, on what has been dressed so far. */
export const corrections = (consent: Consent): readonly Correction[] => corrected.get(consent) ?? [];

/**
 * Dresses an element of Candor's as the config says: what the config gives comes first, then custom properties of the page's
 * own, then what the look has. Called again after each change of the config.
 *
 * @param root Where it renders: its shadow root, or itself.
 */
export function dress(element: HTMLElement, root: ShadowRoot | HTMLElement, consent: Consent): void {
  const { theme = {}, layout } = consent.config;
  const { style } = element;
  const look = lookOf(theme);
  undress(element);
  wear(element, root, consent, `${lookStyles[look]}${layout?.density === 'compact' ? compactStyles : ''}`);
  // Through the CSSOM, which a strict Content-Security-Policy allows.
  style.colorScheme = theme.scheme === 'light' || theme.scheme === 'dark' ? theme.scheme : '';
  for (const key of ['radius', 'font'] as const) style.setProperty(OTHERS[key], theme[key] ?? '');
  // A browser that cannot be asked for colours takes them as they are.
  if (!CSS.supports('color', 'light-dark(color-mix(in srgb, red, red), red)')) {
    for (const key of COLOUR_KEYS) style.setProperty(COLOURS[key], theme[key] ?? '');
    return;
  }
  const computed = getComputedStyle(element);
  const given = Object.fromEntries(
    (root instanceof ShadowRoot ? COLOUR_KEYS : ON_ANY_GROUND).map((key) => [
      key,
      theme[key] || computed.getPropertyValue(COLOURS[key]).trim(),
    ]),
  );
  const { light, dark, ...rest } = palettes(theme, (key, scheme) =>
    given[key] ? readColour(root, given[key], scheme) : undefined,
  );
  for (const key of COLOUR_KEYS) {
    if (light.colours[key]) style.setProperty(COLOURS[key], `light-dark(${light.colours[key]}, ${dark.colours[key]})`);
  }
  style.setProperty(FILM, `light-dark(${light.film}, ${dark.film})`);
  corrected.set(consent, rest.corrections);
}

/** Takes off what another config had put on. */
function undress({ style }: HTMLElement): void {
  style.colorScheme = '';
  for (const name of [...Object.values(COLOURS), ...Object.values(OTHERS), FILM]) style.removeProperty(name);
}

/** Puts a style sheet after the element's own, and takes all off once the config says nothing any more. */
function wear(element: HTMLElement, root: ShadowRoot | HTMLElement, consent: Consent, styles: string): void {
  if (!worn.has(element)) {
    const sheet = root instanceof ShadowRoot ? new CSSStyleSheet() : undefined;
    worn.set(element, sheet);
    if (sheet) (root as ShadowRoot).adoptedStyleSheets.push(sheet);
    consent.addEventListener('refresh', () => {
      if (consent.theme()) return;
      undress(element);
      sheet?.replaceSync('');
    });
  }
  worn.get(element)?.replaceSync(styles);
}
