import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Change, Config } from '../../src/core/config.js';
import type { ToldDetail } from '../../src/core/consent.js';
import { DAY } from '../../src/core/decide.js';
import type { Decision } from '../../src/core/decision.js';
import type { CandorNotice } from '../../src/ui/notice/candor-notice.js';
import { open } from '../../src/ui/notice/open.js';
import { expectAccessible } from '../helpers/axe.js';
import { FakeConsent, type FakeOptions } from '../helpers/fake-consent.js';
import { until } from '../helpers/until.js';

const now = Math.floor(Date.now() / 1000);
const at = now - 10 * DAY;

const DECISION: Decision = {
  at,
  revision: 1,
  answers: new Map([
    ['analytics', { granted: true, at, revision: 1 }],
    ['push', { granted: false, at, revision: 1 }],
  ]),
};

const COMING: Change = {
  revision: 2,
  ids: ['mixpanel'],
  effective: '2099-12-01',
  text: { en: 'Mixpanel will measure visits too.', 'zh-Hans': '届时还将由 Mixpanel 统计访问。' },
};
const MOVED: Change = {
  revision: 3,
  ids: ['push'],
  effect: 'tell',
  text: { en: 'Messages are now sent by Postmark.', 'zh-Hans': '消息改由 Postmark 发送。' },
};

const configOf = (...changes: Change[]): Config => ({
  revision: 3,
  changes,
  categories: [
    { id: 'necessary' },
    { id: 'analytics', services: [{ id: 'mixpanel', name: 'Mixpanel' }] },
    { id: 'push' },
  ],
  layout: { reopen: 'none' },
});
const BOTH = configOf(COMING, MOVED);

let fake: FakeConsent;
let told: ToldDetail[] = [];
let stop = new AbortController();

const notice = (): CandorNotice => document.querySelector('candor-notice')!;
const action = (name: string): HTMLButtonElement =>
  notice().renderRoot.querySelector<HTMLButtonElement>(`[data-consent-action="${name}"]`)!;
const text = (element: Element | null): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const paragraphs = (): string[] => [...notice().renderRoot.querySelectorAll('p')].map(text);
const keptTimes = (): number =>
  fake.calls.filter(([, , options]) => (options as { method?: string })?.method === 'told').length;

async function show(config: Config = BOTH, options: FakeOptions = {}): Promise<void> {
  fake = new FakeConsent(config, { decision: DECISION, ...options });
  fake.addEventListener('told', (event) => told.push((event as CustomEvent<ToldDetail>).detail));
  await open(fake.consent);
}

const style = (rules: string): void => {
  const sheet = document.createElement('style');
  sheet.dataset['test'] = '';
  sheet.textContent = rules;
  document.head.append(sheet);
};

describe('<candor-notice>', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  beforeEach(async () => {
    told = [];
    stop = new AbortController();
    await setViewport({ width: 1024, height: 768 });
  });
  afterEach(async () => {
    stop.abort();
    fake.dispatchEvent(new CustomEvent('destroy'));
    document.querySelectorAll('[data-test], candor-notice, candor-button').forEach((element) => element.remove());
    await setViewport({ width: 1024, height: 768 });
  });
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  for (const locale of ['en', 'zh-Hans', 'zh-Hant']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`passes the accessibility audit in ${locale}, ${colorScheme}`, async () => {
        await emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await show(BOTH, { locale });
        await expectAccessible(notice());
        await emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      });
    }
  }

  describe('what it says', () => {
    it('is what will change and from which day, what has changed, and that the answers stand', async () => {
      await show();
      expect(text(notice().renderRoot.querySelector('h2'))).to.equal('Changes to our data use');
      expect(paragraphs()).to.deep.equal([
        'MixpanelFrom 1 December 2099: Mixpanel will measure visits too.',
        'Marketing messagesMessages are now sent by Postmark.',
        'Until then your choices stand as they are.',
      ]);
    });

    it('is said in the visitor’s language, and in another one when that changes', async () => {
      await show(BOTH, { locale: 'zh-Hans', locales: ['en', 'zh-Hans'] });
      expect(paragraphs()).to.deep.equal([
        'Mixpanel自2099年12月1日起：届时还将由 Mixpanel 统计访问。',
        '营销信息消息改由 Postmark 发送。',
        '在此之前，您的选择保持不变。',
      ]);
      expect(text(action('close'))).to.equal('知道了');
      await fake.setLocale('en');
      await until(() => text(action('close')) === 'OK');
      expect(paragraphs()[1]).to.contain('Postmark');
    });

    it('is that the answers stand, where nothing is to come', async () => {
      await show(configOf(MOVED));
      expect(paragraphs().at(-1)).to.equal('Your choices stand as they are.');
    });

    it('has words of ours where the site has none', async () => {
      await show(configOf({ revision: 2, effective: '2099-12-01' }, { revision: 3, effect: 'tell' }));
      expect(paragraphs().slice(0, 2)).to.deep.equal([
        'From 1 December 2099: Our data use will change.',
        'Our data use has changed since you answered.',
      ]);
    });

    it('is the day of the config, wherever the visitor is', async () => {
      await show(configOf({ ...COMING, revision: 3, effective: '2099-01-01' }));
      expect(paragraphs()[0]).to.contain('1 January 2099');
    });

    it('has no place for markup', async () => {
      await show(configOf({ ...COMING, revision: 3, text: '<img src=x onerror="window.hacked = true">' }));
      expect(paragraphs()[0]).to.contain('<img src=x');
      expect(notice().renderRoot.querySelector('img')).to.equal(null);
    });
  });

  describe('being told', () => {
    it('is kept once, as soon as it has been seen, and is no answer', async () => {
      await show();
      await until(() => keptTimes());
      action('close').click();
      await notice().updateComplete;
      expect(fake.calls).to.deep.equal([['update', {}, { method: 'told' }]]);
      expect(notice().open).to.equal(false);
      expect(fake.choices).to.deep.equal({ necessary: true, analytics: true, mixpanel: true, push: false });
    });

    it('is said to the consent’s listeners and the document’s, with what was told', async () => {
      const heard: unknown[] = [];
      document.addEventListener('candor-told', ({ detail }) => heard.push(detail), { signal: stop.signal });
      await show();
      await until(() => told.length);
      expect(told).to.deep.equal([{ changes: [COMING, MOVED] }]);
      expect(heard[0]).to.deep.equal(told[0]);
    });

    it('is kept where the visitor is quicker than the eye', async () => {
      await show();
      action('close').click();
      expect(keptTimes()).to.equal(1);
    });

    it('happens once a revision on a page', async () => {
      await show();
      action('close').click();
      await open(fake.consent);
      expect(notice().open).to.equal(false);
      fake.config = { ...BOTH, revision: 4, changes: [{ ...MOVED, revision: 4 }] };
      await open(fake.consent);
      expect(notice().open).to.equal(true);
    });

    for (const [what, rules] of [
      ['is not displayed', 'candor-notice { display: none !important }'],
      ['is not visible', 'candor-notice { visibility: hidden !important }'],
      ['is transparent', 'candor-notice { opacity: 0 !important }'],
    ] as const) {
      it(`is not kept where a filter has it that the notice ${what}`, async () => {
        style(rules);
        await show();
        // Those who watch hear in the order in which they began: the notice has heard by then.
        await new Promise((resolve) => new IntersectionObserver(resolve).observe(notice()));
        expect(keptTimes()).to.equal(0);
        fake.dispatchEvent(new CustomEvent('dismiss'));
        expect(notice().open).to.equal(false);
        expect(keptTimes()).to.equal(0);
      });
    }

    it('is kept without a notice where there is nothing to tell, and nobody hears of it', async () => {
      await show(configOf({ revision: 3, ids: ['elsewhere'] }));
      expect(document.querySelector('candor-notice')).to.equal(null);
      expect([keptTimes(), told]).to.deep.equal([1, []]);
    });

    it('is not kept where the page draws its own notice, of which it learns the changes', async () => {
      let changes: unknown;
      document.addEventListener(
        'candor-request',
        (event) => {
          event.preventDefault();
          ({ changes } = event.detail);
          expect(event.detail.surface).to.equal('notice');
        },
        { signal: stop.signal },
      );
      await show();
      expect(notice()?.open).to.not.equal(true);
      expect(changes).to.deep.equal([COMING, MOVED]);
      expect(keptTimes()).to.equal(0);
    });
  });

  describe('what goes before it', () => {
    it('is a question: it does not open beside one, and closes for one', async () => {
      const asking = { ...BOTH, categories: [...BOTH.categories!, { id: 'social' }] };
      await show(asking);
      expect(document.querySelector('candor-notice')).to.equal(null);
      await show();
      fake.config = asking;
      fake.dispatchEvent(new CustomEvent('change', { detail: { method: 'update' } }));
      expect(notice().open).to.equal(false);
    });

    it('is not a decision that the page makes beside it', async () => {
      await show();
      fake.update({ analytics: false });
      expect(notice().open).to.equal(true);
    });

    it('is another tab that has told it', async () => {
      await show();
      const tell = (key: string, newValue: string): boolean =>
        dispatchEvent(new StorageEvent('storage', { key, newValue }));
      tell('candor', `v=1&at=${at}&rev=2&yes=&no=`);
      tell('other', `v=1&at=${at}&rev=3&yes=&no=`);
      tell('candor', 'v=2&rev=3');
      expect(notice().open).to.equal(true);
      tell('candor', `v=1&at=${at}&rev=3&yes=analytics~1&no=`);
      expect(notice().open).to.equal(false);
      await open(fake.consent);
      expect(notice().open).to.equal(false);
    });
  });

  describe('leaving the page alone', () => {
    it('takes no focus, and does not react to Escape', async () => {
      const input = document.createElement('input');
      input.dataset['test'] = '';
      document.body.append(input);
      input.focus();
      await show();
      expect(document.activeElement === input).to.equal(true);
      await sendKeys({ press: 'Escape' });
      expect(notice().open).to.equal(true);
    });

    it('is worked by the keyboard: the settings, then its end', async () => {
      await show();
      action('preferences').focus();
      await sendKeys({ press: 'Tab' });
      expect(notice().shadowRoot!.activeElement === action('close')).to.equal(true);
      await sendKeys({ press: 'Enter' });
      expect(notice().open).to.equal(false);
    });

    it('opens the settings in its place', async () => {
      await show();
      action('preferences').click();
      expect(notice().open).to.equal(false);
      expect(fake.calls).to.deep.equal([
        ['update', {}, { method: 'told' }],
        ['show', 'preferences'],
      ]);
    });

    it('lets nobody reach the floating control under it, whenever that comes, until it is closed', async () => {
      const control = (): HTMLElement => {
        const button = document.createElement('candor-button');
        document.body.before(button);
        return button;
      };
      const early = control();
      await show();
      const late = control();
      await until(() => getComputedStyle(late).visibility === 'hidden');
      expect(getComputedStyle(early).visibility).to.equal('hidden');
      action('close').click();
      for (const button of [early, late]) expect(getComputedStyle(button).visibility).to.equal('visible');
    });

    it('shows every button at 320×256, however long the text, which the keyboard can scroll', async () => {
      await setViewport({ width: 320, height: 256 });
      await show(configOf({ ...COMING, revision: 3, text: 'A text that goes on and on. '.repeat(80) }));
      for (const name of ['preferences', 'close']) {
        const { top, bottom, left, right } = action(name).getBoundingClientRect();
        expect(top, name).to.be.at.least(0);
        expect(bottom, name).to.be.at.most(256);
        expect(left, name).to.be.at.least(0);
        expect(right, name).to.be.at.most(320);
        expect(bottom - top, name).to.be.at.least(44);
      }
      expect(notice().renderRoot.querySelector<HTMLElement>('.text')!.tabIndex).to.equal(0);
      await expectAccessible(notice());
    });

    it('leaves no listener behind', async () => {
      await show();
      action('close').click();
      notice().remove();
      await new Promise((resolve) => setTimeout(resolve));
      // The language of all surfaces follows the consent for good, and an element hears when Candor leaves the page.
      expect(fake.listening).to.be.at.most(3);
    });
  });
});
