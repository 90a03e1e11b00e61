import type { Consent } from 'candor-consent';

/** Says whether offers are on. The site keeps no second copy of the answer: it reads Candor's. */
export function mountOffers(candor: Consent | undefined): void {
  const state = document.querySelector<HTMLElement>('#offers-state');
  if (!state || !candor) return;
  candor.gate('push', () => {
    state.textContent = state.dataset['on'] ?? '';
    return () => {
      state.textContent = state.dataset['off'] ?? '';
    };
  });
}
