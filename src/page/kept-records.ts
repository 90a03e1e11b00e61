import type { Consent } from '../core/consent.js';
import type { Decision } from '../core/decision.js';
import type { ConsentRecord } from '../core/record.js';
import { attempt, UNSENT } from './stored-text.js';

/** So many records stay, and more only where they are needed. */
const MOST = 20;

/** Characters they may take together; browsers give a site some five million. */
const ROOM = 250_000;

/** Milliseconds after which what one tab has written is seen by all. */
const SEEN = 2000;

/** What the device keeps: texts by their hash, and records without them, oldest first. */
interface Kept {
  readonly records: readonly ConsentRecord[];
  readonly texts: Readonly<Record<string, string>>;
  /** The random id of this browser, where records are delivered. */
  readonly subject?: string;
  /** What stood here and was no list of records; nothing is thrown away. */
  readonly unreadable?: string;
}

const NOTHING: Kept = { records: [], texts: {} };

/** What this page has added lately, by the moment when it did; for {@link watch}. */
const added = new WeakMap<Consent, Map<number, () => void>>();

/**
 * Two tabs that write at the same moment do not see each other, and one writes over what the other wrote. Browsers tell a tab
 * of what others write; then it adds once more what is missing.
 */
function watch(consent: Consent, key: string): Map<number, () => void> {
  const known = added.get(consent);
  if (known) return known;
  const mine = new Map<number, () => void>();
  const look = (event: StorageEvent): void => {
    if (event.key === key) for (const [at, add] of mine) if (performance.now() - at < SEEN) add();
  };
  addEventListener('storage', look);
  consent.addEventListener('destroy', () => removeEventListener('storage', look), { once: true });
  added.set(consent, mine);
  return mine;
}

/** Where the device keeps nothing, the page does; with the receipt ids of the records that were delivered. */
const inMemory = new WeakMap<Consent, { kept: Kept; settled?: string }>();

/** Whether this version of Candor has written it; of what a later one has it knows nothing, and leaves it alone. */
const isOurs = (record: ConsentRecord | null): record is ConsentRecord =>
  record?.schema === 'candor-consent/record@1' && Array.isArray(record.purposes);

/** The latest records of the answers that allow something. */
function groundsOf(records: readonly ConsentRecord[], { answers }: Decision): Set<ConsentRecord> {
  const open = new Set([...answers].filter(([, { granted }]) => granted).map(([id]) => id));
  const grounds = new Set<ConsentRecord>();
  for (const record of [...records].reverse().filter(isOurs)) {
    const ids = record.purposes.filter(({ id, answered }) => answered && open.delete(id));
    if (ids.length) grounds.add(record);
  }
  return grounds;
}

/** Without the texts that no record has any more. */
const tidied = (kept: Kept, records: readonly ConsentRecord[]): Kept => ({
  ...kept,
  records,
  texts: Object.fromEntries(
    Object.entries(kept.texts).filter(([hash]) =>
      records.some((record) => !isOurs(record) || record.notice?.textSha256 === hash),
    ),
  ),
});

/** The records of a consent, on this device or in this page. */
export interface RecordKeeper {
  /** All of them, oldest first. */
  all(): readonly ConsentRecord[];
  /** The random id of this browser, once it has one. */
  subject(): string | undefined;
  /** Adds records and lets go of those that nobody needs any more. A yes that stands keeps its record. */
  add(records: readonly ConsentRecord[], decision: Decision, subject: string | null): void;
  /** Those that are to be delivered, oldest first. */
  unsent(): readonly ConsentRecord[];
  /** Says that one needs no delivery any more. */
  settle(receiptId: string): void;
}

/** @param isVolatile Whether the page keeps nothing on the device. */
export function recordKeeper(consent: Consent, isVolatile?: boolean): RecordKeeper {
  const name = consent.config.cookie?.name ?? 'candor';
  const key = `${name}-records`;

  function read(): Kept {
    const memory = inMemory.get(consent);
    if (memory) return memory.kept;
    const text = attempt(() => localStorage.getItem(key));
    if (!text) return NOTHING;
    const kept = attempt(() => JSON.parse(text) as Kept | null);
    if (Array.isArray(kept?.records) && kept.texts && typeof kept.texts === 'object') return kept;
    return { ...NOTHING, unreadable: text };
  }

  /** Puts the texts back. */
  const whole = ({ records, texts }: Kept): ConsentRecord[] =>
    records.map((record) =>
      isOurs(record)
        ? { ...record, notice: { ...record.notice, text: texts[record.notice?.textSha256 ?? ''] ?? null } }
        : record,
    );

  /** Receipt ids of what needs no delivery any more: by id, because tabs that write at once may change the order. */
  const settled = (): string[] => {
    const memory = inMemory.get(consent);
    const text = memory ? memory.settled : attempt(() => localStorage.getItem(`${key}-sent`));
    return text?.split(' ') ?? [];
  };

  /** Those that are meant for the site's archive and have not arrived there. */
  function unsentOf(records: readonly ConsentRecord[]): ConsentRecord[] {
    const done = new Set(settled());
    return records.filter((record) => isOurs(record) && record.subject?.id && !done.has(record.receiptId));
  }

  /** Leaves the sign by which the next page knows that something is to be delivered, or takes it away. */
  function mark(records: readonly ConsentRecord[]): void {
    if (inMemory.has(consent)) return;
    attempt(() => {
      const text = localStorage.getItem(name);
      const isDue = unsentOf(records).length > 0;
      if (isDue && !text) localStorage.setItem(name, UNSENT);
      else if (!isDue && text === UNSENT) localStorage.removeItem(name);
    });
  }

  function keepInMemory(kept: Kept): void {
    inMemory.set(consent, { ...inMemory.get(consent), kept });
    (consent as { exportRecords: Consent['exportRecords'] }).exportRecords = () =>
      JSON.parse(JSON.stringify(whole(read()))) as ConsentRecord[];
  }

  /** Keeps what there is room for: the oldest that nobody needs go first. In the page, where the device takes nothing. */
  function store(kept: Kept, isNeeded: (record: ConsentRecord) => boolean): void {
    for (let { records } = kept; ;) {
      const rest = tidied(kept, records);
      const json = JSON.stringify(rest);
      const spare = records.findIndex((record, index) => index < records.length - 1 && !isNeeded(record));
      const fits = spare < 0 || (records.length - spare <= MOST && json.length <= ROOM);
      if (fits) {
        if (inMemory.has(consent)) return keepInMemory(rest);
        if (attempt(() => (localStorage.setItem(key, json), true))) return;
        if (spare < 0) return keepInMemory(rest);
      }
      records = records.filter((_, index) => index !== spare);
    }
  }

  if (isVolatile && !inMemory.has(consent)) keepInMemory(NOTHING);
  const keeper: RecordKeeper = {
    all: () => whole(read()),
    subject: () => read().subject,
    add(all, decision, subject) {
      const kept = read();
      if (kept.unreadable && kept.records === NOTHING.records) {
        console.warn('Candor: the records on this device cannot be read; they stay, and new ones are kept beside them');
      }
      const known = new Set(kept.records.map((record) => record?.receiptId));
      // Another tab may have noticed the same.
      const fresh = all.filter(({ receiptId }) => !known.has(receiptId));
      if (!fresh.length) return;
      const texts = { ...kept.texts };
      for (const { notice } of fresh) if (notice.textSha256) texts[notice.textSha256] = notice.text!;
      const records = [
        ...kept.records,
        ...fresh.map((record) => ({ ...record, notice: { ...record.notice, text: null } })),
      ];
      const needed = new Set([...groundsOf(records, decision), ...unsentOf(records)]);
      store(
        { ...kept, records, texts, ...(subject && { subject }) },
        (record) => !isOurs(record) || needed.has(record),
      );
      mark(records);
      if (!inMemory.has(consent))
        watch(consent, key).set(performance.now(), () => keeper.add(fresh, decision, subject));
    },
    unsent: () => unsentOf(whole(read())),
    settle(receiptId) {
      const { records } = read();
      const all = [...settled(), receiptId];
      // The last ones whether they are kept or not: another tab may be about to write its records once more.
      const text = all
        .filter((id, index) => index + MOST >= all.length || records.some((record) => record?.receiptId === id))
        .join(' ');
      const memory = inMemory.get(consent);
      if (memory) memory.settled = text;
      else attempt(() => localStorage.setItem(`${key}-sent`, text));
      mark(records);
    },
  };
  return keeper;
}
