/** The records of what happens by itself, and the delivery of all: by files that come when there is something to do. */
import type { Consent } from './core/consent.js';
import type { Choices } from './core/decide.js';
import type { Decision } from './core/decision.js';
import type { Model } from './core/model.js';
import type { loadPart, Part } from './load.js';

type LoadPart = typeof loadPart;

/** Delivers what the site's archive has not got yet. What cannot be loaded now, the next decision or page loads. */
export const deliverRecords = (consent: Consent, loadPart: LoadPart): void =>
  void Promise.all([loadPart('proof'), loadPart('deliver')]).then(
    ([{ recordKeeper }, { deliver }]) => deliver(consent, recordKeeper(consent)),
    () => {},
  );

const recordAndDeliver = (
  consent: Consent,
  loadPart: LoadPart,
  make: (proof: Part<'proof'>) => ReturnType<Part<'proof'>['recordExpiry']>,
): void =>
  void loadPart('proof').then(
    (proof) => make(proof)?.subject.id && deliverRecords(consent, loadPart),
    () => {},
  );

/** Records what has run out. */
export const recordExpired = (consent: Consent, model: Model, loadPart: LoadPart, inMemory?: boolean): void =>
  recordAndDeliver(consent, loadPart, ({ recordExpiry }) => recordExpiry(consent, model, consent.decision, inMemory));

/** Records what changed by a signal. */
export const recordSignalled = (
  consent: Consent,
  model: Model,
  was: Choices,
  loadPart: LoadPart,
  inMemory?: boolean,
): void => recordAndDeliver(consent, loadPart, ({ recordSignal }) => recordSignal(consent, model, was, inMemory));

/** Records of which changes the visitor was told. */
export const recordTold = (
  consent: Consent,
  model: Model,
  before: Decision,
  loadPart: LoadPart,
  inMemory?: boolean,
): void => recordAndDeliver(consent, loadPart, ({ recordShown }) => recordShown(consent, model, before, inMemory));
