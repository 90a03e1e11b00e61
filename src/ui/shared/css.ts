/** Marks style sheets for editors and the build's minifier. */
export const css = (strings: TemplateStringsArray): string => strings.join('');
