import type { Consent } from 'candor-consent';

/**
 * Asks for a category or service at the moment it is needed: opens the settings where the answer is not yes, and goes on when
 * they close.
 *
 * @returns Whether it is allowed then. A yes that comes later is no answer to this question.
 */
export function askFor(candor: Consent, id: string): Promise<boolean> {
  if (candor.granted(id)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const answer = (): void => {
      waiting.abort();
      resolve(candor.granted(id));
    };
    const onHide = ({ detail }: DocumentEventMap['candor-hide']): void => {
      if (detail.surface === 'preferences') answer();
    };
    document.addEventListener('candor-hide', onHide, { signal: waiting.signal });
    // Settings that cannot be shown are no yes.
    candor.show('preferences').catch(answer);
  });
}
