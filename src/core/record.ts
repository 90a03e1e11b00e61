// Generated from src/lint/record-schema.ts by `npm run generate`. Do not edit.

/**
 * The proof of one decision.
 */
export interface ConsentRecord {
  /**
   * The version of this format.
   */
  readonly schema: 'candor-consent/record@1';
  readonly conformsTo: 'ISO/IEC TS 27560:2023';
  /**
   * Names this record and no other. Who receives it twice keeps it once.
   */
  readonly receiptId: string;
  /**
   * The record before it on this device; null for the first.
   */
  readonly previousReceiptId: string | null;
  readonly subject: RecordedSubject;
  readonly controller: RecordedController;
  readonly event: RecordedEvent;
  /**
   * All of them for a decision on several; one for a separate one.
   */
  readonly purposes: readonly RecordedPurpose[];
  readonly notice: RecordedNotice;
  readonly context: RecordedContext;
  readonly ending: RecordedEnding;
}
/**
 * Whom it is about. Nothing else tells who that is.
 */
export interface RecordedSubject {
  /**
   * Random, and the same for all records of a browser. Null unless the config names `records.url`.
   */
  readonly id: string | null;
  /**
   * Who answered for a child, by their own declaration in the guardian’s step; null: the visitor did.
   */
  readonly guardian: ('parent' | 'guardian' | 'other') | null;
}
/**
 * Who answers for the data, as configured at that time.
 */
export interface RecordedController {
  readonly name: string | null;
  readonly address: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
  /**
   * In the visitor’s country: GDPR art. 27, PIPL art. 53.
   */
  readonly representative: string | null;
}
/**
 * What happened, when and how.
 */
export interface RecordedEvent {
  /**
   * What happened. `partial`: yes to some, no to others. `shown`: the visitor was told of a change and asked nothing. `signal`: what is allowed changed by what the page or the browser reports, and by no answer.
   */
  readonly state: 'given' | 'refused' | 'partial' | 'withdrawn' | 'objected' | 'expired' | 'shown' | 'signal';
  /**
   * `separate`: for one purpose, in a dialog of its own. `explicit`: the visitor pressed a button that says so. `regular`: any other.
   */
  readonly type: 'explicit' | 'separate' | 'regular';
  /**
   * ISO 8601 with the visitor’s offset from UTC.
   */
  readonly time: string;
  /**
   * Whose clock that was. A server that receives it has its own.
   */
  readonly clock: 'client';
  /**
   * How, as in `detail.method` of `candor-change`.
   */
  readonly method:
    | 'accept-all'
    | 'reject-all'
    | 'save'
    | 'update'
    | 'request'
    | 'withdraw'
    | 'signal'
    | 'import'
    | 'expired'
    | 'shown';
  /**
   * Where: `banner`, `preferences`, `request`, `embed` or another element of Candor; `api`: the page itself; `none`: nobody did anything.
   */
  readonly surface: string;
  /**
   * Whether a person’s own click made it. False for scripts and where nobody can tell.
   */
  readonly trusted: boolean;
}
/**
 * One purpose and the answer for it.
 */
export interface RecordedPurpose {
  /**
   * Id of the category in the config, or of a service with a consent of its own.
   */
  readonly id: string;
  /**
   * As the site calls it; else Candor’s own name of it in English, else the id.
   */
  readonly title: string;
  /**
   * What the law asks for: nothing, a consent, room for an objection, a way to opt out, a consent that stands alone.
   */
  readonly kind: 'necessary' | 'consent' | 'exempt' | 'opt-out' | 'separate';
  readonly legalBasis: LegalBasis;
  /**
   * Whether it is allowed after the event.
   */
  readonly granted: boolean;
  /**
   * What the last word on it is. `unanswered`: there is none, and `granted` is the default. `signal`: no word, but a signal has changed `granted`.
   */
  readonly state:
    'necessary' | 'unanswered' | 'given' | 'refused' | 'withdrawn' | 'objected' | 'expired' | 'shown' | 'signal';
  /**
   * Whether this very event is that word, or it stood before.
   */
  readonly answered: boolean;
  /**
   * When the answer was given; null without one.
   */
  readonly answeredAt: string | null;
  /**
   * When the answer ends by itself; null where it does not.
   */
  readonly expires: string | null;
  /**
   * The revision of the config that the answer was given to; null without one.
   */
  readonly revision: number | null;
  /**
   * The kinds of data, as the visitor was told.
   */
  readonly data: readonly string[];
  readonly recipients: readonly RecordedRecipient[];
}
/**
 * Why the data may be used.
 */
export interface LegalBasis {
  /**
   * `legitimate-use`: allowed by law while nobody objects. `opt-out`: allowed by law until the visitor says no.
   */
  readonly basis: 'necessary' | 'consent' | 'legitimate-use' | 'opt-out' | 'separate-consent';
  /**
   * Where that law stands; null where the region names none.
   */
  readonly article: string | null;
}
/**
 * Who receives the data.
 */
export interface RecordedRecipient {
  /**
   * Id of the service in the config.
   */
  readonly id: string;
  /**
   * As the visitor knows it.
   */
  readonly name: string;
  /**
   * The legal person that receives the data.
   */
  readonly provider: string | null;
  /**
   * Whether it works for the controller, decides with it, or uses the data for itself.
   */
  readonly role: 'processor' | 'joint' | 'independent';
  /**
   * Where the data goes: ISO 3166 code.
   */
  readonly country: string | null;
  /**
   * URL to reach it.
   */
  readonly contact: string | null;
  /**
   * URL of its privacy policy.
   */
  readonly policy: string | null;
  /**
   * How long it keeps the data: ISO 8601 duration.
   */
  readonly retention: string | null;
  /**
   * Whether the data may go there now.
   */
  readonly granted: boolean;
}
/**
 * On which text.
 */
export interface RecordedNotice {
  readonly policyVersion: string | null;
  /**
   * As configured.
   */
  readonly policyUrl: string | null;
  /**
   * BCP 47 tag of what was shown.
   */
  readonly language: string;
  /**
   * Of `text` in UTF-8, in hexadecimal; null without a text.
   */
  readonly textSha256: string | null;
  /**
   * Of the config as canonical JSON (RFC 8785), in hexadecimal; null for one that is no JSON.
   */
  readonly configSha256: string | null;
  /**
   * What stood on the surface, unfolding parts and buttons included, one line for each piece; null where Candor showed nothing.
   */
  readonly text: string | null;
}
/**
 * Where, and under which rules.
 */
export interface RecordedContext {
  /**
   * The rules that were applied.
   */
  readonly preset: string;
  /**
   * As the page said; null where it did not.
   */
  readonly region: string | null;
  /**
   * The region, else the one the rules are made for.
   */
  readonly jurisdiction: string | null;
  /**
   * Where the controller keeps the data: ISO 3166 code.
   */
  readonly storageLocation: string | null;
  /**
   * What the browser signalled: Global Privacy Control; null: it knows no such signal.
   */
  readonly signals: {
    readonly gpc: boolean | null;
  };
}
/**
 * How it ends; when, stands with each purpose.
 */
export interface RecordedEnding {
  /**
   * How to withdraw.
   */
  readonly withdrawal: string;
  /**
   * URL for requests of access, correction and deletion, else the contact.
   */
  readonly requests: string | null;
  /**
   * How long the site keeps this record, in days; null where it does not say.
   */
  readonly retentionDays: number | null;
}
