import { CLOCK_TOLERANCE } from './cookie-codec.js';
import type { Answer, Decision } from './decision.js';
import { isId } from './id.js';

/** A decision as a host keeps it with an account: plain JSON, made by `consent.export()`. Whose it is, the host knows. */
export interface ConsentSnapshot {
  /** Of this format. */
  readonly version: 1;
  /** When the latest answer was given, in Unix seconds; 0 where nothing is decided. */
  readonly at: number;
  /** The config's revision at that moment. */
  readonly revision: number;
  /** Each answer with its own time, in Unix seconds, and revision: categories, and services where they depart from theirs. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** True where services that depart from their category were not at hand; those that are not named count as no. */
  readonly incomplete?: boolean;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws TypeError that names what is wrong. */
function refuse(path: string, value: unknown, expected: string): never {
  const shown =
    typeof value === 'object' && value ? (Array.isArray(value) ? 'a list' : 'an object') : JSON.stringify(value);
  throw new TypeError(`Candor: nothing was imported, because ${path} is ${shown} instead of ${expected}.`);
}

/**
 * The decision in a snapshot, of whatever type that is.
 *
 * @param now Unix seconds.
 * @throws TypeError that names what is wrong: another format, a newer version, an id that can be none, a time to come.
 */
export function readSnapshot(value: unknown, now: number): Decision {
  if (!isObject(value)) refuse('the snapshot', value, 'the object that export() returns');
  const { version, at, revision, answers, incomplete } = value;
  if (isCount(version) && version > 1) refuse('`version`', version, '1: it was made by a newer version of Candor');
  if (version !== 1) refuse('`version`', version, '1');
  const time = (path: string, seconds: unknown): number => {
    if (!isCount(seconds)) return refuse(path, seconds, 'a time in Unix seconds');
    return seconds <= now + CLOCK_TOLERANCE ? seconds : refuse(path, seconds, `a time before now (${Math.floor(now)})`);
  };
  time('`at`', at);
  if (!isCount(revision)) refuse('`revision`', revision, 'a whole number');
  if (!isObject(answers)) refuse('`answers`', answers, 'an object of answers by id');
  const read = Object.entries(answers).map(([id, answer]): [string, Answer] => {
    const path = `\`answers.${id}\``;
    if (!isId(id)) refuse(path, answer, 'nothing: that can be no id');
    if (!isObject(answer)) refuse(path, answer, 'an answer');
    const { granted } = answer;
    if (typeof granted !== 'boolean') refuse(`\`answers.${id}.granted\``, granted, 'true or false');
    const given = answer['revision'];
    if (!isCount(given)) refuse(`\`answers.${id}.revision\``, given, 'a whole number');
    return [id, { granted, at: time(`\`answers.${id}.at\``, answer['at']), revision: given }];
  });
  return {
    at: Math.max(at as number, ...read.map(([, answer]) => answer.at)),
    revision,
    answers: new Map(read),
    incomplete: incomplete !== undefined && incomplete !== false,
  };
}
