import type { ChangeDetail, Method } from './change.js';
import type { Config } from './config.js';
import type { Choices } from './decide.js';
import type { ErasureReport } from './erasure.js';
import type { Preset } from './presets.js';

/** The surfaces that can be opened by name. */
export type SurfaceName = 'banner' | 'preferences';

/** The texts come in two parts: those of the first layer, and all others. */
export type TextPart = 'banner' | 'preferences';

export interface UpdateOptions {
  /** How the decision was made; default `update`. Only the dialog itself makes a `request`. */
  readonly method?: Exclude<Method, 'request'>;
}

export interface RequestOptions {
  /**
   * Who wants it. `visitor`, the default while the browser knows of an activation just now, always asks; `page` does not ask
   * again what was refused, until that refusal runs out.
   */
  readonly trigger?: 'visitor' | 'page';
}

export interface SurfaceDetail {
  /** `request` is the dialog that asks for one id at the moment of need. */
  readonly surface: SurfaceName | 'request';
  /** What `request` asks for: a category or service. */
  readonly id?: string;
}

/** Events of the consent object by name; the same detail is told on `document` under `candor-<name>`. */
export interface ConsentEvents {
  /** The config is in. */
  ready: undefined;
  /** Once a decision, after it is stored and before gates release; in other tabs too. */
  change: ChangeDetail;
  /** What a no has removed from the device, or {@link Consent.erase}. */
  erase: ErasureReport;
  /** The language, or the config in a preview, changed: what is on screen is out of date. */
  refresh: undefined;
  /** Whatever is open closes; see {@link Consent.hide}. */
  dismiss: undefined;
  /** Candor leaves the page. */
  destroy: undefined;
}

/** Texts of a part of the interface by message id. */
export type Messages = Readonly<Record<string, string>>;

/** The visitor's consent on this page: what they chose, and every way to ask, change and hear of it. */
export interface Consent {
  /** Resolves when the config is in; rejects when it could not be had, and then everything optional stays no. */
  readonly ready: Promise<void>;
  readonly config: Config;
  /** As given by the page: `DE`, `EEA`, `US-CA`; else the empty string. */
  readonly region: string;
  readonly preset: Preset;
  /** BCP 47 tag of the language that is wanted; of the one that is spoken, once the interface is there. */
  readonly locale: string;
  /** The languages the visitor can choose from: BCP 47 tags. */
  readonly locales: readonly string[];
  readonly choices: Choices;
  /** Ids of the categories that still need an answer; never `separate` ones. */
  readonly pending: readonly string[];

  /** Whether a category or service is allowed now. False for ids nobody configured. */
  granted(id: string): boolean;
  /** Resolves once the id is allowed. */
  when(id: string): Promise<void>;
  /**
   * Runs `run` while the ids are allowed: at once, or when the yes comes; what it returns runs when the yes is taken back.
   *
   * @param condition One or more ids; all must be yes. `!id` holds while the answer is no or open.
   * @returns Takes the gate away; a running one is undone.
   */
  gate(condition: string, run: () => void | (() => void)): () => void;
  /**
   * Asks for one category or service at the moment of need, in a dialog of its own: the only way to a `separate` yes.
   *
   * @returns Whether it is allowed now. False too when the dialog was closed without an answer or could not be had.
   */
  request(id: string, options?: RequestOptions): Promise<boolean>;
  /** Answers some ids and leaves the others as they are. A `separate` yes is not taken. */
  update(choices: Partial<Choices>, options?: UpdateOptions): void;
  /** Yes to everything that is asked; never to `separate` categories. */
  acceptAll(): void;
  /** No to everything that is asked, and an objection to everything exempt. */
  rejectAll(): void;
  /** No to everything, `separate` categories included. */
  withdraw(): void;
  /**
   * Removes what the config declares in `erase`, as a withdrawal does; what a granted id declares as well stays. Rejects when
   * the eraser could not be loaded; a later call tries again.
   *
   * @param ids Whose; those of categories include their services. Default: all that are not a yes.
   */
  erase(ids?: readonly string[]): Promise<ErasureReport>;
  /** Opens a surface; resolves when it is on screen. Rejects when it could not be loaded; a later call tries again. */
  show(surface: SurfaceName): Promise<void>;
  /** Closes what is open. Decides nothing. */
  hide(): void;
  /** Speaks another language from now on, or the closest that is offered. */
  setLocale(tag: string): Promise<void>;
  /** For previews: starts over with another config, keeping what was answered. Throws for one that cannot be used. */
  replaceConfig(config: Config): void;
  /** Takes Candor off the page: gates are undone, listeners and surfaces removed, the stored decision stays. */
  destroy(): void;

  /** Texts of a part of the interface in the current language; none where that is the source language, or they failed to load. */
  messages(part: TextPart): Promise<Messages>;
  /**
   * For `<candor-embed>`, whenever it comes into the page or goes: shows what it brings while that is allowed, else its
   * placeholder.
   */
  embed(element: object): void;

  addEventListener<Type extends keyof ConsentEvents>(
    type: Type,
    listener: (event: { readonly type: string; readonly detail: ConsentEvents[Type] }) => void,
    options?: { readonly once?: boolean },
  ): void;
  removeEventListener<Type extends keyof ConsentEvents>(
    type: Type,
    listener: (event: { readonly type: string; readonly detail: ConsentEvents[Type] }) => void,
  ): void;
}
