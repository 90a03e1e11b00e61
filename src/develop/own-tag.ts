/** The tag of `candor.js` stands beside this file; from npm there is none. */
const ADDRESS = import.meta.url.replace(/[^/]*$/, 'candor.js');

export const ownTag = (): HTMLScriptElement | undefined =>
  [...document.scripts].find(({ src }) => src.split(/[?#]/, 1)[0] === ADDRESS);

/** When Candor can have begun at the earliest, in ms since navigation; 0 where that cannot be told. */
export const begunAt = (tag = ownTag()): number =>
  (performance.getEntriesByName(tag?.src ?? '')[0] as PerformanceResourceTiming | undefined)?.responseEnd ?? 0;
