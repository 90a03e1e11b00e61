/** How the frame moves: as the visitor prefers, or as if they preferred less, or none the less. */
export type Motion = 'system' | 'reduced' | 'full';

/** The attribute that puts an element into interaction states: `data-force="hover"`. */
export const FORCE = 'data-force';

const ALWAYS = '(min-width: 0px)';
const NEVER = '(max-width: 0px)';

const reducedMotion: Readonly<Record<Exclude<Motion, 'system'>, Readonly<Record<string, string>>>> = {
  reduced: { reduce: ALWAYS, 'no-preference': NEVER },
  full: { reduce: NEVER, 'no-preference': ALWAYS },
};

/**
 * A style sheet's text in which `:hover`, `:active` and `:focus-visible` also match elements that the attribute names, and in
 * which the preference for reduced motion is the given one.
 */
export function forceStates(css: string, motion: Motion): string {
  const forced = css
    // Whether the device can hover at all is no state of an element.
    .replace(/\((any-)?hover\s*:\s*hover\)/g, ALWAYS)
    .replace(/:(hover|active|focus-visible)(?![\w-])/g, `:is(:$1, [${FORCE}~='$1'])`);
  return motion === 'system'
    ? forced
    : forced.replace(
        /\(prefers-reduced-motion\s*:\s*(reduce|no-preference)\)/g,
        (whole, preference: string) => reducedMotion[motion][preference] ?? whole,
      );
}

/** From now on every style sheet that a script writes is written so. */
export function forceAllSheets(motion: Motion): void {
  const { prototype } = CSSStyleSheet;

  const write = prototype.replaceSync;
  prototype.replaceSync = function (this: CSSStyleSheet, css: string): void {
    write.call(this, forceStates(css, motion));
  };
}
