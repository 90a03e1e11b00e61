/** The language in which lists and dates are written: British English has no comma before "and", and the day first. */
export const formatLocale = (locale: string): string => (locale === 'en' ? 'en-GB' : locale);
