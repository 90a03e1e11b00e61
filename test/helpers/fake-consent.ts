import { answer } from '../../src/core/answer.js';
import { changeBetween, type Method } from '../../src/core/change.js';
import type { Config } from '../../src/core/config.js';
import type { Consent, Messages, RequestOptions, SurfaceName, TextPart } from '../../src/core/consent.js';
import { decide, type Choices } from '../../src/core/decide.js';
import { UNDECIDED, type Decision } from '../../src/core/decision.js';
import type { ErasureReport } from '../../src/core/erasure.js';
import { createModel, type Model } from '../../src/core/model.js';
import { presetFor } from '../../src/core/presets.js';
import { localeLoaders } from '../../src/generated/locale-loaders.js';

const now = (): number => Math.floor(Date.now() / 1000);

export interface FakeOptions {
  locale?: string;
  locales?: readonly string[];
  /** Separate consents that were given in their own dialog. */
  separate?: readonly string[];
  /** Stands for a failed download. */
  messages?: (part: TextPart) => Promise<Messages>;
}

/** A consent for tests: decides by the real rules, keeps everything in memory, and records what it is asked to do. */
export class FakeConsent extends EventTarget {
  readonly ready = Promise.resolve();
  readonly region = '';
  readonly preset = presetFor('');
  readonly calls: [name: string, ...args: unknown[]][] = [];
  /** Listeners that were added and not removed. */
  listening = 0;
  locale: string;
  locales: readonly string[];
  private decision: Decision = UNDECIDED;

  constructor(
    public config: Config = {},
    private readonly options: FakeOptions = {},
  ) {
    super();
    this.locale = options.locale ?? 'en';
    this.locales = options.locales ?? [this.locale];
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
    return createModel(this.config, this.preset, now());
  }

  get choices(): Choices {
    return decide(this.model, this.decision, now()).choices;
  }

  get pending(): readonly string[] {
    return decide(this.model, this.decision, now()).pending;
  }

  granted(id: string): boolean {
    return this.choices[id] === true;
  }

  request(id: string, options?: RequestOptions): Promise<boolean> {
    this.calls.push(['request', id, options]);
    return Promise.resolve(this.granted(id));
  }

  update(choices: Partial<Choices>, options?: { method?: Method }): void {
    this.calls.push(['update', choices, options]);
    this.commit(choices, options?.method ?? 'update');
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
      this.model.categories.flatMap(({ id, services }) => [id, ...services].map((name) => [name, granted])),
    );
  }

  private commit(choices: Partial<Choices>, method: Method): void {
    const before = decide(this.model, this.decision, now());
    this.decision = answer(this.model, this.decision, choices, now());
    const detail = changeBetween(this.model, before, decide(this.model, this.decision, now()), method);
    this.dispatchEvent(new CustomEvent('change', { detail }));
  }
}
