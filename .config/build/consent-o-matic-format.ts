/**
 * What a rule of Consent-O-Matic may say, as far as Candor's says it: github.com/cavi-au/Consent-O-Matic, README.md, read in
 * November 2026.
 */

/** A: preferences, B: analytics, D: storage and access, E: content, F: ads, X: other. */
export type Purpose = 'A' | 'B' | 'D' | 'E' | 'F' | 'X';

export interface Selector {
  /** `:scope` is what a loop stands at. */
  readonly selector: string;
  /** Only what has a height. */
  readonly displayFilter?: boolean;
}

/** The first element that is meant; in the shadow root of `parent`, where that has one. */
export interface Selection {
  readonly parent?: Selector;
  readonly target: Selector;
}

export interface CssMatcher extends Selection {
  readonly type: 'css';
}

/** What to press for one purpose: a switch that stands the other way, or one of two buttons. */
export type PurposeRule = { readonly type: Purpose } & (
  | { readonly matcher: CssMatcher; readonly toggleAction: Action }
  | { readonly trueAction?: Action; readonly falseAction?: Action }
);

export type Action =
  | ({ readonly type: 'click' | 'hide' } & Selection)
  | { readonly type: 'list'; readonly actions: readonly Action[] }
  | { readonly type: 'consent'; readonly consents: readonly PurposeRule[] }
  | ({ readonly type: 'ifcss'; readonly trueAction?: Action; readonly falseAction?: Action } & Selection)
  /** Looks again every `waitTime` milliseconds (250), `retries` times (10). */
  | ({ readonly type: 'waitcss'; readonly retries?: number; readonly waitTime?: number } & Selection)
  | ({ readonly type: 'foreach'; readonly action: Action } & Selection);

/** They run in this order, `HIDE_CMP` before and after `OPEN_OPTIONS`. */
export type MethodName = 'HIDE_CMP' | 'OPEN_OPTIONS' | 'DO_CONSENT' | 'SAVE_CONSENT';

export interface Rule {
  readonly detectors: readonly { readonly presentMatcher: CssMatcher; readonly showingMatcher: CssMatcher }[];
  readonly methods: readonly { readonly name: MethodName; readonly action: Action }[];
}

/** A file of rules, by name. */
export type Rules = Readonly<Record<string, Rule>>;
