/** What the visitor answered for one id, with its own time and revision: a partial update renews nothing else. */
export interface Answer {
  readonly granted: boolean;
  /** When it was answered, in Unix seconds. */
  readonly at: number;
  /** The revision of the site's config it was answered at. */
  readonly revision: number;
  /** True for a yes that was given while the browser sent its opt-out signal, in a step that names it. */
  readonly despiteSignal?: boolean;
}

/** All answers that are stored together. */
export interface Decision {
  /** When the latest answer was given, in Unix seconds. */
  readonly at: number;
  /** The config's revision at that moment. */
  readonly revision: number;
  /** Categories as answered; services only where they depart from their category. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** True when some answers are not at hand: the cookie had no room for departed services, or cannot be read. */
  readonly incomplete?: boolean;
}

export const UNDECIDED: Decision = { at: 0, revision: 0, answers: new Map() };

/** There is one that cannot be read: nothing is on by default, for it may have said no. */
export const UNREADABLE: Decision = { ...UNDECIDED, incomplete: true };
