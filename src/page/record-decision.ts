import { buildRecords, standingAlone, type Circumstances, type Matter } from '../core/build-record.js';
import { isOnByDefault } from '../core/categories.js';
import type { Method } from '../core/change.js';
import type { Consent } from '../core/consent.js';
import { expiryOf, type Choices } from '../core/decide.js';
import type { Decision } from '../core/decision.js';
import { idsOf, type Model } from '../core/model.js';
import { newsOf } from '../core/news.js';
import type { ConsentRecord, RecordedPurpose } from '../core/record.js';
import { sha256 } from '../core/sha256.js';
import { recordKeeper } from './kept-records.js';
import { lastRecorded } from './last-recorded.js';
import { noticeSeen, testimonyOf, type Testimony } from './testimony.js';

/** An id in the shape of a UUID (RFC 9562, version 8: made up of anything). */
const idFrom = (hex: string): string => hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-8$3-8$4-$5');

/** Browsers have no `randomUUID()` where a page has no certificate. */
const randomId = (): string =>
  crypto.randomUUID?.() ??
  idFrom([...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join(''));

type Told = Omit<Matter, 'config' | 'preset' | 'region' | 'isGuess' | 'gpc'>;

function keep(
  consent: Consent,
  matter: Told,
  circumstances: Testimony & Pick<Circumstances, 'method' | 'time' | 'newId'>,
  isVolatile?: boolean,
): ConsentRecord | undefined {
  try {
    const { config, preset, region, isGuess, gpc } = consent;
    const keeper = recordKeeper(consent, isVolatile);
    const subjectId = config.records?.url ? (keeper.subject() ?? randomId()) : null;
    const records = buildRecords(
      { ...matter, config, preset, region, isGuess, gpc },
      {
        ...circumstances,
        subjectId,
        guardian: circumstances.surface === 'guardian' ? (consent.subject?.relation ?? null) : null,
        previousReceiptId: keeper.all().at(-1)?.receiptId ?? null,
      },
    );
    if (records.length) keeper.add(records, matter.after, subjectId);
    return records.at(-1);
  } catch (error) {
    // A proof that cannot be had must not stop what was decided.
    console.error('Candor: this decision has no record', error);
    return undefined;
  }
}

/** Makes and keeps the record of what was decided on this page. None where nothing was answered. */
export const recordDecision = (
  consent: Consent,
  method: Method,
  matter: Told,
  isVolatile?: boolean,
): ConsentRecord | undefined =>
  keep(consent, matter, { ...testimonyOf(consent), method, time: Date.now(), newId: randomId }, isVolatile);

/**
 * Makes and keeps the record of what has expired meanwhile, once: pages that notice at the same time make the same, of the
 * moment when it expired.
 */
export function recordExpiry(
  consent: Consent,
  model: Model,
  decision: Decision,
  isVolatile?: boolean,
): ConsentRecord | undefined {
  const now = Date.now() / 1000;
  const latest = new Map<string, RecordedPurpose['state']>();
  for (const { purposes } of recordKeeper(consent, isVolatile).all()) {
    if (Array.isArray(purposes)) for (const { id, state } of purposes as RecordedPurpose[]) latest.set(id, state);
  }
  let time = 0;
  const expired = model.categories.flatMap((category) => {
    const { id, kind, lifespan } = category;
    return [id, ...standingAlone(category)].filter((name) => {
      const answer = decision.answers.get(name);
      const end = answer ? expiryOf(answer, lifespan) : Infinity;
      // An objection never expires.
      const isOver = end <= now && (!isOnByDefault(kind) || answer?.granted === true);
      if (!isOver || latest.get(name) === 'expired') return false;
      time = Math.max(time, end);
      return true;
    });
  });
  if (!expired.length) return undefined;
  const { choices, locale } = consent;
  return keep(
    consent,
    { model, before: decision, after: decision, was: choices, is: choices, noted: expired },
    {
      surface: 'none',
      trusted: false,
      text: null,
      language: locale,
      method: 'expired',
      time: time * 1000,
      newId: (content) => idFrom(sha256(content)),
    },
    isVolatile,
  );
}

/**
 * Makes and keeps the record that what is allowed has changed by what the page or the browser reports, and by no answer: who
 * the visitor is, for one. It does not say what was reported. Pages report it again and again, and it is recorded once.
 *
 * @param was The choices before.
 */
export function recordSignal(
  consent: Consent,
  model: Model,
  was: Choices,
  isVolatile?: boolean,
): ConsentRecord | undefined {
  const { choices, decision, locale } = consent;
  const recorded = { ...was, ...lastRecorded(recordKeeper(consent, isVolatile).all()) };
  const noted = model.categories.flatMap(idsOf).filter((id) => recorded[id] !== choices[id]);
  if (!noted.length) return undefined;
  return keep(
    consent,
    { model, before: decision, after: decision, was, is: choices, noted },
    {
      surface: 'api',
      trusted: false,
      text: null,
      language: locale,
      method: 'signal',
      time: Date.now(),
      newId: randomId,
    },
    isVolatile,
  );
}

/**
 * Makes and keeps the record that the visitor was told of changes that ask nothing now: never a yes, whatever they did then.
 *
 * @param before What stood before they were told; it says what they knew.
 */
export function recordShown(
  consent: Consent,
  model: Model,
  before: Decision,
  isVolatile?: boolean,
): ConsentRecord | undefined {
  const { choices, config, decision } = consent;
  const time = Date.now();
  const { untold } = newsOf(config, before, [], time / 1000);
  // A change that names no ids touches all of them.
  const noted = untold.flatMap(({ ids }) => (ids.length ? ids : Object.keys(choices)));
  return keep(
    consent,
    { model, before: decision, after: decision, was: choices, is: choices, noted },
    { ...noticeSeen(consent), method: 'shown', time, newId: randomId },
    isVolatile,
  );
}
