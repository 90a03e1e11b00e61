import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import type { CandorPreferences } from '../../src/ui/preferences/candor-preferences.js';
import '../../src/ui/preferences/define.js';
import { expectAccessible } from '../helpers/axe.js';
import { FakeConsent, type FakeOptions } from '../helpers/fake-consent.js';
import { answered, until } from '../helpers/until.js';

const CONFIG: Config = {
  controller: {
    name: 'Example Cloud Ltd.',
    privacyPolicy: '/privacy',
    contact: 'mailto:privacy@example.com',
    phone: '+86 400 000 0000',
    storageLocation: 'CN',
  },
  categories: [
    { id: 'necessary' },
    {
      id: 'analytics',
      services: [
        {
          id: 'posthog',
          name: 'PostHog',
          provider: 'PostHog Inc.',
          country: 'US',
          retention: 'P1Y6M',
          policy: 'https://posthog.com/privacy',
        },
        { id: 'matomo', policy: 'javascript:alert(1)' },
      ],
    },
    { id: 'location' },
    { id: 'push' },
    { id: 'sharing' },
    { id: 'research', title: { en: 'Research' }, ifRefused: 'You get no surveys.' },
  ],
};

/** Everything that is decided otherwise than by a plain switch. */
const CHINA: Config = {
  controller: {
    ...CONFIG.controller,
    policyVersion: '2.1',
    requests: '/privacy/requests',
    closeAccount: '/account/close',
    guardianContact: 'mailto:guardians@example.com',
    representative: 'Example Beijing Ltd.',
  },
  audience: { policy: '/privacy/minors' },
  categories: [
    { id: 'necessary' },
    {
      id: 'analytics',
      services: [
        { id: 'counter', name: 'Counter' },
        {
          id: 'posthog',
          name: 'PostHog',
          provider: 'PostHog Inc.',
          contact: 'mailto:privacy@posthog.example',
          country: 'US',
          role: 'processor',
        },
      ],
    },
    { id: 'location', services: [{ id: 'approximate' }, { id: 'precise' }] },
    { id: 'service-messages' },
    {
      id: 'push',
      services: [
        { id: 'email-fit', personalises: 'email', scope: 'account' },
        { id: 'browser-push' },
        { id: 'email', scope: 'account' },
        { id: 'sms', scope: 'account' },
      ],
    },
    {
      id: 'sensitive',
      services: [
        {
          id: 'face',
          name: 'Face',
          data: ['a photo of your face', { en: 'a template made of it' }],
          method: 'Compared with your identity card, then deleted.',
          necessity: 'Nothing else proves who you are from afar.',
          impact: 'Whoever got it could pass for you.',
          alternative: 'show your card at the counter',
        },
        { id: 'health', name: 'Health' },
      ],
    },
    {
      id: 'sharing',
      services: [{ id: 'payment', name: 'Payment partner', role: 'independent', contact: 'javascript:alert(1)' }],
    },
    { id: 'public-disclosure' },
  ],
};
const IN_CHINA: FakeOptions = { region: 'CN', barred: [] };

let panel: CandorPreferences;

async function mount(config: Config = CONFIG, options: FakeOptions = {}): Promise<FakeConsent> {
  const fake = new FakeConsent(config, options);
  panel = document.createElement('candor-preferences');
  panel.consent = fake.consent;
  document.body.before(panel);
  await panel.show();
  return fake;
}

const find = <Type extends HTMLElement = HTMLElement>(selector: string): Type =>
  panel.renderRoot.querySelector<Type>(selector)!;
const dialog = (): HTMLDialogElement => find<HTMLDialogElement>('dialog');
const action = (name: string): HTMLButtonElement => find(`[data-consent-action="${name}"]`);
const category = (id: string): HTMLButtonElement => find(`[data-consent-category="${id}"]`);
const service = (id: string): HTMLButtonElement => find(`[data-consent-service="${id}"]`);
const isOn = (element: Element): boolean => element.getAttribute('aria-checked') === 'true';
const ask = (id: string): HTMLButtonElement => find(`#${id}-ask`);
const text = (element: Element | null): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const row = (id: string): string => text(find(`#${id}-title`).closest('.row'));

async function click(element: HTMLElement): Promise<void> {
  element.click();
  await panel.updateComplete;
}

/** What Save asks the consent for. */
async function saved(fake: FakeConsent): Promise<unknown> {
  action('save').click();
  await answered();
  const [name, choices, options] = fake.calls.at(-1)!;
  expect([name, options]).to.deep.equal(['update', { method: 'save' }]);
  return choices;
}

describe('<candor-preferences>', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  beforeEach(() => setViewport({ width: 1024, height: 768 }));
  afterEach(async () => {
    await setViewport({ width: 1024, height: 768 });
    panel.remove();
    document.getElementById('opener')?.remove();
  });
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  for (const locale of ['en', 'zh-Hans', 'ar']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`passes the accessibility audit in ${locale}, ${colorScheme}`, async () => {
        await emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await mount(CHINA, { ...IN_CHINA, locale, separate: ['payment'] });
        await click(category('analytics'));
        for (const details of panel.renderRoot.querySelectorAll('details')) details.open = true;
        await expectAccessible(panel);
        await emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      });
    }
  }

  describe('opening and closing', () => {
    it('is modal and puts the focus on its title', async () => {
      await mount();
      expect(dialog().matches(':modal')).to.equal(true);
      expect(panel.shadowRoot!.activeElement === find('h2')).to.equal(true);
    });

    it('closes by Escape, changes nothing, and gives the focus back', async () => {
      const opener = document.createElement('button');
      opener.id = 'opener';
      document.body.append(opener);
      opener.focus();
      const fake = await mount();
      await click(category('analytics'));
      let closed = 0;
      panel.addEventListener('close', () => (closed += 1));
      await sendKeys({ press: 'Escape' });
      await until(() => !panel.open);
      await panel.updateComplete;
      expect(closed).to.equal(1);
      expect(fake.calls).to.deep.equal([]);
      expect(document.activeElement === opener).to.equal(true);
    });

    it('closes by its close mark and changes nothing', async () => {
      const fake = await mount();
      await click(category('analytics'));
      await click(action('close'));
      expect(panel.open).to.equal(false);
      expect(panel.getClientRects().length).to.equal(0);
      expect(fake.calls).to.deep.equal([]);
    });

    it('forgets an unsaved draft', async () => {
      await mount();
      await click(category('analytics'));
      panel.hide();
      await panel.show();
      expect(isOn(category('analytics'))).to.equal(false);
    });

    it('gives the page back when a filter hides it', async () => {
      const fake = await mount();
      const before = dialog();
      const style = document.createElement('style');
      style.textContent = 'candor-preferences { display: none !important }';
      document.head.append(style);
      await until(() => !panel.open);
      style.remove();
      expect(before.open).to.equal(false);
      expect(fake.calls).to.deep.equal([]);
    });

    it('does not stay modal when it was hidden from the start', async () => {
      const style = document.createElement('style');
      style.textContent = 'candor-preferences { display: none !important }';
      document.head.append(style);
      await mount();
      await until(() => !panel.open);
      style.remove();
    });

    it('leaves no listener behind when it is removed, and is modal again after a move', async () => {
      const fake = await mount();
      document.body.append(panel);
      await until(() => dialog().matches(':modal'));
      panel.remove();
      await panel.updateComplete;
      expect(fake.listening).to.equal(0);
    });
  });

  describe('switches', () => {
    it('stand at what is chosen; undecided is off', async () => {
      const fake = await mount();
      expect(isOn(category('analytics'))).to.equal(false);
      fake.update({ location: true });
      await panel.updateComplete;
      expect(isOn(category('location'))).to.equal(true);
    });

    it('change only the draft until it is saved', async () => {
      const fake = await mount();
      await click(category('analytics'));
      expect(isOn(category('analytics'))).to.equal(true);
      expect(fake.granted('analytics')).to.equal(false);
      expect(fake.calls).to.deep.equal([]);
    });

    it('keep their name, say their state in words, and turn by Space and Enter', async () => {
      await mount();
      const control = category('location');
      const name = control.getAttribute('aria-labelledby');
      expect(row('location')).to.contain('Off');
      control.focus();
      await sendKeys({ press: ' ' });
      await panel.updateComplete;
      expect(isOn(control)).to.equal(true);
      expect(row('location')).to.contain('On');
      await sendKeys({ press: 'Enter' });
      await panel.updateComplete;
      expect(isOn(control)).to.equal(false);
      expect(control.getAttribute('aria-labelledby')).to.equal(name);
      expect(text(find(`#${name}`))).to.equal('Your location');
    });

    it('of a category turn all its services', async () => {
      await mount();
      await click(category('analytics'));
      expect([isOn(service('posthog')), isOn(service('matomo'))]).to.deep.equal([true, true]);
      await click(category('analytics'));
      expect([isOn(service('posthog')), isOn(service('matomo'))]).to.deep.equal([false, false]);
    });

    it('of a service turn its category on, and leave its siblings off', async () => {
      await mount();
      await click(service('posthog'));
      expect([isOn(category('analytics')), isOn(service('posthog')), isOn(service('matomo'))]).to.deep.equal([
        true,
        true,
        false,
      ]);
    });

    it('of the last service leave the category as it is', async () => {
      await mount();
      await click(service('posthog'));
      await click(service('posthog'));
      expect(isOn(category('analytics'))).to.equal(true);
    });

    // A switch alone draws its own row anew, and no other.
    for (const [order, acts] of [
      ['before', ['decide', 'turn', 'turn-another']],
      ['after', ['turn', 'turn-another', 'decide']],
    ] as const) {
      it(`show what is decided elsewhere in the moment ${order} they are turned`, async () => {
        const fake = await mount();
        for (const act of acts) {
          if (act === 'decide') fake.update({ location: true });
          else category(act === 'turn' ? 'push' : 'research').click();
        }
        await panel.updateComplete;
        expect(['location', 'push', 'research', 'analytics'].map((id) => isOn(category(id)))).to.deep.equal([
          true,
          true,
          true,
          false,
        ]);
      });
    }

    it('do not exist for what is necessary', async () => {
      await mount();
      expect(!!category('necessary')).to.equal(false);
      expect(row('necessary')).to.contain('Always on');
    });
  });

  describe('answering', () => {
    it('saves everything that has a switch', async () => {
      const fake = await mount();
      await click(service('posthog'));
      await click(category('push'));
      expect(await saved(fake)).to.deep.equal({
        analytics: true,
        posthog: true,
        matomo: false,
        location: false,
        push: true,
        research: false,
      });
      expect(fake.pending).to.deep.equal([]);
      expect(fake.granted('posthog')).to.equal(true);
      expect(fake.granted('matomo')).to.equal(false);
    });

    it('refuses and withdraws everything by one click', async () => {
      const fake = await mount();
      for (const name of ['reject-all', 'withdraw']) {
        action(name).click();
        await answered();
      }
      expect(fake.calls).to.deep.equal([['rejectAll'], ['withdraw']]);
    });

    for (const width of [1024, 320]) {
      it(`gives refusing and saving the same size and look at ${width}px`, async () => {
        await mount();
        await setViewport({ width, height: 640 });
        const [reject, save] = [action('reject-all'), action('save')];
        const [a, b] = [reject.getBoundingClientRect(), save.getBoundingClientRect()];
        expect([a.width, a.height]).to.deep.equal([b.width, b.height]);
        expect(getComputedStyle(reject).backgroundColor).to.equal(getComputedStyle(save).backgroundColor);
        expect(document.documentElement.scrollWidth).to.be.at.most(width);
        expect(dialog().scrollWidth).to.be.at.most(width);
      });
    }

    it('keeps its buttons in sight at 320×256', async () => {
      await mount();
      await setViewport({ width: 320, height: 256 });
      for (const name of ['close', 'reject-all', 'save']) {
        const { top, bottom } = action(name).getBoundingClientRect();
        expect(top, name).to.be.at.least(0);
        expect(bottom, name).to.be.at.most(256);
      }
    });
  });

  describe('what is asked separately', () => {
    it('has a button that asks in a dialog of its own, and no switch, while it is off', async () => {
      const fake = await mount();
      expect(!!category('sharing')).to.equal(false);
      expect(row('sharing')).to.contain('Off').and.contain('Asked separately');
      const button = ask('sharing');
      const names = button.getAttribute('aria-labelledby')!.split(' ');
      expect(names.map((id) => text(find(`#${id}`))).join(' ')).to.equal('Ask me Sharing with others');
      await click(button);
      expect(fake.calls).to.deep.equal([['request', 'sharing', { trigger: 'visitor' }]]);
    });

    it('is never granted by saving, nor by the switch of its category', async () => {
      const fake = await mount(CHINA, IN_CHINA);
      await click(category('analytics'));
      await click(category('location'));
      expect([isOn(service('counter')), !!service('posthog')]).to.deep.equal([true, false]);
      expect(await saved(fake)).to.deep.equal({
        analytics: true,
        counter: true,
        location: true,
        approximate: true,
        push: false,
        'browser-push': false,
        email: false,
        'email-fit': false,
        sms: false,
      });
      for (const id of ['posthog', 'precise', 'sensitive', 'face', 'sharing', 'payment', 'public-disclosure']) {
        expect(fake.granted(id), id).to.equal(false);
      }
    });

    it('stands apart from the services that have a switch, after the word that it is asked separately', async () => {
      await mount(CHINA, IN_CHINA);
      const words = row('location');
      const places = ['Approximate location', 'Asked separately', 'Precise location'].map((part) =>
        words.indexOf(part),
      );
      expect(places).to.deep.equal([...places].sort((one, other) => one - other));
      expect(places).to.not.include(-1);
    });

    it('is asked service by service where its category has some', async () => {
      await mount(CHINA, IN_CHINA);
      expect([!!ask('sensitive'), !!ask('face'), !!ask('health'), !!ask('public-disclosure')]).to.deep.equal([
        false,
        true,
        true,
        true,
      ]);
    });

    it('has its switch after the yes, with the focus on it; what was switched before stays', async () => {
      const fake = await mount(CHINA, { ...IN_CHINA, allows: ['posthog'] });
      await click(category('push'));
      await click(category('analytics'));
      await click(category('analytics'));
      ask('posthog').focus();
      ask('posthog').click();
      await until(() => !!service('posthog'));
      await until(() => panel.shadowRoot!.activeElement === service('posthog'));
      expect([isOn(service('posthog')), isOn(category('analytics')), isOn(category('push'))]).to.deep.equal([
        true,
        true,
        true,
      ]);
      expect(await saved(fake))
        .to.include({ analytics: true, counter: false, push: true })
        .and.not.have.property('posthog');
      expect(fake.granted('posthog')).to.equal(true);
    });

    it('keeps its button after a no, with the focus on it', async () => {
      await mount(CHINA, IN_CHINA);
      find('h2').focus();
      await click(ask('posthog'));
      await until(() => panel.shadowRoot!.activeElement === ask('posthog'));
      expect(!!service('posthog')).to.equal(false);
    });

    it('is taken back by its switch, which is undone until it is saved', async () => {
      const fake = await mount(CHINA, { ...IN_CHINA, separate: ['sharing', 'payment'] });
      expect(await saved(fake)).to.not.have.any.keys('sharing', 'payment');
      await click(category('sharing'));
      expect(isOn(service('payment'))).to.equal(false);
      await click(category('sharing'));
      expect(isOn(service('payment'))).to.equal(true);
      await click(category('sharing'));
      expect(await saved(fake)).to.include({ sharing: false, payment: false });
      expect(fake.granted('sharing')).to.equal(false);
      await panel.updateComplete;
      expect(!!ask('payment')).to.equal(true);
    });
  });

  describe('what is on without consent', () => {
    const EXEMPT: Config = { categories: [{ id: 'analytics', kind: 'exempt', services: [{ id: 'counter' }] }] };

    it('is on, says why, and is objected to by its switch', async () => {
      const fake = await mount(EXEMPT, { region: 'GB' });
      expect(isOn(category('analytics'))).to.equal(true);
      expect(row('analytics')).to.contain('the law allows this purpose').and.contain('to object');
      await click(category('analytics'));
      expect(fake.granted('analytics')).to.equal(true);
      expect(await saved(fake)).to.deep.equal({ analytics: false, counter: false });
      expect(fake.granted('analytics')).to.equal(false);
    });

    it('is objected to by Reject all as well', async () => {
      const fake = await mount(EXEMPT, { region: 'GB' });
      action('reject-all').click();
      await answered();
      expect([fake.granted('analytics'), fake.granted('counter')]).to.deep.equal([false, false]);
    });

    it('is asked like any other where the region does not list it', async () => {
      await mount(EXEMPT, { region: 'DE' });
      expect(isOn(category('analytics'))).to.equal(false);
      expect(row('analytics')).to.not.contain('the law allows');
    });
  });

  describe('channels of messages', () => {
    it('of an account are offered to those who are signed in, and to others announced in a line', async () => {
      const fake = await mount(CHINA, { region: 'CN' });
      expect([!!service('browser-push'), !!service('email'), !!service('email-fit')]).to.deep.equal([
        true,
        false,
        false,
      ]);
      expect(row('push')).to.contain('More channels once you sign in.');
      await click(category('push'));
      expect(await saved(fake))
        .to.include({ push: true, 'browser-push': true })
        .and.not.have.any.keys('email', 'sms');
      await panel.updateComplete;
      panel.remove();
      await mount(CHINA, IN_CHINA);
      expect([!!service('email'), !!service('sms')]).to.deep.equal([true, true]);
      expect(row('push')).to.not.contain('sign in');
    });

    it('have names and sentences of their own', async () => {
      await mount(CHINA, IN_CHINA);
      for (const words of [
        'Notifications in this browser',
        'E-mail',
        'Text message',
        'Offers and news by text message.',
      ]) {
        expect(row('push')).to.contain(words);
      }
    });

    it('have what personalises them directly beneath, named with them, and idle while they are off', async () => {
      const fake = await mount(CHINA, IN_CHINA);
      const ids = [...find('#push-title').closest('.row')!.querySelectorAll('[data-consent-service]')];
      expect(ids.map((each) => each.getAttribute('data-consent-service'))).to.deep.equal([
        'browser-push',
        'email',
        'email-fit',
        'sms',
      ]);
      const names = service('email-fit').getAttribute('aria-labelledby')!.split(' ');
      expect(names.map((id) => text(find(`#${id}`))).join(' ')).to.equal('E-mail Personalised offers');
      expect(service('email-fit').getAttribute('aria-disabled')).to.equal('true');
      await click(service('email-fit'));
      expect(isOn(service('email-fit'))).to.equal(false);
      await click(service('email'));
      expect(service('email-fit').hasAttribute('aria-disabled')).to.equal(false);
      await click(service('email-fit'));
      expect(await saved(fake)).to.include({ email: true, 'email-fit': true, sms: false });
    });

    it('are refused together with what personalises them, which is refused alone as well', async () => {
      const fake = await mount(CHINA, IN_CHINA);
      fake.update({ email: true, 'email-fit': true });
      await panel.updateComplete;
      await click(service('email'));
      expect(isOn(service('email-fit'))).to.equal(false);
      expect(await saved(fake)).to.include({ email: false, 'email-fit': false });
      fake.update({ email: true, 'email-fit': true });
      panel.hide();
      await panel.show();
      await click(service('email-fit'));
      expect(await saved(fake)).to.include({ email: true, 'email-fit': false });
    });

    it('survive what personalises itself, or what nobody configured', async () => {
      await mount({
        categories: [
          {
            id: 'push',
            services: [
              { id: 'one', personalises: 'other' },
              { id: 'other', personalises: 'one' },
              { id: 'self', personalises: 'self' },
              { id: 'lost', personalises: 'nobody' },
            ],
          },
        ],
      });
      expect(panel.renderRoot.querySelectorAll('[data-consent-service]')).to.have.length(4);
    });

    it('stand beside the messages that always come', async () => {
      await mount(CHINA, IN_CHINA);
      const section = find('#service-messages-title').closest('section')!;
      expect(text(section.querySelector('h3'))).to.equal('Marketing messages');
      expect(row('service-messages')).to.contain('Always on').and.contain('always come');
      expect(!!category('service-messages')).to.equal(false);
    });
  });

  it('offers no switch for what is not for this visitor, and saves nothing for it', async () => {
    const fake = await mount(
      { categories: [...CONFIG.categories!.slice(0, 3), { id: 'push', services: [{ id: 'sms', scope: 'account' }] }] },
      { barred: ['analytics', 'posthog', 'matomo', 'push', 'sms'] },
    );
    expect([!!category('analytics'), !!service('posthog')]).to.deep.equal([false, false]);
    expect(row('analytics')).to.contain('Off');
    expect(row('push')).to.not.contain('sign in');
    expect(await saved(fake)).to.deep.equal({ location: false });
  });

  describe('words', () => {
    it('has a section for each group that has categories, in order', async () => {
      await mount();
      expect([...panel.renderRoot.querySelectorAll('h3')].map(text)).to.deep.equal([
        'Always on',
        'Cookies',
        'Location',
        'Marketing messages',
        'Sharing and transfer abroad (asked separately)',
        'Your rights and contact',
      ]);
    });

    it('says who gets what, where, for how long, and what refusing means', async () => {
      await mount();
      expect(row('analytics')).to.contain('PostHog Inc.').and.contain('United States').and.contain('1 year, 6 months');
      expect(row('analytics')).to.contain('Basic functions still work.');
      expect(row('research')).to.contain('You get no surveys.');
    });

    it('names countries and durations in the visitor’s language', async () => {
      await mount(CONFIG, { locale: 'zh-Hans' });
      expect(row('analytics')).to.contain('美国').and.contain('1年');
      expect(text(find('h2'))).to.equal('Cookie 设置');
    });

    it('links to pages, mail and telephone, and to nothing else', async () => {
      await mount();
      const urls = [...panel.renderRoot.querySelectorAll('a')].map((link) => link.getAttribute('href'));
      expect(urls).to.deep.equal([
        'https://posthog.com/privacy',
        'mailto:privacy@example.com',
        'tel:+864000000000',
        '/privacy',
      ]);
    });

    it('says which data is used how and why, what that means, and what one can do instead', async () => {
      await mount(CHINA, IN_CHINA);
      for (const words of [
        'a photo of your face and a template made of it',
        'Compared with your identity card, then deleted.',
        'Nothing else proves who you are from afar.',
        'Whoever got it could pass for you.',
        'show your card at the counter',
      ]) {
        expect(row('sensitive')).to.contain(words);
      }
    });

    it('says what a recipient is by law, and how to reach it', async () => {
      await mount(CHINA, IN_CHINA);
      expect(row('analytics')).to.contain('Works on our behalf').and.contain('privacy@posthog.example');
      expect(row('sharing')).to.contain('Uses the data for purposes of its own').and.not.contain('Contact');
    });

    it('says whose rights are whose: policy with its version, minors, guardians, representative, where data is kept', async () => {
      await mount(CHINA, IN_CHINA);
      const rights = find('.rights');
      for (const words of [
        'Example Beijing Ltd.',
        'guardians@example.com',
        'Stored in China',
        'Privacy policy (2.1)',
      ]) {
        expect(text(rights)).to.contain(words);
      }
      const links = [...rights.querySelectorAll('a')].map((each) => each.getAttribute('href'));
      expect(links.slice(-4)).to.deep.equal(['/privacy', '/privacy/minors', '/privacy/requests', '/account/close']);
    });

    it('makes the best of kinds of data that are no list', async () => {
      await mount({ categories: [{ id: 'analytics', data: 'Pages you see' as unknown as string[] }] });
      expect(row('analytics')).to.contain('Pages you see');
    });

    it('shows the id of a category nobody named', async () => {
      await mount({ categories: [{ id: 'surveys' }] });
      expect(text(find('h4'))).to.equal('surveys');
    });

    it('prefers the site’s words', async () => {
      await mount({
        texts: { 'preferences.title': 'Privacy center', 'section.cookies': 'On this device' },
        categories: [{ id: 'analytics', title: 'Counting' }],
      });
      expect(text(find('h2'))).to.equal('Privacy center');
      expect(text(find('h3'))).to.equal('On this device');
      expect(text(find('h4'))).to.equal('Counting');
    });

    it('follows a language switch and keeps the draft', async () => {
      const fake = await mount();
      await click(category('analytics'));
      await fake.setLocale('zh-Hans');
      await until(() => text(action('save')) === '保存选择');
      expect(isOn(category('analytics'))).to.equal(true);
    });
  });

  it('opens with 1,000 services', async () => {
    const services = Array.from({ length: 1000 }, (_, index) => ({ id: `service-${index}` }));
    await mount({ categories: [{ id: 'analytics', services }] });
    await click(category('analytics'));
    expect(isOn(service('service-999'))).to.equal(true);
  });

  it('stays open when it is opened again before the browser tells that it was closed', async () => {
    await mount();
    const closed = new Promise((resolve) =>
      panel.renderRoot.querySelector('dialog')!.addEventListener('close', resolve),
    );
    panel.hide();
    const shown = panel.show();
    await Promise.all([closed, shown]);
    expect(panel.open).to.equal(true);
    expect(panel.renderRoot.querySelector('dialog')!.open).to.equal(true);
  });
});
