/** What a page puts into the surfaces of its own markup: its words and its controls in the place of ours. */
import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import { serveControls } from '../../src/page/controls.js';
import { testimonyOf } from '../../src/page/testimony.js';
import { placeElement } from '../../src/ui/place-element.js';
import '../../src/ui/age/define.js';
import '../../src/ui/banner/define.js';
import '../../src/ui/notice/open.js';
import '../../src/ui/preferences/define.js';
import '../../src/ui/request/define.js';
import { announce } from '../../src/ui/shared/announce.js';
import type { SurfaceElement } from '../../src/ui/shared/surface-element.js';
import { expectAccessible } from '../helpers/axe.js';
import { FakeConsent, type FakeOptions } from '../helpers/fake-consent.js';
import { answered, until } from '../helpers/until.js';

const CONFIG: Config = {
  controller: { name: 'Shop', privacyPolicy: '/privacy' },
  categories: [{ id: 'necessary' }, { id: 'analytics' }, { id: 'location' }],
};

const WORDS = '<span slot="title">Before you read on</span><p slot="text">We count visits, if you let us.</p>';
const CONTROLS = `<div slot="actions">
  <button type="button" data-candor="reject-all">No</button>
  <button type="button" data-candor="accept-all">Yes</button>
  <button type="button" data-candor="preferences">Each by itself</button>
</div>`;

type Tag = 'banner' | 'preferences' | 'request' | 'notice' | 'age';

let surface: SurfaceElement;
let fake: FakeConsent;

async function put(tag: Tag, children: string, config = CONFIG, options: FakeOptions = {}, more = {}): Promise<void> {
  fake = new FakeConsent(config, options);
  document.body.insertAdjacentHTML('beforeend', `<candor-${tag} hidden>${children}</candor-${tag}>`);
  surface = Object.assign(placeElement(`candor-${tag}`, fake.consent), more);
  await surface.show();
}

function leave(): void {
  surface.hide();
  surface.remove();
}

const inside = (selector: string): HTMLElement | null => surface.shadowRoot!.querySelector(selector);
const own = (selector: string): HTMLElement => surface.querySelector<HTMLElement>(selector)!;
const isSeen = (element: Element | null): boolean => !!element?.getClientRects().length;
/** What is read on it: `innerText` knows nothing of slots. */
const read = (): string => testimonyOf(witnessed(surface)).text ?? '';
const witnessed = (target: Element, eventPhase: number = Event.CAPTURING_PHASE): Parameters<typeof testimonyOf>[0] =>
  Object.assign(fake.consent as never, { clicked: { surface, click: { eventPhase, isTrusted: true }, target } });
const calls = (): unknown[] => fake.calls.map(([name, ...rest]) => [name, ...rest.slice(0, 1)]);

describe('the slots', () => {
  const stop = new AbortController();
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  afterEach(leave);
  after(() => {
    stop.abort();
    return emulateMedia({ reducedMotion: 'no-preference' });
  });

  for (const [tag, children, more] of [
    ['banner', WORDS + CONTROLS],
    ['preferences', WORDS],
    ['notice', WORDS],
    ['age', WORDS],
    ['request', WORDS.replaceAll('slot="title"', 'slot="title:location"'), { asked: 'location' }],
  ] as [Tag, string, object?][]) {
    it(`of <candor-${tag}> leave it accessible`, async () => {
      await put(tag, children, CONFIG, {}, more);
      await expectAccessible(surface);
    });
  }

  it('show the page’s words and controls, and none of ours in their place', async () => {
    await put('banner', WORDS + CONTROLS);
    for (const selector of ['[slot=title]', '[slot=text]', '[data-candor=reject-all]']) {
      expect(isSeen(own(selector)), selector).to.equal(true);
    }
    for (const name of ['description', 'reject-all', 'accept-all', 'preferences']) {
      expect(isSeen(inside(`[part=${name}]`)), name).to.equal(false);
    }
    expect(isSeen(inside('[part=policy]'))).to.equal(true);
  });

  it('show ours where the page has nothing to say, in the visitor’s language', async () => {
    await put('banner', '<span slot="title">Shop</span>', CONFIG, { locale: 'zh-Hans', locales: ['en', 'zh-Hans'] });
    expect(isSeen(inside('[part=description]'))).to.equal(true);
    expect(inside('[part=reject-all]')!.textContent.trim()).to.equal('全部拒绝');
  });

  it('leave out what has no slot, and put ours back when a page takes its own away', async () => {
    await put('banner', `<b>not this</b>${WORDS}`);
    expect(isSeen(own('b'))).to.equal(false);
    own('p').removeAttribute('slot');
    expect(isSeen(inside('[part=description]'))).to.equal(true);
    expect(isSeen(own('p'))).to.equal(false);
  });

  it('take the page’s place for hidden markup away when the surface shows, and only then', async () => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = '[hidden] { display: none !important }';
    fake = new FakeConsent(CONFIG);
    document.body.insertAdjacentHTML('beforeend', `<candor-banner hidden>${WORDS}</candor-banner>`);
    surface = document.querySelector('candor-banner')!;
    expect(isSeen(own('p'))).to.equal(false);
    surface.consent = fake.consent;
    await surface.show();
    expect(isSeen(own('p'))).to.equal(true);
    surface.hide();
    expect(isSeen(own('p'))).to.equal(false);
    style.remove();
  });

  it('leave what the law wants said beside the page’s own text', async () => {
    const config = { ...CONFIG, categories: [{ id: 'necessary' }, { id: 'advertising', sale: true }] };
    await put('banner', WORDS, config, { region: 'US-CA', gpc: true });
    expect(isSeen(inside('[part=signal]'))).to.equal(true);
    expect(read()).to.match(/Opt-out request honored/);
  });

  it('are told once to a screen reader, and stand in the record, as the page says them', async () => {
    await put('banner', WORDS + CONTROLS);
    announce(surface, stop.signal);
    await until(() => inside('[role=status]')?.textContent === 'Before you read on');
    const lines = read().split('\n');
    expect(lines.slice(0, 5)).to.deep.equal([
      'Before you read on',
      'We count visits, if you let us.',
      'No',
      'Yes',
      'Each by itself',
    ]);
    expect(lines).not.to.include('Your data, your choice');
  });

  describe('for controls', () => {
    it('do what ours would, once', async () => {
      const served = new AbortController();
      for (const [name, expected] of [
        ['reject-all', [['rejectAll']]],
        ['accept-all', [['acceptAll']]],
        ['preferences', [['show', 'preferences']]],
      ] as const) {
        await put('banner', CONTROLS);
        serveControls(fake.consent, served.signal);
        own(`[data-candor=${name}]`).click();
        await answered();
        expect(calls(), name).to.deep.equal(expected);
        leave();
      }
      served.abort();
    });

    it('take the marks that ours have, also on what stands in a control', async () => {
      await put('banner', '<button slot="actions" data-consent-action="reject-all"><b>No</b></button>');
      own('b').click();
      await answered();
      expect(calls()).to.deep.equal([['rejectAll']]);
    });

    it('answer only what is new, where something is asked again', async () => {
      const refused = { granted: false, at: Math.floor(Date.now() / 1000) - 60, revision: 1 };
      const decision = { at: refused.at, revision: 1, answers: new Map([['analytics', refused]]) };
      const served = new AbortController();
      await put('banner', CONTROLS, CONFIG, { decision });
      serveControls(fake.consent, served.signal);
      own('[data-candor=accept-all]').click();
      await answered();
      served.abort();
      expect(calls()).to.deep.equal([['update', { location: true }]]);
      expect(fake.choices).to.deep.include({ analytics: false, location: true });
    });

    it('are not kept from anything else that they are marked for', async () => {
      const served = new AbortController();
      await put('banner', '<button slot="actions" data-candor="withdraw">Take it back</button>');
      serveControls(fake.consent, served.signal);
      own('button').click();
      served.abort();
      expect(calls()).to.deep.equal([['withdraw']]);
    });

    it('are known to the record when what they decide comes late', async () => {
      await put('banner', CONTROLS);
      const late = witnessed(own('[data-candor=accept-all]'), Event.NONE);
      expect(testimonyOf(late)).to.include({ surface: 'banner', trusted: true });
    });

    it('save the panel’s draft, and refuse', async () => {
      const buttons = ['reject-all', 'save'].map((name) => `<button data-consent-action="${name}">${name}</button>`);
      await put('preferences', `<div slot="actions">${buttons.join('')}</div>`);
      expect(isSeen(inside('[part=save]'))).to.equal(false);
      inside('[data-consent-category=analytics]')!.click();
      own('[data-consent-action=save]').click();
      await answered();
      expect(calls()).to.deep.equal([['update', { analytics: true, location: false }]]);
      own('[data-consent-action=reject-all]').click();
      await answered();
      expect(calls()[1]).to.deep.equal(['rejectAll']);
    });

    it('close the notice', async () => {
      await put('notice', '<button slot="actions" data-consent-action="close">Good</button>');
      own('button').click();
      expect(surface.open).to.equal(false);
    });
  });

  describe('of the dialog for one id', () => {
    const FOR_LOCATION =
      '<span slot="title:location">May we find the nearest shop?</span><p slot="text:location">Once.</p>';
    const answers: boolean[] = [];
    const answer = (granted: boolean): void => void answers.push(granted);

    it('belong to that id, and never stand above another question', async () => {
      await put('request', FOR_LOCATION, CONFIG, {}, { asked: 'location' });
      expect([isSeen(own('span')), isSeen(own('p')), isSeen(inside('[part=facts]'))]).to.deep.equal([true, true, true]);
      leave();
      await put('request', FOR_LOCATION, CONFIG, {}, { asked: 'analytics' });
      expect([isSeen(own('span')), isSeen(own('p'))]).to.deep.equal([false, false]);
      expect(inside('h2')!.textContent).to.contain('Analytics');
    });

    it('take controls that answer', async () => {
      const buttons = '<button data-consent-action="deny">No</button><button data-consent-action="allow">Yes</button>';
      for (const name of ['deny', 'allow']) {
        await put('request', `<div slot="actions">${buttons}</div>`, CONFIG, {}, { asked: 'location', answer });
        own(`[data-consent-action=${name}]`).click();
        await answered();
        expect(surface.open).to.equal(false);
        leave();
      }
      expect(answers).to.deep.equal([false, true]);
    });
  });

  it('of the age question say nothing in the place of what a child is told', async () => {
    await put('age', WORDS, { ...CONFIG, audience: { ask: true } });
    expect(isSeen(own('span'))).to.equal(true);
    Object.assign(fake, { setSubject: () => {} });
    inside('[data-consent-age=child]')!.click();
    await until(() => !isSeen(own('span')));
    expect(inside('h2')!.textContent).to.contain('Everything optional stays off');
  });
});

describe('words of the page that are empty', () => {
  afterEach(leave);

  it('leave heading, text and buttons as we have them, in the visitor’s language', async () => {
    const empty = { en: '', 'zh-Hans': ' ' };
    const texts = Object.fromEntries(
      ['title', 'description', 'reject-all', 'accept-all', 'preferences'].map((name, index) => [
        `banner.${name}`,
        index % 2 ? empty : '',
      ]),
    );
    for (const [locale, title, reject] of [
      ['en', 'Your data, your choice', 'Reject all'],
      ['zh-Hans', '您的数据，由您决定', '全部拒绝'],
    ] as const) {
      await put('banner', '', { ...CONFIG, texts }, { locale, locales: ['en', 'zh-Hans'] });
      expect(inside('h2')!.textContent.trim()).to.equal(title);
      expect(inside('[part=description]')!.textContent.trim()).to.not.equal('');
      expect(inside('[part=reject-all]')!.textContent.trim()).to.equal(reject);
      await expectAccessible(surface);
      leave();
    }
  });

  it('leave a category its name, and what it says in another language', async () => {
    const categories = [
      { id: 'necessary' },
      { id: 'analytics', title: '', description: { en: '', 'zh-Hans': '统计' }, ifRefused: '' },
      { id: 'surveys', title: { en: '', 'zh-Hans': '调研' }, services: [{ id: 'forms', name: '', provider: ' ' }] },
    ];
    await put('preferences', '', { ...CONFIG, categories });
    const names = [...surface.shadowRoot!.querySelectorAll('h4, [part=service] [part=name]')];
    expect(names.slice(1).map(({ textContent }) => textContent)).to.deep.equal(['Analytics', '调研', 'forms']);
    expect(read())
      .to.match(/^统计$/m)
      .and.match(/^Basic functions still work\.$/m)
      .and.not.match(/^Provider$/m);
  });
});
