/**
 * The development mode: watches the page while somebody works on it, and says in the console what will not do what they hope,
 * each thing once and with its remedy. It stores nothing and asks nothing of the network.
 */
import type { Consent } from '../core/consent.js';
import { followColours } from './corrected-colours.js';
import { followGrants } from './grants.js';
import { followKeptNames } from './kept-names.js';
import { lateTag } from './late-tag.js';
import { lowerRevision } from './lower-revision.js';
import { fetchedEarly, noteReleased, runningScripts } from './misplaced-marks.js';
import { missingBlock } from './missing-block.js';
import { begunAt } from './own-tag.js';
import { followRequests } from './requests.js';
import { teller } from './tell.js';
import { followTrackers } from './trackers.js';
import { unequalActions } from './unequal-actions.js';
import { listenToCalls, unknownIds } from './unknown-ids.js';
import { unknownRegion } from './unknown-region.js';

/** Between two looks at the page, in ms. */
const PAUSE = 300;
/** A look is made by then even where the page is never idle, in ms. */
const PATIENCE = 2000;

/** Attributes whose change may make a difference. */
const ATTRIBUTES = ['data-consent', 'consent', 'service', 'src', 'srcset', 'href', 'data', 'poster', 'type'];

/** Not in every browser. */
const whenIdle = (run: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: PATIENCE });
  else setTimeout(run);
};

/** Not in every browser. */
interface CookieStore {
  readonly cookieStore?: EventTarget;
}

/**
 * @param gates Functions that wait, from before this file was there.
 * @param told Ids nobody configured that have been told of.
 */
export function develop(
  consent: Consent,
  gates: Iterable<{ readonly dataset: DOMStringMap }>,
  told: Set<string>,
): void {
  // Destroyed while this file was on its way.
  if ((window as { candor?: unknown }).candor !== consent) return;

  const tell = teller();
  let isDue = false;
  const calls = new Map<string, string>();
  const stop = new AbortController();
  const { signal } = stop;
  // WebKit calls back at once.
  const requests = followRequests(lookSoon);
  const trackers = followTrackers(consent, requests.seen, followGrants(consent, begunAt()));
  const keptNames = followKeptNames(consent, trackers.seen);
  const colours = followColours(consent, lookSoon);

  for (const { dataset } of gates) calls.set(dataset['consent'] ?? '', 'gate() or when()');
  const stopListening = listenToCalls(consent, (condition, call) => {
    if (calls.has(condition)) return;
    calls.set(condition, call);
    lookSoon();
  });

  const observer = new MutationObserver((mutations) => {
    for (const { addedNodes } of mutations) {
      for (const node of addedNodes) if (node instanceof HTMLScriptElement) noteReleased(node);
    }
    lookSoon();
  });
  document.querySelectorAll('script[data-consent-state]').forEach(noteReleased);
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ATTRIBUTES });

  // Where nobody tells of cookies, what changes them does: a request, a click, a decision, coming back to the page.
  (window as CookieStore).cookieStore?.addEventListener('change', lookSoon, { signal });
  addEventListener('click', lookSoon, { signal, capture: true, passive: true });
  document.addEventListener('visibilitychange', lookSoon, { signal });
  document.addEventListener('candor-show', lookSoon, { signal });
  for (const type of ['change', 'refresh'] as const) consent.addEventListener(type, lookSoon);
  consent.addEventListener('destroy', () => {
    stop.abort();
    observer.disconnect();
    requests.stop();
    stopListening();
    for (const type of ['change', 'refresh'] as const) consent.removeEventListener(type, lookSoon);
  });
  whenIdle(look);

  function lookSoon(): void {
    if (isDue || signal.aborted) return;
    isDue = true;
    setTimeout(() => whenIdle(look), PAUSE);
  }

  function look(): void {
    isDue = false;
    if (signal.aborted) return;
    tell([
      ...runningScripts(),
      ...fetchedEarly(),
      ...unknownIds(consent, calls, told),
      ...missingBlock(consent),
      ...lowerRevision(consent),
      ...unknownRegion(consent),
      ...trackers.look(),
      ...lateTag(),
      ...unequalActions(),
      ...keptNames(),
      ...colours(),
    ]);
  }
}
