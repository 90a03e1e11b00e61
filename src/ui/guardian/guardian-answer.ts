import { categoriesOf, kindOf } from '../../core/categories.js';
import type { Category } from '../../core/config.js';
import type { Consent, GuardianDetail } from '../../core/consent.js';
import type { Choices } from '../../core/decide.js';
import { barredFor, type Relation } from '../../core/subject.js';
import type { Clicked, Witness } from '../../core/witness.js';

/** What a parent or guardian has answered. */
export interface GuardianAnswer {
  /** Not needed for a no to everything. */
  readonly relation: Relation | undefined;
  /** Yes or no for every category that was shown. */
  readonly choices: Choices;
  /** The click it was given with, for its record: it may count only after the step shows something else. */
  readonly clicked?: Clicked | undefined;
}

/** Categories that a verified guardian may allow: those that are asked, but for what no minor gets. */
export function allowable({ config, preset, region, subject }: Consent): Category[] {
  const barred = barredFor(config, preset, region, { ...subject, guardian: 'verified' });
  return categoriesOf(config).filter(
    (category) => kindOf(category, preset) === 'consent' && !barred.includes(category.id),
  );
}

/** Answers that wait until the page has verified who gave them; on this page only. */
const waiting = new WeakMap<Consent, GuardianAnswer>();

const isVerified = ({ subject }: Consent): boolean => subject?.guardian === 'verified';

/** The relation is said first, so that it is known when the decision is recorded and told of. */
function decide(consent: Consent & Witness, { relation, choices, clicked }: GuardianAnswer): void {
  const given = Object.values(choices);
  if (relation) consent.setSubject({ relation });
  consent.clicked = clicked;
  consent.update(choices, {
    method: !given.includes(false) ? 'accept-all' : given.includes(true) ? 'save' : 'reject-all',
  });
}

/** Dispatches `guardian` and `candor-guardian`; whether somebody sees to the verification. */
function tell(consent: Consent, detail: GuardianDetail): boolean {
  const target = consent as Consent & EventTarget;
  const options = { detail, cancelable: true };
  const isOwn = !target.dispatchEvent(new CustomEvent('guardian', options));
  return !document.dispatchEvent(new CustomEvent('candor-guardian', options)) || isOwn;
}

/**
 * Takes an answer: at once where the page has verified the guardian, else as soon as it says so. A no needs no verification, as
 * everything is off.
 *
 * @returns `done`, or whether somebody sees to the verification (`checking`) or nobody does (`unseen`).
 */
export function takeAnswer(consent: Consent, answer: GuardianAnswer): 'done' | 'checking' | 'unseen' {
  const ids = Object.keys(answer.choices).filter((id) => answer.choices[id]);
  waiting.delete(consent);
  if (isVerified(consent)) {
    decide(consent, answer);
    return 'done';
  }
  if (!ids.length || !answer.relation) return 'done';
  waiting.set(consent, answer);
  const settle = (): void => {
    const isWaiting = waiting.get(consent) === answer;
    const isChild = consent.ageGroup?.band === 'child';
    if (isWaiting && isChild && !isVerified(consent)) return;
    consent.removeEventListener('refresh', settle);
    if (!isWaiting) return;
    waiting.delete(consent);
    if (isChild) decide(consent, answer);
  };
  consent.addEventListener('refresh', settle);
  const isSeen = tell(consent, { relation: answer.relation, ids });
  return isVerified(consent) ? 'done' : isSeen ? 'checking' : 'unseen';
}
