import type { Consent } from '../../core/consent.js';

/** A failed download is tried again after so many ms. */
const RETRY = 4000;

/** Elements that are filled, or about to be: by which consent, and what ends that. */
const served = new WeakMap<HTMLElement, { readonly consent: Consent; end: () => void }>();

/** Fills a `<candor-declaration>` that has come into the page, once the config is there; leaves one that has gone. */
export function serveDeclaration(
  element: HTMLElement,
  consent: Consent,
  load: () => Promise<{ open(element: HTMLElement, consent: Consent): () => void }>,
): void {
  const before = served.get(element);
  if (before?.consent === consent && element.isConnected) return;
  before?.end();
  if (!element.isConnected) return;

  let isEnded = false;
  let leave: (() => void) | undefined;
  const end = (): void => {
    isEnded = true;
    leave?.();
    served.delete(element);
    consent.removeEventListener('destroy', end);
  };
  const fill = (): void => {
    if (isEnded) return;
    load().then(
      (loaded) => {
        if (!isEnded) leave = loaded.open(element, consent);
      },
      () => setTimeout(fill, RETRY),
    );
  };
  served.set(element, { consent, end });
  consent.addEventListener('destroy', end);
  // Without a config there is nothing to declare: the page's own words stay.
  consent.ready.then(fill, () => {});
}
