import type { Consent } from 'candor-consent';
import { categoryTitle } from '../../site/names.js';
import { translator } from '../../site/translator.js';
import { arrival, remember } from './arrival.js';

const text = translator(
  {
    waiting: 'A guardian wants to allow {what}. Nothing counts before the provider has verified them.',
    verified: 'The provider has verified the guardian.',
    and: ', ',
  },
  {
    waiting: '监护人希望允许：{what}。在服务商核实其身份之前均不生效。',
    verified: '服务商已核实监护人身份。',
    and: '、',
  },
);

/** The controls by which a guardian answers, and by which the provider says that it has verified them. */
export function mountGuardian(candor: Consent): void {
  const verify = document.querySelector('#verify');
  const result = document.querySelector('#guardian-result');
  if (!verify || !result) return;
  document.querySelector('#guardian-step')?.addEventListener('click', () => void candor.show('guardian'));
  // Who verifies guardians cancels the event; the guardian then reads that it is being checked.
  document.addEventListener('candor-guardian', (event) => {
    event.preventDefault();
    result.textContent = text('waiting', { what: event.detail.ids.map(categoryTitle).join(text('and')) });
  });
  verify.addEventListener('click', () => {
    remember('session', 'verified');
    result.textContent = text('verified');
    candor.setSubject({ guardian: 'verified' });
  });
  if (arrival.visitor === 'minor' && arrival.session === 'verified') result.textContent = text('verified');
}
