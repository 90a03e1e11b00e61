/** Letters of scripts that are written from right to left, as the Unicode blocks have them. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ud802\ud803\ud83a\ud83b\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * A site's own words, which may be in another language than what stands around them: then between U+2068 and U+2069, so that
 * they are read in their own direction, and their punctuation stays with them. By characters instead of markup, because
 * they stand in sentences and lists as well. Words of the surface's direction stay as they are: a sentence in Arabic may begin with a
 * Latin name.
 *
 * @param direction Of the surface.
 */
export const isolate = (words: string | undefined, direction: string): string | undefined =>
  words && RIGHT_TO_LEFT.test(words) !== (direction === 'rtl') ? `\u2068${words}\u2069` : words;
