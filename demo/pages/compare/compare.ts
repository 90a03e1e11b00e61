import { compareAddress, drawingAddress } from '../../frames/compare-sample/compare-query.js';
import { keepFocus } from '../gallery/keep-focus.js';
import { fitViewport, sizeViewport, usualWidth, WINDOWS } from '../gallery/viewport.js';
import type { Size } from '../gallery/state.js';
import { LIBRARIES, type FrameWindow, type LibraryId } from './library.js';
import { measureFrame } from './measure-frame.js';

/** How long a banner's entrance and the calls for focus that follow it may take. */
const ARRIVAL_MILLISECONDS = 600;
/** No event tells of cookies and styles in every browser. */
const MEASURE_EVERY_MILLISECONDS = 500;

const form = document.querySelector<HTMLFormElement>('.controls')!;
form.querySelector<HTMLSelectElement>('[name=width]')!.value = usualWidth();
form.querySelector<HTMLSelectElement>('[name=scheme]')!.value = matchMedia('(prefers-color-scheme: dark)').matches
  ? 'dark'
  : 'light';
const frames = Array.from(document.querySelectorAll<HTMLIFrameElement>('[data-library]'));
const drawings = Array.from(document.querySelectorAll<HTMLIFrameElement>('[data-drawing]'));

const libraryOf = ({ dataset }: HTMLIFrameElement): LibraryId => dataset['library'] as LibraryId;
const pageOf = ({ contentWindow }: HTMLIFrameElement): FrameWindow => contentWindow as FrameWindow;
const chosen = (name: string): string => new FormData(form).get(name) as string;
const isDark = (): boolean => chosen('scheme') === 'dark';
const language = document.documentElement.lang === 'zh-Hans' ? 'zh-Hans' : 'en';

/** Frames in which something arrives, and the timer that ends that. */
const arriving = new Map<HTMLIFrameElement, number>();

/** Does something in a frame that may call for the focus there, and must not take it from the reader. */
async function quietly(frame: HTMLIFrameElement, act: () => unknown): Promise<void> {
  frame.inert = true;
  const settle = (): void => {
    measure(frame);
    frame.inert = false;
  };
  try {
    await act();
  } finally {
    clearTimeout(arriving.get(frame));
    arriving.set(frame, window.setTimeout(settle, ARRIVAL_MILLISECONDS));
  }
}

function start(frame: HTMLIFrameElement): void {
  frame.inert = true;
  frame.src = compareAddress(libraryOf(frame), { language, scheme: isDark() ? 'dark' : 'light' });
}

/** Fills the table's cells with what can be measured now. What was measured stays when its surface goes. */
function measure(frame: HTMLIFrameElement): void {
  const page = pageOf(frame);
  if (!page.document.body || page.arrival?.shownAt === undefined) return;
  const id = libraryOf(frame);
  for (const [name, value] of Object.entries(measureFrame(page, LIBRARIES[id]))) {
    const cell = document.querySelector<HTMLElement>(`[data-fact="${name}"] [data-of="${id}"] .value`);
    if (!cell || cell.textContent === value) continue;
    cell.textContent = value;
    cell.dataset['measured'] = '';
  }
}

function arrange(): void {
  for (const frame of [...frames, ...drawings]) sizeViewport(frame.parentElement!, WINDOWS[chosen('width')] as Size);
}

keepFocus();
for (const frame of frames) {
  fitViewport(frame.parentElement!);
  frame.addEventListener('load', () => void quietly(frame, () => {}));
  start(frame);
}
for (const drawing of drawings) {
  fitViewport(drawing.parentElement!);
  drawing.src = drawingAddress(drawing.dataset['drawing']!, language);
}
arrange();
setInterval(() => frames.filter((frame) => !frame.inert).forEach(measure), MEASURE_EVERY_MILLISECONDS);

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', ({ target }) => {
  switch ((target as HTMLSelectElement).name) {
    case 'width':
      arrange();
      break;
    case 'scheme':
      for (const frame of frames) LIBRARIES[libraryOf(frame)].darken(pageOf(frame), isDark());
      break;
    case 'surface':
      for (const frame of frames) {
        const surface = chosen('surface') as 'banner' | 'panel';
        void quietly(frame, () => LIBRARIES[libraryOf(frame)].show(pageOf(frame), surface));
      }
  }
});

document.querySelector('#start-over')?.addEventListener('click', () => {
  form.querySelector<HTMLSelectElement>('[name=surface]')!.value = 'banner';
  for (const frame of frames) {
    LIBRARIES[libraryOf(frame)].forget(pageOf(frame));
    start(frame);
  }
});
