import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import type { CandorPreferences } from '../../src/ui/preferences/candor-preferences.js';
import '../../src/ui/preferences/define.js';
import { expectAccessible } from '../helpers/axe.js';
import { FakeConsent, type FakeOptions } from '../helpers/fake-consent.js';
import { until } from '../helpers/until.js';

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
const text = (element: Element | null): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const row = (id: string): string => text(find(`#${id}-title`).closest('.row'));

async function click(element: HTMLElement): Promise<void> {
  element.click();
  await panel.updateComplete;
}

/** What Save asks the consent for. */
function saved(fake: FakeConsent): unknown {
  action('save').click();
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
        await mount(CONFIG, { locale, separate: ['sharing'] });
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
      expect(saved(fake)).to.deep.equal({
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

    it('never grants what is asked separately', async () => {
      const fake = await mount();
      expect(!!category('sharing')).to.equal(false);
      expect(row('sharing')).to.contain('Now: not allowed');
      expect(saved(fake)).to.not.have.property('sharing');
    });

    it('can take a separate consent back, and does so only when it is switched off', async () => {
      const fake = await mount(CONFIG, { separate: ['sharing'] });
      expect(row('sharing')).to.contain('Now: allowed');
      expect(saved(fake)).to.not.have.property('sharing');
      await click(category('sharing'));
      expect(saved(fake)).to.have.property('sharing', false);
      expect(fake.granted('sharing')).to.equal(false);
    });

    it('refuses and withdraws everything by one click', async () => {
      const fake = await mount();
      action('reject-all').click();
      action('withdraw').click();
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

    it('says where data is kept', async () => {
      await mount();
      expect(text(find('.rights'))).to.contain('Your data is kept in: China.');
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
