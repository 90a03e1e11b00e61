import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Consent } from '../../core/consent.js';
import { matchLanguage } from '../../core/text.js';

/** A language in its own words, written as it is at the beginning of a line. */
export function nameOf(tag: string): string {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) as string;
  return name.replace(/^./u, (letter) => letter.toLocaleUpperCase(tag));
}

/** Those that the site names; else, of all there are, the page's and the browser's. */
function likelyLanguages({ config, locale, locales }: Consent): readonly string[] {
  if (config.languages?.[0]) return locales;
  const wishes = [locale, document.documentElement.lang, ...navigator.languages];
  return [...new Set(wishes.map((tag) => matchLanguage([tag], locales)))].filter((tag) => tag !== undefined);
}

/** One button where there are two languages, a list where there are more. */
export function languageSwitch(
  locale: string,
  consent: Consent,
  label: string,
  tags = likelyLanguages(consent),
): TemplateResult | typeof nothing {
  const others = tags.filter((tag) => tag !== locale);
  const speak = (tag: string | undefined): unknown => tag && consent.setLocale(tag).catch(() => {});
  if (!others[0]) return nothing;
  return others[1]
    ? html`<select
        part="language"
        aria-label=${label}
        @change=${(event: Event) => speak((event.target as HTMLSelectElement).value)}
      >
        ${tags.map((tag) => html`<option value=${tag} lang=${tag} .selected=${tag === locale}>${nameOf(tag)}</option>`)}
      </select>`
    : html`<button type="button" class="link" part="language" lang=${others[0]} @click=${() => speak(others[0])}>
        ${nameOf(others[0])}
      </button>`;
}
