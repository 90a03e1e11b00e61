import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import { UNDECIDED } from '../../src/core/decision.js';
import { createModel } from '../../src/core/model.js';
import { presetFor } from '../../src/core/presets.js';
import type { CandorRequest } from '../../src/ui/request/candor-request.js';
import { open, type Request } from '../../src/ui/request/open.js';
import { expectAccessible } from '../helpers/axe.js';
import { FakeConsent, type FakeOptions } from '../helpers/fake-consent.js';
import { until } from '../helpers/until.js';

const CONFIG: Config = {
  categories: [
    { id: 'necessary' },
    {
      id: 'location',
      ifRefused: { en: 'You pick the city yourself.', 'zh-Hans': '您可以自行选择城市。' },
      services: [
        {
          id: 'north-maps',
          name: 'North Maps',
          description: 'Draws the map round you.',
          provider: 'North Maps Ltd.',
          country: 'SG',
          retention: 'P1D',
          policy: 'https://north.example/privacy',
        },
        { id: 'weather', policy: 'javascript:alert(1)' },
      ],
    },
    { id: 'analytics' },
    { id: 'sharing' },
    {
      id: 'sensitive',
      necessity: 'Somebody must be sure that it is you.',
      services: [
        {
          id: 'face',
          data: ['a photo of your face'],
          method: 'Compared with your card, then deleted.',
          impact: 'Whoever got it could pass for you.',
          alternative: 'come to the counter',
          role: 'independent',
          contact: 'mailto:desk@faces.example',
        },
        { id: 'health', name: 'Health' },
      ],
    },
    {
      id: 'push',
      services: [{ id: 'browser-push' }, { id: 'email', scope: 'account' }, { id: 'sms', scope: 'account' }],
    },
  ],
  controller: { storageLocation: 'CN' },
};

let fake: FakeConsent;
const element = (): CandorRequest => document.querySelector('candor-request')!;
const find = <Type extends HTMLElement = HTMLElement>(selector: string): Type =>
  element().renderRoot.querySelector<Type>(selector)!;
const action = (name: string): HTMLButtonElement => find(`[data-consent-action="${name}"]`);
const text = (selector: string): string => find(selector).textContent.replace(/\s+/g, ' ').trim();
const isOpen = (): boolean => document.querySelector('candor-request')?.open === true;

function ask(id = 'location', more: Partial<Request> = {}): Promise<boolean> {
  return open(fake.consent, {
    id,
    trigger: 'visitor',
    commit: (_method, choices) => fake.update(choices),
    decided: () => [createModel(fake.config, presetFor(''), Date.now() / 1000), UNDECIDED],
    ...more,
  });
}

async function show(id?: string, config: Config = CONFIG, options: FakeOptions = {}): Promise<Promise<boolean>[]> {
  fake = new FakeConsent(config, options);
  const answer = ask(id);
  await until(isOpen);
  await element().updateComplete;
  return [answer];
}

beforeEach(() => {
  fake = new FakeConsent(CONFIG);
});

afterEach(async () => {
  element()?.hide();
  await Promise.resolve();
  element()?.remove();
  await setViewport({ width: 1280, height: 720 });
  await emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
});

describe('accessibility', () => {
  for (const [what, locale, id] of [
    ['a category', 'en', 'location'],
    ['a service, in Chinese', 'zh-Hans', 'north-maps'],
    ['a separate one', 'en', 'sharing'],
    ['a kind of sensitive data', 'en', 'face'],
    ['channels, in Chinese', 'zh-Hans', 'push'],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`axe finds nothing: ${what}, ${colorScheme}`, async () => {
        await emulateMedia({ colorScheme });
        await show(id, CONFIG, { locale });
        await expectAccessible(element());
      });
    }
  }

  it('is a dialog that is named by its question, and takes the focus there', async () => {
    await show();
    const dialog = find<HTMLDialogElement>('dialog');
    expect(dialog.matches(':modal')).to.equal(true);
    expect(text(`#${dialog.getAttribute('aria-labelledby')!}`)).to.equal('Allow “Your location”?');
    expect(element().renderRoot.activeElement).to.equal(find('h2'));
  });

  it('gives the focus back to where it was', async () => {
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    const [answer] = await show();
    action('deny').click();
    await answer;
    expect(document.activeElement).to.equal(button);
    button.remove();
  });
});

describe('the question says', () => {
  it('what, why, who, how long, and what happens without it', async () => {
    await show();
    expect(text('#purpose')).to.match(/^Finds where you are/);
    const facts = text('dl');
    for (const fact of [
      'North Maps',
      'Draws the map round you.',
      'North Maps Ltd.',
      'Singapore',
      '1 day',
      'north.example/privacy',
    ]) {
      expect(facts).to.include(fact);
    }
    expect(facts).to.include('You pick the city yourself.');
    expect(facts).to.match(/Your answer holds ?184 days/);
  });

  it('for a service, its own name and facts and no other', async () => {
    await show('north-maps');
    expect(text('h2')).to.equal('Allow “North Maps”?');
    expect(text('#purpose')).to.match(/^Draws the map round you\. ?Finds where you are/);
    expect(text('dl')).to.not.include('weather');
  });

  it('for a kind of sensitive data, all that the law wants told, its category’s word where it has none', async () => {
    await show('face');
    for (const fact of [
      'Data a photo of your face',
      'How it is used Compared with your card, then deleted.',
      'Why it is needed Somebody must be sure that it is you.',
      'What it means for you Whoever got it could pass for you.',
      'Instead you can come to the counter',
      'Role Uses the data for purposes of its own',
      'Contact desk@faces.example',
      'Stored in China',
    ]) {
      expect(text('dl')).to.include(fact);
    }
    expect(text('dl')).to.not.include('Health');
  });

  it('for a service whose category is off, that it is turned on for this alone', async () => {
    const [first] = await show('north-maps');
    expect(text('#purpose')).to.match(/This also turns on “Your location”, for this alone\.$/);
    element().hide();
    await first;
    fake.update({ location: true, 'north-maps': false });
    const answer = ask('north-maps');
    await until(isOpen);
    await element().updateComplete;
    expect(text('#purpose')).to.not.include('turns on');
    element().hide();
    await answer;
  });

  it('for a category, which services its answer covers, and which it does not', async () => {
    await show('push', CONFIG, { barred: ['sms'] });
    expect(text('dl')).to.include('Notifications in this browser').and.include('Not included E-mail');
    expect(text('dl')).to.not.include('Text message').and.not.include('Offers and news by e-mail');
  });

  it('it in the language that is spoken', async () => {
    await show('location', CONFIG, { locale: 'zh-Hans' });
    expect(element().lang).to.equal('zh-Hans');
    expect(text('h2')).to.equal('允许“位置信息”吗？');
    expect(text('dl')).to.include('您可以自行选择城市。');
    expect(action('allow').textContent.trim()).to.equal('允许');
  });

  it('no link that runs a script', async () => {
    await show();
    const links = [...element().renderRoot.querySelectorAll('a')].map(({ href }) => href);
    expect(links).to.deep.equal(['https://north.example/privacy']);
  });
});

describe('the two answers', () => {
  const box = (name: string): DOMRect => action(name).getBoundingClientRect();

  for (const width of [320, 1280]) {
    it(`have one size, weight and colour at ${width} px, and are on screen`, async () => {
      await setViewport({ width, height: 600 });
      await show();
      expect(box('deny').width).to.be.closeTo(box('allow').width, 0.5);
      expect(box('deny').height).to.be.closeTo(box('allow').height, 0.5);
      expect(box('allow').height).to.be.at.least(44);
      const look = (name: string): string[] => {
        const { color, backgroundColor, fontWeight, fontSize } = getComputedStyle(action(name));
        return [color, backgroundColor, fontWeight, fontSize];
      };
      expect(look('deny')).to.deep.equal(look('allow'));
      for (const name of ['deny', 'allow']) {
        expect(box(name).left).to.be.at.least(0);
        expect(box(name).right).to.be.at.most(innerWidth);
        expect(box(name).bottom).to.be.at.most(innerHeight);
      }
    });
  }

  it('stay on screen where the text is long and the window low', async () => {
    await setViewport({ width: 400, height: 320 });
    const long = 'Words and words and words. '.repeat(60);
    await show('location', { categories: [{ id: 'location', description: long }] });
    expect(box('allow').bottom).to.be.at.most(innerHeight);
    const scroller = find('.text');
    expect(scroller.scrollHeight).to.be.greaterThan(scroller.clientHeight);
  });

  for (const [name, granted] of [
    ['allow', true],
    ['deny', false],
  ] as const) {
    it(`${name}: the answer is given, the dialog is gone, the promise says ${granted}`, async () => {
      const [answer] = await show();
      action(name).click();
      expect(await answer).to.equal(granted);
      expect(isOpen()).to.equal(false);
      expect(fake.calls).to.deep.equal([['update', { location: granted }, undefined]]);
    });
  }

  it('Escape gives none, and the promise says false', async () => {
    const [answer] = await show();
    await sendKeys({ press: 'Escape' });
    expect(await answer).to.equal(false);
    expect(fake.calls).to.deep.equal([]);
  });
});

describe('asking', () => {
  it('what is allowed already asks nobody', async () => {
    fake.update({ location: true });
    expect(await ask()).to.equal(true);
    expect(isOpen()).to.equal(false);
  });

  it('what nobody configured asks nobody, and is a no', async () => {
    expect(await ask('elsewhere')).to.equal(false);
    expect(isOpen()).to.equal(false);
  });

  it('what is not for this visitor asks nobody, and is a no', async () => {
    fake = new FakeConsent(CONFIG, { barred: ['location', 'north-maps'] });
    expect([await ask(), await ask('north-maps')]).to.deep.equal([false, false]);
    expect(isOpen()).to.equal(false);
  });

  it('twice for one id shows one dialog, with one answer for both', async () => {
    const answers = Promise.all([ask(), ask()]);
    await until(isOpen);
    action('allow').click();
    expect(await answers).to.deep.equal([true, true]);
    expect(fake.calls).to.have.length(1);
  });

  it('for two ids shows one dialog after the other', async () => {
    const first = ask('location');
    const second = ask('analytics');
    await until(isOpen);
    await element().updateComplete;
    expect(text('h2')).to.include('Your location');
    action('deny').click();
    expect(await first).to.equal(false);
    await until(isOpen);
    await element().updateComplete;
    expect(text('h2')).to.include('Analytics');
    action('allow').click();
    expect(await second).to.equal(true);
  });

  it('by the page does not repeat a refusal that still counts; by the visitor it does', async () => {
    const refused = { granted: false, at: Math.floor(Date.now() / 1000), revision: 1 };
    const decided: Request['decided'] = () => [
      createModel(CONFIG, presetFor(''), Date.now() / 1000),
      { ...UNDECIDED, answers: new Map([['location', refused]]) },
    ];
    expect(await ask('location', { trigger: 'page', decided })).to.equal(false);
    expect(isOpen()).to.equal(false);
    const again = ask('location', { trigger: 'visitor', decided });
    await until(isOpen);
    action('allow').click();
    expect(await again).to.equal(true);
  });

  it('by the page asks what is open', async () => {
    const answer = ask('location', { trigger: 'page' });
    await until(isOpen);
    action('allow').click();
    expect(await answer).to.equal(true);
  });

  it('closes when the answer comes from elsewhere', async () => {
    const [answer] = await show();
    fake.update({ location: true });
    expect(await answer).to.equal(true);
    expect(isOpen()).to.equal(false);
  });

  it('tells the page of what it asks, which may ask in its own way', async () => {
    const told: unknown[] = [];
    const mine = (event: CustomEvent): void => {
      event.preventDefault();
      told.push(event.detail);
    };
    document.addEventListener('candor-request', mine as EventListener, { once: true });
    const answer = ask('north-maps');
    await until(() => told.length);
    expect(told).to.deep.equal([{ surface: 'request', id: 'north-maps' }]);
    expect(isOpen()).to.equal(false);
    expect(document.querySelector('candor-request'), 'nothing of Candor’s is on the page').to.equal(null);
    fake.update({ 'north-maps': true });
    expect(await answer).to.equal(true);
  });
});
