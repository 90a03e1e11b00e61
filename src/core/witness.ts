/** A click in the interface, and what stood there. */
export interface Clicked<Surface = unknown, Click = unknown, Target = unknown> {
  readonly surface: Surface;
  readonly click: Click;
  readonly target: Target;
  /** What could be read there, where it shows something else by the time the answer counts: a copy. */
  readonly content?: unknown;
}

/**
 * What the interface notes of a click in it, before it acts on it: so that the record of what the click decides can say on
 * which surface and text it fell. Noted on the consent, because interface and records are files of their own.
 */
export interface Witness<Surface = unknown, Click = unknown, Target = unknown> {
  clicked?: Clicked<Surface, Click, Target> | undefined;
}
