/** A page may be forbidden to touch its storage: a sandboxed frame, a browser setting. */
export function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/**
 * Every text at hand of a stored decision, from localStorage and from the cookie. Read here without js-cookie, which the
 * returning visitor, who decides nothing, need not download; our texts need no decoding.
 *
 * @param name Of the cookie and of the key in localStorage.
 */
export const storedTexts = (name: string): (string | null | undefined)[] => [
  attempt(() => localStorage.getItem(name)),
  attempt(() => `; ${document.cookie}`.split(`; ${name}=`)[1]?.split(';')[0]),
];
