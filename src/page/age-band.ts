/** The visitor's answer to the age question, in localStorage under the cookie's name and `-age`: the group and nothing else. */
import type { Consent } from '../core/consent.js';
import { isBand, type AgeBand, type Subject } from '../core/subject.js';
import { attempt } from './stored-text.js';

const keyOf = ({ config }: Consent): string => `${config.cookie?.name ?? 'candor'}-age`;

function storedBand(consent: Consent): AgeBand | undefined {
  const text = attempt(() => localStorage.getItem(keyOf(consent)));
  return isBand(text) ? text : undefined;
}

/** Pages that hear of the answer in other tabs. */
const listening = new WeakSet<Consent>();

/** Another tab may have answered, or this page comes back from where it was kept. */
function hearOf(consent: Consent): void {
  if (listening.has(consent)) return;
  listening.add(consent);
  const look = (): void => {
    const band = storedBand(consent);
    if (band && band !== consent.subject?.band) consent.setSubject({ band });
  };
  const end = new AbortController();
  for (const type of ['storage', 'pageshow']) addEventListener(type, look, end);
  consent.addEventListener('destroy', () => end.abort(), { once: true });
}

/** Keeps the answer that was given on this page; else finds the one that was given before. */
export function keepBand(consent: Consent & { subject: Subject | undefined }): void {
  hearOf(consent);
  const { band } = consent.subject ?? {};
  if (isBand(band)) attempt(() => localStorage.setItem(keyOf(consent), band));
  else {
    const known = storedBand(consent);
    if (known) consent.subject = { ...consent.subject, band: known };
  }
}
