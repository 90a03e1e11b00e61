import type { Consent } from 'candor-consent';

const WORKER = '/visit/worker.js';
const SCOPE = '/visit/';

/** Resolves once the worker has been started: a browser lets nobody subscribe before. */
function activated(worker: ServiceWorker): Promise<void> {
  if (worker.state === 'activated') return Promise.resolve();
  return new Promise((resolve, reject) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('The worker could not be started.'));
    });
  });
}

/** The registration of the worker that receives push messages, once it can. */
export async function startPushWorker(): Promise<ServiceWorkerRegistration> {
  const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  if (worker) await activated(worker);
  return registration;
}

/** Removes the worker from the browser, where there is one. */
export async function removePushWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  await registration?.unregister();
}

/** On whatever page offers as notifications are taken back, their worker goes too. Candor's guard ends the subscription. */
export function mountPushWorker(candor: Consent | undefined): void {
  candor?.gate('browser-push', () => () => void removePushWorker().catch(() => undefined));
}
