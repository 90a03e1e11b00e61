/** The tools themselves write their answers here, and what is read must be what they say. */
import { expect } from 'chai';
import 'klaro/dist/klaro-no-css.js';
import 'orejime/dist/orejime-standard-en.js';
import * as CookieConsent from 'vanilla-cookieconsent';
import { findAnswers } from '../../../src/signals/former/find-answers.js';
import { klaro } from '../../../src/signals/former/klaro.js';
import { orejime } from '../../../src/signals/former/orejime.js';
import { tarteaucitron, TURNED_ON_UNASKED } from '../../../src/signals/former/tarteaucitron.js';
import { vanillaCookieconsent } from '../../../src/signals/former/vanilla-cookieconsent.js';
import { clearStorage, cookieOf } from '../../helpers/storage.js';
import { until } from '../../helpers/until.js';

interface Klaro {
  getManager(config: object): {
    readonly consents: Record<string, boolean>;
    resetConsents(): void;
    changeAll(value: boolean): void;
    updateConsent(name: string, value: boolean): void;
    saveAndApplyConsents(): void;
  };
}

interface Orejime {
  readonly manager: {
    acceptAll(): void;
    declineAll(): void;
    setConsent(id: string, value: boolean): void;
    getAllConsents(): Record<string, boolean>;
  };
}

interface Tarteaucitron {
  readonly services: Record<string, { key: string; needConsent: boolean; js: () => void; fallback?: () => void }>;
  readonly state: Record<string, boolean>;
  readonly job: string[];
  readonly userInterface: { respondAll(status: boolean): void };
  init(parameters: object): void;
  setConsent(id: string, status: boolean): void;
}

const page = window as unknown as {
  klaro: Klaro;
  loadOrejime(config: object): Orejime;
  tarteaucitron: Tarteaucitron & { job?: string[] };
  tarteaucitronForceLanguage: string;
};

beforeEach(clearStorage);
after(clearStorage);

describe('vanilla-cookieconsent', () => {
  const run = (cookie: object = {}): Promise<void> =>
    CookieConsent.run({
      autoShow: false,
      // It does nothing in a browser that a test steers.
      hideFromBots: false,
      cookie,
      categories: {
        necessary: { enabled: true, readOnly: true },
        analytics: { services: { posthog: {}, hotjar: {} } },
        ads: {},
      },
      language: {
        default: 'en',
        translations: { en: { consentModal: { title: '' }, preferencesModal: { sections: [] } } },
      },
    });

  afterEach(() => CookieConsent.reset(true));

  /** What it says itself, for services of accepted categories. */
  function own(): Record<string, boolean> {
    const { acceptedCategories, rejectedCategories, acceptedServices } = CookieConsent.getUserPreferences();
    return Object.fromEntries([
      ...rejectedCategories.map((name) => [name, false]),
      ...[...acceptedCategories, ...Object.values(acceptedServices).flat()].map((name) => [name, true]),
    ]) as Record<string, boolean>;
  }

  const decisions: [string, () => void][] = [
    ['accepts all', () => CookieConsent.acceptCategory('all')],
    ['refuses all', () => CookieConsent.acceptCategory([])],
    ['accepts one category', () => CookieConsent.acceptCategory(['analytics'])],
    ['accepts one service', () => CookieConsent.acceptService('posthog', 'analytics')],
    [
      'changes their mind',
      () => {
        CookieConsent.acceptCategory('all');
        CookieConsent.acceptCategory(['ads']);
      },
    ],
  ];

  for (const [where, cookie] of [
    ['a cookie', {}],
    ['localStorage', { useLocalStorage: true }],
  ] as const) {
    for (const [what, decide] of decisions) {
      it(`is read from ${where} where the visitor ${what}`, async () => {
        await run(cookie);
        expect(findAnswers(vanillaCookieconsent)).to.equal(undefined);
        const before = Math.floor(Date.now() / 1000);
        decide();
        const found = findAnswers(vanillaCookieconsent)!;
        expect(found.answers).to.deep.equal(own());
        expect(found.at).to.be.within(before, Date.now() / 1000);
        expect(found.until! - found.at!).to.be.within(182 * 86_400 - 2, 182 * 86_400 + 2);
        expect(Boolean(cookieOf('cc_cookie'))).to.equal(where === 'a cookie');
      });
    }
  }

  it('tells where a service was refused in an accepted category', async () => {
    await run();
    CookieConsent.acceptService('posthog', 'analytics');
    const { answers, itemised } = findAnswers(vanillaCookieconsent)!;
    expect(CookieConsent.getUserPreferences().rejectedServices['analytics']).to.deep.equal(['hotjar']);
    expect(answers).not.to.have.property('hotjar');
    expect(itemised).to.deep.equal(['analytics']);
  });
});

describe('Klaro', () => {
  const managerFor = (storageMethod: string): ReturnType<Klaro['getManager']> =>
    page.klaro.getManager({
      storageMethod,
      // It keeps one manager by this setting. The cookie has its usual name here, by no setting.
      ...(storageMethod === 'localStorage' && { storageName: 'klaro' }),
      services: [{ name: 'login', required: true }, { name: 'matomo' }, { name: 'youtube' }],
    });

  for (const storageMethod of ['cookie', 'localStorage']) {
    for (const [what, decide] of [
      ['accepts all', (manager) => manager.changeAll(true)],
      ['refuses all', (manager) => manager.changeAll(false)],
      ['accepts one service', (manager) => manager.updateConsent('youtube', true)],
    ] as [string, (manager: ReturnType<Klaro['getManager']>) => void][]) {
      it(`is read from its ${storageMethod} where the visitor ${what}`, () => {
        const manager = managerFor(storageMethod);
        manager.resetConsents();
        expect(findAnswers(klaro)).to.equal(undefined);
        decide(manager);
        manager.saveAndApplyConsents();
        expect(manager.consents).to.have.all.keys('login', 'matomo', 'youtube');
        expect(findAnswers(klaro)).to.deep.equal({ answers: manager.consents });
        expect(Boolean(cookieOf('klaro'))).to.equal(storageMethod === 'cookie');
      });
    }
  }
});

describe('orejime', () => {
  for (const name of [undefined, 'orejime']) {
    for (const [what, decide] of [
      ['accepts all', ({ acceptAll }) => acceptAll],
      ['refuses all', ({ declineAll }) => declineAll],
    ] as [string, (manager: Orejime['manager']) => () => void][]) {
      it(`is read from a cookie called ${name ?? 'as it calls it'} where the visitor ${what}`, () => {
        const { manager } = start(name);
        expect(findAnswers(orejime)).to.equal(undefined);
        decide(manager).call(manager);
        expect(findAnswers(orejime)).to.deep.equal({ answers: manager.getAllConsents() });
        expect(manager.getAllConsents()).to.have.all.keys('login', 'matomo', 'youtube');
      });
    }
  }

  it('is read where the visitor accepts one purpose', () => {
    const { manager } = start();
    manager.setConsent('youtube', true);
    expect(findAnswers(orejime)).to.deep.equal({ answers: { login: true, matomo: false, youtube: true } });
    expect(manager.getAllConsents()).to.deep.equal(findAnswers(orejime)!.answers);
  });

  function start(name?: string): Orejime {
    const purpose = (id: string): object => ({ id, title: id, cookies: [] });
    return page.loadOrejime({
      privacyPolicyUrl: '/privacy',
      purposes: [{ ...purpose('login'), isMandatory: true }, purpose('matomo'), purpose('youtube')],
      ...(name && { cookie: { name } }),
    });
  }

  afterEach(() => document.querySelectorAll('.orejime-Root').forEach((root) => root.remove()));
});

describe('tarteaucitron', () => {
  const SERVICES = ['gtag', 'youtube', 'facebookpixel'];

  // It can start once on a page.
  before(async () => {
    page.tarteaucitronForceLanguage = 'en';
    const script = document.createElement('script');
    script.src = new URL('../../../node_modules/tarteaucitronjs/tarteaucitron.js', import.meta.url).href;
    document.head.append(script);
    await new Promise((resolve, reject) => {
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
    });
    let isReady = false;
    addEventListener('tac.root_available', () => (isReady = true), { once: true });
    page.tarteaucitron.init({
      useExternalCss: true,
      adblocker: false,
      googleConsentMode: false,
      bingConsentMode: false,
      pianoConsentMode: false,
    });
    await until(() => isReady && page.tarteaucitron.job);
    const { services, job } = page.tarteaucitron;
    for (const name of SERVICES) {
      // Their scripts are not what this is about.
      Object.assign(services[name]!, { js: () => {}, fallback: () => {} });
      job.push(name);
    }
  });
  after(() => document.querySelector('#tarteaucitronRoot')?.remove());

  const own = (): Record<string, boolean> =>
    Object.fromEntries(SERVICES.map((name) => [name, page.tarteaucitron.state[name]!]));

  /** Its cookie was removed before this test; it writes what changes, so each answer has to be another. */
  function decide(...answers: boolean[]): void {
    page.tarteaucitron.userInterface.respondAll(!answers[0]);
    SERVICES.forEach((name, index) => page.tarteaucitron.setConsent(name, !answers[index]));
    SERVICES.forEach((name, index) => page.tarteaucitron.setConsent(name, answers[index]!));
  }

  it('is not read while it waits for answers', () => {
    document.cookie = 'tarteaucitron=!gtag=wait!youtube=wait!facebookpixel=wait; path=/';
    expect(findAnswers(tarteaucitron)).to.equal(undefined);
    page.tarteaucitron.setConsent('youtube', true);
    expect(cookieOf('tarteaucitron')).to.include('!youtube=true').and.include('=wait');
    expect(findAnswers(tarteaucitron)).to.equal(undefined);
  });

  for (const [what, answers] of [
    ['accepts all', [true, true, true]],
    ['refuses all', [false, false, false]],
    ['accepts one service', [false, true, false]],
  ] as const) {
    it(`is read where the visitor ${what}`, () => {
      decide(...answers);
      expect(Object.values(own())).to.deep.equal(answers);
      expect(findAnswers(tarteaucitron)).to.deep.equal({ answers: own() });
    });
  }

  it('turns on by itself what is known here to be nobody’s answer', () => {
    const exempt = Object.values(page.tarteaucitron.services).filter(({ needConsent }) => !needConsent);
    expect(exempt.map(({ key }) => key).sort()).to.deep.equal([...TURNED_ON_UNASKED].sort());
  });

  it('writes a yes of its own for such a service, which is not read', () => {
    Object.assign(page.tarteaucitron.services['plausible']!, { js: () => {} });
    page.tarteaucitron.job.push('plausible');
    page.tarteaucitron.setConsent('gtag', !page.tarteaucitron.state['gtag']);
    expect(cookieOf('tarteaucitron')).to.include('!plausible=true');
    expect(findAnswers(tarteaucitron)!.answers).to.have.all.keys('gtag');
  });
});
