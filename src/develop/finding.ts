/** A mistake on the page, or something that will not do what its author hopes. */
export interface Finding {
  /** Where: an element, an attribute, a key of the config, a cookie. */
  readonly path: string;
  readonly value: unknown;
  /** What is wrong and what to do, without a full stop. */
  readonly message: string;
}
