const { lang } = document.documentElement;
const language = lang === 'en' ? 'en-GB' : lang;

const short = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
const long = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });

/** Of a time in milliseconds: the day. */
export const shortTime = (milliseconds: number): string => short.format(milliseconds);
/** Of a time in ISO 8601: the day and the minute. */
export const longTime = (time: string): string => long.format(new Date(time));
