/**
 * Whose rules are the strictest that may hold here, by the device's time zone and languages; no service is asked. A guess may
 * only make the rules stricter (see `presetFor`), so it looks for the two kinds that can be, and rather too often than too
 * seldom: `CN`, or `EEA` in all of Europe; else the empty string.
 */
export function guessRegion(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return /^PRC|Shanghai|Urumqi|Chongqing|Harbin|Kashgar/.test(timeZone) || /-CN/.test(navigator.languages.join())
    ? 'CN'
    : /^Europe/.test(timeZone)
      ? 'EEA'
      : '';
}
