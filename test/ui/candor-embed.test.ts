import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import { createConsent, type Consent, type ConsentOptions } from '../../src/index.js';
import '../../src/ui/embed/define.js';
import type { CandorEmbed } from '../../src/ui/embed/candor-embed.js';
import { expectAccessible } from '../helpers/axe.js';
import { until } from '../helpers/until.js';

const CONFIG: Config = {
  languages: ['en', 'zh-Hans'],
  categories: [
    { id: 'necessary' },
    { id: 'functional' },
    {
      id: 'social',
      services: [
        {
          id: 'lumen',
          name: { en: 'Lumen Video', 'zh-Hans': '流明视频' },
          provider: 'Lumen Ltd.',
          description: { en: 'Plays the film on this page.', 'zh-Hans': '播放本页的影片。' },
          policy: 'https://lumen.example/privacy',
          country: 'SG',
          retention: 'P6M',
        },
        { id: 'chat' },
      ],
    },
    { id: 'sharing', services: [{ id: 'partner' }] },
  ],
};

/** Nothing is fetched: what counts is what stands in the page. */
const FRAME = '<iframe title="Film" width="400" height="250" srcdoc="<p>Film</p>"></iframe>';
const FILM = `consent="social" service="lumen" label="Talk video"><template>${FRAME}</template>`;

const main = document.createElement('main');
let consent: Consent;

function start(config: Config = CONFIG, options: ConsentOptions = {}): Consent {
  return (consent = createConsent(config, { storage: 'memory', manual: true, locale: 'en', ...options }));
}

/** Puts embeds into the page; returns the first. */
function put(...embeds: string[]): CandorEmbed {
  const template = document.createElement('template');
  template.innerHTML = embeds.map((each) => `<candor-embed ${each}</candor-embed>`).join('');
  main.append(template.content);
  return main.querySelector('candor-embed')!;
}

const rootOf = (embed: Element): ShadowRoot | null | undefined =>
  embed.shadowRoot!.querySelector('candor-placeholder')?.shadowRoot;
const find = <Type extends HTMLElement = HTMLElement>(embed: Element, selector: string): Type | null | undefined =>
  rootOf(embed)?.querySelector<Type>(selector);
const part = (embed: Element, name: string): HTMLElement | null | undefined => find(embed, `[part="${name}"]`);
const press = (embed: Element, name: string): void => find(embed, `[data-consent-action="${name}"]`)!.click();
const textOf = (embed: Element): string => (part(embed, 'placeholder')?.textContent ?? '').replace(/\s+/g, ' ');
const isReleased = (embed: Element): boolean => embed.getAttribute('data-consent-state') === 'granted';
const heightOf = (embed: Element): number => embed.getBoundingClientRect().height;

/** Waits for the placeholder. */
async function waiting(embed: CandorEmbed): Promise<CandorEmbed> {
  await until(() => part(embed, 'placeholder'));
  return embed;
}

describe('<candor-embed>', () => {
  beforeEach(async () => {
    await setViewport({ width: 800, height: 600 });
    document.body.append(main);
  });

  afterEach(() => {
    window.candor?.destroy();
    main.remove();
    main.replaceChildren();
    main.removeAttribute('style');
    document.head.querySelector('style[data-test]')?.remove();
  });

  const style = (css: string): void => {
    const element = document.createElement('style');
    element.dataset['test'] = '';
    element.textContent = css;
    document.head.append(element);
  };

  describe('the placeholder', () => {
    it('passes the accessibility audit', async () => {
      start();
      await expectAccessible(await waiting(put(FILM)));
    });

    for (const scheme of ['light', 'dark'] as const) {
      it(`passes the accessibility audit in ${scheme} colours, unfolded, at 320 px`, async () => {
        await setViewport({ width: 320, height: 600 });
        start({ ...CONFIG, theme: { scheme } });
        const embed = await waiting(put(FILM));
        find<HTMLDetailsElement>(embed, 'details')!.open = true;
        await expectAccessible(embed);
      });
    }

    it('passes the accessibility audit as a small button, and opened from it', async () => {
      start();
      const embed = put(
        'consent="social" label="Share"><template><iframe width="120" height="40"></iframe></template>',
      );
      await until(() => part(embed, 'open'));
      await expectAccessible(embed);
      press(embed, 'open');
      await expectAccessible(embed);
    });

    it('is a group with the name of the content', async () => {
      start();
      const embed = await waiting(put(FILM));
      const box = part(embed, 'placeholder')!;
      expect(box.getAttribute('role')).to.equal('group');
      expect(find(embed, `#${box.getAttribute('aria-labelledby')}`)!.textContent).to.equal('Talk video');
    });

    it('names the service, what it would receive, what for, where and how long', async () => {
      start();
      const text = textOf(await waiting(put(FILM)));
      for (const fact of [
        'This comes from Lumen Video.',
        'Lumen Ltd. receives your IP address',
        'Plays the film on this page.',
        'Social media',
        'Singapore',
        '6 months',
        'lumen.example/privacy',
      ]) {
        expect(text).to.contain(fact);
      }
    });

    it('tells of the category where no service is named, and of a service that is named among the ids', async () => {
      start();
      const plain = await waiting(put('consent="social"><template>x</template>'));
      expect(textOf(plain)).to.contain('another provider').and.to.contain('Shows posts, videos and share buttons');
      expect(part(plain, 'title')!.textContent).to.equal('Embedded content');
      plain.remove();
      const named = await waiting(put('consent="lumen"><template>x</template>'));
      expect(part(named, 'title')!.textContent).to.equal('Lumen Video');
    });

    it('speaks the language of the page, and follows it', async () => {
      start(CONFIG, { locale: 'zh-CN' });
      const embed = await waiting(put(FILM));
      expect(textOf(embed)).to.contain('此内容来自流明视频').and.to.contain('新加坡').and.to.contain('6个月');
      expect(part(embed, 'always-allow')!.textContent).to.equal('始终允许');
      expect(embed.lang).to.equal('');
      await consent.setLocale('en');
      await until(() => part(embed, 'always-allow')!.textContent === 'Always allow');
    });

    it('has two buttons of one size and look', async () => {
      start();
      const embed = await waiting(put(FILM));
      const [once, always] = ['load-once', 'always-allow'].map((name) => part(embed, name)!);
      for (const key of ['width', 'height', 'top'] as const) {
        expect(once!.getBoundingClientRect()[key]).to.be.closeTo(always!.getBoundingClientRect()[key], 0.5);
      }
      for (const key of ['backgroundColor', 'color', 'fontWeight', 'fontSize', 'borderColor'] as const) {
        expect(getComputedStyle(once!)[key]).to.equal(getComputedStyle(always!)[key]);
      }
    });

    it('takes the site’s words, theme and parts', async () => {
      style(`candor-embed::part(title) { font-size: 30px } candor-embed { --candor-background: rgb(240, 250, 255) }`);
      start({ ...CONFIG, texts: { 'embed.load-once': 'Just now' }, theme: { accent: 'rgb(0, 80, 0)' } });
      const embed = await waiting(put(FILM));
      expect(part(embed, 'load-once')!.textContent).to.equal('Just now');
      expect(getComputedStyle(part(embed, 'load-once')!).backgroundColor).to.equal('rgb(0, 80, 0)');
      expect(getComputedStyle(part(embed, 'title')!).fontSize).to.equal('30px');
    });

    it('stands from right to left where the language does', async () => {
      start();
      const embed = await waiting(put(FILM));
      Object.defineProperty(consent, 'locale', { get: () => 'ar', set: () => undefined });
      consent.dispatchEvent(new CustomEvent('refresh'));
      await until(() => getComputedStyle(part(embed, 'placeholder')!).direction === 'rtl');
    });

    it('keeps the buttons in sight and the text within reach of the keyboard where there is little room', async () => {
      await setViewport({ width: 320, height: 600 });
      const words = 'Donaudampfschifffahrtsgesellschaftskapitänsmütze';
      start({ ...CONFIG, texts: { 'embed.description': `${words} `.repeat(12) } });
      const embed = await waiting(put(`${FILM}`.replace('Talk video', words)));
      const box = embed.getBoundingClientRect();
      for (const name of ['load-once', 'always-allow']) {
        const { left, right, top, bottom } = part(embed, name)!.getBoundingClientRect();
        expect([left >= box.left, right <= box.right, top >= box.top, bottom <= box.bottom]).to.deep.equal(
          Array(4).fill(true),
        );
      }
      await until(() => find(embed, '.text')!.tabIndex === 0);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    });

    it('says honestly that ids nobody configured will never be allowed, and offers nothing', async () => {
      start();
      for (const ids of ['consent="socail"', 'consent="social" service="lumin"', 'consent="!social"']) {
        const embed = await waiting(put(`${ids} label="Film"><template>${FRAME}</template>`));
        expect(textOf(embed), ids).to.contain('has not said what it is for');
        expect(find(embed, '[data-consent-action]'), ids).to.equal(null);
        consent.acceptAll();
        await until(() => consent.granted('social'));
        expect(isReleased(embed), ids).to.equal(false);
        embed.remove();
      }
    });
  });

  describe('its size', () => {
    const sized = async (template: string, css = ''): Promise<DOMRect> => {
      style(css);
      start();
      const embed = await waiting(put(`consent="social"><template>${template}</template>`));
      const { width, height } = embed.getBoundingClientRect();
      consent.acceptAll();
      await until(() => isReleased(embed));
      const after = embed.getBoundingClientRect();
      expect([after.width, after.height].map(Math.round), 'released').to.deep.equal([width, height].map(Math.round));
      return after;
    };
    const is = ({ width, height }: DOMRect, expected: readonly number[]): void => {
      expect([width, height].map(Math.round)).to.deep.equal(expected);
    };

    beforeEach(() => main.setAttribute('style', 'width: 600px'));

    it('is that of the content, before and after', async () => {
      is(await sized('<p></p><div><iframe width="400" height="250"></iframe></div>'), [400, 250]);
    });

    it('keeps its proportions in less room, and what fills it does, too', async () => {
      main.setAttribute('style', 'width: 200px');
      is(await sized('<iframe width="400" height="250"></iframe>'), [200, 125]);
      const frame = main.querySelector('iframe')!.getBoundingClientRect();
      expect([frame.width, frame.height]).to.deep.equal([200, 125]);
    });

    it('is as wide as there is room for a width in percent', async () => {
      is(await sized('<iframe width="100%" height="240" style="border: 0; display: block"></iframe>'), [600, 240]);
    });

    it('follows an aspect ratio', async () => {
      is(await sized('<iframe style="width: 100%; aspect-ratio: 3 / 1"></iframe>'), [600, 200]);
    });

    it('is what the page’s CSS says', async () => {
      is(await sized(FRAME, 'candor-embed { width: 100%; aspect-ratio: 4 / 1 }'), [600, 150]);
    });

    it('is there before any text is, and has one where the template tells none', () => {
      start();
      expect(heightOf(put(`consent="social"><template>${FRAME}</template>`))).to.equal(250);
      main.replaceChildren();
      expect(heightOf(put('consent="social"><template><p>A widget</p></template>'))).to.equal(200);
    });

    it('is nothing where it is hidden', async () => {
      start();
      const embed = put(`hidden ${FILM}`);
      await waiting(embed);
      expect(heightOf(embed)).to.equal(0);
    });

    it('turns to a row where it is low, and to a button where it is small', async () => {
      start();
      const embed = await waiting(put('consent="social" label="Share"><template>x</template>'));
      const layout = (): string | undefined => part(embed, 'placeholder')!.dataset['layout'];
      expect(layout()).to.equal('column');
      embed.style.height = '90px';
      await until(() => layout() === 'row');
      embed.style.width = '120px';
      await until(() => part(embed, 'open'));
      expect(part(embed, 'open')!.textContent.trim()).to.equal('Share');
      expect(heightOf(embed)).to.equal(90);
    });
  });

  describe('Load once', () => {
    it('releases this one, stores nothing and changes no choice', async () => {
      start();
      const embed = await waiting(put(FILM, FILM));
      const told: unknown[] = [];
      consent.addEventListener('change', ({ detail }) => told.push(detail));
      press(embed, 'load-once');
      expect(isReleased(embed)).to.equal(true);
      expect(embed.querySelector(':scope > iframe')).not.to.equal(null);
      expect(told).to.deep.equal([]);
      expect(consent.granted('social')).to.equal(false);
      expect(main.querySelectorAll('iframe').length).to.equal(1);
    });

    for (const [name, no] of [
      ['withdraw()', () => consent.withdraw()],
      ['rejectAll()', () => consent.rejectAll()],
      ['an answer to its category', () => consent.update({ social: false })],
    ] as const) {
      it(`ends with ${name}`, async () => {
        start();
        const embed = await waiting(put(FILM));
        press(embed, 'load-once');
        no();
        expect(isReleased(embed)).to.equal(false);
        expect(main.querySelector('iframe')).to.equal(null);
        await until(() => part(embed, 'placeholder'));
      });
    }

    it('ends with rejectAll() also where the answer was a no before', async () => {
      start(CONFIG, { choices: { social: false } });
      const embed = await waiting(put(FILM));
      press(embed, 'load-once');
      consent.rejectAll();
      expect(isReleased(embed)).to.equal(false);
    });

    it('outlives answers to other questions', async () => {
      start(CONFIG, { choices: { social: false } });
      const embed = await waiting(put(FILM));
      press(embed, 'load-once');
      const frame = embed.querySelector('iframe');
      consent.update({ functional: true });
      consent.update({ functional: false });
      expect(embed.querySelector('iframe')).to.equal(frame);
    });

    it('is not loaded again by a yes, and ends when that is taken back', async () => {
      start();
      const embed = await waiting(put(FILM));
      press(embed, 'load-once');
      const frame = embed.querySelector('iframe');
      consent.update({ lumen: true });
      await until(() => consent.granted('lumen'));
      expect(embed.querySelector('iframe')).to.equal(frame);
      consent.update({ lumen: false });
      expect(embed.querySelector('iframe')).to.equal(null);
    });
  });

  describe('Always allow', () => {
    it('answers the service that is named, and releases all that wait for it', async () => {
      start();
      const embed = await waiting(put(FILM, FILM));
      press(embed, 'always-allow');
      await until(() => main.querySelectorAll('[data-consent-state] > iframe').length === 2);
      expect({ ...consent.choices }).to.include({ social: true, lumen: true, chat: false, functional: false });
    });

    it('answers the categories where no service is named, and those beside it', async () => {
      start();
      const embed = await waiting(put('consent="social functional"><template>x</template>'));
      press(embed, 'always-allow');
      expect({ ...consent.choices }).to.include({ social: true, lumen: true, functional: true, sharing: false });
      consent.withdraw();
      const other = await waiting(put('consent="functional" service="lumen"><template>x</template>'));
      main.querySelector('candor-embed')!.remove();
      await waiting(main.querySelector('candor-embed')!);
      press(main.querySelector('candor-embed')!, 'always-allow');
      expect({ ...consent.choices }).to.include({ social: true, lumen: true, chat: false, functional: true });
      expect(other).to.be.instanceOf(HTMLElement);
    });

    it('does not release what a service that is off belongs to', async () => {
      start(CONFIG, { choices: { social: true, lumen: false } });
      const embed = await waiting(put(FILM));
      expect(isReleased(embed)).to.equal(false);
      press(embed, 'always-allow');
      await until(() => isReleased(embed));
    });

    it('asks for a separate consent in its own step, and never loads it once', async () => {
      start();
      const asked: string[] = [];
      let answer = false;
      Object.assign(consent, { request: async (id: string) => (asked.push(id), answer) });
      const embed = await waiting(put('consent="sharing functional"><template>x</template>'));
      expect(find(embed, '[data-consent-action="load-once"]')).to.equal(null);
      press(embed, 'always-allow');
      await until(() => asked.length === 1);
      await Promise.resolve();
      expect(consent.granted('functional')).to.equal(false);
      answer = true;
      press(embed, 'always-allow');
      await until(() => consent.granted('functional'));
      expect(asked).to.deep.equal(['sharing', 'sharing']);
      expect(consent.granted('sharing')).to.equal(false);
    });
  });

  describe('of a recipient that needs a separate consent', () => {
    it('asks for it in its own step, and never loads it once', async () => {
      start({ categories: [{ id: 'social', services: [{ id: 'lumen', country: 'US' }] }] }, { region: 'CN' });
      const asked: string[] = [];
      Object.assign(consent, { request: async (id: string) => (asked.push(id), false) });
      const embed = await waiting(put(FILM));
      expect(find(embed, '[data-consent-action="load-once"]')).to.equal(null);
      press(embed, 'always-allow');
      await until(() => asked.length === 1);
      expect(asked).to.deep.equal(['lumen']);
    });
  });

  describe('the content', () => {
    it('stands in the embed, in the page’s own tree, where the page’s CSS reaches it', async () => {
      style('main candor-embed p { color: rgb(1, 2, 3) }');
      start(CONFIG, { choices: { social: true } });
      const embed = put('consent="social"><template><p>Widget</p></template>');
      await until(() => isReleased(embed));
      expect(getComputedStyle(embed.querySelector('p')!).color).to.equal('rgb(1, 2, 3)');
      expect(embed.querySelector('p')!.getBoundingClientRect().height).to.be.above(0);
      expect(embed.shadowRoot!.querySelector('candor-placeholder')).to.equal(null);
    });

    it('has its scripts run anew and in order, each time it comes', async () => {
      const trace: string[] = [];
      Object.assign(window, { trace });
      const script = (word: string): string =>
        `<script src="${URL.createObjectURL(new Blob([`trace.push('${word}')`], { type: 'text/javascript' }))}"></${'script'}>`;
      start();
      const embed = await waiting(put(`consent="social"><template>${script('a')}${script('b')}</template>`));
      expect(trace).to.deep.equal([]);
      press(embed, 'load-once');
      await until(() => trace.length === 2);
      consent.withdraw();
      expect(embed.querySelector('script')).to.equal(null);
      await waiting(embed);
      press(embed, 'load-once');
      await until(() => trace.length === 4);
      expect(trace.join('')).to.equal('abab');
    });

    it('goes with everything that its scripts have put beside it', async () => {
      start(CONFIG, { choices: { social: true } });
      const embed = put('consent="social"><template><b>Post</b></template>');
      await until(() => isReleased(embed));
      embed.append(document.createElement('i'));
      embed.prepend(document.createElement('u'));
      embed.querySelector('template')!.remove();
      consent.withdraw();
      expect(embed.querySelector('b, i, u')).to.equal(null);
    });

    it('has nothing to wait for without a template or with an empty one, until that is filled', async () => {
      start();
      const embed = put('consent="social"><p>What the page has there</p>');
      await until(() => embed.shadowRoot?.querySelector('slot'));
      expect(embed.querySelector('p')!.getBoundingClientRect().height).to.be.above(0);
      const template = document.createElement('template');
      embed.append(template);
      await consent.setLocale('en');
      expect(rootOf(embed)).to.equal(undefined);
      template.content.append('Late');
      await waiting(embed);
    });
  });

  describe('the focus', () => {
    const inFocus = (): string => (document.activeElement?.matches('main *') ? document.activeElement.localName : '');

    it('moves from the button into what has come, by the keyboard alone', async () => {
      start();
      const embed = await waiting(put(`consent="social"><template><a href="#x">Post</a></template>`));
      part(embed, 'load-once')!.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => inFocus() === 'a');
      consent.withdraw();
      await until(() => rootOf(embed)?.activeElement);
      expect(inFocus()).to.equal('candor-embed');
    });

    it('stays on the embed where nothing in it takes it', async () => {
      start();
      const embed = await waiting(put('consent="social"><template><p>Post</p></template>'));
      part(embed, 'always-allow')!.focus();
      press(embed, 'always-allow');
      await until(() => isReleased(embed) && inFocus() === 'candor-embed');
      (document.activeElement as HTMLElement).blur();
      expect(embed.hasAttribute('tabindex')).to.equal(false);
    });

    it('is left alone by what is released or removed elsewhere', async () => {
      start();
      const embed = await waiting(put(FILM));
      const button = document.createElement('button');
      main.append(button);
      button.focus();
      consent.acceptAll();
      await until(() => isReleased(embed));
      consent.withdraw();
      await waiting(embed);
      expect(document.activeElement).to.equal(button);
    });

    it('comes back to the small button when its dialog is closed, and nothing is loaded', async () => {
      start();
      const embed = put(
        'consent="social" label="Share"><template><iframe width="120" height="40"></iframe></template>',
      );
      await until(() => part(embed, 'open'));
      part(embed, 'open')!.focus();
      press(embed, 'open');
      const dialog = find<HTMLDialogElement>(embed, 'dialog')!;
      expect(dialog.open).to.equal(true);
      await sendKeys({ press: 'Escape' });
      await until(() => !dialog.open);
      expect(rootOf(embed)!.activeElement).to.equal(part(embed, 'open'));
      press(embed, 'open');
      press(embed, 'load-once');
      expect(isReleased(embed)).to.equal(true);
      expect(document.querySelector(':modal')).to.equal(null);
    });

    it('what happened is told', async () => {
      start();
      const embed = await waiting(put(FILM));
      const status = (): string => find(embed, '[role="status"]')!.textContent.trim();
      expect(status()).to.equal('');
      press(embed, 'load-once');
      await until(() => status() === 'Talk video: loaded.');
      consent.withdraw();
      await until(() => status() === 'Talk video: removed.');
    });
  });

  describe('wherever and whenever it is', () => {
    it('waits for a consent that comes later, and for its config', async () => {
      const embed = put(FILM);
      expect(heightOf(embed)).to.equal(250);
      start();
      await waiting(embed);
      consent.destroy();
      await until(() => !rootOf(embed));
      start();
      await waiting(embed);
    });

    it('takes the consent it is given', async () => {
      const embed = put(FILM);
      const calls: unknown[] = [];
      embed.consent = { embed: (element: object) => calls.push(element) } as unknown as Consent;
      expect(calls).to.deep.equal([embed]);
    });

    it('serves closed shadow roots, and those in them that are added later', async () => {
      start();
      const host = document.createElement('div');
      main.append(host);
      const root = host.attachShadow({ mode: 'closed' });
      root.innerHTML = `<candor-embed ${FILM}</candor-embed>`;
      const embed = root.querySelector('candor-embed')!;
      await waiting(embed);
      consent.acceptAll();
      await until(() => root.querySelector('iframe'));
      consent.withdraw();
      expect(root.querySelector('iframe')).to.equal(null);
    });

    it('serves copies, each for itself', async () => {
      start();
      const embed = await waiting(put(FILM));
      const copy = embed.cloneNode(true) as CandorEmbed;
      main.append(copy);
      await waiting(copy);
      press(copy, 'load-once');
      expect([isReleased(embed), isReleased(copy)]).to.deep.equal([false, true]);
    });

    it('keeps its content when it is moved, and stops when it is taken out', async () => {
      start(CONFIG, { choices: { social: true } });
      const embed = put('consent="social"><template><b>Post</b></template>');
      await until(() => isReleased(embed));
      const post = embed.querySelector('b');
      const section = document.createElement('section');
      main.append(section);
      section.append(embed);
      await consent.setLocale('en');
      expect(embed.querySelector('b')).to.equal(post);
      embed.remove();
      await until(() => !embed.querySelector('b'));
      consent.withdraw();
      main.append(embed);
      await waiting(embed);
      expect(isReleased(embed)).to.equal(false);
    });

    it('follows attributes that are set or changed after it has come', async () => {
      start(CONFIG, { choices: { functional: true } });
      const embed = document.createElement('candor-embed');
      embed.append(Object.assign(document.createElement('template'), { innerHTML: '<b>Post</b>' }));
      main.append(embed);
      await waiting(embed);
      embed.setAttribute('consent', 'functional');
      await until(() => isReleased(embed));
      embed.setAttribute('consent', 'social');
      await until(() => !isReleased(embed));
      expect(embed.querySelector('b')).to.equal(null);
      embed.setAttribute('label', 'Map');
      await until(() => part(embed, 'title')?.textContent === 'Map');
    });

    it('waits in a template that waits itself', async () => {
      start();
      const template = document.createElement('template');
      template.dataset['consent'] = 'functional';
      template.innerHTML = `<candor-embed ${FILM}</candor-embed>`;
      main.append(template);
      consent.update({ functional: true });
      await until(() => main.querySelector('candor-embed'));
      await waiting(main.querySelector('candor-embed')!);
      consent.update({ social: true });
      await until(() => main.querySelector('iframe'));
      consent.update({ functional: false });
      await until(() => !main.querySelector('iframe'));
    });

    it('leaves nothing behind when Candor leaves the page', async () => {
      start();
      const embed = await waiting(put(FILM));
      press(embed, 'load-once');
      consent.destroy();
      expect(isReleased(embed)).to.equal(false);
      expect(main.querySelector('iframe')).to.equal(null);
      expect(embed.shadowRoot!.querySelector('candor-placeholder')).to.equal(null);
    });

    it('keeps what the page has put in its place until the placeholder stands', async () => {
      start();
      const embed = put('consent="social"><template></template><a slot="fallback" href="#film">Watch it there</a>');
      const link = embed.querySelector('a')!;
      await until(() => link.getBoundingClientRect().height > 0);
      embed.querySelector('template')!.content.append('Film');
      await waiting(embed);
      expect(link.getBoundingClientRect().height).to.equal(0);
      press(embed, 'load-once');
      expect(link.getBoundingClientRect().height).to.equal(0);
    });
  });
});
