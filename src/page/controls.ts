import type { Consent } from '../core/consent.js';

/** Serves the page's own controls (`<button data-candor="preferences">`), whenever they come into it. */
export function serveControls(consent: Consent, signal: AbortSignal): void {
  const onClick = (event: MouseEvent): void => {
    // The path, because of a click inside a shadow root the event's target is only the host.
    const path = event.composedPath() as HTMLElement[];
    const action = path.map(({ dataset }) => dataset?.['candor']).find(Boolean);
    if (!action) return;
    event.preventDefault();
    if (action === 'accept-all') consent.acceptAll();
    else if (action === 'reject-all') consent.rejectAll();
    else if (action === 'withdraw') consent.withdraw();
    else void consent.show(action === 'banner' ? action : 'preferences');
  };
  addEventListener('click', onClick, { signal });
}

/** Whether the page lets visitors reopen their choices by a control of its own making; one in a surface goes with it. */
export const hasOwnControl = (): boolean =>
  !!document.querySelector('[data-candor=preferences]:not(candor-banner *,candor-notice *,candor-imported *)');

/** Whether the page says itself where the reopening element stands; it is served wherever and whenever that is. */
export const hasOwnButton = (): boolean => !!document.querySelector('candor-button');
