import { configureLocalization, msg } from '@lit/localize';
import type { Text } from '../../core/config.js';
import type { Consent, Messages, TextPart } from '../../core/consent.js';
import { sourceLocale, targetLocales } from '../../generated/locale-codes.js';
import type { Msg } from './msg.js';

/** `msg` as it is now (configuring replaces it) and without that mark: here the texts are variables. */
const localize = (): ((text: string, options?: { id?: string }) => string) => msg;

/** Texts that have arrived, by language. They come in parts, so a table grows while its language is spoken. */
const tables: Record<string, Record<string, string>> = {};

const { setLocale } = configureLocalization({
  sourceLocale,
  targetLocales,
  // The texts are fetched by the consent. This promise must never reject: lit-localize would keep it and not try again.
  loadLocale: async (locale) => ({ templates: (tables[locale] ??= {}) }),
});

/**
 * Makes the texts of a part ready in the consent's language.
 *
 * @returns The language that is spoken now: the source language where texts could not be had.
 */
export async function speak(consent: Consent, part: TextPart): Promise<string> {
  const { locale } = consent;
  const messages: Messages = await consent.messages(part).catch(() => ({}));
  // Changed meanwhile: the newer language counts.
  if (consent.locale !== locale) return speak(consent, part);

  // A language that only the site's own words speak needs no texts from here.
  if (!targetLocales.includes(locale)) return setLocale(sourceLocale).then(() => locale);
  const arrived = Object.keys(messages).length > 0;
  if (arrived) tables[locale] = Object.assign(tables[locale] ?? {}, messages);
  const spoken = arrived ? locale : sourceLocale;
  await setLocale(spoken);
  return spoken;
}

/**
 * A `msg` that prefers the site's own words over Candor's.
 *
 * @param words Words of the config in the language that is spoken.
 */
export const msgFor =
  ({ config }: Consent, words: (text: Text | undefined) => string | undefined): Msg =>
  (text: string, options: { id: string }) =>
    words(config.texts?.[options.id]) ?? localize()(text, options);
