/** Spanish outside Spain, and what was Spanish last, is `es-419`: CLDR has it as the parent of `es-MX`, too. */
export const americanSpanish = (tag: string): string => tag.replace(/^es-(?!ES|EA|IC|GQ|PH).+/, 'es-419');
