import type { Method } from './core/change.js';
import type { Consent, SurfaceName } from './core/consent.js';
import type { Choices } from './core/decide.js';
import type { Decision } from './core/decision.js';
import type { Model } from './core/model.js';
import type { loadPart } from './load.js';

/** What is read-only to everybody else is written here. */
export type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** What parts that come later work with; see `start.ts`. */
export interface Hands {
  readonly consent: Writable<Consent> & EventTarget;
  readonly options: { readonly manual?: boolean; readonly storage?: 'cookie' | 'memory' };
  /** Takes the ids that are off for this visitor. */
  readonly bar: (ids: readonly string[]) => void;
  /** Takes answers, or a whole decision that was made elsewhere; keeps it and tells of it. */
  readonly commit: (method: Method, choices?: Partial<Choices> | Decision) => void;
  /** The rules and the decision as they are now, once the config is in. */
  readonly decided: () => [Model, Decision];
  readonly loadPart: typeof loadPart;
  readonly open: (surface: SurfaceName) => Promise<unknown>;
  /** Resolves when a decision counts as soon as it is made: what makes its record may be on its way. */
  readonly ready: () => Promise<void>;
}
