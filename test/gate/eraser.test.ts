import { expect } from 'chai';
import type { Config, Erase } from '../../src/core/config.js';
import type { Consent } from '../../src/core/consent.js';
import type { ErasureReport } from '../../src/core/erasure.js';
import { erase, eraseRefused } from '../../src/gate/eraser.js';
import { clearStorage } from '../helpers/storage.js';

const PATH = '/test/deep/er/page';
const home = location.href;

/** Errors that Candor told the console. */
let errors: string[] = [];
const { error } = console;

function cookie(name: string, attributes = ''): void {
  document.cookie = `${name}=1;Path=/${attributes}`;
}

const allCookies = (): string[] =>
  document.cookie
    .split('; ')
    .map((pair) => pair.split('=')[0]!)
    .filter(Boolean)
    .sort();

/** Test files that run beside this one may have Candor's own in the jar they share. */
const cookies = (): string[] => allCookies().filter((name) => name !== 'candor');

const databases = async (): Promise<string[]> => (await indexedDB.databases()).map(({ name }) => name!).sort();

const openDatabase = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('no database'));
  });

const createDatabase = async (name: string): Promise<void> => (await openDatabase(name)).close();

class FakeConsent extends EventTarget {
  readonly ready = Promise.resolve();
  constructor(
    readonly config: Config,
    readonly choices: Record<string, boolean>,
  ) {
    super();
  }
  granted(id: string): boolean {
    return this.choices[id] === true;
  }
}

const living: FakeConsent[] = [];

/** A consent that has these answers; each id is a category that declares what is given, or nothing. */
function consentOf(declared: Readonly<Record<string, Erase>>, choices: Record<string, boolean>, more: Config = {}) {
  const categories = Object.keys(choices).map((id) => ({ id, ...(declared[id] && { erase: declared[id] }) }));
  const consent = new FakeConsent({ categories, ...more }, choices);
  living.push(consent);
  return consent as unknown as Consent & FakeConsent;
}

/** As `kind name` in order. */
const said = ({ erased, remaining }: ErasureReport) => ({
  erased: erased.map(({ kind, name }) => `${kind} ${name}`).sort(),
  remaining: remaining.map(({ kind, name }) => `${kind} ${name}`).sort(),
});

beforeEach(() => {
  history.replaceState(null, '', PATH);
  errors = [];
  console.error = (text: unknown) => void errors.push(String(text));
});

afterEach(async () => {
  console.error = error;
  living.splice(0).forEach((consent) => consent.dispatchEvent(new Event('destroy')));
  await clearStorage();
  sessionStorage.clear();
  history.replaceState(null, '', home);
  for (const name of await caches.keys()) await caches.delete(name);
});

describe('what a no leaves of cookies', () => {
  it('is nothing that was declared, and everything else', async () => {
    for (const name of ['_ga', '_ga_X1', '_gat', 'ga', 'x_ga', 'theme']) cookie(name);
    const consent = consentOf({ analytics: { cookies: ['_ga', '_ga_*'] } }, { necessary: true, analytics: false });
    expect(said(await erase(consent))).to.deep.equal({ erased: ['cookie _ga', 'cookie _ga_X1'], remaining: [] });
    expect(cookies()).to.deep.equal(['_gat', 'ga', 'theme', 'x_ga']);
  });

  for (const path of ['/', '/test', '/test/', '/test/deep', '/test/deep/', '/test/deep/er', '/test/deep/er/', PATH]) {
    it(`is found on ${path}, where the browser shows it`, async () => {
      document.cookie = `ph_1=1;Path=${path}`;
      const seen = cookies();
      const { erased } = await erase(consentOf({ analytics: { cookies: ['ph_*'] } }, { analytics: false }));
      expect(erased.map(({ name }) => name)).to.deep.equal(seen);
      expect(cookies()).to.deep.equal([]);
    });
  }

  it('goes on all paths where it stands several times, and is reported once', async () => {
    for (const path of ['/', '/test/', '/test/deep', PATH]) document.cookie = `ph_1=1;Path=${path}`;
    const { erased } = await erase(consentOf({ analytics: { cookies: ['ph_1'] } }, { analytics: false }));
    expect(erased).to.have.length(1);
    expect(cookies()).to.deep.equal([]);
  });

  it('goes where the host is named as its domain, where the browser takes that', async () => {
    cookie('ph_1', `;Domain=${location.hostname}`);
    const taken = cookies();
    const { erased } = await erase(consentOf({ analytics: { cookies: ['ph_1'] } }, { analytics: false }));
    expect(erased.map(({ name }) => name)).to.deep.equal(taken);
    expect(cookies()).to.deep.equal([]);
  });

  for (const attributes of [
    ';Secure',
    ';Secure;SameSite=None',
    ';Secure;SameSite=None;Partitioned',
    ';SameSite=Strict',
  ]) {
    it(`goes with ${attributes.slice(1)}, where the browser takes that`, async () => {
      cookie('ph_1', attributes);
      const taken = cookies();
      const { erased } = await erase(consentOf({ analytics: { cookies: ['ph_*'] } }, { analytics: false }));
      expect(erased.map(({ name }) => name)).to.deep.equal(taken);
      expect(cookies()).to.deep.equal([]);
    });
  }

  it('goes both with a partition and without', async () => {
    cookie('ph_1', ';Secure;SameSite=None');
    cookie('ph_1', ';Secure;SameSite=None;Partitioned');
    await erase(consentOf({ analytics: { cookies: ['ph_1'] } }, { analytics: false }));
    expect(cookies()).to.deep.equal([]);
  });

  it('may have any characters in its name', async () => {
    for (const name of ['q.b', 'q|b', 'q$b', 'q[1]', 'q%20b', 'q*b']) cookie(name);
    const { erased } = await erase(consentOf({ analytics: { cookies: ['q*'] } }, { analytics: false }));
    expect(erased).to.have.length(6);
    expect(cookies()).to.deep.equal([]);
  });

  it('is reported where the browser keeps it', async () => {
    Object.defineProperty(document, 'cookie', { configurable: true, get: () => 'ph_1=1; theme=1', set: () => {} });
    try {
      const consent = consentOf({ analytics: { cookies: ['ph_*'] } }, { analytics: false });
      expect(said(await erase(consent))).to.deep.equal({ erased: [], remaining: ['cookie ph_1'] });
    } finally {
      Reflect.deleteProperty(document, 'cookie');
    }
  });
});

describe('what a no leaves elsewhere', () => {
  it('is nothing that was declared in localStorage and sessionStorage, each by its own names', async () => {
    for (const storage of [localStorage, sessionStorage]) {
      for (const key of ['ph_1', 'mp_1', 'length', 'getItem', 'theme']) storage.setItem(key, '1');
    }
    const consent = consentOf(
      { analytics: { localStorage: ['ph_*', 'getItem'], sessionStorage: ['mp_*', 'length'] } },
      { analytics: false },
    );
    expect(said(await erase(consent)).erased).to.deep.equal([
      'localStorage getItem',
      'localStorage ph_1',
      'sessionStorage length',
      'sessionStorage mp_1',
    ]);
    const keys = (storage: Storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index)).sort();
    // What is named as a property of the storage is a key like any other.
    expect(localStorage.getItem.call(localStorage, 'length')).to.equal('1');
    expect(Storage.prototype.key.call(localStorage, 0)).to.be.a('string');
    expect(keys(sessionStorage)).to.include.members(['getItem', 'ph_1', 'theme']);
    expect(sessionStorage.getItem('mp_1')).to.equal(null);
  });

  it('is no database that was declared', async () => {
    for (const name of ['ph_1', 'ph_2', 'site']) await createDatabase(name);
    const consent = consentOf({ analytics: { indexedDB: ['ph_*', 'never'] } }, { analytics: false });
    expect(said(await erase(consent))).to.deep.equal({ erased: ['indexedDB ph_1', 'indexedDB ph_2'], remaining: [] });
    expect(await databases()).to.deep.equal(['site']);
    indexedDB.deleteDatabase('site');
  });

  it('is no database that was declared in full, where the browser has no list', async () => {
    await createDatabase('ph_1');
    const list = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'databases')!;
    Reflect.deleteProperty(IDBFactory.prototype, 'databases');
    try {
      const consent = consentOf({ analytics: { indexedDB: ['ph_*', 'ph_1', 'never'] } }, { analytics: false });
      expect(said(await erase(consent))).to.deep.equal({ erased: ['indexedDB ph_1'], remaining: [] });
    } finally {
      Object.defineProperty(IDBFactory.prototype, 'databases', list);
    }
    expect(await databases()).to.deep.equal([]);
  });

  it('is reported where a database is in use, and nobody waits for it', async () => {
    const open = await openDatabase('ph_1');
    await createDatabase('ph_2');
    const consent = consentOf({ analytics: { indexedDB: ['ph_*'] } }, { analytics: false });
    expect(said(await erase(consent))).to.deep.equal({ erased: ['indexedDB ph_2'], remaining: ['indexedDB ph_1'] });
    open.close();
  });

  it('is no database whose user lets go when asked', async () => {
    const open = await openDatabase('ph_1');
    open.onversionchange = () => setTimeout(() => open.close());
    const consent = consentOf({ analytics: { indexedDB: ['ph_*'] } }, { analytics: false });
    expect(said(await erase(consent)).erased).to.deep.equal(['indexedDB ph_1']);
  });

  it('is no cache that was declared', async () => {
    for (const name of ['ph-1', 'site']) await caches.open(name);
    const consent = consentOf({ analytics: { caches: ['ph-*'] } }, { analytics: false });
    expect(said(await erase(consent)).erased).to.deep.equal(['cache ph-1']);
    expect(await caches.keys()).to.deep.equal(['site']);
  });

  it('is reported by its declared name where the browser lets nobody look, and nothing throws', async () => {
    const all: Erase = {
      cookies: ['ck*'],
      localStorage: ['l'],
      sessionStorage: ['s'],
      indexedDB: ['d'],
      caches: ['h*'],
    };
    const consent = consentOf({ analytics: all }, { analytics: false });
    const forbidden = (): never => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    const places: [object, string][] = [
      [document, 'cookie'],
      [window, 'localStorage'],
      [window, 'sessionStorage'],
      [window, 'indexedDB'],
      [window, 'caches'],
    ];
    const own = places.map(([owner, key]) => Object.getOwnPropertyDescriptor(owner, key));
    for (const [owner, key] of places) Object.defineProperty(owner, key, { configurable: true, get: forbidden });
    try {
      expect(said(await erase(consent))).to.deep.equal({
        erased: [],
        remaining: ['cache h*', 'cookie ck*', 'indexedDB d', 'localStorage l', 'sessionStorage s'],
      });
      expect(said(await eraseRefused(consent, ['analytics'])).erased).to.deep.equal([]);
      dispatchEvent(new Event('pagehide'));
    } finally {
      places.forEach(([owner, key], index) => {
        if (own[index]) Object.defineProperty(owner, key, own[index]);
        else Reflect.deleteProperty(owner, key);
      });
    }
  });

  it('is reported when the browser never answers', async () => {
    const own = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'databases')!;
    IDBFactory.prototype.databases = () => new Promise(() => {});
    try {
      const consent = consentOf({ analytics: { indexedDB: ['ph_*'] } }, { analytics: false });
      expect(said(await erase(consent)).remaining).to.deep.equal(['indexedDB ph_*']);
    } finally {
      Object.defineProperty(IDBFactory.prototype, 'databases', own);
    }
  });
});

describe('what is erased', () => {
  it('is of every id that is not a yes; or of the given ones, those of a category with its services', async () => {
    const config: Config = {
      categories: [
        { id: 'necessary', erase: { localStorage: ['basket'] } },
        {
          id: 'analytics',
          erase: { localStorage: ['a'] },
          services: [{ id: 'posthog', erase: { localStorage: ['p'] } }],
        },
        { id: 'social', erase: { localStorage: ['s'] } },
        { id: 'ads', erase: { localStorage: ['d'] } },
      ],
    };
    const choices = { necessary: true, analytics: true, posthog: false, social: true, ads: false };
    const consent = consentOf({}, choices, config);
    const fill = (): void => [...'apsd', 'basket'].forEach((key) => localStorage.setItem(key, '1'));
    fill();
    expect(said(await erase(consent)).erased).to.deep.equal(['localStorage d', 'localStorage p']);
    fill();
    expect(said(await erase(consent, ['analytics'])).erased).to.deep.equal(['localStorage a', 'localStorage p']);
    fill();
    expect(said(await erase(consent, [])).erased).to.deep.equal([]);
    expect(said(await erase(consent, ['unknown', 'toString'])).erased).to.deep.equal([]);
    expect(said(await erase(consent, ['necessary'])).erased).to.deep.equal([]);
    expect(localStorage.getItem('basket')).to.equal('1');
  });

  it('is not what an id that is a yes declares as well, nor is that said to remain', async () => {
    for (const name of ['ph_1', 'ph_shared']) {
      cookie(name);
      localStorage.setItem(name, '1');
    }
    const consent = consentOf(
      { analytics: { cookies: ['ph_*'], localStorage: ['ph_*'] }, support: { cookies: ['ph_shared'] } },
      { analytics: false, support: true },
    );
    expect(said(await erase(consent))).to.deep.equal({
      erased: ['cookie ph_1', 'localStorage ph_1', 'localStorage ph_shared'],
      remaining: [],
    });
    expect(cookies()).to.deep.equal(['ph_shared']);
    consent.choices['support'] = false;
    expect(said(await erase(consent)).erased).to.deep.equal(['cookie ph_shared']);
  });

  it('is never what Candor keeps itself, whatever its name', async () => {
    for (const name of ['candor', 'choice']) {
      cookie(name);
      localStorage.setItem(name, '1');
      sessionStorage.setItem(name, '1');
    }
    const everything: Erase = { cookies: ['cand*', 'choi*'], localStorage: ['c*'], sessionStorage: ['c*'] };
    const named = consentOf({ ads: everything }, { ads: false }, { cookie: { name: 'choice' } });
    await erase(named);
    expect([cookies(), Object.keys(localStorage), Object.keys(sessionStorage)]).to.deep.equal([
      ['choice'],
      ['choice'],
      ['choice'],
    ]);
    cookie('candor');
    await erase(consentOf({ ads: everything }, { ads: false }));
    expect([allCookies(), Object.keys(localStorage)]).to.deep.equal([['candor'], []]);
  });

  it('is never a session cookie: such a name is skipped with one error, and the others go', async () => {
    for (const name of ['PHPSESSID', 'sid', 'snow', 'ph_1']) cookie(name);
    const consent = consentOf({ ads: { cookies: ['s*', 'PHPSESSID', 'ph_*'] } }, { ads: false });
    expect(said(await erase(consent))).to.deep.equal({ erased: ['cookie ph_1'], remaining: [] });
    expect(cookies()).to.deep.equal(['PHPSESSID', 'sid', 'snow']);
    await erase(consent);
    expect(errors).to.have.length(1);
    expect(errors[0]).to.match(/^Candor: /);
    for (const part of [
      'categories.0.erase.cookies.0 = "s*"',
      'categories.0.erase.cookies.1 = "PHPSESSID"',
      'own names',
    ]) {
      expect(errors[0]).to.include(part);
    }
    expect(errors[0]).to.not.include('ph_*');
  });

  it('is told to the consent and to the document', async () => {
    localStorage.setItem('ph_1', '1');
    const consent = consentOf({ ads: { localStorage: ['ph_1'] } }, { ads: false });
    const heard: unknown[] = [];
    const hear = (event: Event): void => void heard.push(event.type, (event as CustomEvent).detail);
    (consent as EventTarget).addEventListener('erase', hear);
    document.addEventListener('candor-erase', hear, { once: true });
    const report = await erase(consent);
    expect(heard).to.deep.equal(['erase', report, 'candor-erase', report]);
    expect(report).to.deep.equal({ erased: [{ id: 'ads', kind: 'localStorage', name: 'ph_1' }], remaining: [] });
  });

  it('is erased again when the page is left, what is a no then; until Candor leaves', async () => {
    const consent = consentOf(
      { ads: { cookies: ['ad_*'], localStorage: ['ad_*'], sessionStorage: ['ad_*'] }, other: { localStorage: ['o'] } },
      { ads: false, other: true },
    );
    const write = (): void => {
      cookie('ad_1');
      for (const storage of [localStorage, sessionStorage]) storage.setItem('ad_1', '1');
      localStorage.setItem('o', '1');
    };
    const left = () => [cookies(), Object.keys(localStorage).sort(), Object.keys(sessionStorage)];
    await eraseRefused(consent, ['ads', 'other']);
    for (const type of ['pagehide', 'visibilitychange']) {
      write();
      dispatchEvent(new Event(type));
      expect(left()).to.deep.equal([[], ['o'], []]);
    }
    write();
    consent.choices['ads'] = true;
    dispatchEvent(new Event('pagehide'));
    expect(left()).to.deep.equal([['ad_1'], ['ad_1', 'o'], ['ad_1']]);
    consent.choices['ads'] = false;
    consent.dispatchEvent(new Event('destroy'));
    dispatchEvent(new Event('pagehide'));
    expect(left()).to.deep.equal([['ad_1'], ['ad_1', 'o'], ['ad_1']]);
  });
});
