import type { Consent } from '../core/consent.js';
import { offeredLanguages } from '../core/languages.js';
import { matchLanguage } from '../core/text.js';
import { allLocales } from '../generated/locale-codes.js';

/** Consents whose language follows their config. */
const speaking = new WeakSet<Consent>();

/** Settles which of the offered languages is spoken, now and whenever the wish or the config changes. */
export function speakOffered(consent: Consent): void {
  const settle = (): void => {
    const spoken = consent as { locale: string; locales: readonly string[] };
    const { config, locale } = consent;
    spoken.locales = offeredLanguages(config, allLocales);
    const { lang } = document.documentElement;
    // The page's language in another script is nearer than the browser's other languages.
    const wishes = [locale, lang, lang.split('-')[0], ...navigator.languages, config.prevailingLanguage];
    spoken.locale = matchLanguage([...wishes, ...spoken.locales], spoken.locales) as string;
  };
  if (speaking.has(consent)) return;
  speaking.add(consent);
  consent.addEventListener('refresh', settle);
  settle();
}

/**
 * The page's own element of that name, where it has one; else a new one before the body, out of reach of body swaps.
 * There must be a body: see `body-opened.ts`.
 */
export function placeElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  consent: Consent,
): HTMLElementTagNameMap[Tag] & { consent: Consent | undefined } {
  speakOffered(consent);
  const element = (document.querySelector(tag) ?? document.createElement(tag)) as HTMLElementTagNameMap[Tag] & {
    consent: Consent | undefined;
  };
  element.consent = consent;
  if (!element.isConnected) {
    document.body.before(element);
    consent.addEventListener('destroy', () => element.remove(), { once: true });
  }
  return element;
}
