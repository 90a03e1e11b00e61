/** What stands between this page and a notification. `allowed` and `refused` are the browser's own answers. */
export type Readiness = 'missing' | 'insecure' | 'unasked' | 'allowed' | 'refused';

const ANSWERS = { default: 'unasked', granted: 'allowed', denied: 'refused' } as const;

export function readiness(): Readiness {
  if (!isSecureContext) return 'insecure';
  return 'Notification' in window ? ANSWERS[Notification.permission] : 'missing';
}

/** Has the browser ask the visitor, which it does once for a site. Only ever called by a press of the visitor. */
export async function askBrowser(): Promise<Readiness> {
  // A browser that refuses to ask has not been asked.
  if (readiness() === 'unasked') await Notification.requestPermission().catch(() => undefined);
  return readiness();
}

/** @returns Whether the browser took it. */
export function notify(title: string, body: string): boolean {
  if (readiness() !== 'allowed') return false;
  try {
    new Notification(title, { body, icon: '/mark.svg', lang: document.documentElement.lang });
    return true;
  } catch {
    // Browsers on phones show notifications of a service worker only.
    return false;
  }
}

/** Tells when the visitor changes the permission in the browser's own settings, in browsers that say so. */
export function onReadinessChange(listener: () => void): void {
  navigator.permissions
    ?.query({ name: 'notifications' })
    .then((status) => status.addEventListener('change', listener))
    .catch(() => undefined);
}
