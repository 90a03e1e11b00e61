import type { Consent } from 'candor-consent';
import { coarse, distance, nearest, type Place } from './nearest.js';
import { translator } from './translator.js';

const text = translator(
  {
    'location.refused': 'Location stays off. Please pick a region from the list.',
    'location.looking': 'Looking …',
    'location.found': '{region} is nearest, about {distance} away.',
    'location.failed': 'Your browser gave no position. Please pick a region from the list.',
    'location.unavailable': 'Without the consent banner we do not ask for your position.',
  },
  {
    'location.refused': '位置信息保持关闭，请从列表中选择地域。',
    'location.looking': '正在查找……',
    'location.found': '最近的地域是{region}，距您约 {distance}。',
    'location.failed': '浏览器未提供位置，请从列表中选择地域。',
    'location.unavailable': '同意横幅未能加载，因此我们不会获取您的位置。',
  },
);

interface Region extends Place {
  readonly name: string;
  readonly row: HTMLElement;
  readonly point: SVGCircleElement;
}

/** The map shows every four degrees from 178° W and 76° N. */
const mapX = (longitude: number): number => (longitude + 178) / 4;
const mapY = (latitude: number): number => (76 - latitude) / 4;

/** The list in the page is the only source; the points on the map are drawn from it. */
function readRegions(list: HTMLElement, points: SVGElement): Region[] {
  return Array.from(list.querySelectorAll<HTMLElement>('[data-at]'), (row) => {
    const [latitude = 0, longitude = 0] = (row.dataset['at'] ?? '').split(' ').map(Number);
    const point = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    point.setAttribute('cx', String(mapX(longitude)));
    point.setAttribute('cy', String(mapY(latitude)));
    point.setAttribute('r', '0.9');
    if (row.dataset['state']) point.dataset['state'] = row.dataset['state'];
    points.append(point);
    return { latitude, longitude, row, point, name: row.firstChild?.textContent?.trim() ?? '' };
  });
}

const position = (): Promise<GeolocationPosition> =>
  new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 10_000, maximumAge: 600_000 });
  });

async function locate(regions: readonly Region[]): Promise<string> {
  let place: Place;
  try {
    place = coarse((await position()).coords);
  } catch {
    return text('location.failed');
  }
  const { latitude, longitude } = place;
  void fetch('/collect/status/nearest', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event: 'nearest region', latitude, longitude }),
  }).catch(() => undefined);
  const found = nearest(place, regions);
  if (!found) return text('location.failed');
  for (const { row, point } of regions) {
    row.classList.toggle('nearest', row === found.row);
    point.classList.toggle('nearest', row === found.row);
  }
  const kilometres = new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: 'kilometer',
    maximumSignificantDigits: 2,
  }).format(distance(place, found));
  return text('location.found', { region: found.name, distance: kilometres });
}

/** True once location is allowed; false when the settings close without it: a later yes is not an answer to this click. */
function allowed(candor: Consent): Promise<boolean> {
  if (candor.granted('location')) return Promise.resolve(true);
  return new Promise((resolve) => {
    const onHide = ({ detail }: DocumentEventMap['candor-hide']): void => {
      if (detail.surface !== 'preferences') return;
      document.removeEventListener('candor-hide', onHide);
      resolve(candor.granted('location'));
    };
    document.addEventListener('candor-hide', onHide);
    candor.show('preferences').catch(() => resolve(false));
  });
}

/** “Use my location”: asks for consent where it is missing, and goes on by itself once it is there. */
export function mountLocation(candor: Consent | undefined): void {
  const button = document.querySelector<HTMLButtonElement>('#use-location');
  const result = document.querySelector<HTMLElement>('#location-result');
  const list = document.querySelector<HTMLElement>('#regions');
  const points = document.querySelector<SVGElement>('#map-points');
  if (!button || !result || !list || !points) return;
  const regions = readRegions(list, points);

  const run = async (): Promise<string> => {
    if (!candor) return text('location.unavailable');
    if (!(await allowed(candor))) return text('location.refused');
    result.textContent = text('location.looking');
    return locate(regions);
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
}
