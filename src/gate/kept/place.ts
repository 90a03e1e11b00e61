import type { ErasedItem } from '../../core/erasure.js';

/** A place in which the browser keeps things by name. */
export interface Place {
  readonly kind: ErasedItem['kind'];
  /**
   * The names that are there. Throws, or rejects, where the browser forbids to look.
   *
   * @param declared Names to try where the browser has no list; those without `*`.
   */
  names(declared: readonly string[]): readonly string[] | Promise<readonly string[]>;
  /** Removes what has this name. Resolves to whether it is gone; to undefined where it never was. */
  remove(name: string): boolean | Promise<boolean | undefined>;
}

/** A place that answers at once, also while the page is being left. */
export interface PromptPlace extends Place {
  names(): readonly string[];
  remove(name: string): boolean;
}
