/**
 * The cookie's text: a query string that a server or a person can read.
 *
 *     v=1&at=1763784000&rev=2&yes=functional~1~30.analytics&no=location
 *
 * `at` is the time of the latest answer in Unix seconds, `rev` the config's revision then. An id may carry the revision it
 * was answered at, where that differs (`~r`), and how many whole days before `at` (`~r~d`).
 */
import { DAY } from './decide.js';
import type { Answer, Decision } from './decision.js';

const HOUR = 3600;

/** A clock may run this far ahead of the one that wrote the cookie, in seconds. */
const CLOCK_TOLERANCE = 300;

const ENTRY = /^([a-z0-9-]+)(?:~(\d+)(?:~(\d+))?)?$/;

/**
 * Whole days, so times are rounded: a grant never to a later time (nothing is renewed by another answer; those of one sitting
 * count as one), a refusal never to an earlier one (nobody is asked again too soon).
 */
const daysBefore = (at: number, answer: Answer): number =>
  Math.max(0, answer.granted ? Math.ceil((at - answer.at - HOUR) / DAY) : Math.floor((at - answer.at) / DAY));

/** @param keep Which ids to write; for a cookie that has no room for all. */
export function encode({ at, revision, answers }: Decision, keep?: (id: string) => boolean): string {
  const list = (granted: boolean): string =>
    [...answers]
      .filter(([id, answer]) => answer.granted === granted && (!keep || keep(id)))
      .map(([id, answer]) => {
        const days = daysBefore(at, answer);
        return id + (days || answer.revision !== revision ? `~${answer.revision}` : '') + (days ? `~${days}` : '');
      })
      .join('.');
  return `v=1&at=${at}&rev=${revision}&yes=${list(true)}&no=${list(false)}${keep ? '&more=1' : ''}`;
}

/**
 * The decision in a cookie's text. What is unreadable, tampered with or from the future is no decision at all.
 *
 * @param now Unix seconds.
 */
export function decode(text: string | undefined, now: number): Decision | undefined {
  const fields = new Map(text?.split('&').map((field) => field.split('=') as [string, string]));
  const number = (key: string): number => (/^\d{1,12}$/.test(fields.get(key) ?? '') ? Number(fields.get(key)) : NaN);
  const at = number('at');
  const revision = number('rev');
  if (number('v') !== 1 || !(at <= now + CLOCK_TOLERANCE) || !(revision >= 0)) return undefined;

  const answers = new Map<string, Answer>();
  for (const key of ['yes', 'no']) {
    const list = fields.get(key);
    if (list === undefined) return undefined;
    for (const entry of list ? list.split('.') : []) {
      const [, id, ownRevision, days = 0] = ENTRY.exec(entry) ?? [];
      if (!id || answers.has(id)) return undefined;
      answers.set(id, { granted: key === 'yes', at: at - Number(days) * DAY, revision: Number(ownRevision ?? revision) });
    }
  }
  return { at, revision, answers, incomplete: fields.has('more') };
}
