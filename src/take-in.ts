/** What a page needs only where somebody else than Candor asks, or has asked, the visitor. */
import { answer } from './core/answer.js';
import type { Choices } from './core/decide.js';
import type { Hands } from './hands.js';

/**
 * Takes in what the visitor answered elsewhere on this site. An answer that was given here later stays; ids that nobody
 * configured, and what needs a step of its own, are left out.
 *
 * @param at When it was answered, in Unix seconds. Default: now.
 */
export async function takeIn(hands: Hands, answers: Partial<Choices>, at?: number): Promise<void> {
  const { consent, commit, decided } = hands;
  await consent.ready;
  await hands.ready();
  const [model, decision] = decided();
  const now = Math.floor(Date.now() / 1000);
  const time = Math.min(at ?? now, now);
  const known = Object.fromEntries(
    Object.entries(answers).filter(
      ([id, granted]) =>
        Object.hasOwn(consent.choices, id) &&
        typeof granted === 'boolean' &&
        !((decision.answers.get(id)?.at ?? -1) >= time),
    ),
  );
  if (!Object.keys(known).length) return;
  const taken = answer(model, decision, known, time, false, [...consent.barred, ...model.signalled]);
  if (taken.answers.size) commit('import', { ...taken, at: Math.max(time, decision.at) });
}
