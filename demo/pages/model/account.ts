import type { Consent, ConsentSnapshot } from 'candor-consent';
import { arrival, recall, remember } from './arrival.js';

const DAY_SECONDS = 86_400;

/** What the visitor decided yesterday on another device, as `export()` gave it to the provider's server there. */
function fromAnotherDevice(revision: number): ConsentSnapshot {
  const at = Math.floor(Date.now() / 1000) - DAY_SECONDS;
  const answer = (granted: boolean): ConsentSnapshot['answers'][string] => ({ granted, at, revision });
  const answers = {
    functional: answer(true),
    analytics: answer(true),
    advertising: answer(false),
    sharing: answer(true),
  };
  return { version: 1, at, revision, answers };
}

/** The account's decision: from the other device, or as it was changed here since. */
export function readAccount({ config }: Consent): ConsentSnapshot {
  const kept = recall('account');
  return kept ? (JSON.parse(kept) as ConsentSnapshot) : fromAnotherDevice(config.revision ?? 1);
}

/** What is decided while signed in belongs to the account. */
export function keepWithAccount(candor: Consent): void {
  if (arrival.visitor === 'device' && candor.subject?.signedIn) remember('account', JSON.stringify(candor.export()));
}
