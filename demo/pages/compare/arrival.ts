/** What `demo/public/frames/compare/arrival.js` notes in a frame. */
export interface Arrival {
  /** Milliseconds since navigation; missing until the banner, or whatever the library shows first, is told to stand. */
  readonly shownAt?: number;
  /** Elements that asked for the focus, in order. */
  readonly focused: readonly Element[];
}

declare global {
  interface Window {
    arrival?: Arrival;
  }
}
