import { html, nothing, type TemplateResult } from 'lit/html.js';
import { languageSwitch, nameOf } from '../i18n/language-switch.js';
import type { ConsentController } from '../shared/consent-controller.js';

/** All languages that are offered: in the site's order, or by their own names where the site has none. */
export function everyLanguage({ consent, locale, msg }: ConsentController): TemplateResult | typeof nothing {
  const { config, locales } = consent!;
  const tags = config.languages?.[0]
    ? locales
    : [...locales].sort((one, other) => nameOf(one).localeCompare(nameOf(other)));
  const list = languageSwitch(
    locale,
    consent!,
    msg('Language', { id: 'preferences.language', desc: 'Name of the list of languages in the panel' }),
    tags,
  );
  return list === nothing ? nothing : html`<p class="language">${list}</p>`;
}
