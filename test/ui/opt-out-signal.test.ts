/** What the surfaces say where the browser sends its opt-out signal, and where one opts out. */
import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import type { Consent } from '../../src/core/consent.js';
import { start, type ConsentOptions } from '../../src/start.js';
import '../../src/ui/embed/define.js';
import { expectAccessible } from '../helpers/axe.js';
import { clearStorage } from '../helpers/storage.js';
import { until } from '../helpers/until.js';
import { inside, leave, surface, textOf } from '../helpers/visit-as.js';

const SHOP: Config = {
  categories: [
    { id: 'necessary' },
    {
      id: 'analytics',
      services: [
        { id: 'counter', name: 'Counter' },
        { id: 'seller', name: 'Seller', sale: true },
      ],
    },
    { id: 'advertising' },
    { id: 'social', sale: true },
  ],
  layout: { reopen: 'none' },
};

let consent: Consent;

async function visit(options: ConsentOptions, name: 'banner' | 'preferences' = 'preferences'): Promise<void> {
  consent = start(SHOP, { storage: 'memory', manual: true, locale: 'en', ...options });
  await consent.show(name);
  await surface(name).updateComplete;
}

const rowOf = (id: string): string =>
  inside('preferences', `#${id}-title`).closest('.row')!.textContent.replace(/\s+/g, ' ').trim();
const turn = (id: string): void => inside('preferences', `[data-consent-category="${id}"]`).click();
const OFF = 'Off, as your browser asks for it.';
const HONOURED = 'Opt-out request honored';

before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(() => emulateMedia({ reducedMotion: 'no-preference' }));
afterEach(async () => {
  leave();
  await clearStorage();
  document.querySelector('candor-embed')?.remove();
});

describe('the panel', () => {
  for (const locale of ['en', 'zh-Hans']) {
    it(`passes the accessibility audit with the signal on, in ${locale}`, async () => {
      await visit({ gpc: true, region: 'US-CA', locale });
      await expectAccessible(surface('preferences'));
    });
  }

  it('says that the signal is honoured, as a status, and where it counts', async () => {
    await visit({ gpc: true, region: 'US-CA' });
    const status = inside('preferences', '[part="signal"]');
    expect(status.getAttribute('role')).to.equal('status');
    expect(status.textContent).to.include(HONOURED);
    expect(rowOf('advertising')).to.include(OFF);
    // Of the category, only one service is off.
    expect(rowOf('analytics').split(OFF)).to.have.length(2);
    expect(rowOf('analytics').indexOf('Seller')).to.be.lessThan(rowOf('analytics').indexOf(OFF));
    expect(rowOf('analytics')).to.include('On unless you opt out.');
    expect(rowOf('advertising')).not.to.include('On unless you opt out.');
  });

  it('takes a yes in spite of it, and says no more then', async () => {
    await visit({ gpc: true, region: 'US-CA' });
    turn('advertising');
    await surface('preferences').updateComplete;
    inside('preferences', '[data-consent-action="save"]').click();
    await until(() => consent.granted('advertising'));
    expect(consent.granted('social')).to.equal(false);
    expect(consent.granted('seller')).to.equal(false);
  });

  it('says nothing of the sort without the signal, or where nothing is sold', async () => {
    await visit({ region: 'US-CA' });
    expect(inside('preferences', '[part="signal"]')).to.equal(null);
    expect(textOf('preferences')).not.to.include(OFF);
  });

  it('is called what the link is called that opens it', async () => {
    await visit({ region: 'US-CA' });
    expect(inside('preferences', '#title').textContent.trim()).to.equal('Your Privacy Choices');
    leave();
    await visit({ region: 'DE' });
    expect(inside('preferences', '#title').textContent.trim()).to.equal('Cookie settings');
  });

  it('opts out in one step from there, and is as far from opting in again', async () => {
    await visit({ region: 'US-CA' });
    inside('preferences', '[data-consent-action="reject-all"]').click();
    await until(() => !consent.granted('advertising'));
    await consent.show('preferences');
    expect(inside('preferences', '[data-consent-category="advertising"]').getAttribute('aria-checked')).to.equal(
      'false',
    );
  });
});

describe('the banner', () => {
  it('says that the signal is honoured, and asks for the rest', async () => {
    await visit({ gpc: true, region: 'DE' }, 'banner');
    expect(textOf('banner')).to.include(`${HONOURED}: your browser asks us not to sell or share your data.`);
    expect(textOf('banner')).to.include('measure visits');
    expect(textOf('banner')).not.to.include('personalise ads');
    await expectAccessible(surface('banner'));
    inside('banner', '[data-consent-action="accept-all"]').click();
    await until(() => consent.granted('analytics'));
    expect(consent.granted('advertising')).to.equal(false);
  });
});

describe('the dialog for one id', () => {
  it('names the signal, and what is allowed there counts', async () => {
    consent = start(SHOP, { storage: 'memory', manual: true, locale: 'en', gpc: true });
    const answer = consent.request('advertising', { trigger: 'visitor' });
    const dialog = (): ShadowRoot | null | undefined => document.querySelector('candor-request')?.shadowRoot;
    await until(() => dialog()?.querySelector('[data-consent-action="allow"]'));
    expect(dialog()!.textContent).to.include('Allow this here all the same?');
    dialog()!.querySelector<HTMLElement>('[data-consent-action="allow"]')!.click();
    expect(await answer).to.equal(true);
    document.querySelector('candor-request')?.remove();
  });

  it('is what an embed opens that the signal holds back', async () => {
    consent = start(SHOP, { storage: 'memory', manual: true, locale: 'en', gpc: true });
    const embed = document.createElement('candor-embed');
    embed.setAttribute('consent', 'social');
    embed.style.cssText = 'display: block; width: 480px; height: 320px';
    embed.innerHTML = '<template><p>Film</p></template>';
    document.body.append(embed);
    const always = (): HTMLElement | null | undefined =>
      embed.shadowRoot
        ?.querySelector('candor-placeholder')
        ?.shadowRoot?.querySelector<HTMLElement>('[data-consent-action="always-allow"]');
    await until(always);
    always()!.click();
    await until(() => document.querySelector('candor-request')?.open);
    document
      .querySelector('candor-request')!
      .shadowRoot!.querySelector<HTMLElement>('[data-consent-action="allow"]')!
      .click();
    await until(() => consent.granted('social'));
    document.querySelector('candor-request')?.remove();
  });
});
