/** The proof of decisions: what makes records and keeps them. A page needs it once somebody decides. */
export { configHash } from './core/build-record.js';
export { recordKeeper } from './page/kept-records.js';
export { recordDecision, recordExpiry, recordShown, recordSignal } from './page/record-decision.js';
