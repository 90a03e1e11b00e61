/** For the script tag: this file takes what it shares with the banner from the banner's, so it must reach all of that. */
import '../banner/open.js';

export { open } from './open.js';
/** What all facts are made of stays in one file, which the panel brings. */
export { serviceFacts } from '../facts/service-facts.js';
