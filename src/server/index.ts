/** For servers: reads choices from a request. Imports nothing of a browser. */
export { readConsent, type ReadOptions, type ServerConsent } from './read-consent.js';
