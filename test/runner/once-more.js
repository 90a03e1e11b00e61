// In CI, what fails is looked at once more by itself: a test that two runs answer differently, or what it tests, has a fault to
// be mended, but no reason to stop everybody.

/** More files than these that fail together are no accident. */
const MOST_FILES_AGAIN = 5;

/** @param {readonly string[]} failing files */
export const isWorthAnotherLook = (failing) =>
  Boolean(process.env['CI']) && failing.length > 0 && failing.length <= MOST_FILES_AGAIN;

/**
 * Names what failed and then passed.
 *
 * @param {ReadonlyMap<string, readonly string[]>} before names of tests that failed, by file
 * @param {ReadonlyMap<string, readonly string[]>} after the same, of the second look
 */
export function nameUnreliable(before, after) {
  for (const [file, names] of before) {
    for (const name of names) if (!after.get(file)?.includes(name)) console.log(`UNRELIABLE: ${file}: ${name}`);
  }
}
