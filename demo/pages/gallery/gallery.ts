import { frameAddress } from '../../frames/gallery-state/frame-query.js';
import { translator } from '../../site/translator.js';
import { readFilters, showFilters, type Filters } from './filters.js';
import { keepFocus } from './keep-focus.js';
import { STATES } from './states.js';
import { fitViewport, sizeViewport, usualWidth, WINDOWS } from './viewport.js';

const text = translator(
  { using: 'You are using: {title}', failed: 'This state could not be shown.' },
  { using: '正在操作：{title}', failed: '未能显示此状态。' },
);

/** Frames are loaded before they come into sight, and unloaded when they are that far out of it again. */
const NEAR = '400px 0px';

/** Width of a column of the page for windows of each width. */
const COLUMNS: Readonly<Record<string, string>> = { 320: '320px', 768: '560px', 1440: '1000px' };

const form = document.querySelector<HTMLFormElement>('.filters')!;
const status = document.querySelector<HTMLElement>('#gallery-status')!;
const articles = Array.from(document.querySelectorAll<HTMLElement>('[data-state]'));

form.querySelector<HTMLSelectElement>('[name=width]')!.value = usualWidth();
let filters: Filters = readFilters(form, location.search);

const stateOf = ({ dataset }: HTMLElement): (typeof STATES)[number] =>
  STATES.find(({ id }) => id === dataset['state']) as (typeof STATES)[number];

const viewportOf = (article: HTMLElement): HTMLElement => article.querySelector<HTMLElement>('.viewport')!;

const addressOf = (article: HTMLElement): string => {
  const { language, scheme, motion, look, density } = filters;
  return frameAddress({ state: stateOf(article).id, language, scheme, motion, look, density });
};

/** Only one frame at a time takes part in the page: sixty banners would be sixty times as many stops for the Tab key. */
function use(article: HTMLElement | undefined): void {
  for (const each of articles) {
    const isUsed = each === article;
    each.querySelector('[data-use]')?.setAttribute('aria-pressed', String(isUsed));
    const frame = each.querySelector('iframe');
    if (frame) frame.inert = !isUsed;
  }
  status.textContent = article ? text('using', { title: viewportOf(article).dataset['title'] ?? '' }) : '';
}

/** Learns from a frame which languages Candor has. */
function offerLanguages(locales = ''): void {
  for (const option of form.querySelectorAll<HTMLOptionElement>('[name=language] option[hidden]')) {
    if (!locales.split(' ').includes(option.value)) continue;
    option.text = new Intl.DisplayNames(option.value, { type: 'language' }).of(option.value) ?? option.value;
    option.hidden = false;
    option.disabled = false;
  }
}

/** `shown` or `failed`, once the frame has told. */
function follow(frame: HTMLIFrameElement): void {
  const root = frame.contentDocument?.documentElement;
  if (!root) return;
  const look = (): void => {
    offerLanguages(root.dataset['locales']);
    if (root.dataset['gallery']) frame.dataset['gallery'] = root.dataset['gallery'];
    if (root.dataset['gallery'] === 'failed') frame.title = `${frame.title}: ${text('failed')}`;
  };
  new MutationObserver(look).observe(root, { attributes: true });
  look();
}

function load(article: HTMLElement): void {
  const viewport = viewportOf(article);
  if (viewport.firstElementChild) return;
  const frame = document.createElement('iframe');
  frame.title = viewport.dataset['title'] ?? '';
  frame.inert = true;
  frame.src = addressOf(article);
  frame.addEventListener('load', () => follow(frame));
  viewport.append(frame);
}

const unload = (article: HTMLElement): void => {
  if (article.querySelector('[aria-pressed=true]')) use(undefined);
  viewportOf(article).replaceChildren();
};

const near = new Set<HTMLElement>();

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      const article = target.closest<HTMLElement>('[data-state]')!;
      if (isIntersecting) {
        near.add(article);
        load(article);
      } else {
        near.delete(article);
        unload(article);
      }
    }
  },
  { rootMargin: NEAR },
);

function arrange(): void {
  document.body.style.setProperty('--column', COLUMNS[filters.width] ?? '');
  for (const article of articles) {
    sizeViewport(viewportOf(article), stateOf(article).size ?? (WINDOWS[filters.width] as (typeof WINDOWS)[string]));
    article.querySelector<HTMLAnchorElement>('[data-alone]')!.href = addressOf(article);
  }
}

/** Once more from the start. */
function again(article: HTMLElement): void {
  unload(article);
  load(article);
}

keepFocus();
showFilters(form, filters);
arrange();
for (const article of articles) {
  const viewport = viewportOf(article);
  fitViewport(viewport);
  observer.observe(viewport);
  article.querySelector('[data-again]')?.addEventListener('click', () => again(article));
  article.querySelector('[data-use]')?.addEventListener('click', ({ currentTarget }) => {
    const isUsed = (currentTarget as HTMLElement).getAttribute('aria-pressed') === 'true';
    load(article);
    use(isUsed ? undefined : article);
    if (!isUsed) viewport.querySelector('iframe')?.focus();
  });
  // Whoever points at a frame means to use it.
  viewport.addEventListener('pointerdown', () => use(article));
}

form.addEventListener('change', () => {
  filters = readFilters(
    form,
    `?${new URLSearchParams(new FormData(form) as unknown as Record<string, string>).toString()}`,
  );
  history.replaceState(
    null,
    '',
    `${location.pathname}?${new URLSearchParams({ ...filters }).toString()}${location.hash}`,
  );
  arrange();
  for (const article of near) again(article);
});
form.addEventListener('submit', (event) => event.preventDefault());
// The frames came late: what the address names may have moved meanwhile.
if (location.hash) document.querySelector(location.hash)?.scrollIntoView();
