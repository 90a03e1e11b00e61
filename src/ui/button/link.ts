import type { Consent } from '../../core/consent.js';
import { linkFormOf, type LinkForm } from '../../core/link-form.js';
import { resolveText } from '../../core/text.js';
import type { Msg } from '../i18n/msg.js';
import { optOutIcon } from './opt-out-icon.js';

/** Gives a `<candor-button>` the label and icon that the region wants, and says whether the browser's signal is honoured. */
export type Dress = (host: HTMLElement, consent: Consent, button: HTMLButtonElement) => Promise<void>;

const statusOf = (button: HTMLElement): Element | null =>
  button.nextElementSibling?.getAttribute('part') === 'status' ? button.nextElementSibling : null;

export const dress: Dress = async (host, consent, button) => {
  const { config, locale, preset, signalled } = consent;
  const texts = await consent.messages('preferences').catch(() => ({}));
  if (consent.locale !== locale) return;
  // The type alone makes `lit-localize extract` find the text.
  const msg = ((text: string, { id }: { id: string }) =>
    resolveText(config.texts?.[id], [locale, config.prevailingLanguage]) ??
    (texts as Record<string, string>)[id] ??
    text) as Msg;
  const form = (host.getAttribute('form') as LinkForm | null) ?? linkFormOf(config, preset);
  const label = {
    settings: button.textContent,
    choices: msg('Your Privacy Choices', {
      id: 'link.choices',
      desc: 'Label of a link that laws of the United States want, and heading of what it opens',
    }),
    'do-not-sell': msg('Do Not Sell or Share My Personal Information', {
      id: 'link.do-not-sell',
      desc: 'Label of a link, in the wording of Cal. Civ. Code § 1798.135(a)(1)',
    }),
    limit: msg('Limit the Use of My Sensitive Personal Information', {
      id: 'link.limit',
      desc: 'Label of a link, in the wording of Cal. Civ. Code § 1798.135(a)(2)',
    }),
    transmission: msg('External transmission of data', {
      id: 'link.transmission',
      desc: 'Label of a link that Japan wants, 外部送信について, and heading of what it opens',
    }),
  }[form];
  button.textContent = label ?? button.textContent;
  if (form === 'choices') button.append(optOutIcon());

  statusOf(button)?.remove();
  if (!signalled.length || preset.model === 'opt-in') return;
  const status = document.createElement('span');
  status.setAttribute('part', 'status');
  status.setAttribute('role', 'status');
  status.textContent = msg('Opt-out request honored', {
    id: 'signal.honored',
    desc: 'Status where the browser sends Global Privacy Control; the wording of 11 CCR § 7025',
  });
  button.after(status);
};
