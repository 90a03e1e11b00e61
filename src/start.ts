/**
 * The composition root: brings the pure rules, the page's capabilities, the gates and the interface together into one consent
 * object. The order matters: read what is stored, decide, open the gates, tell the page; only then, if something is
 * pending, load the interface.
 */
import type { Method } from './core/change.js';
import type { Config } from './core/config.js';
import type { Consent, ConsentEvents, RequestOptions, SurfaceName, TextPart, UpdateOptions } from './core/consent.js';
import { decode } from './core/cookie-codec.js';
import { decide, type Choices, type Outcome } from './core/decide.js';
import { UNDECIDED, UNREADABLE, type Decision } from './core/decision.js';
import { GUARDS_WITHOUT_CONFIG } from './core/guards.js';
import { createModel, type Model } from './core/model.js';
import { presetFor, type Preset } from './core/presets.js';
import type { ConsentSnapshot } from './core/snapshot.js';
import type { Signal } from './core/signal.js';
import type { Subject } from './core/subject.js';
import { createGates } from './gate/gates.js';
import { createGuards } from './gate/guards.js';
import { trusted } from './gate/trusted-types.js';
import type { Hands, Writable } from './hands.js';
import { connectSignals, loadMessages, loadPart, withLater } from './load.js';
import { hasOwnButton, hasOwnControl, serveControls } from './page/controls.js';
import { guessRegion } from './page/guess-region.js';
import { onNews } from './page/news.js';
import { painted } from './page/painted.js';
import { storedRecords, storedTexts, UNSENT } from './page/stored-text.js';
import { createHub } from './signals/hub.js';

export interface ConsentOptions {
  /**
   * Region code of the visitor: `DE`, `EEA`, `US-CA`. Default: `<meta name="candor-region">`, else a guess by time zone and
   * languages, which can only make the rules stricter.
   */
  readonly region?: string | undefined;
  /** BCP 47 tag of the language to speak. Default: the page's, then the browser's. */
  readonly locale?: string | undefined;
  /** Whether to wait for `show()` instead of opening the banner when something is pending. */
  readonly manual?: boolean;
  /** Where the decision is kept. Default `cookie`; `memory` leaves nothing on the device. */
  readonly storage?: 'cookie' | 'memory';
  /** Answers to start with where none are stored, for tests. */
  readonly choices?: Choices;
  /** Whether to check the whole config, watch the page, and tell in the console what is wrong; `localhost` is watched anyway. */
  readonly debug?: boolean;
  /** Whether a server saw the opt-out signal (`Sec-GPC: 1`); the browser's own counts in any case. */
  readonly gpc?: boolean | undefined;
  /** Outside APIs to tell. Default: those that the config's `signals` name, which are downloaded when they are needed. */
  readonly signals?: readonly Signal[] | ((config: Config) => readonly Signal[]);
  /** CSP nonce for the scripts Candor releases. */
  readonly nonce?: string | undefined;
}

/** What an outcome says, to be compared. */
const textOf = ({ choices, pending }: Outcome): string => JSON.stringify([choices, pending]);

/** Whether a text that is kept where a decision would be, but is none, may have been one. */
const isUnreadable = (text: unknown): boolean => !!text && text !== UNSENT;

/** A failed download of the banner is tried again after so many ms. */
const RETRY = 4000;

/** @param source The config, of whatever type, or the promise of one. */
export function start(source: unknown, options: ConsentOptions): Consent {
  const page = window as { candor?: Consent | undefined };
  if (page.candor) {
    console.warn('Candor: a second copy does nothing; remove it');
    return page.candor;
  }

  const given = options.region ?? document.querySelector<HTMLMetaElement>('meta[name=candor-region]')?.content;
  const inMemory = options.storage === 'memory';
  const stop = new AbortController();
  const { signal } = stop;
  let model: Model | undefined;
  let decision: Decision = UNDECIDED;
  let stored: ReturnType<typeof storedTexts> = [];
  let isMended = false;
  let connecting: Promise<unknown> | undefined;
  let taking: Promise<unknown> | undefined;

  const gates = createGates(
    () => consent.choices,
    (id) => !!model?.categories.some(({ services }) => services.some((service) => service.id === id)),
    withLater,
    options.nonce,
    () => guards.coverFrames(),
  );

  const consent: Writable<Consent> & EventTarget = Object.assign(new EventTarget() as EventTarget & Consent, {
    ready: Promise.resolve(),
    region: '',
    isGuess: true,
    gpc: options.gpc || (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl,
    config: {},
    preset: presetFor(''),
    locale: options.locale ?? (document.documentElement.lang || navigator.language),
    locales: [],
    choices: {},
    pending: [],
    asked: [],
    barred: [],
    signalled: [],
    decision: UNDECIDED,
    subject: undefined,
    granted: (id: string): boolean => consent.choices[id] === true,
    when: (id: string) =>
      new Promise<void>((resolve) => {
        // A gate that has served its purpose must not be looked at for ever.
        const stop = gates.add(id, () => {
          resolve();
          queueMicrotask(() => stop());
        });
      }),
    gate: gates.add,
    request: (
      id: string,
      // Activation fades while files are on their way.
      { trigger = navigator.userActivation?.isActive ? 'visitor' : 'page' }: RequestOptions = {},
    ) =>
      consent.ready
        .then(() => Promise.all([loadPart('request', consent.locale), ready()]))
        .then(([{ open }]) => open(consent, { ...hands, id, trigger }))
        .catch(() => consent.granted(id)),
    update: (choices: Partial<Choices>, { method = 'update' }: UpdateOptions = {}) => commit(method, choices),
    acceptAll: () => commit('accept-all'),
    rejectAll: () => commit('reject-all'),
    withdraw: () => commit('withdraw'),
    exportRecords: () => storedRecords(consent.config.cookie?.name ?? 'candor'),
    erase: (ids?: readonly string[]) => loadPart('erase').then(({ erase }) => erase(consent, ids)),
    // What was pressed is seen to be pressed before a surface is made, which may take longer than a frame.
    show: (surface: SurfaceName) => Promise.all([consent.ready, painted()]).then(() => open(surface)),
    hide: () => emit('dismiss'),
    async setLocale(tag: string): Promise<void> {
      consent.locale = tag;
      emit('refresh');
    },
    setSubject(known: Subject): void {
      consent.subject = { ...consent.subject, ...known };
      identify();
    },
    export: () => ({ version: 1, ...decision, answers: Object.fromEntries(decision.answers) }),
    import: (snapshot: ConsentSnapshot) =>
      consent.ready.then(() => loadPart('account')).then(({ accept }) => accept(hands, snapshot)),
    messages: (part: TextPart) => loadMessages(consent.locale, part),
    embed,
    theme: () =>
      ((consent.config.theme || consent.config.layout?.density) && loadPart('theme').catch(() => {})) as ReturnType<
        Consent['theme']
      >,
    connect: (signal: Signal) => hub.connect(signal),
    replaceConfig(next: Config): void {
      configure(next);
      emit('refresh');
      void ask();
      offerButton();
    },
    destroy(): void {
      emit('destroy');
      stop.abort();
      gates.dispose();
      hub.dispose();
      delete page.candor;
    },
  });
  // Not enumerable: a copy of the consent for comparison must not read all records.
  Object.defineProperty(consent, 'record', { get: () => consent.exportRecords().pop() });
  page.candor = consent;
  /** What parts that come later work with. */
  const hands: Hands = { consent, options, bar, commit, decided, loadPart, open, ready };
  const guards = createGuards(
    () => model?.guards ?? GUARDS_WITHOUT_CONFIG,
    consent.granted,
    consent.request,
    () => loadPart('denials'),
    signal,
  );
  const hub = createHub(consent, (answers, at) => {
    taking = loadPart('takeIn').then(
      ({ takeIn }) => takeIn(hands, answers, at),
      () => {},
    );
  });
  serveControls(consent, signal);
  onNews(look, signal);
  void begin(source);
  return consent;

  /** At once, unless the config has to be mended first. */
  function begin(raw: unknown): void | Promise<void> {
    if (raw instanceof Promise) return (consent.ready = raw.then(begin));
    let config = raw as Config;
    try {
      // What is no JSON throws, and is explained.
      if (typeof raw === 'string') config = JSON.parse(raw) as Config;
      // In a frame Candor runs only where the config says so; elsewhere everything optional stays no.
      if (signal.aborted || (window !== top && !config.frames)) return stop.abort();
      configure(config);
    } catch {
      isMended = true;
      return begin(loadPart('diagnose').then(({ mend }) => mend(config)));
    }
    if (config.categories?.length === 0) attendLater(true);
    emit('ready');
    // The page before this one has left a note or something to deliver, or an answer that counted once (at the time 0) has run out.
    if (
      stored[0] ||
      stored[1] ||
      consent.signalled[0] ||
      textOf(decide(model as Model, decision, 0, consent.barred)) !== textOf(consent)
    ) {
      withLater(({ sweep }) => sweep(consent, model as Model, decision, loadPart, inMemory));
    }
    const asked = ask();
    const settleIn = async (): Promise<void> => {
      offerButton();
      await asked;
      // Who develops is told more, once the page stands as visitors meet it.
      if (options.debug || location.hostname === 'localhost') attendLater(options.debug, gates.functions);
    };
    if (document.readyState === 'complete') void settleIn();
    else addEventListener('load', () => setTimeout(settleIn), { signal });
  }

  /** @throws See {@link createModel}. */
  function modelOf(config: Config, preset: Preset): Model {
    return createModel(config, preset, Date.now() / 1000, consent.gpc === true);
  }

  /** @throws See {@link createModel}. */
  function configure(config: Config): void {
    const named = (given ?? config.region)?.toUpperCase();
    const region = named || guessRegion();
    const preset = presetFor(region, named ? config.regions : []);
    model = modelOf(config, preset);
    // What the model bars while nobody has said who the visitor is.
    Object.assign(consent, { config, region, isGuess: !named, preset, barred: model.barred });
    settle(newest());
    // Previews tell nobody outside.
    connecting ??= connectSignals(config, hub.connect, options.signals).then(() => taking);
    // Before anything opens.
    if (config.audience?.ask || consent.subject) identify();
    if (options.choices && decision === UNDECIDED) commit('update', options.choices);
    else gates.update();
  }

  /** What is barred for this visitor; the rules for that come to pages that need them, and until then a child gets nothing. */
  function identify(): void {
    let isAwaited = true;
    withLater(
      ({ identify }) => {
        isAwaited = false;
        if (model) identify(hands);
      },
      () => setTimeout(identify, RETRY),
    );
    // The oldest age at which a guardian decides anywhere.
    const { age: oldest = 16 } = consent.config.audience ?? {};
    const { age = oldest, minor = !(age >= oldest), guardian } = consent.subject ?? {};
    if (isAwaited && model && minor && !guardian) bar(Object.keys(consent.choices));
  }

  function bar(ids: readonly string[]): void {
    consent.barred = ids;
    take(decision, 'signal');
  }

  /** The newest of the stored decisions, the given one and the one at hand. */
  function newest(key?: string | null, text?: string | null): Decision {
    const { name = 'candor' } = consent.config.cookie ?? {};
    let best = decision;
    if (!inMemory) stored = storedTexts(name);
    // The first of them is a note.
    for (const candidate of inMemory ? [] : [key === name && text, ...stored.slice(1)]) {
      const found = decode(candidate || '', Date.now() / 1000);
      if (found ? found.at > best.at : !best.at && isUnreadable(candidate)) best = found ?? UNREADABLE;
    }
    return best;
  }

  function ready(): Promise<void> {
    return new Promise((resolve) => withLater(({ withProof }) => withProof(loadPart, resolve), resolve));
  }

  function decided(): [Model, Decision] {
    return [model as Model, newest()];
  }

  function settle(next: Decision): void {
    decision = next;
    Object.assign(consent, { decision }, decide(model as Model, next, Date.now() / 1000, consent.barred));
  }

  /** A decision made here: it is stored, which tells the other tabs, then told to this page. */
  function commit(method: Method | 'told', choices?: Partial<Choices> | Decision, inOwnDialog?: boolean): void {
    withLater(
      ({ decideAndStore, withProof }) =>
        withProof(loadPart, () => {
          if (!model) return void consent.ready.then(() => model && commit(method, choices));
          // Where there is nothing to decide, nothing is told, and what is open has done its work.
          if (!model.categories.length) return consent.hide();
          take(decideAndStore(model, newest(), method, choices, consent, inMemory, inOwnDialog), method, painted());
        }),
      consent.hide,
    );
  }

  /** Another tab may have decided, or time may have passed. */
  function look(key?: string | null, text?: string | null): void {
    if (!model) return;
    // The day of a change may have come.
    model = modelOf(consent.config, consent.preset);
    const found = newest(key, text);
    take(found, found === decision ? 'expired' : 'update');
  }

  /**
   * Takes over a decision. Where that changes something, what must stop stops; then surfaces close as they hear of it, and
   * the document hears. What may start starts after that, and what was left on the device goes.
   */
  function take(next: Decision, method: Method | 'told', closed?: Promise<unknown>): void {
    const before = { ...consent };
    const last = decision;
    settle(next);
    if ((next === last || !next.at) && textOf(before) === textOf(consent)) return;
    guards.update();
    if (method !== 'told') hub.update();
    gates.update(closed);
    withLater(({ follow }) =>
      follow(consent, model as Model, before, method, gates.ran, emit, loadPart, inMemory, !!closed),
    );
    offerButton();
    void ask();
  }

  async function open(surface: SurfaceName, ifPending?: boolean): Promise<void> {
    // What somebody else has answered may leave nothing to ask.
    const [module] = await Promise.all([loadPart(surface, consent.locale), connecting, taking, consent.theme()]);
    await module.open(consent, () => !signal.aborted && !(ifPending && !consent.pending.length), loadPart);
    attendLater(options.debug);
  }

  /** Only a page that has embeds downloads what serves them. */
  function embed(element: object): void {
    loadPart('embeds').then(
      ({ serve }) => serve(element as HTMLElement, consent, gates.runScript, trusted(), loadPart),
      () => setTimeout(embed, RETRY, element),
    );
  }

  /** What is mended has been explained. */
  function attendLater(everything?: boolean, waiting?: typeof gates.functions): void {
    withLater(({ attend }) => attend(isMended, consent, loadPart, everything, waiting));
  }

  /** Opens the banner where something is pending, else the notice where the visitor was not told of a revision. */
  function ask(): Promise<unknown> | undefined {
    const isNews = decision.at && consent.config.changes && decision.revision < (model as Model).revision;
    const surface = consent.pending.length ? 'banner' : isNews && 'notice';
    if (!signal.aborted && !options.manual && surface) {
      return open(surface, surface === 'banner').catch(() => setTimeout(ask, RETRY));
    }
    return;
  }

  /** Offers the floating control once nothing stands where it would. */
  function offerButton(): void {
    const { config, pending, preset, signalled } = consent;
    const reopen = config.layout?.reopen ?? 'auto';
    // That the browser's signal is honoured stands beside the control where no banner says it.
    const isAuto = reopen === 'auto' && !(signalled[0] && preset.model !== 'opt-in');
    const isDue = reopen !== 'none' && (options.manual || !pending.length);
    if (hasOwnButton() || (isDue && !(isAuto && hasOwnControl()))) {
      withLater(({ openButton }) => signal.aborted || void openButton(consent, loadPart));
    }
  }

  /** Tells the consent object's own listeners, then the document's. */
  function emit<Type extends keyof ConsentEvents>(type: Type, detail?: ConsentEvents[Type]): void {
    consent.dispatchEvent(new CustomEvent(type, { detail }));
    document.dispatchEvent(new CustomEvent(`candor-${type}`, { detail }));
  }
}
