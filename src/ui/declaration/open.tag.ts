/** For the script tag: the declaration's file takes what it shares with the banner from the banner's, so it must reach all of that. */
import '../banner/open.js';

export { open } from './open.js';
