import type { ConsentRecord } from '../core/record.js';

/** A page may be forbidden to touch its storage: a sandboxed frame, a browser setting. */
export function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** In localStorage, under the cookie's name, while records are to be delivered: start-up looks there in any case. */
export const UNSENT = 'unsent';

/**
 * What the page before this one in the tab has noted in sessionStorage (see `clean-up.ts`), which is no decision; then every
 * text at hand of a stored decision, from localStorage and from the cookies of that name: a browser may hold one of this host
 * and one of a parent domain. Read here without js-cookie, which the returning visitor, who decides nothing, need not
 * download; our texts need no decoding.
 *
 * @param name Of the cookie and of the key in both storages.
 */
export const storedTexts = (name: string): (string | null | undefined)[] => [
  attempt(() => sessionStorage.getItem(name)),
  attempt(() => localStorage.getItem(name)),
  ...(attempt(() => `; ${document.cookie}`.split(`; ${name}=`).slice(1)) ?? []).map((text) => text.split(';')[0]),
];

/**
 * The records on this device, oldest first, with their texts, which are kept once each (see `kept-records.ts`). None where
 * there are none, or they cannot be read.
 *
 * @param name Of the cookie.
 */
export const storedRecords = (name: string): ConsentRecord[] =>
  attempt(() => {
    const { records, texts } = JSON.parse(localStorage[`${name}-records`] as string) as {
      records: { notice: { text: unknown; textSha256: string } }[];
      texts: Record<string, string>;
    };
    // Another version of Candor may have written some of them otherwise.
    records.map((record) => attempt(() => (record.notice.text = texts[record.notice.textSha256] ?? null)));
    return records as unknown[] as ConsentRecord[];
  }) ?? [];
