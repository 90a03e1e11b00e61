export * from './later.js';
export { fetchAgain } from './page/fetch-again.js';
export { open as openButton } from './ui/button/open.js';

/** Put in by the build; see `load.tag.ts`. */
declare const __LATER_CHUNKS__: Readonly<Record<string, string>>;

export const chunks = __LATER_CHUNKS__;
