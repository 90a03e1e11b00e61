import { mountLeftBrowser } from './left-browser.js';
import { mountLocation } from './location.js';
import { mountOffers } from './offers.js';

// Missing where the script was blocked: the page must work all the same.
const { candor } = window;

mountLeftBrowser();
mountLocation(candor);
mountOffers(candor);
