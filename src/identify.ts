/** Who the visitor is: what is off for them, whether they have to be asked, and what follows when nobody is signed in any more. */
import { ageOfConsent, bandOf, barredFor } from './core/subject.js';
import type { Hands } from './hands.js';
import { keepBand } from './page/age-band.js';
import { isPutAside } from './page/own-decision.js';

/** A failed download of the age question is tried again after so many ms. */
const RETRY = 4000;

export function identify(hands: Hands): void {
  const { consent, options, bar, loadPart, open } = hands;
  const { config, preset, region } = consent;
  const isKept = options.storage !== 'memory';
  const asks = !!config.audience?.ask;
  if (asks && isKept) keepBand(consent);
  const { subject } = consent;
  const band = bandOf(config, preset, region, subject);
  consent.ageGroup = { band, consentAge: ageOfConsent(config, preset, region) };
  bar(barredFor(config, preset, region, subject));
  if (isKept && isPutAside(config)) consent.imported = true;
  // What is on screen may speak of what is off.
  consent.dispatchEvent(new CustomEvent('refresh'));

  if (consent.imported && subject?.signedIn === false) {
    loadPart('account').then(
      ({ restore }) => restore(hands),
      // The next page brings the device's own decision back.
      () => {},
    );
  }
  const ask = (): unknown => consent.ageGroup?.band ?? open('age').catch(() => setTimeout(ask, RETRY));
  if (asks && !options.manual) void ask();
}
