/** How long released work may hold the main thread before input gets its turn, in ms. */
const SLICE = 8;

let sliceEnd = 0;
let nextSlice: Promise<void> | undefined;

/** Await this between two pieces of work: it goes on at once while the slice lasts, else after the browser has had a turn. */
export const breathe = (): Promise<void> | undefined =>
  performance.now() < sliceEnd
    ? undefined
    : (nextSlice ??= new Promise((resolve) =>
        setTimeout(() => {
          sliceEnd = performance.now() + SLICE;
          nextSlice = undefined;
          resolve();
        }),
      ));
