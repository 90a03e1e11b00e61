import { attempt } from './stored-text.js';

/** Milliseconds for which one page may hold it without a sign of life; longer than anything it waits for. */
const TERM = 15_000;

/** Milliseconds after which one page reads what another wrote into localStorage; browsers hand it on in their own time. */
const SEEN = 50;

const wait = (milliseconds: number): Promise<unknown> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds * (1 + Math.random())));

const until = (text: string | null | undefined): number => Number(text?.split(' ')[1]);

/** Browsers have no locks where a page has no certificate: a note in localStorage says who is at it, and until when. */
async function withNote(name: string, run: (renew: () => void) => Promise<void>): Promise<void> {
  const id = Math.random().toString(36).slice(2);
  const read = (): string | null | undefined => attempt(() => localStorage.getItem(name));
  const write = (): unknown => attempt(() => localStorage.setItem(name, `${id} ${Date.now() + TERM}`));
  const isMine = (): boolean => read()?.startsWith(`${id} `) === true;
  do {
    for (let end = until(read()); end > Date.now() && end <= Date.now() + TERM; end = until(read())) await wait(500);
    write();
    // Another page may have written at the same moment; the last one has it.
    await wait(SEEN);
    // Where nothing can be written, no other page knows of the same records.
  } while (read() && !isMine());
  try {
    await run(write);
  } finally {
    if (isMine()) attempt(() => localStorage.removeItem(name));
  }
}

/**
 * Runs when no other page of the site runs under the same name, and keeps them waiting until it is done. What the page before
 * left in localStorage is there to be read by then.
 *
 * @param run Is handed a function that says that it still runs; it must be called every ten seconds.
 */
export async function withLease(name: string, run: (renew: () => void) => Promise<void>): Promise<void> {
  if (!navigator.locks) return withNote(name, run);
  let hasRun = false;
  const once = async (): Promise<void> => {
    hasRun = true;
    await wait(SEEN);
    await run(() => {});
  };
  // A sandboxed frame has locks and may not use them.
  await navigator.locks.request(name, once).catch(() => (hasRun ? undefined : withNote(name, run)));
}
