/**
 * The same words for the same text and language, made once: what `Intl` makes them with is costly, and a thousand services have
 * few countries and durations between them.
 */
export function remember(make: (text: string, locale: string) => string): (text: string, locale: string) => string {
  const known = new Map<string, string>();
  return (text, locale) => {
    const key = `${locale} ${text}`;
    const words = known.get(key) ?? make(text, locale);
    known.set(key, words);
    return words;
  };
}
