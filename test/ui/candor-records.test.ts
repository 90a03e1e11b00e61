import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import type { ConsentRecord } from '../../src/core/record.js';
import type { CandorRecords } from '../../src/ui/records/candor-records.js';
import '../../src/ui/records/define.js';
import { expectAccessible } from '../helpers/axe.js';
import { FakeConsent, type FakeOptions } from '../helpers/fake-consent.js';
import { recordsOf, type Decided } from '../helpers/records.js';
import { until } from '../helpers/until.js';

const CONFIG: Config = {
  controller: {
    name: 'Example Cloud Ltd.',
    privacyPolicy: '/privacy',
    policyVersion: '2.1',
    contact: 'mailto:privacy@example.com',
  },
  categories: [
    { id: 'necessary' },
    { id: 'analytics', services: [{ id: 'posthog', name: 'PostHog' }, { id: 'matomo' }] },
    { id: 'research', title: 'Research' },
    { id: 'sharing' },
  ],
  records: { url: '/records', retentionDays: 1095 },
};
const DECISIONS: readonly Decided[] = [
  { choices: { analytics: false, research: false }, surface: 'banner', text: 'Your data, your choice\nReject all' },
  { choices: { analytics: true, matomo: false }, region: 'CN' },
  { choices: { sharing: true }, surface: 'request', method: 'request', region: 'CN' },
  {
    choices: { analytics: false, research: false, sharing: false },
    surface: 'api',
    method: 'withdraw',
    trusted: false,
  },
];

let element: CandorRecords;

async function mount(decisions: readonly Decided[] = DECISIONS, options: FakeOptions = {}): Promise<FakeConsent> {
  const fake = new FakeConsent(CONFIG, { records: recordsOf(CONFIG, decisions), ...options });
  element = document.createElement('candor-records');
  element.consent = fake.consent;
  document.body.before(element);
  await element.show();
  return fake;
}

const find = <Type extends HTMLElement = HTMLElement>(selector: string): Type =>
  element.renderRoot.querySelector<Type>(selector)!;
const all = (selector: string, within: ParentNode = element.renderRoot): HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>(selector),
];
const text = (node: Element): string => node.textContent.replace(/\s+/g, ' ').trim();
const headings = (): string[] => all('h3 > span').map(text);
const rows = (section: number): string[] => all('tbody tr', all('article')[section]).map(text);
const facts = (section: number): Record<string, string> =>
  Object.fromEntries(all('dt', all('article')[section]).map((term) => [text(term), text(term.nextElementSibling!)]));

describe('<candor-records>', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  beforeEach(() => setViewport({ width: 1024, height: 768 }));
  afterEach(async () => {
    await setViewport({ width: 1024, height: 768 });
    element.remove();
    document.getElementById('opener')?.remove();
  });
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  for (const locale of ['en', 'zh-Hans', 'ar']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`passes the accessibility audit in ${locale}, ${colorScheme}`, async () => {
        await emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await mount(DECISIONS, { locale });
        for (const details of element.renderRoot.querySelectorAll('details')) details.open = true;
        await expectAccessible(element);
        await emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      });
    }
  }

  it('passes it without any record, and says that there is none', async () => {
    await mount([]);
    await expectAccessible(element);
    expect(text(find('.scroller'))).to.equal('Nothing has been decided on this device yet.');
  });

  it('shows the newest first, each with what happened and when', async () => {
    await mount();
    expect(headings()).to.deep.equal([
      'You withdrew your consent',
      'You withdrew your consent',
      'You agreed',
      'You agreed to a part',
      'You refused',
    ]);
    const times = all('time').map((time) => Date.parse(time.getAttribute('datetime')!));
    expect(times).to.deep.equal([...times].sort((one, other) => other - one));
    expect(text(all('time').at(-1)!)).to.contain('2027');
  });

  it('names each purpose as visitors know it, with its answer, its recipients, its law and its end', async () => {
    await mount();
    expect(rows(3)).to.deep.equal([
      'Strictly necessary PIPL art. 13(1)(2) Always on –',
      'Analytics PostHog PIPL art. 13(1)(1) Yes Jul 19, 2027',
      'Research PIPL art. 13(1)(1) No Jul 18, 2027',
    ]);
    expect(rows(2), 'a separate one stands alone').to.deep.equal(['Sharing with others PIPL art. 23 Yes Jul 20, 2027']);
  });

  it('says how, with whom, on what, and how it ends', async () => {
    await mount();
    const first = facts(4);
    expect(first).to.include({
      How: 'In the banner',
      Responsible: 'Example Cloud Ltd.',
      Contact: 'privacy@example.com',
      'Based on': 'Privacy policy, 2.1',
      'To withdraw': '“Withdraw everything” in Cookie settings, or one switch there, at any time.',
      Number: '00000000-0000-4000-8000-000000000001',
    });
    expect(facts(3)['Law of']).to.equal('China');
    expect(facts(0)['How']).to.equal('On the page, by a script');
  });

  it('unfolds the text that was shown, with its hash', async () => {
    await mount();
    const details = all('details');
    expect(details).to.have.length(1);
    (details[0] as HTMLDetailsElement).open = true;
    // Line by line, as it stood.
    expect(all('.seen')[0]!.textContent).to.equal('Your data, your choice\nReject all');
    expect(getComputedStyle(all('.seen')[0]!).whiteSpace).to.equal('pre-line');
    expect(all('.seen')[0]!.lang).to.equal('en');
    expect(text(all('.hash')[0]!)).to.match(/^SHA-256 [0-9a-f]{64}$/);
  });

  it('speaks Chinese', async () => {
    await mount(DECISIONS, { locale: 'zh-Hans' });
    expect(text(find('h2'))).to.equal('我的同意记录');
    expect(headings()).to.include.members(['您已撤回同意', '您同意了其中一部分']);
    expect(rows(3)[1]).to.match(/同意 2027年7月19日$/);
  });

  it('passes over what another version has written, and what is no record', async () => {
    const records = recordsOf(CONFIG, DECISIONS.slice(0, 1));
    const strange = [null, { schema: 'candor-consent/record@2' }, { ...records[0], event: null }] as unknown[];
    await mount([], { records: [...records, ...(strange as ConsentRecord[])] });
    expect(headings()).to.deep.equal(['You refused']);
  });

  it('leads nowhere a config could send a visitor by force', async () => {
    const [record] = recordsOf(CONFIG, DECISIONS.slice(0, 1));
    const controller = { ...record!.controller, contact: 'javascript:alert(1)' };
    await mount([], { records: [{ ...record!, controller }] });
    expect(all('a[href]').map((link) => link.getAttribute('href'))).to.deep.equal(['/privacy']);
  });

  it('gives the records as JSON', async () => {
    const fake = await mount();
    const made: Blob[] = [];
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    let name = '';
    URL.createObjectURL = (blob: Blob) => (made.push(blob), 'blob:test');
    HTMLAnchorElement.prototype.click = function () {
      name = this.download;
    };
    try {
      find('[data-consent-action="download"]').click();
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    expect(name).to.equal('consent-record.json');
    expect(made[0]!.type).to.equal('application/json');
    expect(JSON.parse(await made[0]!.text())).to.deep.equal(fake.exportRecords());
  });

  it('prints every record with its text, and the page not', async () => {
    await mount();
    const { print } = window;
    let unfolded = false;
    window.print = () => (unfolded = all('details').every((details) => (details as HTMLDetailsElement).open));
    try {
      find('[data-consent-action="print"]').click();
    } finally {
      window.print = print;
    }
    expect(unfolded).to.equal(true);
    // How it comes out on paper is tried on whole pages.
    const [media] = document.adoptedStyleSheets[0]!.cssRules as unknown as [CSSMediaRule];
    const { selectorText, style } = media.cssRules[0] as CSSStyleRule;
    expect([media.conditionText, style.display]).to.deep.equal(['print', 'none']);
    expect([document.body.matches(selectorText), element.matches(selectorText)]).to.deep.equal([true, false]);
    element.hide();
    expect(document.adoptedStyleSheets).to.have.length(0);
  });

  it('is modal, closes by Escape and by its mark, and gives the focus back', async () => {
    const opener = document.createElement('button');
    opener.id = 'opener';
    document.body.append(opener);
    opener.focus();
    await mount();
    expect(find('dialog').matches(':modal')).to.equal(true);
    expect(element.shadowRoot!.activeElement === find('h2')).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await until(() => !element.open);
    await element.updateComplete;
    expect(document.activeElement === opener).to.equal(true);
    await element.show();
    find('[data-consent-action="close"]').click();
    expect(element.open).to.equal(false);
    expect(document.adoptedStyleSheets).to.have.length(0);
  });

  it('fits 320 px', async () => {
    await mount();
    await setViewport({ width: 320, height: 480 });
    const { scrollWidth, clientWidth } = find('.scroller');
    expect(scrollWidth).to.be.at.most(clientWidth);
    await until(() => find('dialog').getBoundingClientRect().width === 320);
  });

  it('leaves nothing behind', async () => {
    const fake = await mount();
    element.remove();
    await until(() => fake.listening === 0);
    expect(document.adoptedStyleSheets).to.have.length(0);
  });
});
