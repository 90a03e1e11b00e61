const isChinese = /^zh\b/i.test(document.documentElement.lang);

/** Texts of a script in the page's language, their `{places}` filled: `translator(english, chinese)('found', { region })`. */
export function translator<Id extends string>(
  english: Readonly<Record<Id, string>>,
  chinese: Readonly<Record<Id, string>>,
): (id: Id, values?: Readonly<Record<string, string>>) => string {
  const texts = isChinese ? chinese : english;
  return (id, values = {}) => texts[id].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
