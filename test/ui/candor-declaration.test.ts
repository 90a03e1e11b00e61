import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import { createConsent, type ChangeDetail, type Consent, type ConsentOptions } from '../../src/index.js';
import type { CandorDeclaration } from '../../src/ui/declaration/candor-declaration.js';
import '../../src/ui/declaration/define.js';
import { open } from '../../src/ui/declaration/open.js';
import { expectAccessible } from '../helpers/axe.js';
import { FakeConsent } from '../helpers/fake-consent.js';
import { until } from '../helpers/until.js';

const CONFIG: Config = {
  languages: ['en', 'zh-Hans'],
  controller: { name: { en: 'Example Cloud', 'zh-Hans': '示例云' }, privacyPolicy: '/privacy' },
  categories: [
    { id: 'sharing', services: [{ id: 'partner', name: 'Partner', provider: 'Partner GmbH', role: 'independent' }] },
    {
      id: 'analytics',
      data: ['pages you see', 'what you press'],
      method: { en: 'A script counts.', 'zh-Hans': '由脚本统计。' },
      ifRefused: 'Nothing changes for you.',
      services: [
        {
          id: 'posthog',
          name: 'PostHog',
          description: { en: 'Counts visits.', 'zh-Hans': '统计访问。' },
          provider: 'PostHog Inc.',
          role: 'processor',
          contact: 'mailto:privacy@posthog.example',
          policy: 'https://posthog.com/privacy',
          country: 'US',
          retention: 'P1Y',
          data: ['IP address'],
          method: 'On its own servers.',
          stores: [
            { name: 'ph_id', purpose: { en: 'Tells visitors apart.', 'zh-Hans': '区分访客。' }, retention: 'P6M' },
            { name: 'ph_queue', type: 'sessionStorage' },
            { name: 'ph_flags', type: 'localStorage' },
          ],
          erase: { cookies: ['ph_id', 'ph_old_*'], indexedDB: ['ph_db'] },
        },
        {
          id: 'own-counter',
          name: 'Our own counter',
          provider: { en: 'Example Cloud', 'zh-Hans': '示例云' },
          retention: 'P30D',
        },
      ],
    },
    { id: 'push', services: [{ id: 'email', name: 'E-mail' }] },
    { id: 'necessary', stores: [{ name: 'session', purpose: 'Keeps you signed in.', retention: 'P1D' }] },
    { id: 'location' },
  ],
};

const LISTS = [undefined, 'collection', 'sharing'] as const;

const main = document.createElement('main');
let consent: Consent;

function start(config: Config = CONFIG, options: ConsentOptions = {}): Consent {
  return (consent = createConsent(config, { storage: 'memory', manual: true, locale: 'en', ...options }));
}

/** Puts a declaration into the page and waits until it says something. */
async function put(list?: string, fallback = '<p>Later.</p>'): Promise<CandorDeclaration> {
  const element = document.createElement('candor-declaration');
  if (list) element.setAttribute('list', list);
  element.innerHTML = fallback;
  main.append(element);
  await until(() => isThere(element));
  return element;
}

const isThere = (element: Element): boolean => !!body(element)?.firstElementChild;
const body = (element: Element): Element | null | undefined => element.shadowRoot?.querySelector('[part=declaration]');
const all = (element: Element, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const find = <Type extends HTMLElement = HTMLElement>(element: Element, selector: string): Type =>
  element.shadowRoot!.querySelector<Type>(selector)!;
const byId = (element: Element, id: string): HTMLElement => element.shadowRoot!.getElementById(id)!;
const text = (element: Element | null | undefined): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const category = (element: Element, id: string): HTMLElement => find(element, `[data-consent-category="${id}"]`);
const service = (element: Element, id: string): HTMLElement => find(element, `[data-consent-service="${id}"]`);
const isOn = (element: Element | null): boolean => element?.getAttribute('aria-checked') === 'true';
/** The first state in an entry is its own. */
const state = (element: Element, id: string): string => text(byId(element, id).querySelector('[part=state]'));
const cells = (row: Element): string[] => [...row.children].map(text);
const facts = (element: Element, id: string): Record<string, string> =>
  Object.fromEntries(
    [...byId(element, id).querySelectorAll(':scope > dl > dt')].map((term) => [
      text(term),
      text(term.nextElementSibling),
    ]),
  );
const stored = (element: Element, id: string): string[][] =>
  [...byId(element, id).querySelectorAll(':scope > table > tbody > tr')].map(cells);
const rows = (element: Element): string[][] => all(element, 'tbody > tr').map(cells);
const isVisible = (element: Element): boolean => element.getClientRects().length > 0;

describe('<candor-declaration>', () => {
  beforeEach(async () => {
    await setViewport({ width: 1024, height: 768 });
    document.body.append(main);
  });

  afterEach(async () => {
    window.candor?.destroy();
    main.remove();
    main.replaceChildren();
    main.removeAttribute('style');
    await setViewport({ width: 1024, height: 768 });
  });

  for (const list of LISTS) {
    const name = list ?? 'everything';
    for (const width of [1024, 320]) {
      it(`passes the accessibility audit: ${name} at ${width} px`, async () => {
        await setViewport({ width, height: 768 });
        start();
        consent.update({ posthog: true });
        await expectAccessible(await put(list));
      });
    }

    it(`passes the accessibility audit: ${name} on a dark page, in Chinese`, async () => {
      await emulateMedia({ colorScheme: 'dark' });
      main.setAttribute('style', 'background: #111; color: #ddd; color-scheme: dark');
      start(CONFIG, { locale: 'zh-CN' });
      await expectAccessible(await put(list));
      await emulateMedia({ colorScheme: 'light' });
    });
  }

  describe('everything', () => {
    it('stands by category, in the order of the panel, each with its id and heading', async () => {
      start();
      const element = await put();
      expect(all(element, '[part=category]').map(({ id }) => id)).to.deep.equal([
        'necessary',
        'analytics',
        'location',
        'push',
        'sharing',
      ]);
      expect(all(element, 'h3').map(text)).to.deep.equal([
        'Strictly necessary',
        'Analytics',
        'Your location',
        'Marketing messages',
        'Sharing with others',
      ]);
      expect([...byId(element, 'analytics').querySelectorAll('[part=service]')].map(({ id }) => id)).to.deep.equal([
        'posthog',
        'own-counter',
      ]);
      expect(text(byId(element, 'push')))
        .to.contain('Sends you offers and news')
        .and.to.contain('E-mail');
    });

    it('says of a service who it is, what it does with which data, how long, where, and whom to ask', async () => {
      start();
      const element = await put();
      expect(text(byId(element, 'posthog')))
        .to.contain('PostHog')
        .and.to.contain('Counts visits.');
      expect(facts(element, 'posthog')).to.deep.equal({
        Role: 'Works on our behalf',
        Data: 'IP address',
        'How it is used': 'On its own servers.',
        Provider: 'PostHog Inc.',
        Country: 'United States',
        'Kept for': '1 year',
        'Privacy policy': 'posthog.com/privacy',
        Contact: 'privacy@posthog.example',
      });
      expect(facts(element, 'partner')['Role']).to.equal('Uses the data for purposes of its own');
      expect(facts(element, 'analytics')).to.deep.equal({
        Data: 'pages you see and what you press',
        'How it is used': 'A script counts.',
        'If you refuse': 'Nothing changes for you.',
      });
    });

    it('names what is kept on the device, and what only the eraser knows of, without details', async () => {
      start();
      const element = await put();
      expect(stored(element, 'posthog')).to.deep.equal([
        ['ph_id', 'Cookie', 'Tells visitors apart.', '6 months'],
        ['ph_queue', 'Session storage', '', 'Until you close the browser'],
        ['ph_flags', 'Local storage', '', 'Until it is removed'],
        ['ph_old_*', 'Cookie', '', ''],
        ['ph_db', 'Database', '', ''],
      ]);
    });

    it('names the cookie of the consent itself among what is necessary, for as long as the longest answer', async () => {
      start({ ...CONFIG, cookie: { name: 'choices' }, lifespan: { grantDays: 90, refusalDays: 200 } });
      const element = await put();
      expect(stored(element, 'necessary')).to.deep.equal([
        ['choices', 'Cookie', 'Your choices, and when you made them', '200 days'],
        [
          'choices-records',
          'Local storage',
          'The proof of your choices: what you answered, when, and on which text',
          'Until it is removed',
        ],
        [
          'choices',
          'Session storage',
          'After a refusal: what the next page has to erase once more',
          'Until you close the browser',
        ],
        ['session', 'Cookie', 'Keeps you signed in.', '1 day'],
      ]);
    });

    it('names the age group where the site asks for it', async () => {
      start({ ...CONFIG, audience: { ask: true } });
      const element = await put();
      expect(stored(element, 'necessary')).to.deep.include([
        'candor-age',
        'Local storage',
        'Your age group, as you said it',
        'Until it is removed',
      ]);
    });

    it('leaves that to a site that describes it itself', async () => {
      const stores = [{ name: 'candor', purpose: 'Our words.', retention: 'P1M' }];
      start({
        categories: [
          { id: 'necessary', stores },
          { id: 'extra', kind: 'necessary' },
        ],
      });
      const element = await put();
      expect(
        stored(element, 'necessary').filter(([name, place]) => name === 'candor' && place === 'Cookie'),
      ).to.deep.equal([['candor', 'Cookie', 'Our words.', '1 month']]);
      expect(stored(element, 'extra')).to.deep.equal([]);
    });

    it('links to pages, mail and telephone, and to nothing else', async () => {
      const service = (id: string, url: string): object => ({ id, policy: url, contact: url });
      start({
        categories: [
          {
            id: 'analytics',
            services: [service('a', 'javascript:alert(1)'), service('b', 'tel:123'), service('c', '/c')] as never[],
          },
        ],
      });
      const element = await put();
      expect(all(element, 'a').map((link) => link.getAttribute('href'))).to.deep.equal([
        'tel:123',
        'tel:123',
        '/c',
        '/c',
      ]);
    });

    it('makes the best of what is of a wrong type', async () => {
      start({
        categories: [
          {
            id: 'analytics',
            data: 'IP address',
            stores: 'cookie',
            erase: 5,
            services: [{ id: 'a', data: { en: 'Pages' }, role: 'owner', contact: 7, country: 3, stores: [null, {}] }],
          },
        ],
      } as never);
      const element = await put();
      expect(facts(element, 'analytics')).to.deep.equal({ Data: 'IP address' });
      expect(facts(element, 'a')).to.deep.include({ Data: 'Pages' });
      expect(facts(element, 'a')).not.to.have.property('Role');
    });
  });

  describe('the collection list', () => {
    it('is a table of what is collected for what, how and how long, with the answers', async () => {
      start();
      consent.update({ analytics: true, push: false });
      const element = await put('collection');
      expect(text(find(element, 'caption'))).to.equal('Personal data we collect');
      expect(all(element, 'thead th').map(text)).to.deep.equal([
        'Purpose or service',
        'What for',
        'Kinds of data',
        'How it is used',
        'Kept for',
        'Your answer',
      ]);
      expect(rows(element)).to.deep.equal([
        [
          'Strictly necessary',
          'Needed to deliver this site, keep it secure and remember what you choose here.',
          '',
          '',
          '',
          'Always on',
        ],
        [
          'Analytics',
          'Measures visits and how pages are used, so that we can improve this site.',
          'pages you see and what you press',
          'A script counts.',
          '',
          'On',
        ],
        ['PostHog', 'Counts visits.', 'IP address', 'On its own servers.', '1 year', 'On'],
        ['Our own counter', '', 'pages you see and what you press', 'A script counts.', '30 days', 'On'],
        [
          'Your location',
          'Finds where you are through GPS, Wi-Fi, sensors or IP address. Turning it off stops the collection.',
          '',
          '',
          '',
          'Not answered yet',
        ],
        [
          'Marketing messages',
          'Sends you offers and news by push message, e-mail, text message or phone.',
          '',
          '',
          '',
          'Off',
        ],
        ['E-mail', 'Offers and news by e-mail.', '', '', '', 'Off'],
        [
          'Sharing with others',
          'Passes your data to affiliates and partners, who use it for purposes of their own.',
          '',
          '',
          '',
          'Off',
        ],
        ['Partner', '', '', '', '', 'Off Ask me'],
      ]);
      expect(byId(element, 'posthog').localName).to.equal('tr');
    });

    it('has the name that Chinese law gives it', async () => {
      start(CONFIG, { locale: 'zh-Hans' });
      const element = await put('collection');
      expect(text(find(element, 'caption'))).to.equal('个人信息收集清单');
      expect(all(element, 'thead th').map(text)).to.include.members(['用途', '个人信息种类', '处理方式', '保存期限']);
    });
  });

  describe('the sharing list', () => {
    it('is a table of who receives data: role, contact, what for, which data, how and where', async () => {
      start();
      const element = await put('sharing');
      expect(text(find(element, 'caption'))).to.equal('Who receives personal data');
      expect(all(element, 'thead th').map(text)).to.deep.equal([
        'Recipient',
        'Contact',
        'What for',
        'Kinds of data',
        'How it is used',
        'Country',
        'Your answer',
      ]);
      const [posthog, partner] = all(element, 'tbody tr').map((row) =>
        [...row.children].map((cell) => (cell as HTMLElement).innerText.split(/\s*\n\s*/).filter(Boolean)),
      );
      expect(posthog).to.deep.equal([
        ['PostHog', 'PostHog Inc.', 'Works on our behalf'],
        ['privacy@posthog.example', 'posthog.com/privacy'],
        ['Analytics', 'Counts visits.'],
        ['IP address'],
        ['On its own servers.'],
        ['United States'],
        ['Not answered yet'],
      ]);
      expect(partner![0]).to.deep.equal(['Partner', 'Partner GmbH', 'Uses the data for purposes of its own']);
    });

    it('leaves out the site itself and channels that nobody else receives data by', async () => {
      start();
      const element = await put('sharing');
      expect(all(element, 'tbody tr').map(({ id }) => id)).to.deep.equal(['posthog', 'partner']);
    });

    it('names whoever has a contact, policy, country or role, and is a processor where nothing is said', async () => {
      const services = [
        { id: 'a', contact: 'mailto:a@example.com' },
        { id: 'b', policy: '/b' },
        { id: 'c', country: 'SG' },
        { id: 'd', role: 'joint' as const },
        { id: 'e', name: 'Nobody' },
      ];
      start({ categories: [{ id: 'social', data: ['Posts'], services }] });
      const element = await put('sharing');
      expect(all(element, 'tbody tr').map(({ id }) => id)).to.deep.equal(['a', 'b', 'c', 'd']);
      expect(text(byId(element, 'a')))
        .to.contain('Works on our behalf')
        .and.to.contain('Posts');
      expect(text(byId(element, 'd'))).to.contain('Decides together with us');
    });

    it('says so when there is nobody', async () => {
      start({ categories: [{ id: 'analytics' }] });
      expect(text(body(await put('sharing')))).to.equal('No recipients are named.');
    });

    it('has the name that Chinese law gives it', async () => {
      start(CONFIG, { locale: 'zh-Hans' });
      const element = await put('sharing');
      expect(text(find(element, 'caption'))).to.equal('个人信息共享清单');
      expect(text(byId(element, 'posthog')))
        .to.contain('美国')
        .and.to.contain('受我们委托处理');
    });
  });

  for (const list of LISTS) {
    describe(`switches in ${list ?? 'everything'}`, () => {
      it('say in words what the visitor has answered', async () => {
        start({
          categories: [
            { id: 'necessary', services: [{ id: 'base', provider: 'Base' }] },
            {
              id: 'analytics',
              services: [
                { id: 'a', provider: 'A' },
                { id: 'b', provider: 'B' },
              ],
            },
            { id: 'social', services: [{ id: 'c', provider: 'C' }] },
          ],
        });
        consent.update({ a: true });
        const element = await put(list);
        expect(['base', 'a', 'b', 'c'].map((id) => state(element, id))).to.deep.equal([
          'Always on',
          'On',
          'Off',
          'Not answered yet',
        ]);
        expect(all(element, '#base [role=switch]').length).to.equal(0);
        expect(['a', 'b', 'c'].map((id) => isOn(service(element, id)))).to.deep.equal([true, false, false]);
      });

      it('count at once, as an update that leaves everything else as it is', async () => {
        start();
        const element = await put(list);
        const told: ChangeDetail[] = [];
        consent.addEventListener('change', ({ detail }) => told.push(detail));
        service(element, 'posthog').click();
        await until(() => told.length);
        expect(told.map(({ method, granted }) => [method, granted])).to.deep.equal([
          ['update', ['analytics', 'posthog']],
        ]);
        expect(consent.granted('own-counter')).to.equal(false);
        expect([...consent.pending].sort()).to.deep.equal(['location', 'push']);
        await until(() => isOn(service(element, 'posthog')));
        service(element, 'posthog').click();
        await until(() => !consent.granted('posthog'));
        await until(() => state(element, 'posthog') === 'Off');
      });

      it('keep their name and turn by Space and Enter', async () => {
        start();
        const element = await put(list);
        const control = service(element, 'posthog');
        const label = control.getAttribute('aria-labelledby')!;
        expect(text(byId(element, label))).to.equal('PostHog');
        control.focus();
        await sendKeys({ press: ' ' });
        await until(() => isOn(control));
        await sendKeys({ press: 'Enter' });
        await until(() => !isOn(control));
        expect(control.getAttribute('aria-labelledby')).to.equal(label);
        expect(element.shadowRoot!.activeElement === control).to.equal(true);
      });
    });

    describe(`a separate consent in ${list ?? 'everything'}`, () => {
      const ask = (element: Element): HTMLElement => find(element, '#partner [part=ask]');
      const dialog = (): ShadowRoot | null | undefined => document.querySelector('candor-request')?.shadowRoot;
      const answerBy = (action: string): HTMLElement | null | undefined =>
        dialog()?.querySelector<HTMLElement>(`dialog[open] [data-consent-action=${action}]`);

      it('has no switch that could turn it on, and a button that asks for it in its own dialog', async () => {
        start();
        const element = await put(list);
        expect(all(element, '#partner [role=switch]').length).to.equal(0);
        expect(
          ask(element)
            .getAttribute('aria-labelledby')!
            .split(' ')
            .map((id) => text(byId(element, id))),
        ).to.deep.equal(['Ask me', 'Partner']);
        ask(element).focus();
        ask(element).click();
        await until(() => answerBy('allow'));
        answerBy('allow')!.click();
        await until(() => isOn(service(element, 'partner')));
        expect(consent.granted('partner')).to.equal(true);
        await until(() => element.shadowRoot!.activeElement === service(element, 'partner'));
      });

      it('asks again after a refusal, because the visitor wants it', async () => {
        start();
        const element = await put(list);
        for (const action of ['deny', 'allow']) {
          ask(element).click();
          await until(() => answerBy(action));
          answerBy(action)!.click();
          await until(() => !answerBy(action));
        }
        await until(() => consent.granted('partner'));
      });

      it('is taken back at once, and the focus stays where it was', async () => {
        start();
        const element = await put(list);
        ask(element).click();
        await until(() => answerBy('allow'));
        answerBy('allow')!.click();
        await until(() => service(element, 'partner'));
        service(element, 'partner').focus();
        service(element, 'partner').click();
        await until(() => ask(element));
        expect(consent.granted('partner')).to.equal(false);
        expect(element.shadowRoot!.activeElement === ask(element)).to.equal(true);
      });
    });
  }

  it('turns all services of a category, and has a switch for categories of its own', async () => {
    start();
    const element = await put();
    category(element, 'analytics').click();
    await until(() => isOn(service(element, 'posthog')) && isOn(service(element, 'own-counter')));
    category(element, 'analytics').click();
    await until(() => !isOn(service(element, 'posthog')) && !isOn(service(element, 'own-counter')));
    expect(state(element, 'analytics')).to.equal('Off');
  });

  describe('keeps up', () => {
    it('with answers that are given elsewhere', async () => {
      start();
      const element = await put();
      consent.acceptAll();
      await until(() => isOn(category(element, 'location')));
      consent.withdraw();
      await until(() => !isOn(category(element, 'location')));
      expect(state(element, 'location')).to.equal('Off');
    });

    it('with the language', async () => {
      start(CONFIG, { locale: 'zh-CN' });
      const element = await put();
      expect(text(byId(element, 'posthog')))
        .to.contain('统计访问。')
        .and.to.contain('区分访客。')
        .and.to.contain('美国');
      expect(state(element, 'location')).to.equal('尚未选择');
      expect(body(element)!.getAttribute('lang')).to.equal('zh-Hans');
      await consent.setLocale('en');
      await until(() => state(element, 'location') === 'Not answered yet');
      expect(text(byId(element, 'posthog'))).to.contain('Counts visits.');
      expect(element.getAttribute('lang')).to.equal(null);
    });

    it('with another config', async () => {
      start();
      const element = await put();
      consent.replaceConfig({ categories: [{ id: 'surveys', title: 'Surveys' }] });
      await until(() => all(element, 'h3').map(text).join() === 'Surveys');
      consent.replaceConfig(CONFIG);
      await until(() => all(element, 'h3').length === 5);
    });

    it('with its own attribute', async () => {
      start();
      const element = await put();
      element.setAttribute('list', 'sharing');
      await until(() => text(element.shadowRoot!.querySelector('caption')) === 'Who receives personal data');
      element.setAttribute('list', 'unknown');
      await until(() => all(element, '[part=category]').length === 5);
    });
  });

  describe('whatever happens', () => {
    it('shows the defaults where the site names no categories, and no services', async () => {
      start({});
      const element = await put();
      expect(all(element, '[part=category]').length).to.equal(7);
      expect(all(element, '[part=service]').length).to.equal(0);
    });

    it('shows what the page put into it before a consent is there, where nothing is declared, and after the consent has gone', async () => {
      const element = document.createElement('candor-declaration');
      element.innerHTML = '<p>Ask us for the list.</p>';
      main.append(element);
      const fallback = element.firstElementChild!;
      expect(isVisible(fallback)).to.equal(true);
      start({ categories: [] });
      await consent.ready;
      await until(() => element.shadowRoot);
      expect(isVisible(fallback)).to.equal(true);
      consent.replaceConfig(CONFIG);
      await until(() => isThere(element));
      expect(isVisible(fallback)).to.equal(false);
      consent.destroy();
      expect(isVisible(fallback)).to.equal(true);
      start();
      await until(() => isThere(element));
      expect(isVisible(fallback)).to.equal(false);
    });

    it('stands several times on a page, each a list of its own', async () => {
      start();
      const elements = [await put(), await put('collection'), await put('sharing')];
      service(elements[1]!, 'posthog').click();
      for (const element of elements) await until(() => isOn(service(element, 'posthog')));
    });

    it('serves another consent when it is given one', async () => {
      start();
      const other = new FakeConsent({ categories: [{ id: 'surveys', title: 'Surveys' }] });
      const element = await put();
      const page = consent;
      Object.assign(other, {
        embed: (served: HTMLElement) => void (end = open(served, other.consent)),
      });
      let end = (): void => {};
      element.consent = other.consent;
      await until(() => all(element, 'h3').map(text).join() === 'Surveys');
      end();
      expect(page.granted('necessary')).to.equal(true);
    });

    it('speaks English when the texts cannot be had', async () => {
      const fake = new FakeConsent(CONFIG, { locale: 'zh-Hans', messages: () => Promise.reject(new Error('offline')) });
      const element = document.createElement('candor-declaration');
      main.append(element);
      open(element, fake.consent);
      await until(() => isThere(element));
      expect(all(element, 'h3').map(text)[0]).to.equal('Strictly necessary');
      expect(isOn(category(element, 'analytics'))).to.equal(false);
    });

    it('leaves no listener behind when it goes, and goes on after a move', async () => {
      const fake = new FakeConsent(CONFIG);
      const element = document.createElement('candor-declaration');
      main.append(element);
      const before = fake.listening;
      const end = open(element, fake.consent);
      await until(() => isThere(element));
      expect(fake.listening).to.be.above(before + 1);
      end();
      // One that every surface of a consent shares settles its language.
      expect(fake.listening).to.equal(before + 1);

      start();
      const moved = await put();
      const place = document.createElement('div');
      main.append(place);
      place.append(moved);
      consent.acceptAll();
      await until(() => isOn(category(moved, 'analytics')));
      moved.remove();
      consent.withdraw();
      await until(() => !consent.granted('analytics'));
      main.append(moved);
      await until(() => isThere(moved) && !isOn(category(moved, 'analytics')));
    });

    for (const list of LISTS) {
      it(`stands with 1,000 services, and follows each of them: ${list ?? 'everything'}`, async () => {
        const services = Array.from({ length: 1000 }, (_, index) => ({
          id: `service-${index}`,
          provider: 'Provider Ltd.',
          stores: [{ name: `cookie-${index}`, retention: 'P1M' }],
        }));
        start({ categories: [{ id: 'analytics', services }] });
        const element = await put(list);
        service(element, 'service-999').click();
        await until(() => isOn(service(element, 'service-999')));
        // Three engines at once, each with a Lit for developers, share a machine.
      }).timeout(20_000);
    }
  });

  describe('its look', () => {
    it('is that of the page around it', async () => {
      main.setAttribute('style', 'font: 21px/1.4 monospace; color: rgb(10, 90, 30); background: rgb(240, 255, 240)');
      start({ ...CONFIG, theme: { scheme: 'dark' } });
      const element = await put();
      for (const selector of ['h3', 'h4', 'p', 'dd', 'td', 'a']) {
        const style = getComputedStyle(find(element, selector));
        expect([style.fontFamily, style.color], selector).to.deep.equal(['monospace', 'rgb(10, 90, 30)']);
      }
      expect(getComputedStyle(find(element, 'p')).fontSize).to.equal('21px');
      expect(getComputedStyle(body(element)!).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
      expect(getComputedStyle(element).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
    });

    it('takes the accent of the theme or of the page for what is on, and nothing else of the banner’s colours', async () => {
      main.setAttribute(
        'style',
        '--candor-color: rgb(1, 1, 1); --candor-background: rgb(2, 2, 2); color: rgb(9, 9, 9)',
      );
      start({ ...CONFIG, theme: { accent: 'rgb(0, 80, 0)' } });
      consent.acceptAll();
      const element = await put();
      await until(() => isOn(category(element, 'analytics')));
      expect(getComputedStyle(category(element, 'analytics'), '::before').backgroundColor).to.equal('rgb(0, 80, 0)');
      expect(getComputedStyle(find(element, 'p')).color).to.equal('rgb(9, 9, 9)');
      consent.replaceConfig(CONFIG);
      element.style.setProperty('--candor-accent', 'rgb(80, 0, 80)');
      await until(
        () => getComputedStyle(category(element, 'analytics'), '::before').backgroundColor === 'rgb(80, 0, 80)',
      );
    });

    it('gives parts to the page’s style sheet, and is nothing where it is hidden', async () => {
      const style = document.createElement('style');
      style.textContent = 'candor-declaration::part(title) { font-size: 40px }';
      main.append(style);
      start();
      const element = await put();
      expect(getComputedStyle(find(element, 'h3')).fontSize).to.equal('40px');
      element.hidden = true;
      expect(isVisible(element)).to.equal(false);
    });

    for (const list of LISTS) {
      it(`never scrolls sideways at 320 px, and has labels there: ${list ?? 'everything'}`, async () => {
        await setViewport({ width: 320, height: 640 });
        const word = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen';
        const config = structuredClone(CONFIG);
        Object.assign(config.categories![1]!.services![0]!, {
          name: word,
          description: word,
          provider: word,
          data: [word],
          method: word,
          policy: `https://${word}.example/${word}`,
          stores: [{ name: word.repeat(3), purpose: word, retention: 'P1Y' }],
        });
        start(config);
        const element = await put(list);
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        for (const each of all(element, '*')) {
          expect(each.getBoundingClientRect().right, each.outerHTML).to.be.at.most(321);
        }
        for (const cell of all(element, 'td')) {
          // Browsers say it as it is written or as it is shown.
          const label = getComputedStyle(cell, '::before').content.replace('attr(data-label)', cell.dataset['label']!);
          expect(label, cell.outerHTML).to.contain(cell.dataset['label']);
          if (!cell.textContent) expect(isVisible(cell)).to.equal(false);
        }
      });
    }

    it('has tables with columns where there is room', async () => {
      start();
      const element = await put('sharing');
      expect(getComputedStyle(find(element, 'td')).display).to.equal('table-cell');
      main.setAttribute('style', 'width: 400px');
      expect(getComputedStyle(find(element, 'td')).display).to.equal('grid');
      expect(getComputedStyle(find(element, 'thead')).display).not.to.equal('none');
    });

    it('stands from right to left where the language does', async () => {
      start();
      const element = await put('collection');
      Object.defineProperty(consent, 'locale', { get: () => 'ar', set: () => undefined });
      consent.dispatchEvent(new CustomEvent('refresh'));
      await until(() => getComputedStyle(body(element)!).direction === 'rtl');
      const [first, last] = [find(element, 'tbody th'), find(element, 'tbody td:last-child')].map((cell) =>
        cell.getBoundingClientRect(),
      );
      expect(first!.left).to.be.above(last!.left);
      expect(element.dir).to.equal('');
    });
  });
});
