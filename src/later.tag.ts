import { attend as attendPage } from './attend.js';
import type { loadPart } from './load.js';
import { decideAndRecord } from './page/decide-and-record.js';
import type { recordDecision } from './proof.js';

export * from './later.js';
export { fetchAgain } from './page/fetch-again.js';
export { open as openButton } from './ui/button/open.js';

/** Put in by the build; see `load.tag.ts`. */
declare const __LATER_CHUNKS__: Readonly<Record<string, string>>;

export const chunks = __LATER_CHUNKS__;

/** What a file imports, by name; put in by the build. */
declare const __NEEDS__: Readonly<Record<string, readonly string[]>>;

export const needs = __NEEDS__;

let record: typeof recordDecision | undefined;

export const decideAndStore = decideAndRecord(() => record);

const loadProof = (load: typeof loadPart): Promise<unknown> =>
  load('proof').then((loaded) => (record = loaded.recordDecision));

/**
 * Calls back once there is what makes records: at once where it is there already. Nothing is decided before, so that no
 * decision goes without its record; where that cannot be had, the decision must not wait for it.
 */
export function withProof(load: typeof loadPart, then: () => void): void {
  if (record) return then();
  void loadProof(load)
    .catch((error) => console.error('Candor: this decision has no record', error))
    .then(then);
}

/** Once somebody may be asked, what makes records comes before the answer. */
export function attend(...args: Parameters<typeof attendPage>): void {
  const [, , load] = args;
  loadProof(load).catch(() => {});
  attendPage(...args);
}
