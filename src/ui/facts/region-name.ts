import { remember } from './remember.js';

/** A country in words. What is no country code is shown as it stands. */
export const regionName = remember((code, locale) => {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
});
