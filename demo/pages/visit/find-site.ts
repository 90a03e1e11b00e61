import { coarse, distance, nearest, type Place } from '../../site/nearest.js';
import { translator } from '../../site/translator.js';

const text = translator(
  {
    'site.looking': 'Looking …',
    'site.found': '{site} is nearest, about {distance} away.',
    'site.refused': 'Location stays off. The sites are in the list.',
    'site.failed': 'Your browser gave no position. The sites are in the list.',
    'site.withdrawn': 'Location is off again, and the nearest site is no longer marked.',
  },
  {
    'site.looking': '正在查找……',
    'site.found': '最近的机房在{site}，距您约 {distance}。',
    'site.refused': '位置信息保持关闭，请查看列表中的机房。',
    'site.failed': '浏览器未提供位置，请查看列表中的机房。',
    'site.withdrawn': '位置信息已关闭，最近机房的标记已清除。',
  },
);

interface Site extends Place {
  readonly name: string;
  readonly row: HTMLElement;
}

const readSites = (): Site[] =>
  [...document.querySelectorAll<HTMLElement>('#sites [data-site]')].map((row) => {
    const { name = '', latitude, longitude } = row.dataset;
    return { name, row, latitude: Number(latitude), longitude: Number(longitude) };
  });

const inWords = (kilometres: number): string =>
  new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: 'kilometer',
    maximumSignificantDigits: 2,
  }).format(kilometres);

/** Tells the server where the visitor is, within a hundred kilometres. */
function report({ latitude, longitude }: Place): void {
  void fetch('/collect/visit/nearest', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event: 'nearest site', latitude, longitude }),
  }).catch(() => undefined);
}

/**
 * “Find the nearest site” asks the browser straight away, as pages do that know nothing of consent: the config of this site
 * names the guard that holds the call, asks the visitor and lets it go on after a yes.
 */
export function mountFindSite(): void {
  const button = document.querySelector<HTMLButtonElement>('#find-site');
  const result = document.querySelector<HTMLElement>('#site-result');
  if (!button || !result) return;
  const sites = readSites();
  const mark = (chosen: Site | undefined): void =>
    sites.forEach((site) => site.row.classList.toggle('nearest', site === chosen));

  button.addEventListener('click', () => {
    result.textContent = text('site.looking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const place = coarse(coords);
        const found = nearest(place, sites);
        if (!found) return;
        report(place);
        mark(found);
        result.textContent = text('site.found', { site: found.name, distance: inWords(distance(place, found)) });
      },
      ({ code, PERMISSION_DENIED }) => {
        result.textContent = text(code === PERMISSION_DENIED ? 'site.refused' : 'site.failed');
      },
      { timeout: 10_000, maximumAge: 600_000 },
    );
  });

  // A guard ends what it let through; what the page made of it is the page's own.
  window.candor?.gate('location', () => () => {
    if (!sites.some(({ row }) => row.classList.contains('nearest'))) return;
    mark(undefined);
    result.textContent = text('site.withdrawn');
  });
}
