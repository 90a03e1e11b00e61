import type { Choices, Consent } from 'candor-consent';
import { changeAccount, readAccount } from './account.js';
import { answerableIds } from './catalogue.js';

/** What an account may keep: neither what is necessary anyway nor what is asked separately. */
export const answerable = (choices: Choices): Record<string, boolean> =>
  Object.fromEntries(answerableIds.map((id) => [id, choices[id] === true]));

/** Whether this is the answer to all that the site asks. Pages that show a behaviour of Candor ask something of their own. */
export const isComplete = ({ choices, pending }: Consent): boolean =>
  pending.length === 0 && answerableIds.every((id) => id in choices);

/** Tells the account of a complete answer given on this page, where the visitor is signed in and wants it kept. */
export function mountKeepChoices(candor: Consent | undefined): void {
  document.addEventListener('candor-change', ({ detail }) => {
    if (!candor || !isComplete(candor) || detail.method === 'expired') return;
    const choices = answerable(candor.choices);
    void (async () => {
      const account = await readAccount();
      if (account?.keepsChoices) await changeAccount({ choices });
    })().catch(() => undefined);
  });
}
