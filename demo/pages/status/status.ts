import { mountLocation } from './location.js';
import { mark, readRegions } from './regions.js';

const regions = readRegions();
const facts = document.querySelector<HTMLElement>('#region-facts');

/** Picking a region by hand needs nobody's permission and leaves nowhere. */
document.querySelector('#regions')?.addEventListener('change', ({ target }) => {
  const picked = regions.find(({ row }) => row.contains(target as Node));
  mark(regions, 'picked', picked);
  if (facts && picked) facts.textContent = picked.facts;
});

mountLocation(window.candor, regions);
