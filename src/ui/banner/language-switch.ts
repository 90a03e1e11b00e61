import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Consent } from '../../core/consent.js';

/** A language in its own words. */
const nameOf = (tag: string): string | undefined => new Intl.DisplayNames(tag, { type: 'language' }).of(tag);

/** One button where there are two languages, a list where there are more. */
export function languageSwitch(locale: string, consent: Consent, label: string): TemplateResult | typeof nothing {
  const { locales } = consent;
  const others = locales.filter((tag) => tag !== locale);
  const speak = (tag: string | undefined): unknown => tag && consent.setLocale(tag).catch(() => {});
  if (locales.length < 2) return nothing;
  return others.length > 1
    ? html`<select
        part="language"
        aria-label=${label}
        @change=${(event: Event) => speak((event.target as HTMLSelectElement).value)}
      >
        ${locales.map((tag) => html`<option value=${tag} lang=${tag} .selected=${tag === locale}>${nameOf(tag)}</option>`)}
      </select>`
    : others.map(
        (tag) =>
          html`<button type="button" class="link" part="language" lang=${tag} @click=${() => speak(tag)}>
            ${nameOf(tag)}
          </button>`,
      )[0]!;
}
