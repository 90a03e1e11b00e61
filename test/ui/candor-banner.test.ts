import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import type { CandorBanner } from '../../src/ui/banner/candor-banner.js';
import '../../src/ui/banner/define.js';
import { expectAccessible } from '../helpers/axe.js';
import { FakeConsent, type FakeOptions } from '../helpers/fake-consent.js';
import { answered, until } from '../helpers/until.js';

const CONFIG: Config = { controller: { name: 'Shop', privacyPolicy: '/privacy' } };
const LAYOUTS = ['box', 'bar', 'dialog'] as const;
const LANGUAGES = ['en', 'zh-Hans'];
const LONG = 'A text that goes on and on. '.repeat(80);

let banner: CandorBanner;

async function mount(config: Config = CONFIG, options: FakeOptions = {}): Promise<FakeConsent> {
  const fake = new FakeConsent(config, options);
  banner = document.createElement('candor-banner');
  banner.consent = fake.consent;
  document.body.before(banner);
  await banner.show();
  return fake;
}

const part = <Type extends HTMLElement = HTMLElement>(name: string): Type =>
  banner.renderRoot.querySelector<Type>(`[part="${name}"]`)!;
const action = (name: string): HTMLButtonElement =>
  banner.renderRoot.querySelector<HTMLButtonElement>(`[data-consent-action="${name}"]`)!;
const text = (element: Element | null): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const description = (): string => [...banner.renderRoot.querySelectorAll('p')].map(text).join(' ');

// The window is resized while the element is there: WebKit reuses an earlier reading of media queries in new shadow trees.
describe('<candor-banner>', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  beforeEach(() => setViewport({ width: 1024, height: 768 }));
  afterEach(async () => {
    await setViewport({ width: 1024, height: 768 });
    banner.remove();
    document.getElementById('opener')?.remove();
  });
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  for (const layout of LAYOUTS) {
    for (const locale of LANGUAGES) {
      for (const colorScheme of ['light', 'dark'] as const) {
        it(`passes the accessibility audit as ${layout} in ${locale}, ${colorScheme}`, async () => {
          await emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await mount({ ...CONFIG, layout: { banner: layout } }, { locale, locales: LANGUAGES });
          await expectAccessible(banner);
          await emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        });
      }
    }
  }

  describe('being seen', () => {
    it('is hidden until shown, and visible exactly while it is open', async () => {
      await mount();
      expect(banner.open).to.equal(true);
      expect(banner.hasAttribute('open')).to.equal(true);
      expect(banner.getBoundingClientRect().width).to.be.greaterThan(100);
      banner.hide();
      await banner.updateComplete;
      expect(banner.hasAttribute('open')).to.equal(false);
      expect(banner.getClientRects().length).to.equal(0);
    });

    it('tells once that it closed, however often it is hidden', async () => {
      await mount();
      let closed = 0;
      banner.addEventListener('close', () => (closed += 1));
      banner.hide();
      banner.hide();
      await banner.updateComplete;
      expect(closed).to.equal(1);
    });

    it('stays hidden when it is hidden while its texts are on their way', async () => {
      const fake = new FakeConsent(CONFIG);
      banner = document.createElement('candor-banner');
      banner.consent = fake.consent;
      document.body.before(banner);
      const shown = banner.show();
      banner.hide();
      await shown;
      await banner.updateComplete;
      expect(banner.open).to.equal(false);
    });

    it('keeps its place on a page that unsets the styles of everything', async () => {
      const style = document.createElement('style');
      style.textContent = 'body *, candor-banner { all: unset }';
      document.head.append(style);
      await mount();
      const { left, bottom, width } = banner.getBoundingClientRect();
      style.remove();
      expect([left, innerHeight - bottom, width]).to.deep.equal([24, 24, 440]);
    });

    it('goes out of sight when a filter hides it, and decides nothing', async () => {
      const style = document.createElement('style');
      style.textContent = 'candor-banner { display: none !important }';
      document.head.append(style);
      const fake = await mount();
      expect(banner.getClientRects().length).to.equal(0);
      style.remove();
      expect(fake.calls).to.deep.equal([]);
    });

    it('takes the font of the body, before which it stands', async () => {
      document.body.style.fontFamily = 'Georgia';
      await mount();
      document.body.style.fontFamily = '';
      expect(getComputedStyle(action('accept-all')).fontFamily).to.equal('Georgia');
    });

    for (const [position, edges] of [
      ['bottom-start', ['left', 'bottom']],
      ['bottom-end', ['right', 'bottom']],
      ['top-start', ['left', 'top']],
      ['top-end', ['right', 'top']],
    ] as const) {
      it(`stands at ${position} when asked to`, async () => {
        await mount({ ...CONFIG, layout: { position } });
        const { left, top, right, bottom } = banner.getBoundingClientRect();
        const distance = {
          left,
          top,
          right: document.documentElement.clientWidth - right,
          bottom: innerHeight - bottom,
        };
        for (const edge of edges) expect(distance[edge]).to.be.closeTo(24, 1);
      });
    }
  });

  describe('an equal choice', () => {
    for (const layout of LAYOUTS) {
      for (const locale of LANGUAGES) {
        for (const width of [1024, 320]) {
          it(`gives refusing and accepting the same size and look: ${layout}, ${locale}, ${width}px`, async () => {
            await mount({ ...CONFIG, layout: { banner: layout } }, { locale, locales: LANGUAGES });
            await setViewport({ width, height: 640 });
            const [reject, accept] = [action('reject-all'), action('accept-all')];
            const [a, b] = [reject.getBoundingClientRect(), accept.getBoundingClientRect()];
            expect(a.width).to.be.closeTo(b.width, 0.5);
            expect(a.height).to.be.closeTo(b.height, 0.5);
            expect(a.height).to.be.at.least(44);
            for (const property of ['backgroundColor', 'color', 'fontSize', 'fontWeight', 'borderColor'] as const) {
              expect(getComputedStyle(reject)[property], property).to.equal(getComputedStyle(accept)[property]);
            }
          });
        }
      }
    }

    it('names refusing first, then accepting, then the details', async () => {
      await mount();
      const order = [...banner.renderRoot.querySelectorAll('[data-consent-action]')].map((element) => text(element));
      expect(order).to.deep.equal(['Reject all', 'Accept all', 'Manage preferences']);
    });

    it('keeps both answers equal when a label is very long', async () => {
      await mount({
        ...CONFIG,
        texts: { 'banner.accept-all': 'Allow everything that is listed here', 'banner.reject-all': 'No' },
      });
      await setViewport({ width: 320, height: 640 });
      const [a, b] = [action('reject-all').getBoundingClientRect(), action('accept-all').getBoundingClientRect()];
      expect(a.width).to.be.closeTo(b.width, 0.5);
      expect(a.height).to.be.closeTo(b.height, 0.5);
    });

    for (const layout of LAYOUTS) {
      it(`shows every button at 320×256, however long the text: ${layout}`, async () => {
        await mount({ ...CONFIG, layout: { banner: layout }, texts: { 'banner.description': LONG } });
        await setViewport({ width: 320, height: 256 });
        for (const name of ['reject-all', 'accept-all', 'preferences']) {
          const { top, bottom, left, right } = action(name).getBoundingClientRect();
          expect(top, name).to.be.at.least(0);
          expect(bottom, name).to.be.at.most(256);
          expect(left, name).to.be.at.least(0);
          expect(right, name).to.be.at.most(320);
          expect(
            banner.shadowRoot!.elementFromPoint((left + right) / 2, (top + bottom) / 2) === action(name),
            name,
          ).to.equal(true);
        }
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
      });
    }

    it('lets the keyboard scroll a long text', async () => {
      await mount({ ...CONFIG, texts: { 'banner.description': LONG } });
      await setViewport({ width: 320, height: 256 });
      await banner.show();
      expect(banner.renderRoot.querySelector<HTMLElement>('.text')!.tabIndex).to.equal(0);
      await expectAccessible(banner);
    });
  });

  describe('answering', () => {
    it('asks the consent, and nothing else, when a button is clicked', async () => {
      const fake = await mount();
      for (const name of ['reject-all', 'accept-all', 'preferences']) {
        action(name).click();
        await answered();
      }
      expect(fake.calls).to.deep.equal([['rejectAll'], ['acceptAll'], ['show', 'preferences']]);
    });

    it('is out of sight before it answers, and answers once', async () => {
      const fake = await mount();
      action('reject-all').click();
      action('accept-all').click();
      expect(part('banner').style.opacity).to.equal('0');
      expect(fake.calls).to.deep.equal([]);
      await answered();
      expect(fake.calls).to.deep.equal([['rejectAll']]);
      // The decision closes it; where files for that are on their way, it stands until then.
      expect(part('banner').style.opacity).to.equal('');
    });

    it('stands as before when the answer is given, so that what fails leaves no dialog that nobody sees', async () => {
      const fake = await mount({ ...CONFIG, layout: { banner: 'dialog' } });
      const seen: string[] = [];
      Object.assign(fake.consent, { rejectAll: () => seen.push(part('banner').style.opacity) });
      action('reject-all').click();
      await answered();
      expect(seen).to.deep.equal(['']);
    });

    for (const type of ['pagehide', 'visibilitychange']) {
      it(`answers when the page is left at once, as ${type} tells`, async () => {
        const fake = await mount();
        action('reject-all').click();
        window.dispatchEvent(new Event(type));
        expect(fake.calls).to.deep.equal([['rejectAll']]);
        await answered();
        expect(fake.calls).to.have.length(1);
      });
    }

    it('speaks of, and answers, only what is new when the rest was answered before', async () => {
      const fake = await mount({ categories: [{ id: 'analytics' }, { id: 'location', services: [{ id: 'maps' }] }] });
      fake.update({ analytics: false });
      fake.calls.length = 0;
      await banner.updateComplete;
      expect([text(action('reject-all')), text(action('accept-all'))]).to.deep.equal(['Reject new', 'Accept new']);
      expect(description()).to.contain('find your location').and.not.contain('measure visits');
      action('accept-all').click();
      await answered();
      expect(fake.calls).to.deep.equal([['update', { location: true, maps: true }, { method: 'accept-all' }]]);
      expect(fake.choices).to.deep.equal({ analytics: false, location: true, maps: true });
    });

    it('answers no to the new alone', async () => {
      const fake = await mount({ categories: [{ id: 'analytics' }, { id: 'location' }] });
      fake.update({ analytics: true });
      await banner.updateComplete;
      action('reject-all').click();
      await answered();
      expect(fake.calls.at(-1)).to.deep.equal(['update', { location: false }, { method: 'reject-all' }]);
      expect(fake.granted('analytics')).to.equal(true);
    });
  });

  describe('leaving the page alone', () => {
    it('does not take the focus', async () => {
      const input = document.createElement('input');
      input.id = 'opener';
      document.body.append(input);
      input.focus();
      await mount();
      expect(document.activeElement === input).to.equal(true);
    });

    it('does not react to Escape', async () => {
      const fake = await mount();
      await sendKeys({ press: 'Escape' });
      expect(banner.open).to.equal(true);
      action('reject-all').focus();
      await sendKeys({ press: 'Escape' });
      expect(banner.open).to.equal(true);
      expect(fake.calls).to.deep.equal([]);
    });

    it('lets the focus pass through its buttons in order', async () => {
      await mount();
      action('reject-all').focus();
      await sendKeys({ press: 'Tab' });
      expect(banner.shadowRoot!.activeElement === action('accept-all')).to.equal(true);
      await sendKeys({ press: 'Tab' });
      expect(banner.shadowRoot!.activeElement === action('preferences')).to.equal(true);
    });

    it('answers to Enter and Space', async () => {
      const fake = await mount();
      action('reject-all').focus();
      await sendKeys({ press: 'Enter' });
      await answered();
      action('accept-all').focus();
      await sendKeys({ press: ' ' });
      await answered();
      expect(fake.calls).to.deep.equal([['rejectAll'], ['acceptAll']]);
    });

    it('leaves no listener behind when it is removed, and hears again after a move', async () => {
      const fake = await mount();
      const listening = fake.listening;
      document.body.append(banner);
      await banner.updateComplete;
      expect(fake.listening).to.equal(listening);
      expect(banner.open).to.equal(true);
      await fake.setLocale('zh-Hans');
      await until(() => text(action('accept-all')) === '全部同意');
      banner.remove();
      await banner.updateComplete;
      expect(fake.listening).to.equal(0);
      expect(banner.open).to.equal(false);
    });
  });

  describe('with long words', () => {
    const LABELS = ['Nur notwendige Datenverarbeitung', 'Alle Verarbeitungszwecke erlauben'];

    /** How many lines each word of the button stands on. */
    const linesOf = (button: HTMLElement): number[] => {
      const node = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
      const lines: number[] = [];
      while (node.nextNode()) {
        for (const { index, 0: word } of (node.currentNode.nodeValue ?? '').matchAll(/\S+/g)) {
          const range = document.createRange();
          range.setStart(node.currentNode, index);
          range.setEnd(node.currentNode, index + word.length);
          lines.push(range.getClientRects().length);
        }
      }
      return lines;
    };

    for (const width of [360, 480, 800, 1280]) {
      for (const layout of LAYOUTS) {
        it(`keeps both answers equal and their words whole as ${layout} at ${width} px`, async () => {
          await setViewport({ width, height: 768 });
          const texts = { 'banner.reject-all': LABELS[0]!, 'banner.accept-all': LABELS[1]! };
          await mount({ ...CONFIG, texts, layout: { banner: layout } });
          const [reject, accept] = [action('reject-all'), action('accept-all')];
          expect([accept.offsetWidth, accept.offsetHeight]).to.deep.equal([reject.offsetWidth, reject.offsetHeight]);
          expect([...linesOf(reject), ...linesOf(accept)]).to.satisfy((lines: number[]) => lines.every((n) => n === 1));
        });
      }
    }
  });

  describe('while the panel is downloaded', () => {
    it('says that it is busy, and no longer once the panel is there', async () => {
      const fake = await mount();
      let arrive = (): void => {};
      fake.consent.show = () => new Promise((resolve) => (arrive = resolve));
      action('preferences').click();
      await until(() => action('preferences').ariaBusy === 'true');
      await expectAccessible(banner);
      expect(action('accept-all').ariaBusy).to.equal(null);
      arrive();
      await until(() => action('preferences').ariaBusy === null);
      expect(banner.renderRoot.querySelector('[role=alert]')).to.equal(null);
    });

    it('says so when it cannot be had, and tries again', async () => {
      const fake = await mount();
      fake.consent.show = () => Promise.reject(new Error('offline'));
      action('preferences').click();
      await until(() => banner.renderRoot.querySelector('[role=alert]'));
      expect(text(banner.renderRoot.querySelector('[role=alert]'))).to.equal(
        'This could not be loaded. Please try again.',
      );
      await expectAccessible(banner);
      fake.consent.show = () => Promise.resolve();
      action('preferences').click();
      await until(() => !banner.renderRoot.querySelector('[role=alert]'));
    });
  });

  describe('as a dialog', () => {
    const DIALOG: Config = { ...CONFIG, layout: { banner: 'dialog' } };
    const dialog = (): HTMLDialogElement => banner.renderRoot.querySelector('dialog')!;

    it('is modal and puts the focus on the title', async () => {
      await mount(DIALOG);
      expect(dialog().matches(':modal')).to.equal(true);
      expect(banner.shadowRoot!.activeElement === part('title')).to.equal(true);
    });

    it('stays until it is answered, however often Escape is pressed', async () => {
      const fake = await mount(DIALOG);
      let closed = 0;
      dialog().addEventListener('close', () => closed++);
      for (let presses = 0; presses < 3; presses += 1) await sendKeys({ press: 'Escape' });
      await until(() => dialog()?.matches(':modal'));
      // Meanwhile the focus would be in the page.
      if ('closedBy' in HTMLDialogElement.prototype) expect(closed).to.equal(0);
      expect(banner.open).to.equal(true);
      expect(fake.calls).to.deep.equal([]);
    });

    it('opens again when something closes it unasked', async () => {
      await mount(DIALOG);
      dialog().close();
      await until(() => dialog()?.matches(':modal'));
    });

    it('gives the page back when a filter hides it', async () => {
      const fake = await mount(DIALOG);
      const before = dialog();
      banner.style.setProperty('display', 'none', 'important');
      await until(() => !banner.open);
      expect(before.open).to.equal(false);
      expect(fake.calls).to.deep.equal([]);
    });

    it('is modal again after a move', async () => {
      await mount(DIALOG);
      document.body.append(banner);
      await until(() => dialog()?.matches(':modal'));
      expect(banner.open).to.equal(true);
    });
  });

  describe('words', () => {
    it('puts its text together from what is asked', async () => {
      await mount({ categories: [{ id: 'necessary' }, { id: 'analytics' }, { id: 'location' }, { id: 'push' }] });
      expect(description()).to.equal(
        'We use cookies to run this site. With your permission we also use data to measure visits, find your location and send offers. If you refuse, basic functions still work. You can change your mind any time in Cookie settings.',
      );
    });

    it('says the same in Chinese', async () => {
      await mount({ categories: [{ id: 'analytics' }, { id: 'location' }, { id: 'push' }] }, { locale: 'zh-Hans' });
      expect(description()).to.equal(
        '我们使用 Cookie 保障网站运行。经您同意，我们还会处理数据，用于统计访问、获取位置和推送营销信息。拒绝不影响基本功能。您可随时在“Cookie 设置”中更改或撤回。',
      );
      expect(text(part('title'))).to.equal('您的数据，由您决定');
    });

    it('names what only this site asks about', async () => {
      await mount({ categories: [{ id: 'analytics' }, { id: 'research', title: { en: 'Research' } }] });
      expect(description()).to.contain('We also ask about: Research.');
    });

    it('speaks of no permission where there is nothing to permit', async () => {
      await mount({ categories: [{ id: 'necessary' }, { id: 'sharing' }] });
      expect(description()).to.not.contain('permission');
    });

    it('prefers the site’s words and fills their places', async () => {
      await mount({
        controller: { name: { en: 'Shop' } },
        texts: {
          'banner.title': { en: 'Hello', fr: 'Bonjour' },
          'banner.description': '{controller} would like to {purposes}.',
        },
        categories: [{ id: 'analytics' }],
      });
      expect(text(part('title'))).to.equal('Hello');
      expect(description()).to.equal('Shop would like to measure visits.');
    });

    it('switches between two languages by one button in the other’s words', async () => {
      const fake = await mount({ ...CONFIG, languages: LANGUAGES }, { locales: LANGUAGES });
      expect(text(part('language'))).to.equal('简体中文');
      expect(part('language').lang).to.equal('zh-Hans');
      part('language').click();
      await until(() => text(action('accept-all')) === '全部同意');
      expect(banner.lang).to.equal('zh-Hans');
      expect(text(part('language'))).to.equal('English');
      part('language').click();
      await until(() => text(action('accept-all')) === 'Accept all');
      expect(fake.calls).to.deep.equal([
        ['setLocale', 'zh-Hans'],
        ['setLocale', 'en'],
      ]);
    });

    it('offers of many the page’s and the browser’s, where the site names none', async () => {
      const { lang } = document.documentElement;
      document.documentElement.lang = 'zh-CN';
      await mount(CONFIG, { locales: ['de', 'en', 'ja', 'zh-Hans'] });
      document.documentElement.lang = lang;
      expect(text(part('language'))).to.equal('简体中文');
    });

    it('offers a list where there are more languages', async () => {
      const languages = ['en', 'zh-Hans', 'fr'];
      const fake = await mount({ ...CONFIG, languages }, { locales: languages });
      const select = part<HTMLSelectElement>('language');
      expect(select.value).to.equal('en');
      select.value = 'zh-Hans';
      select.dispatchEvent(new Event('change'));
      await until(() => text(action('accept-all')) === '全部同意');
      expect(fake.calls).to.deep.equal([['setLocale', 'zh-Hans']]);
    });

    it('speaks its source language, and says so, when the texts cannot be had', async () => {
      await mount(CONFIG, { locale: 'zh-Hans', messages: () => Promise.reject(new Error('offline')) });
      expect(text(action('accept-all'))).to.equal('Accept all');
      expect(banner.lang).to.equal('en');
    });

    it('tries again in the next language switch after texts could not be had', async () => {
      let online = false;
      const fake = await mount(CONFIG, {
        locale: 'zh-Hans',
        messages: () =>
          online ? Promise.resolve({ 'banner.accept-all': '全部同意' }) : Promise.reject(new Error('offline')),
      });
      online = true;
      await fake.setLocale('zh-Hans');
      await until(() => text(action('accept-all')) === '全部同意');
    });

    it('is written from right to left where the language is', async () => {
      await mount(CONFIG, { locale: 'ar' });
      expect(banner.dir).to.equal('rtl');
      const { right } = banner.getBoundingClientRect();
      expect(document.documentElement.clientWidth - right).to.be.closeTo(24, 1);
      expect(action('reject-all').getBoundingClientRect().left).to.be.greaterThan(
        action('accept-all').getBoundingClientRect().left,
      );
    });

    it('links to the privacy policy, and to nothing that is no page', async () => {
      await mount();
      expect(part('policy').getAttribute('href')).to.equal('/privacy');
      banner.remove();
      await mount({ controller: { privacyPolicy: 'javascript:alert(1)' } });
      expect(!!part('policy')).to.equal(false);
    });
  });

  describe('look', () => {
    it('wears the site’s accent, with text that can be read on it', async () => {
      for (const [accent, letters] of [
        ['#0b6', 'rgb(0, 0, 0)'],
        ['#003366', 'rgb(255, 255, 255)'],
      ]) {
        await mount({ ...CONFIG, theme: { accent: accent! } });
        expect(getComputedStyle(action('accept-all')).color).to.equal(letters);
        banner.remove();
      }
    });

    it('is dark where the site says so', async () => {
      await mount({ ...CONFIG, theme: { scheme: 'dark' } });
      expect(getComputedStyle(part('banner')).backgroundColor).to.equal('rgb(29, 32, 36)');
    });

    it('follows a config that changes while it is open', async () => {
      const fake = await mount();
      fake.replaceConfig({ ...CONFIG, layout: { banner: 'dialog' }, theme: { radius: '0px' } });
      await until(() => !!banner.renderRoot.querySelector('dialog')?.matches(':modal'));
      fake.replaceConfig({ ...CONFIG, layout: { banner: 'bar' } });
      await until(() => !banner.renderRoot.querySelector('dialog'));
      expect(banner.getBoundingClientRect().width).to.equal(document.documentElement.clientWidth);
      expect(banner.open).to.equal(true);
    });
  });
});
