/**
 * The cookie's text: a query string that a server or a person can read.
 *
 *     v=1&at=1763784000&rev=2&yes=functional~1~30.analytics&no=location
 *
 * `at` is the time of the latest answer in Unix seconds, `rev` the config's revision that the visitor was told of. An id may
 * carry the revision it was answered at, where that differs (`~r`), and how many whole days before `at` (`~r~d`); before that
 * a `!`, where the yes was given in spite of the browser's opt-out signal.
 */
import { DAY } from './decide.js';
import type { Answer, Decision } from './decision.js';

/** A clock may run this many seconds ahead of the one that wrote the cookie. */
export const CLOCK_TOLERANCE = 300;

const TEXT = /^v=1&at=(\d+)&rev=(\d+)&yes=(.*)&no=([^&]*)(&more)?/;
const ENTRY = /^([a-z0-9-]+)(!?)(?:~(\d+)(?:~(\d+))?)?$/;

/** Revisions are whole numbers; whoever counts in versions (`2.1`) is not to ask on every page what was answered. */
const whole = (revision: number): number => Math.max(0, Math.ceil(revision)) || 0;

/** @param keep Which ids to write; for a cookie that has no room for all. */
export function encode({ at, revision, answers }: Decision, keep?: (id: string) => boolean): string {
  const list = (yes: boolean): string =>
    [...answers]
      .filter(([id, { granted }]) => granted === yes && (!keep || keep(id)))
      .map(([id, answer]) => {
        // Times are rounded to whole days: a grant's never to later, so that another answer renews nothing; a refusal's
        // never to earlier, so that nobody is asked again too soon.
        const age = (at - answer.at) / DAY;
        const days = Math.max(0, yes ? Math.ceil(age) : Math.floor(age));
        return (
          id +
          (answer.despiteSignal ? '!' : '') +
          (days || answer.revision !== revision ? `~${whole(answer.revision)}` : '') +
          (days ? `~${days}` : '')
        );
      })
      .join('.');
  return `v=1&at=${at}&rev=${whole(revision)}&yes=${list(true)}&no=${list(false)}${keep ? '&more=1' : ''}`;
}

/**
 * The decision in a cookie's text. What is unreadable, tampered with or from the future is no decision at all.
 *
 * @param now Unix seconds.
 */
export function decode(text: string, now: number): Decision | undefined {
  const [, at, rev, yes, no, more] = TEXT.exec(text) ?? [];
  const answers = new Map<string, Answer>();
  const read = (list: string, granted: boolean): boolean =>
    !list ||
    list.split('.').every((entry) => {
      const [, id, despite, revision = rev, days = 0] = ENTRY.exec(entry) ?? [];
      return (
        id &&
        !answers.has(id) &&
        answers.set(id, {
          granted,
          at: +at! - +days * DAY,
          revision: +revision!,
          ...(despite && { despiteSignal: true }),
        })
      );
    });
  return at && +at <= now + CLOCK_TOLERANCE && read(yes as string, true) && read(no as string, false)
    ? { at: +at, revision: +(rev as string), answers, incomplete: !!more }
    : undefined;
}
