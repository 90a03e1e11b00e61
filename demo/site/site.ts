import { mountKeepChoices } from './keep-choices.js';
import { mountLeftBrowser } from './left-browser.js';
import { mountLocation } from './location.js';
import { mountOffers } from './offers.js';

// Missing where the script was blocked: the page must work all the same.
const { candor } = window;

mountLeftBrowser();
mountKeepChoices(candor);
mountLocation(candor);
mountOffers(candor);
