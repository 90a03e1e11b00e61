/** What the visitor answered for one id, with its own time and revision: a partial update renews nothing else. */
export interface Answer {
  readonly granted: boolean;
  /** When it was answered, in Unix seconds. */
  readonly at: number;
  /** The revision of the site's config it was answered at. */
  readonly revision: number;
}

/** All answers that are stored together. */
export interface Decision {
  /** When the latest answer was given, in Unix seconds. */
  readonly at: number;
  /** The config's revision at that moment. */
  readonly revision: number;
  /** Categories as answered; services only where they depart from their category. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** True when the cookie had no room for the departed services, and they are not at hand. */
  readonly incomplete?: boolean;
}

export const UNDECIDED: Decision = { at: 0, revision: 0, answers: new Map() };
