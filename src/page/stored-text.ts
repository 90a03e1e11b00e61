/** A page may be forbidden to touch its storage: a sandboxed frame, a browser setting. */
export function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/**
 * Every text at hand of a stored decision, from localStorage and from the cookie; and what the page before this one in the tab
 * has noted in sessionStorage (see `clean-up.ts`), which is no decision. Read here without js-cookie, which the
 * returning visitor, who decides nothing, need not download; our texts need no decoding.
 *
 * @param name Of the cookie and of the key in both storages.
 */
export const storedTexts = (name: string): (string | null | undefined)[] => [
  attempt(() => localStorage.getItem(name)),
  attempt(() => `; ${document.cookie}`.split(`; ${name}=`)[1]?.split(';')[0]),
  attempt(() => sessionStorage.getItem(name)),
];
