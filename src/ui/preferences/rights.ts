import { html, nothing, type TemplateResult } from 'lit/html.js';
import { fill } from '../../core/text.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { fact, link } from '../facts/fact.js';
import { regionName } from '../facts/region-name.js';

/** What the visitor may ask for, whom, and the way to take everything back. */
export function rights(controller: ConsentController, withdraw: () => void): TemplateResult {
  const { msg, locale, config } = controller;
  const { name, address, contact, phone, privacyPolicy, requests, storageLocation, closeAccount } =
    config.controller ?? {};
  const email = controller.text(contact);
  const number = controller.text(phone);
  const lines = [
    fact(
      msg('Responsible', { id: 'rights.controller', desc: 'The legal person that answers for the data' }),
      controller.text(name),
    ),
    fact(msg('Address', { id: 'rights.address', desc: 'Label' }), controller.text(address)),
    fact(
      msg('Contact', { id: 'rights.contact', desc: 'Label before a link' }),
      link(email, email?.replace(/^mailto:|^https?:\/\//, '')),
    ),
    fact(
      msg('Phone', { id: 'rights.phone', desc: 'Label' }),
      number && link(`tel:${number.replace(/[^+\d]/g, '')}`, number),
    ),
  ];
  const links = [
    link(controller.text(privacyPolicy), msg('Privacy policy', { id: 'rights.policy', desc: 'Link' })),
    link(
      controller.text(requests),
      msg('See, correct or delete your data', { id: 'rights.requests', desc: 'Link to a form' }),
    ),
    link(controller.text(closeAccount), msg('Close your account', { id: 'rights.close-account', desc: 'Link' })),
  ].filter(Boolean);

  return html`
    <p>
      ${msg(
        'You may see, correct and delete your data, and withdraw your consent at any time. What was done before stays lawful.',
        { id: 'rights.text', desc: 'GDPR art. 7(3), 15–17; PIPL art. 15, 44–47' },
      )}
      ${
        storageLocation
          ? fill(
              msg('Your data is kept in: {country}.', { id: 'rights.storage', desc: '{country}: name of a country' }),
              {
                country: regionName(storageLocation, locale),
              },
            )
          : nothing
      }
    </p>
    <dl>${lines}</dl>
    ${links.length ? html`<p class="links">${links}</p>` : nothing}
    <button type="button" class="link" part="withdraw" data-consent-action="withdraw" @click=${withdraw}>
      ${msg('Withdraw everything', { id: 'preferences.withdraw', desc: 'Button: takes back every consent, separate ones too' })}
    </button>
  `;
}
