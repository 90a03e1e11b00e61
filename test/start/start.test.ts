import { expect } from 'chai';
import type { ChangeDetail } from '../../src/core/change.js';
import type { Config } from '../../src/core/config.js';
import type { Consent } from '../../src/core/consent.js';
import '../../src/index.js';
import { start, type ConsentOptions } from '../../src/start.js';
import { clearStorage, cookieOf, tellStored } from '../helpers/storage.js';
import { until } from '../helpers/until.js';

const config: Config = {
  categories: [
    { id: 'necessary' },
    { id: 'analytics', services: [{ id: 'posthog' }] },
    { id: 'social' },
    { id: 'sharing' },
  ],
  layout: { reopen: 'none' },
};
const now = (): number => Math.floor(Date.now() / 1000);
const storedYes = (id: string, at = now()): string => `v=1&at=${at}&rev=1&yes=${id}&no=`;
/** Long enough for anything that was due to have happened. */
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setTimeout(resolve));
};

let begun: Consent[] = [];
let heard: [type: string, detail: unknown][] = [];
let errors: unknown[][] = [];
let warnings: unknown[][] = [];
let endListening = new AbortController();
const { error, warn } = console;

function begin(source: unknown = config, options: ConsentOptions = {}): Consent {
  const consent = start(source, { storage: 'memory', manual: true, ...options });
  begun.push(consent);
  return consent;
}

const changes = (): ChangeDetail[] =>
  heard.filter(([type]) => type === 'candor-change').map(([, detail]) => detail as ChangeDetail);

beforeEach(async () => {
  await clearStorage();
  heard = [];
  errors = [];
  warnings = [];
  console.error = (...args: unknown[]) => void errors.push(args);
  console.warn = (...args: unknown[]) => void warnings.push(args);
  endListening = new AbortController();
  for (const type of ['candor-ready', 'candor-change', 'candor-show', 'candor-refresh']) {
    document.addEventListener(type, (event) => heard.push([type, (event as CustomEvent).detail]), {
      signal: endListening.signal,
    });
  }
});

afterEach(async () => {
  window.candor?.destroy();
  begun = [];
  endListening.abort();
  Object.assign(console, { error, warn });
  document.querySelectorAll('[data-test]').forEach((element) => element.remove());
  await clearStorage();
});

describe('an undecided visitor', () => {
  it('has granted nothing but the necessary, and is to be asked', () => {
    const consent = begin();
    expect(consent.choices).to.deep.equal({
      necessary: true,
      analytics: false,
      posthog: false,
      social: false,
      sharing: false,
    });
    expect(consent.pending).to.deep.equal(['analytics', 'social']);
    expect(consent.granted('necessary')).to.equal(true);
    for (const id of ['analytics', 'posthog', 'sharing', 'unknown', 'toString', '__proto__']) {
      expect(consent.granted(id), id).to.equal(false);
    }
  });

  it('finds the consent ready at once, as window.candor', async () => {
    const consent = begin();
    expect(window.candor).to.equal(consent);
    expect(heard).to.deep.equal([['candor-ready', null]]);
    expect(consent.config).to.equal(config);
    await consent.ready;
  });

  it('of a site without a config has the usual categories', () => {
    expect(begin({}).pending).to.deep.equal(['functional', 'analytics', 'advertising', 'social', 'location', 'push']);
  });

  it('is of the region given, or of the page’s', () => {
    const meta = document.createElement('meta');
    meta.name = 'candor-region';
    meta.content = 'FR';
    meta.dataset['test'] = '';
    document.head.append(meta);
    expect(begin().region).to.equal('FR');
    expect(begun[0]?.preset.id).to.equal('eea');
    begun[0]?.destroy();
    const given = begin(config, { region: 'US' });
    expect(given.region).to.equal('US');
    expect(given.preset.id).to.equal('us-ca');
  });

  it('is of no region where nobody says so', () => {
    expect(begin().region).to.equal('');
  });

  it('may start with answers, in tests', () => {
    const consent = begin(config, { choices: { analytics: true, social: false } });
    expect(consent.granted('posthog')).to.equal(true);
    expect(consent.pending).to.deep.equal([]);
  });
});

describe('a decision', () => {
  for (const [what, decide, granted, denied, method] of [
    ['acceptAll', (consent: Consent) => consent.acceptAll(), ['analytics', 'posthog', 'social'], [], 'accept-all'],
    ['rejectAll', (consent: Consent) => consent.rejectAll(), [], ['analytics', 'posthog', 'social'], 'reject-all'],
    ['withdraw', (consent: Consent) => consent.withdraw(), [], ['analytics', 'posthog', 'social'], 'withdraw'],
    ['update', (consent: Consent) => consent.update({ social: true }), ['social'], [], 'update'],
    [
      'update with a method',
      (consent: Consent) => consent.update({ analytics: false, social: true }, { method: 'save' }),
      ['social'],
      ['analytics', 'posthog'],
      'save',
    ],
  ] as const) {
    it(`by ${what} is told once, to the consent’s listeners and the document’s, with the same detail`, () => {
      const consent = begin();
      const own: ChangeDetail[] = [];
      consent.addEventListener('change', ({ detail }) => own.push(detail));
      decide(consent);
      expect(changes()).to.have.length(1);
      expect(own[0]).to.equal(changes()[0]);
      expect(own).to.have.length(1);
      expect(own[0]).to.deep.equal({
        choices: consent.choices,
        granted,
        denied,
        running: [],
        method,
        record: consent.record,
      });
    });
  }

  it('leaves unnamed categories as they are, pending ones too', () => {
    const consent = begin();
    consent.update({ social: true });
    expect(consent.pending).to.deep.equal(['analytics']);
    consent.update({ analytics: false });
    expect(consent.choices['social']).to.equal(true);
    expect(consent.pending).to.deep.equal([]);
  });

  it('never grants what is separate', () => {
    const consent = begin();
    consent.acceptAll();
    consent.update({ sharing: true });
    expect(consent.granted('sharing')).to.equal(false);
  });

  it('that is withdrawn leaves nothing granted and nothing pending', () => {
    document.cookie = `candor=${storedYes('analytics.social.sharing')}; path=/`;
    const consent = begin(config, { storage: 'cookie' });
    expect(consent.granted('sharing')).to.equal(true);
    consent.withdraw();
    expect(Object.entries(consent.choices).filter(([, granted]) => granted)).to.deep.equal([['necessary', true]]);
    expect(consent.pending).to.deep.equal([]);
    expect(changes()[0]?.denied).to.include('sharing');
  });

  it('is in the listener’s hands as it stands now', () => {
    const consent = begin();
    let seen: unknown;
    consent.addEventListener('change', () => (seen = [consent.granted('social'), consent.pending.length]));
    consent.acceptAll();
    expect(seen).to.deep.equal([true, 0]);
  });

  it('is stored, then told, then followed by the gates', async () => {
    const consent = begin(config, { storage: 'cookie' });
    const order: string[] = [];
    const stored = (): string => (/yes=analytics\.social/.test(cookieOf('candor') ?? '') ? 'stored' : 'not stored');
    consent.addEventListener('change', () => order.push(`told, ${stored()}`));
    document.addEventListener('candor-change', () => order.push('document told'), { once: true });
    consent.gate('analytics', () => void order.push('gate'));
    consent.acceptAll();
    expect(order).to.deep.equal(['told, stored', 'document told']);
    await until(() => order.includes('gate'));
    expect(order).to.deep.equal(['told, stored', 'document told', 'gate']);
  });

  it('is on screen before the gates follow', async () => {
    const frames: FrameRequestCallback[] = [];
    const kept = Object.getOwnPropertyDescriptor(window, 'requestAnimationFrame')!;
    window.requestAnimationFrame = (frame) => frames.push(frame);
    let opened = false;
    try {
      const consent = begin();
      consent.gate('analytics', () => void (opened = true));
      consent.acceptAll();
      await turns();
      expect(opened).to.equal(false);
      expect(frames).to.have.length(1);
    } finally {
      Object.defineProperty(window, 'requestAnimationFrame', kept);
    }
    frames[0]?.(performance.now());
    await until(() => opened);
  });

  it('is none where a page says that the visitor was told: nothing closes, and the question stays', async () => {
    const consent = begin(config, { manual: false });
    const isAsking = (): boolean => !!document.querySelector('candor-banner')?.hasAttribute('open');
    await until(isAsking);
    const { pending } = consent;
    consent.update({}, { method: 'told' });
    await turns();
    expect(isAsking()).to.equal(true);
    expect(consent.pending).to.deep.equal(pending);
    expect(changes()).to.deep.equal([]);
    consent.hide();
  });

  it('that takes back ends gates in the same task', () => {
    const consent = begin(config, { choices: { analytics: true } });
    const order: string[] = [];
    consent.gate('posthog', () => {
      order.push('on');
      return () => void order.push('off');
    });
    consent.rejectAll();
    expect(order).to.deep.equal(['on', 'off']);
  });

  it('in memory leaves nothing on the device', () => {
    begin().acceptAll();
    expect(document.cookie).to.equal('');
    expect(localStorage.length).to.equal(0);
  });

  it('in memory hears of no other tab', () => {
    const consent = begin();
    tellStored('candor', storedYes('analytics'));
    expect(consent.granted('analytics')).to.equal(false);
  });

  it('is there on the next page', () => {
    begin(config, { storage: 'cookie' }).update({ analytics: true, social: false });
    begun[0]?.destroy();
    heard = [];
    const next = begin(config, { storage: 'cookie' });
    expect(next.choices).to.include({ analytics: true, posthog: true, social: false });
    expect(next.pending).to.deep.equal([]);
    expect(changes()).to.deep.equal([]);
  });

  it('beats the answers a test starts with', () => {
    document.cookie = `candor=${storedYes('analytics')}; path=/`;
    const consent = begin(config, { storage: 'cookie', choices: { analytics: false, social: true } });
    expect(consent.choices).to.include({ analytics: true, social: false });
  });

  for (const text of [
    'v=2&at=1&rev=1&yes=analytics&no=',
    'garbage',
    '',
    `v=1&at=${now() + 9999}&rev=1&yes=analytics&no=`,
  ]) {
    it(`that is stored as “${text.slice(0, 12)}” is none`, () => {
      document.cookie = `candor=${text}; path=/`;
      localStorage.setItem('candor', text);
      expect(begin(config, { storage: 'cookie' }).pending).to.deep.equal(['analytics', 'social']);
    });
  }

  it('the newest of cookie and localStorage counts', () => {
    document.cookie = `candor=${storedYes('analytics', now() - 100)}; path=/`;
    localStorage.setItem('candor', storedYes('social', now() - 50));
    expect(begin(config, { storage: 'cookie' }).choices).to.include({ analytics: false, social: true });
  });
});

describe('when', () => {
  it('resolves with the yes, once and for all', async () => {
    const consent = begin();
    let resolved = false;
    const promise = consent.when('posthog').then(() => (resolved = true));
    await turns();
    expect(resolved).to.equal(false);
    consent.update({ posthog: true });
    await promise;
    consent.rejectAll();
    expect(resolved).to.equal(true);
  });

  it('resolves at once where the yes is there', () => begin().when('necessary'));
});

describe('marked elements', () => {
  it('are released with the yes and silenced with the no', async () => {
    const consent = begin();
    const image = document.createElement('img');
    Object.assign(image.dataset, { consent: 'social', src: 'data:,', test: '' });
    document.body.append(image);
    await turns();
    expect(image.hasAttribute('src')).to.equal(false);
    consent.acceptAll();
    await until(() => image.hasAttribute('src'));
    consent.withdraw();
    expect(image.hasAttribute('src')).to.equal(false);
  });
});

describe('another tab', () => {
  it('that has decided is heard of once', async () => {
    const consent = begin(config, { storage: 'cookie' });
    const text = storedYes('analytics');
    let opened = 0;
    consent.gate('analytics', () => void (opened += 1));
    document.cookie = `candor=${text}; path=/`;
    tellStored('candor', text);
    expect(consent.choices).to.include({ analytics: true, posthog: true, social: false });
    expect(changes()).to.have.length(1);
    expect(changes()[0]).to.deep.include({ granted: ['analytics', 'posthog'], denied: [], method: 'update' });
    tellStored('candor', null);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    dispatchEvent(new Event('pageshow'));
    tellStored('candor', text);
    expect(changes()).to.have.length(1);
    await until(() => opened);
    await turns();
    expect(opened).to.equal(1);
  });

  it('whose decision is not in the cookie yet is heard of by its text', () => {
    const consent = begin(config, { storage: 'cookie' });
    tellStored('candor', storedYes('social'));
    expect(consent.granted('social')).to.equal(true);
  });

  it('that stores something else, or nothing readable, is not heard of', () => {
    const consent = begin(config, { storage: 'cookie' });
    tellStored('basket', storedYes('social'));
    tellStored('candor', 'garbage');
    tellStored(null, null);
    expect(consent.granted('social')).to.equal(false);
    expect(changes()).to.deep.equal([]);
  });

  it('that has decided before is not undone by deciding here', () => {
    const consent = begin(config, { storage: 'cookie' });
    document.cookie = `candor=${storedYes('social')}; path=/`;
    consent.update({ analytics: true });
    expect(consent.choices).to.include({ analytics: true, social: true });
  });

  it('is heard of when the page comes back', () => {
    const consent = begin(config, { storage: 'cookie' });
    document.cookie = `candor=${storedYes('social')}; path=/`;
    dispatchEvent(new Event('pageshow'));
    expect(consent.granted('social')).to.equal(true);
    expect(changes()).to.have.length(1);
  });
});

describe('a grant that has run out', () => {
  const real = Date.now;
  afterEach(() => (Date.now = real));

  it('is no longer one when the page is looked at again, and the page hears of it', () => {
    const consent = begin(config, { choices: { analytics: true, social: true } });
    heard = [];
    Date.now = () => real() + 185 * 86_400_000;
    dispatchEvent(new Event('pageshow'));
    expect(consent.granted('analytics')).to.equal(false);
    expect(consent.pending).to.deep.equal(['analytics', 'social']);
    expect(changes()).to.have.length(1);
    expect(changes()[0]).to.deep.include({
      granted: [],
      denied: ['analytics', 'posthog', 'social'],
      method: 'expired',
    });
  });
});

describe('a second start', () => {
  it('returns the living consent, with one warning', () => {
    const first = begin();
    const second = begin({ categories: [{ id: 'other' }] });
    expect(second).to.equal(first);
    expect(first.config).to.equal(config);
    expect(warnings).to.have.length(1);
    expect(heard.filter(([type]) => type === 'candor-ready')).to.have.length(1);
  });

  it('after the end is a first one', () => {
    const first = begin();
    first.destroy();
    expect(begin()).to.not.equal(first);
    expect(warnings).to.deep.equal([]);
  });
});

describe('a config that comes later', () => {
  it('grants nothing until it is in', async () => {
    let arrive = (_config: unknown): void => {};
    const consent = begin(new Promise((resolve) => (arrive = resolve)));
    let opened = false;
    consent.gate('necessary', () => void (opened = true));
    expect(consent.granted('necessary')).to.equal(false);
    expect(heard).to.deep.equal([]);
    await turns();
    arrive(config);
    await consent.ready;
    expect(heard).to.deep.equal([['candor-ready', null]]);
    expect(consent.config).to.equal(config);
    expect(consent.pending).to.deep.equal(['analytics', 'social']);
    await until(() => opened);
  });

  it('finds what was decided meanwhile', async () => {
    let arrive = (_config: unknown): void => {};
    const consent = begin(new Promise((resolve) => (arrive = resolve)));
    consent.update({ social: true });
    arrive(config);
    await consent.ready;
    await until(() => consent.granted('social'));
    expect(changes()).to.have.length(1);
  });

  it('comes too late after the end', async () => {
    let arrive = (_config: unknown): void => {};
    const consent = begin(new Promise((resolve) => (arrive = resolve)));
    consent.destroy();
    arrive(config);
    await consent.ready;
    expect(consent.pending).to.deep.equal([]);
    expect(heard).to.deep.equal([]);
  });

  it('and never did leaves decisions undone, without going round in circles', async () => {
    let arrive = (_config: unknown): void => {};
    const consent = begin(new Promise((resolve) => (arrive = resolve)));
    consent.destroy();
    arrive(config);
    await consent.ready;
    let waits = 0;
    const then = (next: () => void): unknown => (waits++ < 5 ? Promise.resolve().then(next) : undefined);
    Object.defineProperty(consent, 'ready', { value: { then } });
    consent.acceptAll();
    await turns();
    expect(waits).to.be.below(2);
    expect(document.cookie).to.equal('');
  });
});

describe('a bad config', () => {
  for (const [what, bad] of [
    ['nothing', null],
    ['a text', 'x'],
    ['a failed download', '/candor.json: TypeError: Failed to fetch'],
    ['a number', 5],
    ['a list', []],
    ['without categories', { categories: [] }],
    ['with categories that are no list', { categories: 'all' }],
    ['whose only category has no id', { categories: [{ name: 'x' }] }],
    ['whose only category is nothing', { categories: [null] }],
    ['a text that comes later', Promise.resolve('/candor.json: TypeError: Failed to fetch')],
    ['nothing that comes later', Promise.resolve(null)],
  ] as [string, unknown][]) {
    it(`(${what}) grants nothing, asks nobody, and is explained in one message`, async () => {
      const consent = begin(bad, { manual: false });
      await consent.ready;
      await until(() => errors.length);
      // Whatever else would be said is said by this module too.
      await import('../../src/lint/diagnose.js');
      await turns();
      await new Promise(requestAnimationFrame);
      expect(consent.choices).to.deep.equal({});
      expect(consent.pending).to.deep.equal([]);
      expect(document.querySelector('candor-banner')).to.equal(null);
      expect([...errors, ...warnings]).to.have.length(1);
      consent.acceptAll();
      expect(consent.choices).to.deep.equal({});
    });
  }

  for (const [what, bad] of [
    ['an id twice', { ...config, categories: [...config.categories!, { id: 'social' }] }],
    ['an id that is none', { ...config, categories: [...config.categories!, { id: 'My Ads' }] }],
    ['a change that is none', { ...config, changes: [{ revision: 1, ids: 5 }] }],
    ['a region that is none', { ...config, regions: [{ match: 5 }] }],
  ] as [string, unknown][]) {
    it(`(${what}) works as far as it is good, and is explained in one message`, async () => {
      const consent = begin(bad);
      await consent.ready;
      await until(() => errors.length);
      await turns();
      expect(consent.pending).to.deep.equal(['analytics', 'social']);
      expect([...errors, ...warnings]).to.have.length(1);
    });
  }

  it('is explained in full where it is debugged', async () => {
    begin({ ...config, revision: 0, colour: 'red' }, { debug: true });
    await until(() => errors.length);
    await turns();
    expect(errors).to.have.length(1);
    expect(errors[0]?.[0]).to.match(/revision = 0.*\n.*colour = "red"/);
  });
});

describe('replacing the config', () => {
  it('keeps what was answered, asks what is new, and lets the gates follow', async () => {
    const consent = begin(config, { choices: { analytics: true, social: true } });
    heard = [];
    const order: string[] = [];
    consent.gate('social', () => () => void order.push('social off'));
    consent.gate('!chat', () => void order.push('chat known'));
    const next: Config = { ...config, categories: [{ id: 'necessary' }, { id: 'analytics' }, { id: 'chat' }] };
    consent.replaceConfig(next);
    expect(consent.config).to.equal(next);
    expect(consent.choices).to.deep.equal({ necessary: true, analytics: true, chat: false });
    expect(consent.pending).to.deep.equal(['chat']);
    expect(order).to.deep.equal(['social off']);
    expect(heard.map(([type]) => type)).to.deep.equal(['candor-refresh']);
    await until(() => order.length > 1);
  });

  it('leaves the living one in place where the next is bad', () => {
    const consent = begin(config, { choices: { analytics: true } });
    try {
      consent.replaceConfig({ categories: [{ id: 'Bad Id' }] });
    } catch {
      // A preview may be told; what counts is what stands.
    }
    expect(consent.granted('Bad Id')).to.equal(false);
    expect(consent.granted('analytics')).to.equal(consent.config === config);
  });
});

describe('the language', () => {
  it('is the one given, else the page’s', () => {
    expect(begin(config, { locale: 'zh-CN' }).locale).to.equal('zh-CN');
    begun[0]?.destroy();
    expect(begin().locale).to.equal(document.documentElement.lang || navigator.language);
  });

  it('changes with one refresh', async () => {
    const consent = begin(config, { locale: 'en' });
    heard = [];
    await consent.setLocale('zh-Hans');
    expect(consent.locale).to.equal('zh-Hans');
    expect(heard.map(([type]) => type)).to.deep.equal(['candor-refresh']);
  });
});

describe('the end', () => {
  it('ends gates, frees the name, and keeps what is stored', () => {
    const consent = begin(config, { storage: 'cookie' });
    consent.acceptAll();
    const stored = document.cookie;
    const order: string[] = [];
    consent.gate('analytics', () => () => void order.push('off'));
    consent.destroy();
    expect(order).to.deep.equal(['off']);
    expect(window.candor).to.equal(undefined);
    expect(document.cookie).to.equal(stored);
  });

  it('comes before what has not happened yet', async () => {
    const consent = begin();
    let opened = false;
    consent.gate('analytics', () => void (opened = true));
    consent.acceptAll();
    consent.destroy();
    await new Promise(requestAnimationFrame);
    await turns();
    expect(opened).to.equal(false);
  });

  it('makes it deaf', () => {
    begin(config, { storage: 'cookie' }).destroy();
    tellStored('candor', storedYes('analytics'));
    dispatchEvent(new Event('pageshow'));
    expect(changes()).to.deep.equal([]);
  });

  for (const readyState of ['complete', 'loading'] as const) {
    it(`leaves no listener on the window or the document (of a page that is ${readyState})`, async () => {
      const kept = Object.getOwnPropertyDescriptors(EventTarget.prototype);
      const living = new Set<string>();
      const nameOf = (target: unknown, type: string, listener: unknown): string | undefined => {
        const owner = target === document ? 'document' : target === window || target === undefined ? 'window' : '';
        return owner && listener ? `${owner} ${type} ${idOf(listener)}` : undefined;
      };
      const ids = new Map<unknown, number>();
      const idOf = (listener: unknown): number => {
        if (!ids.has(listener)) ids.set(listener, ids.size);
        return ids.get(listener) ?? 0;
      };
      EventTarget.prototype.addEventListener = function (
        this: EventTarget | undefined,
        ...args: Parameters<EventTarget['addEventListener']>
      ) {
        const [type, listener, options] = args;
        const name = nameOf(this, type, listener);
        if (name) living.add(name);
        if (name && typeof options === 'object') {
          options.signal?.addEventListener('abort', () => living.delete(name));
        }
        kept.addEventListener.value?.apply(this ?? window, args);
      };
      EventTarget.prototype.removeEventListener = function (
        this: EventTarget | undefined,
        ...args: Parameters<EventTarget['removeEventListener']>
      ) {
        const name = nameOf(this, args[0], args[1]);
        if (name) living.delete(name);
        kept.removeEventListener.value?.apply(this ?? window, args);
      };
      Object.defineProperty(document, 'readyState', { configurable: true, value: readyState });
      try {
        const consent = begin(config, { storage: 'cookie' });
        consent.gate('analytics', () => {});
        expect(living.size).to.be.above(2);
        consent.acceptAll();
        await turns();
        consent.destroy();
        expect([...living]).to.deep.equal([]);
      } finally {
        Object.defineProperties(EventTarget.prototype, kept);
        Reflect.deleteProperty(document, 'readyState');
      }
    });
  }
});
