const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** `EEA`, a country, or a country with the code of a subdivision; which of those exist is not looked up. */
export function isRegionCode(code: string): boolean {
  const [country = '', subdivision, ...rest] = code.split('-');
  if (code === 'EEA') return true;
  const isCountry =
    /^[A-Z]{2}$/.test(country) &&
    countries.of(country) !== undefined &&
    country !== 'ZZ' &&
    // What has another name, such as `UK`, is no code of its own.
    new Intl.Locale(`und-${country}`).region === country;
  return isCountry && !rest.length && (subdivision === undefined || /^[A-Z0-9]{1,3}$/.test(subdivision));
}
