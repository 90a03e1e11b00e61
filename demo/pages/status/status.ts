import { mark, readPlaces } from '../../site/places.js';
import { mountLocation } from './location.js';

const regions = readPlaces('#regions');
const facts = document.querySelector<HTMLElement>('#region-facts');

/** Picking a region by hand needs nobody's permission and leaves nowhere. */
document.querySelector('#regions')?.addEventListener('change', ({ target }) => {
  const picked = regions.find(({ row }) => row.contains(target as Node));
  mark(regions, 'picked', picked);
  // What there is to know about it, in the page's language.
  if (facts && picked) facts.textContent = picked.row.dataset['facts'] ?? '';
});

mountLocation(regions);
