import { answer } from '../../src/core/answer.js';
import { changeBetween, type Method } from '../../src/core/change.js';
import type { Config } from '../../src/core/config.js';
import type {
  Consent,
  Messages,
  RequestOptions,
  SurfaceName,
  TextPart,
  UpdateOptions,
} from '../../src/core/consent.js';
import { decide, type Choices, type Outcome } from '../../src/core/decide.js';
import { UNDECIDED, type Decision } from '../../src/core/decision.js';
import type { ErasureReport } from '../../src/core/erasure.js';
import { createModel, idsOf, type Model } from '../../src/core/model.js';
import type { ConsentRecord } from '../../src/core/record.js';
import { presetFor, type Preset } from '../../src/core/presets.js';
import { localeLoaders } from '../../src/generated/locale-loaders.js';

const now = (): number => Math.floor(Date.now() / 1000);

export interface FakeOptions {
  locale?: string;
  locales?: readonly string[];
  /** Default: one that nobody knows. */
  region?: string;
  /** Whether the browser sends its opt-out signal. */
  gpc?: boolean;
  /** Separate consents that were given in their own dialog. */
  separate?: readonly string[];
  /** Ids that the visitor allows when they are asked for in a dialog of their own. */
  allows?: readonly string[];
  /** Ids that are off whatever is answered. Default: what is while nobody has said who the visitor is. */
  barred?: readonly string[];
  /** What was answered before. */
  decision?: Decision;
  /** What was decided before, oldest first. */
  records?: readonly ConsentRecord[];
  /** Stands for a failed download. */
  messages?: (part: TextPart) => Promise<Messages>;
}

/** A consent for tests: decides by the real rules, keeps everything in memory, and records what it is asked to do. */
export class FakeConsent extends EventTarget {
  readonly ready = Promise.resolve();
  readonly region: string;
  readonly isGuess = false;
  readonly gpc: boolean;
  readonly preset: Preset;
  readonly calls: [name: string, ...args: unknown[]][] = [];
  /** Listeners that were added and not removed. */
  listening = 0;
  locale: string;
  locales: readonly string[];
  decision: Decision;

  constructor(
    public config: Config = {},
    private readonly options: FakeOptions = {},
  ) {
    super();
    this.region = options.region ?? '';
    this.gpc = !!options.gpc;
    this.preset = presetFor(this.region, config.regions);
    this.locale = options.locale ?? 'en';
    this.locales = options.locales ?? [this.locale];
    this.decision = options.decision ?? UNDECIDED;
    for (const id of options.separate ?? []) {
      const granted = { granted: true, at: now(), revision: config.revision ?? 1 };
      this.decision = { ...this.decision, answers: new Map([...this.decision.answers, [id, granted]]) };
    }
  }

  /** As elements take it. */
  get consent(): Consent {
    return this as unknown as Consent;
  }

  private get model(): Model {
    return this.made(this.config, 'model', () => createModel(this.config, this.preset, now(), this.gpc));
  }

  /** What was made of a config or a decision, made once, as the real one does. */
  private readonly known = new WeakMap<object, Map<string, unknown>>();
  private made<Made>(of: object, name: string, make: () => Made): Made {
    const known = this.known.get(of) ?? new Map<string, unknown>();
    this.known.set(of, known);
    if (!known.has(name)) known.set(name, make());
    return known.get(name) as Made;
  }

  get barred(): readonly string[] {
    return this.options.barred ?? this.model.barred;
  }

  private get outcome(): Outcome {
    const { barred, decision, model } = this;
    const outcomes = this.made(model, 'outcomes', () => new WeakMap<Decision, Outcome>());
    const outcome = outcomes.get(decision) ?? decide(model, decision, now(), barred);
    outcomes.set(decision, outcome);
    return outcome;
  }

  get choices(): Choices {
    return this.outcome.choices;
  }

  get pending(): readonly string[] {
    return this.outcome.pending;
  }

  get asked(): readonly string[] {
    return this.outcome.asked;
  }

  get signalled(): readonly string[] {
    return this.outcome.signalled;
  }

  readonly granted = (id: string): boolean => this.choices[id] === true;

  request(id: string, options?: RequestOptions): Promise<boolean> {
    this.calls.push(['request', id, options]);
    if (this.options.allows?.includes(id)) this.commit({ [id]: true }, 'request');
    return Promise.resolve(this.granted(id));
  }

  update(choices: Partial<Choices>, options?: UpdateOptions): void {
    this.calls.push(['update', choices, options]);
    const method = options?.method ?? 'update';
    if (method === 'told') this.decision = { ...this.decision, revision: this.config.revision ?? 1 };
    else this.commit(choices, method);
  }

  acceptAll(): void {
    this.calls.push(['acceptAll']);
    this.commit(this.all(true), 'accept-all');
  }

  rejectAll(): void {
    this.calls.push(['rejectAll']);
    this.commit(this.all(false), 'reject-all');
  }

  withdraw(): void {
    this.calls.push(['withdraw']);
    this.commit(this.all(false), 'withdraw');
  }

  erase(ids?: readonly string[]): Promise<ErasureReport> {
    this.calls.push(['erase', ids]);
    return Promise.resolve({ erased: [], remaining: [] });
  }

  exportRecords(): ConsentRecord[] {
    return [...(this.options.records ?? [])];
  }

  show(surface: SurfaceName): Promise<void> {
    this.calls.push(['show', surface]);
    return Promise.resolve();
  }

  hide(): void {
    this.calls.push(['hide']);
  }

  setLocale(tag: string): Promise<void> {
    this.calls.push(['setLocale', tag]);
    this.locale = tag;
    this.dispatchEvent(new CustomEvent('refresh'));
    return Promise.resolve();
  }

  replaceConfig(config: Config): void {
    this.config = config;
    this.dispatchEvent(new CustomEvent('refresh'));
  }

  theme(): ReturnType<Consent['theme']> {
    return this.config.theme || this.config.layout?.density ? import('../../src/theme.js') : undefined;
  }

  async messages(part: TextPart): Promise<Messages> {
    if (this.options.messages) return this.options.messages(part);
    return (await localeLoaders[this.locale]?.[part]())?.messages ?? {};
  }

  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    this.listening += 1;
    super.addEventListener(...args);
  }

  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    this.listening -= 1;
    super.removeEventListener(...args);
  }

  private all(granted: boolean): Choices {
    return Object.fromEntries(
      this.model.categories.flatMap((category) => idsOf(category).map((name) => [name, granted])),
    );
  }

  private commit(choices: Partial<Choices>, method: Method): void {
    const before = this.outcome;
    const denied = method === 'save' || method === 'request' ? [] : this.model.signalled;
    this.decision = answer(this.model, this.decision, choices, now(), method === 'request', [
      ...this.barred,
      ...denied,
    ]);
    const detail = changeBetween(this.model, before, this.outcome, method);
    this.dispatchEvent(new CustomEvent('change', { detail }));
  }
}
