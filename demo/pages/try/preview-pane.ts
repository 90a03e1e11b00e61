import type { ChangeDetail, Config, Consent, SurfaceName } from 'candor-consent';
import type {} from '../../frames/preview/preview.js';
import { translator } from '../../site/translator.js';
import { mountActivity } from './activity.js';
import { byId, element } from './element.js';
import { regionName } from './region-name.js';

export interface PreviewPane {
  show(config: Config): void;
  /** Says that the text at hand cannot be shown, and that the last one that could be still is. */
  keep(): void;
  /** Moves to where, and to the language in which, an example is at home. */
  visitFrom(region: string, locale: string): void;
}

/** Where visitors may come from; those that the config itself names are added. */
const REGIONS = ['', 'CN', 'SG', 'JP', 'DE', 'FR', 'GB', 'US', 'US-CA', 'BR'];

const text = translator(
  {
    kept: 'The text cannot be shown as it is; this is the last version that could.',
    failed: 'The preview could not be drawn: {reason}',
    preset: 'Rules “{preset}”: asked first. A yes holds {grantDays} days, a no {refusalDays} days.',
  },
  {
    kept: '当前文本暂时无法预览，显示的是上一个可用版本。',
    failed: '无法显示预览：{reason}',
    preset: '适用规则“{preset}”：先征求同意。同意 {grantDays} 天内有效，拒绝 {refusalDays} 天内不再询问。',
  },
);

const languageName = (tag: string): string => new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;

/** Fills a list, and only when it changes, so that one that is open stays. */
function fill(
  list: HTMLSelectElement,
  options: readonly (readonly [value: string, name: string])[],
  chosen: string,
): void {
  const isSame = [...list.options].map(({ value }) => value).join() === options.map(([value]) => value).join();
  if (!isSame) list.replaceChildren(...options.map(([value, name]) => element('option', { value }, name)));
  list.value = chosen;
}

export function mountPreview(pageLocale: string): PreviewPane {
  const frame = byId('preview', HTMLIFrameElement);
  const stage = byId('stage', HTMLElement);
  const controls = byId('controls', HTMLFormElement);
  const state = byId('preview-state', HTMLElement);
  const preset = byId('preset', HTMLElement);
  const regions = byId('region', HTMLSelectElement);
  const locales = byId('locale', HTMLSelectElement);
  const activity = mountActivity();

  let config: Config | undefined;
  let region = '';
  let locale = pageLocale;
  let isNew = false;
  /** What the surfaces tell while we draw is our doing, not the visitor's. */
  let isDrawing = false;
  let isDueAgain = false;
  let heard: Consent | undefined;

  const chosen = (name: string): FormDataEntryValue | null => new FormData(controls).get(name);
  const choose = (name: string, value: string): void => {
    const option = controls.elements.namedItem(name);
    if (option instanceof RadioNodeList) option.value = value;
  };

  const ready = new Promise<void>((resolve) => {
    const check = (): void => {
      if (!frame.contentWindow?.showPreview) return;
      listen(frame.contentDocument as Document);
      resolve();
    };
    frame.addEventListener('load', check, { once: true });
    check();
  });

  function listen(page: Document): void {
    page.addEventListener('candor-change', ({ detail }: CustomEvent<ChangeDetail>) => {
      activity.changed(detail);
      if (heard) activity.decided(heard);
    });
    page.addEventListener('candor-show', ({ detail: { surface } }) => {
      if (isDrawing || surface === 'request' || surface === 'imported') return;
      activity.opened(surface);
      choose('surface', surface);
    });
    page.addEventListener('candor-hide', ({ detail: { surface } }) => {
      if (isDrawing || surface === 'request' || surface === 'imported') return;
      activity.closed(surface);
      if (surface === 'preferences') choose('surface', 'banner');
    });
    page.addEventListener('click', (event) => {
      // Elements of the frame are of its own classes.
      const path = event.composedPath() as Partial<HTMLAnchorElement>[];
      const link = path.find(({ localName }) => localName === 'a');
      if (link) activity.followed(link.getAttribute?.('href') ?? '');
    });
  }

  function follow(consent: Consent): void {
    if (consent !== heard) {
      heard = consent;
      // The visitor's own switch of language.
      consent.addEventListener('refresh', () => {
        if (isDrawing) return;
        locale = consent.locale;
        locales.value = locale;
      });
    }
    const own = (consent.config.regions ?? []).flatMap(({ match }) => match);
    const codes = [...new Set([...REGIONS, ...own])];
    fill(
      regions,
      codes.map((code) => [code, regionName(code, pageLocale)]),
      region,
    );
    fill(
      locales,
      consent.locales.map((tag) => [tag, languageName(tag)]),
      consent.locale,
    );
    const { id, lifespan } = consent.preset;
    const days = { grantDays: String(lifespan.grantDays), refusalDays: String(lifespan.refusalDays) };
    preset.textContent = text('preset', { preset: id, ...days });
    activity.decided(consent);
  }

  async function drawOnce(): Promise<void> {
    if (!config) return;
    const scheme = chosen('scheme') as 'auto' | 'light' | 'dark';
    const shown: Config = scheme === 'auto' ? config : { ...config, theme: { ...config.theme, scheme } };
    const asNew = isNew;
    isNew = false;
    const focused = document.activeElement;
    const wanted = { config: shown, locale, surface: chosen('surface') as SurfaceName, asNew };
    const consent = await frame.contentWindow?.showPreview?.(region ? { ...wanted, region } : wanted);
    // A dialog that opens takes the keyboard; whoever was typing here gets it back before the next key.
    if (document.activeElement === frame && focused !== frame) {
      if (focused instanceof HTMLElement && focused !== document.body) focused.focus({ preventScroll: true });
      else frame.blur();
    }
    if (consent) follow(consent);
  }

  async function draw(): Promise<void> {
    isDueAgain = true;
    if (isDrawing) return;
    isDrawing = true;
    await ready;
    while (isDueAgain) {
      isDueAgain = false;
      try {
        await drawOnce();
        state.textContent = '';
      } catch (error) {
        state.textContent = text('failed', { reason: error instanceof Error ? error.message : String(error) });
      }
    }
    isDrawing = false;
  }

  function resize(): void {
    const { clientWidth: width, clientHeight: height } = stage;
    const wanted = Number(chosen('width')) || width;
    const scale = Math.min(1, width / wanted);
    Object.assign(frame.style, {
      width: `${wanted}px`,
      height: `${height / scale}px`,
      transform: scale < 1 ? `scale(${scale})` : '',
    });
  }

  controls.addEventListener('submit', (event) => event.preventDefault());
  controls.addEventListener('change', (event) => {
    if (event.target === regions) region = regions.value;
    if (event.target === locales) locale = locales.value;
    resize();
    void draw();
  });
  byId('as-new', HTMLButtonElement).addEventListener('click', () => {
    isNew = true;
    activity.clear();
    void draw();
  });
  new ResizeObserver(resize).observe(stage);

  return {
    show(next) {
      config = next;
      void draw();
    },
    keep() {
      state.textContent = text('kept');
    },
    visitFrom(nextRegion, nextLocale) {
      region = nextRegion;
      locale = nextLocale;
      isNew = true;
      activity.clear();
    },
  };
}
