import type { Consent } from 'candor-consent';
import { askFor } from '../../site/ask-for.js';
import { translator } from '../../site/translator.js';
import { coarse, distance, nearest, type Place } from '../../site/nearest.js';
import { mark, type Region } from './regions.js';

const text = translator(
  {
    'location.refused': 'Location stays off. Please pick a region from the list.',
    'location.looking': 'Looking …',
    'location.found': '{region} is nearest, about {distance} away.',
    'location.failed': 'Your browser gave no position. Please pick a region from the list.',
    'location.unavailable':
      'Without the consent banner we do not ask for your position. Please pick a region from the list.',
    'location.withdrawn': 'Location is off again, and the nearest region is no longer marked.',
  },
  {
    'location.refused': '位置信息保持关闭，请从列表中选择地域。',
    'location.looking': '正在查找……',
    'location.found': '最近的地域是{region}，距您约 {distance}。',
    'location.failed': '浏览器未提供位置，请从列表中选择地域。',
    'location.unavailable': '同意横幅未能加载，因此我们不会获取您的位置。请从列表中选择地域。',
    'location.withdrawn': '位置信息已关闭，最近地域的标记已清除。',
  },
);

const position = (): Promise<GeolocationPosition> =>
  new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 10_000, maximumAge: 600_000 });
  });

const inWords = (kilometres: number): string =>
  new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: 'kilometer',
    maximumSignificantDigits: 2,
  }).format(kilometres);

/** Tells the server where the visitor is, within a hundred kilometres. */
function report({ latitude, longitude }: Place): void {
  void fetch('/collect/status/nearest', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event: 'nearest region', latitude, longitude }),
  }).catch(() => undefined);
}

/** “Use my location”: asks for consent where it is missing, and goes on by itself once it is there. */
export function mountLocation(candor: Consent | undefined, regions: readonly Region[]): void {
  const button = document.querySelector<HTMLButtonElement>('#use-location');
  const result = document.querySelector<HTMLElement>('#location-result');
  if (!button || !result) return;

  const run = async (): Promise<string> => {
    if (!candor) return text('location.unavailable');
    if (!(await askFor(candor, 'location'))) return text('location.refused');
    result.textContent = text('location.looking');
    const coords = await position().then(
      (found) => found.coords,
      () => undefined,
    );
    // While the browser looked, the answer may have been taken back.
    if (!candor.granted('location')) return text('location.withdrawn');
    if (!coords) return text('location.failed');
    const place = coarse(coords);
    report(place);
    const found = nearest(place, regions);
    if (!found) return text('location.failed');
    mark(regions, 'nearest', found);
    return text('location.found', { region: found.name, distance: inWords(distance(place, found)) });
  };

  let isRunning = false;
  button.addEventListener('click', () => {
    if (isRunning) return;
    isRunning = true;
    void run().then((message) => {
      result.textContent = message;
      isRunning = false;
    });
  });

  candor?.gate('location', () => () => {
    if (!regions.some(({ row }) => row.classList.contains('nearest'))) return;
    mark(regions, 'nearest', undefined);
    result.textContent = text('location.withdrawn');
  });
}
