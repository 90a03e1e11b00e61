/** Waits for a condition instead of a time; the test's own timeout ends it. */
export async function until(condition: () => unknown): Promise<void> {
  while (!condition()) await new Promise(requestAnimationFrame);
}
