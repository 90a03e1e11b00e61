export interface MessageOptions {
  /** Stable: the English text can change without losing its translations. */
  readonly id: string;
  /** Tells the translator where it stands and what fills its places. */
  readonly desc?: string;
}

/**
 * Finds the text to show for an English one. `lit-localize extract` collects the calls by the mark on the type of what is
 * called; it is @lit/localize's own, and written out so that our published types do not need that package.
 */
export interface Msg {
  (text: string, options: MessageOptions): string;
  _LIT_LOCALIZE_MSG_?: never;
}
