/**
 * The composition root: brings the pure rules, the page's capabilities, the gates and the interface together into one consent
 * object. The order matters: read what is stored, decide, open the gates, tell the page; only then, if something is
 * pending, load the interface.
 */
import type { Method } from './core/change.js';
import type { Config } from './core/config.js';
import type { Consent, ConsentEvents, SurfaceName, UpdateOptions } from './core/consent.js';
import { decode } from './core/cookie-codec.js';
import { decide, type Choices, type Outcome } from './core/decide.js';
import { UNDECIDED, type Decision } from './core/decision.js';
import { createModel, type Model } from './core/model.js';
import { presetFor } from './core/presets.js';
import { createGates } from './gate/gates.js';
import { loadDiagnostics, loadMessages, loadSurface, withLater } from './load.js';
import { hasOwnControl, serveControls } from './page/controls.js';
import { onNews } from './page/news.js';
import { storedTexts } from './page/stored-text.js';

export interface ConsentOptions {
  /** Region code of the visitor: `DE`, `EEA`, `US-CA`. Default: `<meta name="candor-region">`. */
  readonly region?: string | undefined;
  /** BCP 47 tag of the language to speak. Default: the page's, then the browser's. */
  readonly locale?: string | undefined;
  /** Whether to wait for `show()` instead of opening the banner when something is pending. */
  readonly manual?: boolean;
  /** Where the decision is kept. Default `cookie`; `memory` leaves nothing on the device. */
  readonly storage?: 'cookie' | 'memory';
  /** Answers to start with where none are stored, for tests. */
  readonly choices?: Choices;
  /** Whether to check the whole config and tell in the console what is wrong with it. */
  readonly debug?: boolean;
  /** CSP nonce for the scripts Candor releases. */
  readonly nonce?: string | undefined;
}

/** A failed download of the banner is tried again after so many ms. */
const RETRY = 4000;

/** Until the config is in. */
const noConfig: Config = {};

const page = globalThis as { candor?: Consent | undefined };

/** Resolves once the next frame is on screen; soon where nothing is painted. */
const painted = (): Promise<unknown> =>
  new Promise((resolve) => (document.hidden ? setTimeout(resolve) : requestAnimationFrame(() => setTimeout(resolve))));

/** @param source The config, of whatever type, or the promise of one. */
export function start(source: unknown, options: ConsentOptions = {}): Consent {
  if (page.candor) {
    console.warn('Candor: a second copy does nothing; remove it');
    return page.candor;
  }

  const region = options.region ?? document.querySelector<HTMLMetaElement>('meta[name=candor-region]')?.content ?? '';
  const inMemory = options.storage === 'memory';
  const stop = new AbortController();
  const { signal } = stop;
  let model: Model | undefined;
  let cookieName = '';
  let decision: Decision = UNDECIDED;
  let outcome: Outcome = { choices: {}, pending: [] };

  const gates = createGates(
    () => outcome.choices,
    (id) => !!model?.categories.some(({ services }) => services.includes(id)),
    options.nonce,
  );

  const consent = Object.assign(new EventTarget(), {
    ready: Promise.resolve(),
    region,
    config: noConfig,
    preset: presetFor(region),
    locale: options.locale ?? (document.documentElement.lang || navigator.language),
    locales: [] as string[],
    choices: outcome.choices,
    pending: outcome.pending,
    granted: (id: string): boolean => outcome.choices[id] === true,
    when: (id: string) => new Promise<void>((resolve) => void gates.add(id, resolve)),
    gate: gates.add,
    update: (choices: Partial<Choices>, { method = 'update' }: UpdateOptions = {}) => commit(method, choices),
    acceptAll: () => commit('accept-all'),
    rejectAll: () => commit('reject-all'),
    withdraw: () => commit('withdraw'),
    show: (surface: SurfaceName) => consent.ready.then(() => open(surface)),
    hide: () => emit('dismiss'),
    async setLocale(tag: string): Promise<void> {
      consent.locale = tag;
      emit('refresh');
    },
    messages: (part: SurfaceName) => loadMessages(consent.locale, part),
    replaceConfig(next: Config): void {
      configure(next);
      emit('refresh');
      ask();
    },
    destroy(): void {
      emit('destroy');
      stop.abort();
      gates.dispose();
      delete page.candor;
    },
  });
  const self = consent as typeof consent & Consent;
  page.candor = self;
  serveControls(self, signal);
  onNews(look, signal);

  if (source instanceof Promise) consent.ready = source.then(begin);
  else void begin(source);
  return self;

  /** At once, unless the config has to be mended first. */
  function begin(raw: unknown): void | Promise<void> {
    const config = raw as Config;
    try {
      // In a frame Candor runs only where the config says so; elsewhere everything optional stays no.
      if (signal.aborted || (window !== top && !config.frames)) return;
      configure(config);
    } catch {
      return (consent.ready = loadDiagnostics().then(({ mend }) => begin(mend(raw))));
    }
    if (options.debug || config.categories?.length === 0)
      withLater(({ inspect }) => inspect(self, loadDiagnostics, true));
    emit('ready');
    ask();
    if (document.readyState === 'complete') offerButton();
    else addEventListener('load', () => setTimeout(offerButton), { signal });
  }

  /** @throws See {@link createModel}. */
  function configure(config: Config): void {
    const preset = presetFor(region, config.regions);
    model = createModel(config, preset, Date.now() / 1000);
    Object.assign(consent, { config, preset });
    cookieName = config.cookie?.name ?? 'candor';
    settle(newest());
    if (options.choices && decision === UNDECIDED) commit('update', options.choices);
    else gates.update();
  }

  /** The newest of the stored decisions, the given one and the one at hand. */
  function newest(text?: string | null): Decision {
    let best = decision;
    for (const candidate of [text, ...(inMemory ? [] : storedTexts(cookieName))]) {
      const found = decode(candidate ?? '', Date.now() / 1000);
      if (found && found.at > best.at) best = found;
    }
    return best;
  }

  function settle(next: Decision): void {
    decision = next;
    outcome = decide(model as Model, next, Date.now() / 1000);
    Object.assign(consent, outcome);
  }

  /** A decision made here: it is stored, which tells the other tabs, then told to this page. */
  function commit(method: Method, choices?: Partial<Choices>): void {
    withLater(({ decideAndStore }) => {
      if (!model) return void consent.ready.then(() => commit(method, choices));
      const before = outcome;
      settle(decideAndStore(model, newest(), method, choices, inMemory ? undefined : consent));
      announce(before, method);
    }, consent.hide);
  }

  /** Another tab may have decided, or time may have passed. */
  function look(key?: string | null, text?: string | null): void {
    if (!model) return;
    const before = outcome;
    const found = newest(key === cookieName ? text : '');
    const method = found === decision ? 'expired' : 'update';
    settle(found);
    if (method === 'update' || before.pending.length < outcome.pending.length) announce(before, method);
    ask();
  }

  /** Surfaces close as they hear of it, then the document hears; the gates follow once that is painted. */
  function announce(before: Outcome, method: Method): void {
    withLater(({ changeBetween }) => emit('change', changeBetween(model as Model, before, outcome, method)));
    gates.update(painted());
    offerButton();
  }

  async function open(surface: SurfaceName, isDue = (): boolean => true): Promise<void> {
    await (await loadSurface(surface, consent.locale)).open(self, () => !signal.aborted && isDue());
    withLater(({ inspect }) => inspect(self, loadDiagnostics, false));
  }

  /** Opens the banner where something is pending. */
  function ask(): void {
    const isDue = (): boolean => outcome.pending.length > 0;
    if (!signal.aborted && !options.manual && isDue()) open('banner', isDue).catch(() => setTimeout(ask, RETRY));
  }

  /** Offers the floating control once nothing stands where it would. */
  function offerButton(): void {
    const { reopen = 'auto' } = consent.config.layout ?? {};
    if (
      !signal.aborted &&
      reopen !== 'none' &&
      (options.manual || !outcome.pending.length) &&
      !(reopen === 'auto' && hasOwnControl())
    ) {
      withLater(({ openButton }) => void openButton(self));
    }
  }

  /** Tells the consent object's own listeners, then the document's. */
  function emit<Type extends keyof ConsentEvents>(type: Type, detail?: ConsentEvents[Type]): void {
    consent.dispatchEvent(new CustomEvent(type, { detail }));
    document.dispatchEvent(new CustomEvent(`candor-${type}`, { detail }));
  }
}
