import { expect } from 'chai';
import type { Consent } from '../../src/core/consent.js';
import type { Decision } from '../../src/core/decision.js';
import type { ConsentRecord } from '../../src/core/record.js';
import { recordKeeper, type RecordKeeper } from '../../src/page/kept-records.js';
import { storedRecords } from '../../src/page/stored-text.js';
import { clearStorage, forbidLocalStorage, tellStored } from '../helpers/storage.js';

const KEY = 'candor-records';
const SUBJECT = '00000000-0000-4000-8000-000000000000';
const NOTHING: Decision = { at: 0, revision: 1, answers: new Map() };

const deciding = (...ids: string[]): Decision => ({
  ...NOTHING,
  answers: new Map(ids.map((id) => [id, { granted: true, at: 1, revision: 1 }])),
});

const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** As much of a record as matters to who keeps it. */
const record = (
  number: number,
  { granted, text, subject = null }: { granted?: string; text?: string; subject?: string | null } = {},
): ConsentRecord =>
  ({
    schema: 'candor-consent/record@1',
    receiptId: idOf(number),
    subject: { id: subject },
    purposes: granted ? [{ id: granted, granted: true, answered: true }] : [],
    notice: { text: text ?? null, textSha256: text ? text.repeat(64).slice(0, 64) : null },
  }) as unknown as ConsentRecord;

/** Consents that listen; ended after each test. */
let begun: (Consent & EventTarget)[] = [];

function consentOf(): Consent & EventTarget {
  const consent = Object.assign(new EventTarget(), { config: {} }) as unknown as Consent & EventTarget;
  begun.push(consent);
  return consent;
}
const numbers = (records: readonly ConsentRecord[]): number[] => records.map(({ receiptId }) => +receiptId.slice(-12));

interface Kept {
  records: ConsentRecord[];
  texts: Record<string, string>;
  unreadable?: string;
}
const onDevice = (): Kept => JSON.parse(localStorage.getItem(KEY)!) as Kept;

/** Makes localStorage take no more than so many characters a key, until the returned function is called. */
function limitStorage(most: number): () => void {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key: string, value: string): void {
    if (value.length > most) throw new DOMException('full', 'QuotaExceededError');
    setItem.call(this, key, value);
  };
  return () => (Storage.prototype.setItem = setItem);
}

describe('records on the device', () => {
  let consent: Consent & EventTarget;
  let keeper: RecordKeeper;
  let warnings: unknown[][];
  const { warn } = console;

  beforeEach(async () => {
    await clearStorage();
    consent = consentOf();
    keeper = recordKeeper(consent);
    warnings = [];
    console.warn = (...args: unknown[]) => void warnings.push(args);
  });
  afterEach(async () => {
    console.warn = warn;
    for (const each of begun) each.dispatchEvent(new Event('destroy'));
    begun = [];
    await clearStorage();
  });

  const add = (from: number, to: number, more: Parameters<typeof record>[1] = {}, decision = NOTHING): void => {
    for (let number = from; number <= to; number++) keeper.add([record(number, more)], decision, more.subject ?? null);
  };

  it('are the last twenty, oldest first', () => {
    add(1, 27);
    expect(numbers(keeper.all())).to.deep.equal(Array.from({ length: 20 }, (_, index) => index + 8));
    expect(storedRecords('candor')).to.deep.equal(keeper.all());
  });

  it('keep the one on which a yes rests, however old', () => {
    add(1, 1, { granted: 'analytics' }, deciding('analytics'));
    add(2, 2, { granted: 'social' }, deciding('analytics', 'social'));
    add(3, 40, {}, deciding('analytics', 'social'));
    expect(numbers(keeper.all())).to.deep.equal([1, 2, ...Array.from({ length: 20 }, (_, index) => index + 21)]);
    add(41, 41, { granted: 'analytics' }, deciding('analytics', 'social'));
    expect(numbers(keeper.all()).slice(0, 2), 'a newer yes is the ground now').to.deep.equal([2, 22]);
    add(42, 42, {}, NOTHING);
    expect(numbers(keeper.all())[0], 'none rests on it any more').to.equal(23);
  });

  it('keep each text once, as long as a record needs it', () => {
    add(1, 3, { text: 'a' });
    add(4, 4, { text: 'b' });
    expect(Object.values(onDevice().texts)).to.deep.equal(['a', 'b']);
    expect(onDevice().records.map(({ notice }) => notice.text)).to.deep.equal([null, null, null, null]);
    expect(keeper.all().map(({ notice }) => notice.text)).to.deep.equal(['a', 'a', 'a', 'b']);
    expect(storedRecords('candor').map(({ notice }) => notice.text)).to.deep.equal(['a', 'a', 'a', 'b']);
    add(5, 23);
    expect(Object.values(onDevice().texts)).to.deep.equal(['b']);
  });

  it('are not added twice', () => {
    add(1, 2);
    recordKeeper(consentOf()).add([record(2), record(3)], NOTHING, null);
    expect(numbers(keeper.all())).to.deep.equal([1, 2, 3]);
  });

  it('survive another tab that writes at the same moment and has not seen them', () => {
    add(1, 2);
    const before = localStorage.getItem(KEY)!;
    add(3, 3, { text: 'a' });
    const other = JSON.parse(before) as Kept;
    const newValue = JSON.stringify({ ...other, records: [...other.records, record(4)] });
    localStorage.setItem(KEY, newValue);
    tellStored(KEY, newValue);
    expect(numbers(keeper.all())).to.deep.equal([1, 2, 4, 3]);
    expect(keeper.all().at(-1)!.notice.text).to.equal('a');
    consent.dispatchEvent(new Event('destroy'));
    localStorage.setItem(KEY, before);
    tellStored(KEY, before);
    expect(numbers(keeper.all())).to.deep.equal([1, 2]);
  });

  it('stay on the device until they were delivered, and the next page is told so', () => {
    add(1, 30, { subject: SUBJECT });
    expect(numbers(keeper.unsent())).to.have.length(30);
    expect(localStorage.getItem('candor')).to.equal('unsent');
    expect(keeper.subject()).to.equal(SUBJECT);
    for (let number = 1; number <= 12; number++) keeper.settle(idOf(number));
    expect(numbers(keeper.unsent())[0]).to.equal(13);
    for (let number = 13; number <= 30; number++) keeper.settle(idOf(number));
    expect(keeper.unsent()).to.deep.equal([]);
    expect(localStorage.getItem('candor')).to.equal(null);
    add(31, 31, { subject: SUBJECT });
    expect(numbers(keeper.unsent())).to.deep.equal([31]);
    expect(keeper.all(), 'what was delivered made room').to.have.length(20);
  });

  it('are delivered in whatever order tabs that decide at once have written them', () => {
    add(1, 1, { subject: SUBJECT });
    keeper.settle(idOf(1));
    // Another tab has not seen the first and writes over it; then the first is added once more.
    localStorage.removeItem(KEY);
    add(2, 2, { subject: SUBJECT });
    add(1, 1, { subject: SUBJECT });
    expect(numbers(keeper.all())).to.deep.equal([2, 1]);
    expect(numbers(keeper.unsent())).to.deep.equal([2]);
    keeper.settle(idOf(2));
    expect(keeper.unsent()).to.deep.equal([]);
  });

  it('that were delivered are remembered as long as they are kept, and no longer', () => {
    for (let number = 1; number <= 60; number++) {
      add(number, number, { subject: SUBJECT, ...(number <= 30 && { granted: `purpose-${number}` }) });
      keeper.settle(idOf(number));
      expect(keeper.unsent(), `${number}`).to.deep.equal([]);
    }
    expect(localStorage.getItem(`${KEY}-sent`)!.split(' ').length).to.be.at.most(50);
  });

  it('leave a stored decision alone that stands where the sign would', () => {
    localStorage.setItem('candor', 'v=1&at=1&rev=1&yes=a&no=');
    add(1, 1, { subject: SUBJECT });
    keeper.settle(idOf(1));
    expect(localStorage.getItem('candor')).to.equal('v=1&at=1&rev=1&yes=a&no=');
  });

  it('of a later version are not touched', () => {
    const later = { schema: 'candor-consent/record@2', receiptId: idOf(1), purposes: 'elsewhere', words: 'z' };
    localStorage.setItem(KEY, JSON.stringify({ records: [later, null], texts: { z: 'its text' }, more: 1 }));
    add(2, 40, { text: 'a' });
    const { records, texts, ...rest } = onDevice();
    expect(records.slice(0, 2)).to.deep.equal([later, null]);
    expect(texts['z']).to.equal('its text');
    expect(rest).to.deep.equal({ more: 1 });
    expect(storedRecords('candor')).to.have.length(records.length);
    expect(warnings).to.deep.equal([]);
  });

  for (const unreadable of ['{', '5', 'null', '[]', '{"records":5}', '{"records":[]}']) {
    it(`are begun anew where ${unreadable} stands, which stays beside them; that is told once`, () => {
      localStorage.setItem(KEY, unreadable);
      expect(keeper.all()).to.deep.equal([]);
      expect(keeper.subject()).to.equal(undefined);
      add(1, 2);
      expect(numbers(keeper.all())).to.deep.equal([1, 2]);
      expect(onDevice().unreadable).to.equal(unreadable);
      expect(warnings).to.have.length(1);
    });
  }

  it('make room for one another where the device is full: the oldest that nobody needs go', () => {
    add(1, 1, { granted: 'analytics' }, deciding('analytics'));
    add(2, 9, {}, deciding('analytics'));
    const end = limitStorage(localStorage.getItem(KEY)!.length);
    try {
      add(10, 12, {}, deciding('analytics'));
      expect(numbers(keeper.all())).to.deep.equal([1, 5, 6, 7, 8, 9, 10, 11, 12]);
      expect(numbers(storedRecords('candor')), 'on the device').to.deep.equal([1, 5, 6, 7, 8, 9, 10, 11, 12]);
    } finally {
      end();
    }
  });

  it('stay in the page where even those that are needed have no room', () => {
    add(1, 1, { granted: 'analytics' }, deciding('analytics'));
    const end = limitStorage(10);
    try {
      add(2, 3, { granted: 'social' }, deciding('analytics', 'social'));
      expect(numbers(keeper.all())).to.deep.equal([1, 2, 3]);
      expect(numbers(consent.exportRecords())).to.deep.equal([1, 2, 3]);
      expect(numbers(storedRecords('candor'))).to.deep.equal([1]);
    } finally {
      end();
    }
  });

  it('stay in the page where the device keeps nothing, and can be delivered from there', () => {
    const end = forbidLocalStorage();
    try {
      add(1, 3, { subject: SUBJECT, text: 'a' });
      expect(numbers(consent.exportRecords())).to.deep.equal([1, 2, 3]);
      expect(consent.exportRecords()[0]!.notice.text).to.equal('a');
      keeper.settle(idOf(1));
      keeper.settle(idOf(2));
      expect(numbers(keeper.unsent())).to.deep.equal([3]);
      expect(storedRecords('candor')).to.deep.equal([]);
    } finally {
      end();
    }
  });

  it('of a page that keeps nothing leave nothing on the device, and are those of that page', () => {
    const volatile = recordKeeper(consent, true);
    volatile.add([record(1, { subject: SUBJECT })], NOTHING, SUBJECT);
    volatile.settle(idOf(1));
    expect(numbers(recordKeeper(consent).all())).to.deep.equal([1]);
    expect(recordKeeper(consentOf()).all()).to.deep.equal([]);
    expect(localStorage).to.have.length(0);
  });

  it('cannot be changed by who reads them', () => {
    const volatile = recordKeeper(consent, true);
    volatile.add([record(1)], NOTHING, null);
    Object.assign(consent.exportRecords()[0]!, { receiptId: 'changed' });
    expect(numbers(consent.exportRecords())).to.deep.equal([1]);
  });

  it('are fewer where they would take too much room', () => {
    const text = 'x'.repeat(40_000);
    for (let number = 1; number <= 12; number++) {
      const own = { text: `${number}${text}` };
      keeper.add(
        [{ ...record(number, own), notice: { ...own, textSha256: `${number}` } } as ConsentRecord],
        NOTHING,
        null,
      );
    }
    expect(localStorage.getItem(KEY)!.length).to.be.lessThan(250_000);
    expect(numbers(keeper.all())).to.deep.equal([7, 8, 9, 10, 11, 12]);
  });
});
