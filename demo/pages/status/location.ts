import { mountFindNearest } from '../../site/find-nearest.js';
import type { ListedPlace } from '../../site/places.js';
import { translator } from '../../site/translator.js';

const words = translator(
  {
    found: '{place} is nearest, about {distance} away.',
    instead: 'Please pick a region from the list.',
    withdrawn: 'Location is off again, and the nearest region is no longer marked.',
  },
  {
    found: '最近的地域是{place}，距您约 {distance}。',
    instead: '请从列表中选择地域',
    withdrawn: '位置信息已关闭，最近地域的标记已清除。',
  },
);

/** “Use my location”: asks for consent where it is missing, and goes on by itself once it is there. */
export const mountLocation = (regions: readonly ListedPlace[]): void =>
  mountFindNearest({
    button: document.querySelector<HTMLButtonElement>('#use-location'),
    result: document.querySelector<HTMLElement>('#location-result'),
    places: regions,
    words,
    report: { to: '/collect/status/nearest', event: 'nearest region' },
    asksFirst: true,
  });
