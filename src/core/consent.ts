import type { ChangeDetail, Method } from './change.js';
import type { Change, Config } from './config.js';
import type { Choices } from './decide.js';
import type { Decision } from './decision.js';
import type { ErasureReport } from './erasure.js';
import type { MergeResult } from './merge.js';
import type { Correction } from './palette.js';
import type { Preset } from './presets.js';
import type { ConsentRecord } from './record.js';
import type { ConsentSnapshot } from './snapshot.js';
import type { Signal } from './signal.js';
import type { AgeGroup, Relation, Subject } from './subject.js';

/**
 * The surfaces that can be opened by name. `notice` tells of changes, and asks nothing; `age` asks for the age group; `guardian`
 * is the step of a parent or guardian; `records` shows the visitor their own records.
 */
export type SurfaceName = 'banner' | 'preferences' | 'notice' | 'age' | 'guardian' | 'records';

/** The texts come in two parts: those of the first layer, and all others. */
export type TextPart = 'banner' | 'preferences';

export interface UpdateOptions {
  /**
   * How the decision was made; default `update`. Candor itself alone makes the others. `told` decides nothing: it keeps that
   * the visitor was told of all changes up to the config's revision, for a page that draws its own notice.
   */
  readonly method?: Exclude<Method, 'request' | 'signal' | 'import' | 'expired'> | 'told';
}

export interface RequestOptions {
  /**
   * Who wants it. `visitor`, the default while the browser knows of an activation just now, always asks; `page` does not ask
   * again what was refused, until that refusal runs out.
   */
  readonly trigger?: 'visitor' | 'page';
}

export interface SurfaceDetail {
  /**
   * `request` is the dialog that asks for one id at the moment of need; `imported` tells that the choices of an account apply.
   */
  readonly surface: SurfaceName | 'request' | 'imported';
  /** What `request` asks for: a category or service. */
  readonly id?: string;
  /** What `notice` tells of. */
  readonly changes?: readonly Change[];
}

/** What `candor-told` tells. */
export interface ToldDetail {
  /** Changes of the config that a visitor who had answered before has now been told of. */
  readonly changes: readonly Change[];
}

/** What `candor-forget-tags` tells. */
export interface ForgottenTags {
  /** Services with `personalises` that were a yes until now. */
  readonly ids: readonly string[];
}

/** What `candor-guardian` tells. */
export interface GuardianDetail {
  /** What the person who answered declares to be to the child. */
  readonly relation: Relation;
  /** The categories that person wants to allow. */
  readonly ids: readonly string[];
}

/** Events of the consent object by name; the same detail is told on `document` under `candor-<name>`. */
export interface ConsentEvents {
  /** The config is in. */
  ready: undefined;
  /** Once a decision, after it is stored and before gates release; in other tabs too. */
  change: ChangeDetail;
  /** The visitor was told of changes, which is no decision. */
  told: ToldDetail;
  /** What a no has removed from the device, or {@link Consent.erase}. */
  erase: ErasureReport;
  /**
   * In the tab that decided: what fitted messages to the person was refused, so whatever is known of them for that is to be
   * deleted where the site keeps it (China: regulation on network data art. 42).
   */
  'forget-tags': ForgottenTags;
  /**
   * A parent or guardian has answered for a child. Nothing is allowed by that until the page has verified the person and calls
   * `setSubject({ guardian: 'verified' })`; whoever sees to that cancels the event.
   */
  guardian: GuardianDetail;
  /** The language, the config in a preview, or who the visitor is changed: what is on screen is out of date. */
  refresh: undefined;
  /** Whatever is open closes; see {@link Consent.hide}. */
  dismiss: undefined;
  /** Candor leaves the page. */
  destroy: undefined;
}

/** What dresses elements; see `src/theme.ts`. */
export interface Dresser {
  dress(element: object, root: object, consent: Consent): void;
  /** Colours of the config or the page that are not used as they are. */
  corrections(consent: Consent): readonly Correction[];
}

/** Texts of a part of the interface by message id. */
export type Messages = Readonly<Record<string, string>>;

/** The visitor's consent on this page: what they chose, and every way to ask, change and hear of it. */
export interface Consent {
  /** Resolves when the config is in; rejects when it could not be had, and then everything optional stays no. */
  readonly ready: Promise<void>;
  readonly config: Config;
  /** As given by the page: `DE`, `EEA`, `US-CA`; else a guess, `CN` or `EEA`; else the empty string. */
  readonly region: string;
  /** Whether the region is a guess by the device's time zone and languages, which can only make the rules stricter. */
  readonly isGuess: boolean;
  /** Whether the browser sends its opt-out signal, Global Privacy Control. Undefined: it has none, and no server saw one. */
  readonly gpc: boolean | undefined;
  readonly preset: Preset;
  /** BCP 47 tag of the language that is wanted; of the one that is spoken, once the interface is there. */
  readonly locale: string;
  /** The languages the visitor can choose from: BCP 47 tags. */
  readonly locales: readonly string[];
  readonly choices: Choices;
  /** Ids of the categories that still need an answer; never `separate` ones. */
  readonly pending: readonly string[];
  /**
   * What the banner asks for exactly: categories with their services, or a service alone that is new or changed in a category
   * that was answered.
   */
  readonly asked: readonly string[];
  /**
   * Ids that are off for this visitor whatever is answered, as {@link Consent.setSubject} says: channels of an account while
   * nobody is signed in, and what minors are not to be asked.
   */
  readonly barred: readonly string[];
  /** Ids that are off because the browser sends its opt-out signal; allowed again only in a step that names it. */
  readonly signalled: readonly string[];
  /** What is kept of the visitor's answers: each with its time and revision. `at` is 0 where nothing was answered. */
  readonly decision: Decision;
  /** What is known of the visitor: as the page said, with their own answer to the age question. Undefined: nothing. */
  readonly subject: Subject | undefined;
  /** The age group it follows from that. Undefined where nobody is asked and the page has said nothing. */
  readonly ageGroup?: AgeGroup;
  /** Whether choices of an account apply here, while the device's own are put aside until nobody is signed in. */
  readonly imported?: boolean;

  /** The latest record on this device, or in this page where the device keeps nothing. */
  readonly record: ConsentRecord | undefined;

  /** Whether a category or service is allowed now. False for ids nobody configured. */
  readonly granted: (id: string) => boolean;
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
  /** The records on this device, oldest first: the last twenty, and those of every yes that stands. */
  exportRecords(): ConsentRecord[];
  /** Opens a surface; resolves when it is on screen. Rejects when it could not be loaded; a later call tries again. */
  show(surface: SurfaceName): Promise<void>;
  /** Closes what is open. Decides nothing. */
  hide(): void;
  /** Speaks another language from now on, or the closest that is offered. */
  setLocale(tag: string): Promise<void>;
  /**
   * Says what the page knows of the visitor; adds to what was said before. Under the age of the region everything optional is
   * off until a guardian is `verified`; channels of an account are offered to signed-in people alone.
   */
  setSubject(subject: Subject): void;
  /** What is decided here, with the time of each answer, for a host that keeps it with an account. */
  export(): ConsentSnapshot;
  /**
   * Brings the decision of a signed-in person's account together with that of this device: for each id the latest answer wins,
   * ties are no, and nothing is renewed. The device's own decision is put aside until `setSubject({ signedIn: false })`. Rejects
   * with a `TypeError` that names what is wrong, and changes nothing, for what is no such snapshot, or while nobody is signed in.
   */
  import(snapshot: ConsentSnapshot): Promise<MergeResult>;
  /**
   * Connects an outside API: it hears what holds at once, and then of each decision. Those of Candor are connected by the
   * config's `signals`.
   *
   * @returns Disconnects it.
   */
  connect(signal: Signal): () => void;
  /** For previews: starts over with another config, keeping what was answered. Throws for one that cannot be used. */
  replaceConfig(config: Config): void;
  /** Takes Candor off the page: gates are undone, listeners and surfaces removed, the stored decision stays. */
  destroy(): void;

  /** Texts of a part of the interface in the current language; none where that is the source language, or they failed to load. */
  messages(part: TextPart): Promise<Messages>;
  /**
   * For `<candor-embed>` and `<candor-declaration>`, whenever one comes into the page or goes: shows what an embed brings
   * while that is allowed, else its placeholder; fills a declaration.
   */
  embed(element: object): void;
  /**
   * For Candor's elements: what dresses them as the config's `theme` and `layout.density` say. Undefined where these say nothing;
   * resolves to undefined where it could not be had.
   */
  theme(): Promise<Dresser | void> | undefined;

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
