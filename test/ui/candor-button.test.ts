import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import type { CandorButton } from '../../src/ui/button/candor-button.js';
import '../../src/ui/button/define.js';
import { dress } from '../../src/ui/button/link.js';
import { expectAccessible } from '../helpers/axe.js';
import { FakeConsent, type FakeOptions } from '../helpers/fake-consent.js';
import { until } from '../helpers/until.js';

let element: CandorButton;

async function mount(config: Config = {}, options: FakeOptions = {}, attributes: string[] = []): Promise<FakeConsent> {
  const fake = new FakeConsent(config, options);
  element = document.createElement('candor-button');
  for (const name of attributes) element.setAttribute(name, '');
  element.consent = fake.consent;
  document.body.before(element);
  await until(() => button().textContent);
  return fake;
}

const button = (): HTMLButtonElement => element.shadowRoot!.querySelector('button')!;

describe('<candor-button>', () => {
  afterEach(() => element.remove());

  it('passes the accessibility audit', async () => {
    await mount();
    await expectAccessible(element);
  });

  it('reopens the choices', async () => {
    const fake = await mount();
    button().click();
    expect(fake.calls).to.deep.equal([['show', 'preferences']]);
  });

  it('is named in the language of the consent, and follows it', async () => {
    const fake = await mount({}, { locale: 'zh-Hans' });
    expect(button().textContent).to.equal('Cookie 设置');
    await fake.setLocale('en');
    await until(() => button().textContent === 'Cookie settings');
  });

  it('prefers the site’s words', async () => {
    await mount({ texts: { 'button.label': 'Privacy' } });
    expect(button().textContent).to.equal('Privacy');
  });

  it('speaks English when the texts cannot be had', async () => {
    await mount({}, { locale: 'zh-Hans', messages: () => Promise.reject(new Error('offline')) });
    expect(button().textContent).to.equal('Cookie settings');
  });

  it('is large enough for a finger', async () => {
    await mount();
    expect(button().getBoundingClientRect().height).to.be.at.least(44);
  });

  it('floats at the corner the config names', async () => {
    await mount({ layout: { reopen: 'top-end' } });
    const { top, right } = element.getBoundingClientRect();
    expect(top).to.be.closeTo(16, 1);
    expect(document.documentElement.clientWidth - right).to.be.closeTo(16, 1);
  });

  it('stands in the page’s own footer when it is inline', async () => {
    await mount({}, {}, ['inline']);
    expect(getComputedStyle(element).position).to.equal('static');
  });

  it('leaves no listener behind', async () => {
    const fake = await mount();
    document.body.append(element);
    expect(fake.listening).to.equal(2);
    element.remove();
    expect(fake.listening).to.equal(0);
  });

  describe('as the link that a state wants', () => {
    const californian: FakeOptions = { region: 'US-CA' };
    const label = (): string => button().textContent.trim();
    const status = (): string | null | undefined => element.shadowRoot!.querySelector('[part=status]')?.textContent;

    async function mountLink(config: Config, options: FakeOptions = californian, form?: string): Promise<FakeConsent> {
      const fake = await mount(config, options);
      element.dress = dress;
      if (form) element.setAttribute('form', form);
      element.consent = fake.consent;
      return fake;
    }
    const BOTH: Config = { categories: [{ id: 'advertising' }, { id: 'sensitive' }] };

    for (const [name, config, options, expected] of [
      ['sales and sensitive data in California', BOTH, californian, 'Your Privacy Choices'],
      [
        'sales alone in California',
        { categories: [{ id: 'advertising' }] },
        californian,
        'Do Not Sell or Share My Personal Information',
      ],
      [
        'sensitive data alone in California',
        { categories: [{ id: 'sensitive' }] },
        californian,
        'Limit the Use of My Sensitive Personal Information',
      ],
      ['neither', { categories: [{ id: 'functional' }] }, californian, 'Cookie settings'],
      ['sales in Colorado', { categories: [{ id: 'advertising' }] }, { region: 'US-CO' }, 'Your Privacy Choices'],
      ['sales in Germany', BOTH, { region: 'DE' }, 'Cookie settings'],
    ] as const) {
      it(`says “${expected}” for ${name}`, async () => {
        await mountLink(config as Config, options);
        await until(() => label() === expected);
        expect(!!element.shadowRoot!.querySelector('svg')).to.equal(expected === 'Your Privacy Choices');
        await expectAccessible(element);
      });
    }

    it('is the form that the page names', async () => {
      await mountLink(BOTH, californian, 'limit');
      await until(() => label().startsWith('Limit'));
    });

    it('speaks the visitor’s language, and the site’s words before all', async () => {
      await mountLink(BOTH, { ...californian, locale: 'zh-Hans' });
      await until(() => label() === '您的隐私选择');
      element.remove();
      await mountLink({ ...BOTH, texts: { 'link.choices': 'Your choices' } });
      await until(() => label() === 'Your choices');
    });

    it('says that the browser’s signal is honoured where no banner does, until it is not', async () => {
      const fake = await mountLink(BOTH, { ...californian, gpc: true });
      await until(() => status() === 'Opt-out request honored');
      await expectAccessible(element);
      fake.update({ advertising: true }, { method: 'save' });
      await until(() => !status());
      element.remove();
      await mountLink(BOTH, { region: 'DE', gpc: true });
      await until(() => label() === 'Cookie settings');
      expect(status()).to.equal(undefined);
    });
  });
});
