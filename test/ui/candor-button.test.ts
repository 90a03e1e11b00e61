import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import type { CandorButton } from '../../src/ui/button/candor-button.js';
import '../../src/ui/button/define.js';
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
    expect(fake.listening).to.equal(1);
    element.remove();
    expect(fake.listening).to.equal(0);
  });
});
