/** Blocking for bundlers: what `candor-block.js` does for the script tag. Importable in Node. */
import type { Config } from './core/config.js';
import type { Consent } from './core/consent.js';
import { holdFirst } from './gate/block/hold-first.js';

/**
 * Holds what the `block` lists of the config name, whoever asks for it, while an id that names it is not a yes, and camera,
 * microphone and motion where the config guards them. Call it before any other code runs: what has begun cannot be held. On
 * a server it does nothing.
 *
 * @param config The same as for `createConsent()`. What cannot be used of it is explained in the console.
 * @param consent Whose answers count. Default: the page's consent; until there is one, nothing is a yes.
 * @returns Ends it and leaves the browser's own functions behind, as `destroy()` of the consent does.
 */
export const block = (config: Config, consent?: Consent): (() => void) =>
  typeof document === 'object' ? holdFirst(config, undefined, consent) : () => {};
