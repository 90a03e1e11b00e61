export * from './later.js';
export { fetchAgain } from './page/fetch-again.js';
export { open as openButton } from './ui/button/open.js';

/** Put in by the build; see `load.tag.ts`. */
declare const __LATER_CHUNKS__: Readonly<Record<string, string>>;

export const chunks = __LATER_CHUNKS__;

/** What a file imports, by name; put in by the build. */
declare const __NEEDS__: Readonly<Record<string, readonly string[]>>;

export const needs = __NEEDS__;
