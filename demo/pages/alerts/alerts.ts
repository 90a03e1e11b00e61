import { onReadinessChange } from './browser-notices.js';
import { mountOffers } from './offers.js';
import { mountOutages } from './outages.js';

const outages = document.querySelector<HTMLElement>('#outages');
const shows = [outages ? mountOutages(outages) : () => {}, mountOffers(window.candor)];
const show = (): void => shows.forEach((each) => each());

show();
onReadinessChange(show);
// The permission, or what is turned on, may have changed in another tab.
addEventListener('focus', show);
