import type { Choices, Consent, ConsentSnapshot } from 'candor-consent';
import { changeAccount, readAccount } from './account.js';
import { answerableCategories, answerableIds } from './catalogue.js';

/** Whether this is the answer to all that the site asks. Pages that show a behaviour of Candor ask something of their own. */
export const isComplete = ({ choices, pending }: Consent): boolean =>
  pending.length === 0 && answerableIds.every((id) => id in choices);

/** What an account may keep: not what is asked separately. */
export function snapshotOf(candor: Consent): ConsentSnapshot {
  const { answers, ...rest } = candor.export();
  return {
    ...rest,
    answers: Object.fromEntries(Object.entries(answers).filter(([id]) => answerableIds.includes(id))),
  };
}

/** What an account's answers allow: a service goes with its category where it has no answer of its own. */
export const choicesOf = ({ answers }: ConsentSnapshot): Choices =>
  Object.fromEntries(
    answerableCategories.flatMap(({ id, services }) => {
      const granted = answers[id]?.granted === true;
      return [
        [id, granted],
        ...services.map((service): [string, boolean] => [service, granted && answers[service]?.granted !== false]),
      ];
    }),
  );

/** Tells the account of a complete answer given on this page, where the visitor is signed in and wants it kept. */
export function mountKeepChoices(candor: Consent | undefined): void {
  document.addEventListener('candor-change', ({ detail }) => {
    if (!candor || !isComplete(candor) || detail.method === 'expired') return;
    const snapshot = snapshotOf(candor);
    void (async () => {
      const account = await readAccount();
      if (account?.keepsChoices) await changeAccount({ snapshot });
    })().catch(() => undefined);
  });
}
