/** What a page needs only once a signed-in person's choices come to it, or go. */
import type { Consent } from './core/consent.js';
import type { Decision } from './core/decision.js';
import { merge, type MergeResult } from './core/merge.js';
import { readSnapshot } from './core/snapshot.js';
import type { Hands } from './hands.js';
import { isPutAside, putAside, takeBack } from './page/own-decision.js';

/** The device's own decisions that could not be put aside anywhere else. */
const kept = new WeakMap<Consent, Decision>();

const isAside = ({ consent, options }: Hands): boolean =>
  kept.has(consent) || (options.storage !== 'memory' && isPutAside(consent.config));

/** @throws TypeError that names what is wrong; then nothing has changed. */
export async function accept(hands: Hands, snapshot: unknown): Promise<MergeResult> {
  const { consent, options, commit, decided, loadPart } = hands;
  const now = Date.now() / 1000;
  const account = readSnapshot(snapshot, now);
  if (consent.subject?.signedIn === false) {
    throw new TypeError(
      'Candor: nothing was imported, because nobody is signed in; call setSubject({ signedIn: true }) before.',
    );
  }
  if (!Object.keys(consent.choices).length) {
    throw new TypeError('Candor: nothing was imported, because there is no config.');
  }
  await hands.ready();
  const [model, device] = decided();
  const { decision, result } = merge(model, device, account, now, { barred: consent.barred });
  if (!isAside(hands)) {
    if (options.storage !== 'memory') putAside(consent.config, device);
    if (!isAside(hands)) kept.set(consent, device);
  }
  consent.imported = true;
  const before = consent.choices;
  if (decision !== device) commit('import', decision);
  const hasChanged = Object.entries(consent.choices).some(([id, granted]) => granted !== before[id]);
  // Who opens the panel reads it there as well.
  if (hasChanged) {
    loadPart('imported', consent.locale).then(
      ({ open }) => open(consent),
      () => {},
    );
  }
  return result;
}

/** Brings the device's own decision back, as it was before an account's came. */
export async function restore(hands: Hands): Promise<void> {
  const { consent, commit } = hands;
  // Another tab may have done so.
  const own = isAside(hands) ? (kept.get(consent) ?? takeBack(consent.config)) : undefined;
  kept.delete(consent);
  if (own) await hands.ready();
  consent.imported = false;
  if (own) commit('import', own);
}
