/**
 * Delivers records to the site's archive: one after the other, in order, each until it has arrived or was refused. What does
 * not arrive stays on the device; a new page tries at once, this one with growing patience, as soon as the browser is online
 * again, and when the visitor comes back to it. Who receives a record twice knows it by its receipt id.
 */
import type { Consent } from '../core/consent.js';
import type { ConsentRecord } from '../core/record.js';
import type { RecordKeeper } from './kept-records.js';
import { withLease } from './lease.js';

/** Milliseconds until an answer must be there. */
const TIMEOUT = 10_000;

/** Milliseconds until the second attempt; each pause is twice as long as the one before, up to the longest. */
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 300_000;

/** Browsers take so many bytes with a page that is being left. */
const WITH_LEAVING_PAGE = 60_000;

/** Where a record went: `taken` and `refused` need no other attempt. */
interface Outcome {
  readonly kind: 'taken' | 'refused' | 'failed';
  /** For who runs the site. */
  readonly reason: string;
}

/** Those that are served, each with what makes it try at once. */
const served = new WeakMap<Consent, () => void>();

/** Only pages; a config can come from where a script may not. */
function addressOf({ config }: Consent): URL | undefined {
  try {
    const url = new URL(config.records?.url ?? '', document.baseURI);
    return config.records?.url && /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

async function send(url: URL, record: ConsentRecord, signal: AbortSignal): Promise<Outcome> {
  const body = JSON.stringify(record);
  try {
    const { ok, status, headers } = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        // Another origin would have to allow it; the body says the same.
        ...(url.origin === location.origin && { 'idempotency-key': record.receiptId }),
      },
      keepalive: new Blob([body]).size < WITH_LEAVING_PAGE,
      credentials: 'same-origin',
      redirect: 'error',
      // The address of the page is nobody's business here.
      referrerPolicy: 'no-referrer',
      signal,
    });
    const isPage = /html/i.test(headers.get('content-type') ?? '');
    if (ok) return isPage ? { kind: 'failed', reason: 'it answered with a page' } : { kind: 'taken', reason: '' };
    const isFinal = status >= 400 && status < 500 && status !== 408 && status !== 429;
    return { kind: isFinal ? 'refused' : 'failed', reason: `it answered ${status}` };
  } catch {
    return { kind: 'failed', reason: signal.aborted ? 'it did not answer in time' : 'it could not be reached' };
  }
}

/** Serves a consent from now on, or tries at once where that is done already. */
export function deliver(consent: Consent, keeper: Pick<RecordKeeper, 'unsent' | 'settle'>): void {
  const again = served.get(consent);
  if (again) return again();

  const { name = 'candor' } = consent.config.cookie ?? {};
  const end = new AbortController();
  const { signal } = end;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isBusy = false;
  let isWanted = false;
  let isTold = false;
  /** On its way. */
  let current: { readonly receiptId: string; readonly abort: AbortController } | undefined;

  const tell = (reason: string): void => {
    if (!isTold) console.warn(`Candor: a record was not delivered to ${consent.config.records?.url}: ${reason}`);
    isTold = true;
  };

  const pause = (): number => Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures++) * (0.5 + Math.random() / 2);

  /** @returns Whether there is nothing more to do for now. */
  async function sendNext(): Promise<boolean> {
    const [record] = keeper.unsent();
    const url = addressOf(consent);
    if (!record || signal.aborted) return true;
    if (!url) {
      tell('this is no address that records can be sent to; they stay on the device');
      return true;
    }
    const abort = new AbortController();
    current = { receiptId: record.receiptId, abort };
    const limit = setTimeout(() => abort.abort(), TIMEOUT);
    const { kind, reason } = await send(url, record, abort.signal);
    clearTimeout(limit);
    current = undefined;
    if (kind === 'refused') tell(`${reason}, so it stays on the device and is not sent again`);
    if (kind !== 'failed') {
      failures = 0;
      keeper.settle(record.receiptId);
      return false;
    }
    // A browser that is offline says itself when it is not; nobody needs to be told.
    if (navigator.onLine && !isWanted) tell(`${reason}; it stays on the device and is sent again`);
    timer = setTimeout(run, pause());
    return true;
  }

  function run(): void {
    clearTimeout(timer);
    isWanted = isBusy;
    if (isBusy || signal.aborted) return;
    isBusy = true;
    void withLease(`${name}-records-lease`, async (renew) => {
      while (!(await sendNext())) renew();
    }).finally(() => {
      isBusy = false;
      if (isWanted) run();
    });
  }

  const tryNow = (): void => {
    failures = 0;
    run();
  };

  /** Nobody will see the answer; so it is sent again by the next page, and known by its id. */
  const leave = (): void => {
    const url = addressOf(consent);
    if (!url || !navigator.onLine) return;
    for (const record of keeper.unsent()) {
      if (record.receiptId === current?.receiptId) continue;
      if (!navigator.sendBeacon(url, new Blob([JSON.stringify(record)], { type: 'application/json' }))) return;
    }
  };

  addEventListener('online', tryNow, { signal });
  // Another tab has a new one, and may be closed before it is delivered.
  addEventListener('storage', ({ key }) => key === `${name}-records` && run(), { signal });
  addEventListener('pagehide', leave, { signal });
  document.addEventListener('visibilitychange', () => document.hidden || tryNow(), { signal });
  const refresh = (): void => {
    // Perhaps to another address.
    current?.abort.abort();
    tryNow();
  };
  consent.addEventListener('refresh', refresh);
  consent.addEventListener(
    'destroy',
    () => {
      end.abort();
      clearTimeout(timer);
      consent.removeEventListener('refresh', refresh);
      served.delete(consent);
    },
    { once: true },
  );
  served.set(consent, tryNow);
  run();
}
