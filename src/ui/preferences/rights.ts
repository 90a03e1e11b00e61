import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { fact, link } from '../facts/fact.js';
import { storedIn } from '../facts/stored-in.js';

/** What the visitor may ask for, whom, and the way to take everything back. */
export function rights(controller: ConsentController, withdraw: () => void, showRecords: () => void): TemplateResult {
  const { msg, config, text, url } = controller;
  const {
    address,
    closeAccount,
    contact,
    guardianContact,
    name,
    phone,
    policyVersion,
    privacyPolicy,
    representative,
    requests,
  } = config.controller ?? {};
  const number = text(phone);
  const policy = msg('Privacy policy', { id: 'rights.policy', desc: 'Link' });
  const lines = [
    fact(
      msg('Responsible', { id: 'rights.controller', desc: 'The legal person that answers for the data' }),
      text(name),
    ),
    fact(msg('Address', { id: 'rights.address', desc: 'Label' }), text(address)),
    fact(msg('Contact', { id: 'rights.contact', desc: 'Label before a link' }), link(url(contact))),
    fact(
      msg('Phone', { id: 'rights.phone', desc: 'Label' }),
      number && link(`tel:${number.replace(/[^+\d]/g, '')}`, number),
    ),
    fact(
      msg('Representative', {
        id: 'rights.representative',
        desc: 'In the visitor’s country; GDPR art. 27, PIPL art. 53',
      }),
      text(representative),
    ),
    fact(
      msg('For parents and guardians', { id: 'rights.guardian', desc: 'Label before a link to contact' }),
      link(url(guardianContact)),
    ),
    storedIn(controller),
  ];
  const links = [
    link(url(privacyPolicy), policyVersion ? `${policy} (${policyVersion})` : policy),
    link(
      url(config.audience?.policy),
      msg('Privacy rules for minors', { id: 'rights.minors', desc: 'Link; PIPL art. 31' }),
    ),
    link(url(requests), msg('See, correct or delete your data', { id: 'rights.requests', desc: 'Link to a form' })),
    link(url(closeAccount), msg('Close your account', { id: 'rights.close-account', desc: 'Link' })),
  ].filter(Boolean);

  return html`<div class="row rights" part="rights">
    <p part="description">
      ${msg(
        'You may see, correct and delete your data, and withdraw your consent at any time. What was done before stays lawful.',
        { id: 'rights.text', desc: 'GDPR art. 7(3), 15–17; PIPL art. 15, 44–47' },
      )}
    </p>
    <dl part="facts">${lines}</dl>
    ${links.length ? html`<p class="links" part="links">${links}</p>` : nothing}
    <button type="button" class="link" part="record" data-consent-action="records" @click=${showRecords}>
      ${msg('My consent record', { id: 'records.title', desc: 'Heading of the visitor’s own records of consent' })}
    </button>
    <button type="button" class="link" part="withdraw" data-consent-action="withdraw" @click=${withdraw}>
      ${msg('Withdraw everything', { id: 'preferences.withdraw', desc: 'Button: takes back every consent, separate ones too' })}
    </button>
  </div>`;
}
