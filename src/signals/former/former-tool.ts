/** What a consent tool that stood on this site before has kept of a visitor's answer. */
export interface FormerAnswers {
  /** By category or service, as it is named there. What is not in it was not answered. */
  readonly answers: Readonly<Record<string, boolean>>;
  /**
   * Categories of theirs whose services were answered one by one: a service in one of them that is not in `answers` is a no.
   */
  readonly itemised?: readonly string[];
  /** When the answer was given, in Unix seconds. Undefined: the tool does not keep it. */
  readonly at?: number;
  /** When the tool itself would ask again, in Unix seconds. Undefined: when the browser drops the cookie. */
  readonly until?: number;
}

/** How one tool keeps its answers. */
export interface FormerTool {
  /** Names of its cookie, or its key in localStorage, where the site has given it no other. */
  readonly names: readonly string[];
  /** Name of a second cookie, where the time of the answer stands. */
  readonly timeName?: string;
  /** Whether its answers are by service alone: then none of its names is that of a category. */
  readonly isByService?: boolean;
  /** Its usual names, as {@link plain} makes them, and what they are called here. */
  readonly ids: Readonly<Record<string, string>>;
  /**
   * @param text Value of the cookie or of the entry in localStorage.
   * @param time Value of the second cookie.
   * @returns Undefined for what is no answer, or not of this tool.
   */
  readonly read: (text: string, time?: string) => FormerAnswers | undefined;
}
