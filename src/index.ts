/** The headless entry: no element, no Lit; importable in Node. */
import type { Config } from './core/config.js';
import type { ChangeDetail } from './core/change.js';
import type {
  Consent as ConsentObject,
  ForgottenTags,
  GuardianDetail,
  SurfaceDetail,
  ToldDetail,
} from './core/consent.js';
import type { ErasureReport } from './core/erasure.js';
import { serverConsent } from './server-consent.js';
import { start, type ConsentOptions } from './start.js';

export type * from './core/config.js';
export type { ChangeDetail, Method } from './core/change.js';
export type {
  ConsentEvents,
  ForgottenTags,
  GuardianDetail,
  Messages,
  RequestOptions,
  SurfaceDetail,
  SurfaceName,
  TextPart,
  ToldDetail,
  UpdateOptions,
} from './core/consent.js';
export type * from './core/record.js';
export type { Choices } from './core/decide.js';
export type { Answer, Decision } from './core/decision.js';
export type { ErasedItem, ErasureReport } from './core/erasure.js';
export type { LeftOut, MergeResult } from './core/merge.js';
export type { ConsentSnapshot } from './core/snapshot.js';
export type { Report, Signal } from './core/signal.js';
export type { AgeBand, Relation, Subject } from './core/subject.js';
export type { Preset } from './core/presets.js';
export type { ConsentOptions } from './start.js';

/** The visitor's consent on this page. */
export type Consent = ConsentObject & EventTarget;

/**
 * Starts Candor on this page, reads what the visitor decided, opens what is allowed and asks where something is open. A page
 * has one consent: a second call returns the living one with a warning. On a server it grants nothing and touches nothing.
 *
 * @param config See the README's reference. What cannot be used of it is left out and explained in the console.
 */
export const createConsent = (config: Config = {}, options: ConsentOptions = {}): Consent =>
  (typeof document === 'object' ? start(config, options) : serverConsent(config, options)) as Consent;

declare global {
  interface DocumentEventMap {
    'candor-ready': CustomEvent<null>;
    'candor-change': CustomEvent<ChangeDetail>;
    /** The visitor was told of changes, which is no decision. */
    'candor-told': CustomEvent<ToldDetail>;
    /** What a no has removed from the device, or `consent.erase()`. */
    'candor-erase': CustomEvent<ErasureReport>;
    /** In the tab that decided: what fitted messages to the person was refused, so the tags kept for that are to go. */
    'candor-forget-tags': CustomEvent<ForgottenTags>;
    /** A parent or guardian has answered for a child; who verifies that person cancels it. */
    'candor-guardian': CustomEvent<GuardianDetail>;
    /** A surface is on screen. */
    'candor-show': CustomEvent<SurfaceDetail>;
    /** A surface is gone. */
    'candor-hide': CustomEvent<SurfaceDetail>;
    /** A surface is about to open; cancelled, it stays away, and the page can draw its own. */
    'candor-request': CustomEvent<SurfaceDetail>;
  }
  interface Window {
    /** The page's consent, once Candor has started. */
    candor?: Consent;
  }
}
