import { addressesOf, isRunning } from './addresses.js';
import type { Finding } from './finding.js';

const idsOn = (element: HTMLElement): string => element.dataset['consent'] ?? '';

const isReleased = (element: HTMLElement): boolean => !!element.dataset['consentState'];

/** Scripts that Candor has put in the place of inert ones. */
const released = new WeakSet<Element>();

/** Notes which scripts Candor has released, because after a withdrawal they look like any other. */
export function noteReleased(element: Element): void {
  if (isReleased(element as HTMLElement)) released.add(element);
}

/**
 * Whether the browser ran it without asking. A script that code has made says `async`, one from markup only by its attribute:
 * so what Candor has released is told from what stood there.
 */
const hasRunUnasked = (script: HTMLScriptElement): boolean =>
  !script.async || (!isReleased(script) && !released.has(script));

/**
 * `data-consent` on a script that is not inert: browsers run it at once, whatever stands beside it
 * (https://github.com/orestbida/cookieconsent/issues/699).
 */
export function runningScripts(): Finding[] {
  return [...document.querySelectorAll<HTMLScriptElement>('script[data-consent]')]
    .filter((script) => isRunning(script) && hasRunUnasked(script))
    .map((script) => ({
      path: `<script data-consent="${idsOn(script)}">`,
      value: script.getAttribute('src') ?? script.text.trim(),
      message:
        'the browser has run this already, whatever the answer, because its type is not text/plain; add type="text/plain"' +
        (script.type === 'module' ? ' data-type="module"' : ''),
    }));
}

/** Addresses that a browser has fetched although the element waits for a yes. */
export function fetchedEarly(): Finding[] {
  return [...document.querySelectorAll<HTMLElement>('[data-consent]:not(script)')].flatMap((element) => {
    const { attributes } = element;
    const waits = [...attributes].some(({ name }) => /^data-(src|srcset|href|data|poster)$/.test(name));
    return addressesOf(element).flatMap(({ attribute, text, url }) => {
      const waiting = element.getAttribute(`data-${attribute}`);
      // What Candor itself has written.
      if (waiting !== null && isReleased(element)) return [];
      // The site's own stand-in for what waits.
      if (waits && waiting !== text && url.origin === location.origin) return [];
      return {
        path: `<${element.localName} data-consent="${idsOn(element)}">`,
        value: text,
        message:
          `the browser has fetched this already, because it stands in ${attribute}; ` +
          (waiting === null ? `write data-${attribute} instead of ${attribute}` : `take ${attribute} away`),
      };
    });
  });
}
