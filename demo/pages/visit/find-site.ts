import { mountFindNearest } from '../../site/find-nearest.js';
import { readPlaces } from '../../site/places.js';
import { translator } from '../../site/translator.js';

const words = translator(
  {
    found: '{place} is nearest, about {distance} away.',
    instead: 'The sites are in the list.',
    withdrawn: 'Location is off again, and the nearest site is no longer marked.',
  },
  {
    found: '最近的机房在{place}，距您约 {distance}。',
    instead: '请查看列表中的机房',
    withdrawn: '位置信息已关闭，最近机房的标记已清除。',
  },
);

/**
 * “Find the nearest site” asks the browser straight away, as pages do that know nothing of consent: the config of this site
 * names the guard that holds the call, asks the visitor and lets it go on after a yes.
 */
export const mountFindSite = (): void =>
  mountFindNearest({
    button: document.querySelector<HTMLButtonElement>('#find-site'),
    result: document.querySelector<HTMLElement>('#site-result'),
    places: readPlaces('#sites'),
    words,
    report: { to: '/collect/visit/nearest', event: 'nearest site' },
  });
