/** Waits for a condition instead of a time; the test's own timeout ends it. */
export async function until(condition: () => unknown): Promise<void> {
  while (!condition()) await new Promise(requestAnimationFrame);
}

/** Resolves once what was pressed on a surface is answered, which waits for a frame. */
export const answered = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
