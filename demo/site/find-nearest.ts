import { coarse, distance, nearest } from './nearest.js';
import { mark, type ListedPlace } from './places.js';
import { translator } from './translator.js';

const text = translator(
  {
    looking: 'Looking …',
    refused: 'Location stays off. {instead}',
    failed: 'Your browser gave no position. {instead}',
    unavailable: 'Without the consent banner we do not ask for your position. {instead}',
  },
  {
    looking: '正在查找……',
    refused: '位置信息保持关闭，{instead}。',
    failed: '浏览器未提供位置，{instead}。',
    unavailable: '同意横幅未能加载，因此我们不会获取您的位置。{instead}。',
  },
);

/** What differs from page to page. */
interface Finder {
  readonly button: HTMLButtonElement | null;
  readonly result: HTMLElement | null;
  readonly places: readonly ListedPlace[];
  /** `found` is given `{place}` and `{distance}`; `instead` says what the visitor can do without their position. */
  readonly words: (id: 'found' | 'instead' | 'withdrawn', values?: Readonly<Record<string, string>>) => string;
  /** What the server is told, and where. */
  readonly report: { readonly to: string; readonly event: string };
  /** Whether the page asks the visitor before it asks the browser. Else that is left to the guard of the site's config. */
  readonly asksFirst?: boolean;
}

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

/** A button that finds the place nearest to the visitor, whose position leaves the browser rounded to a hundred kilometres. */
export function mountFindNearest({ button, result, places, words, report, asksFirst = false }: Finder): void {
  if (!button || !result) return;
  const { candor } = window;
  const say = (id: 'refused' | 'failed' | 'unavailable'): string => text(id, { instead: words('instead') });

  const find = async (): Promise<string> => {
    if (asksFirst) {
      if (!candor) return say('unavailable');
      if (!(await candor.request('location'))) return say('refused');
    }
    result.textContent = text('looking');
    const looked = await position().catch((error: GeolocationPositionError) => error);
    if ('code' in looked) {
      // Without a yes, or when it was taken back meanwhile, the guard has answered in the browser’s place.
      const isRefused = looked.code === looked.PERMISSION_DENIED && !candor?.granted('location');
      return say(isRefused ? 'refused' : 'failed');
    }
    const place = coarse(looked.coords);
    const found = nearest(place, places);
    if (!found) return say('failed');
    void fetch(report.to, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event: report.event, ...place }),
    }).catch(() => undefined);
    mark(places, 'nearest', found);
    return words('found', { place: found.name, distance: inWords(distance(place, found)) });
  };

  let isRunning = false;
  button.addEventListener('click', () => {
    if (isRunning) return;
    isRunning = true;
    void find().then((message) => {
      result.textContent = message;
      isRunning = false;
    });
  });

  // A guard ends what it let through; what the page made of it is the page's own.
  candor?.gate('location', () => () => {
    if (!places.some(({ row }) => row.classList.contains('nearest'))) return;
    mark(places, 'nearest', undefined);
    result.textContent = words('withdrawn');
  });
}
