import { expect } from 'chai';
import type { ChangeDetail } from '../../src/core/change.js';
import type { Config } from '../../src/core/config.js';
import type { Consent } from '../../src/core/consent.js';
import type { ConsentSnapshot } from '../../src/core/snapshot.js';
import '../../src/index.js';
import { start, type ConsentOptions } from '../../src/start.js';
import { clearStorage, cookieOf, forbidLocalStorage, tellStored } from '../helpers/storage.js';
import { until } from '../helpers/until.js';

const SHOP: Config = {
  categories: [
    { id: 'necessary' },
    { id: 'functional' },
    { id: 'analytics', services: [{ id: 'posthog' }, { id: 'heatmaps' }] },
    { id: 'push', services: [{ id: 'email', scope: 'account' }] },
    { id: 'sharing' },
  ],
  layout: { reopen: 'none' },
};
const now = (): number => Math.floor(Date.now() / 1000);
const yes = (ago = 10) => ({ granted: true, at: now() - ago, revision: 1 });
const no = (ago = 10) => ({ ...yes(ago), granted: false });
const snapshot = (answers: ConsentSnapshot['answers']): ConsentSnapshot => ({
  version: 1,
  at: Math.max(0, ...Object.values(answers).map(({ at }) => at)),
  revision: 1,
  answers,
});
const keep = (list: string, at = now() - 100): string =>
  (document.cookie = `candor=v=1&at=${at}&rev=1&${list}; path=/`);
const granted = ({ choices }: Consent): string[] => Object.keys(choices).filter((id) => choices[id]);
const messageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'nothing was wrong',
    (error: TypeError) => error.message,
  );

let heard: ChangeDetail[] = [];
let end = new AbortController();

function begin(config: unknown = SHOP, options: ConsentOptions = {}): Consent {
  window.candor?.destroy();
  return start(config, { manual: true, ...options });
}

function signIn(config: unknown = SHOP, options: ConsentOptions = {}): Consent {
  const consent = begin(config, options);
  consent.setSubject({ signedIn: true });
  heard = [];
  return consent;
}

beforeEach(async () => {
  await clearStorage();
  heard = [];
  end = new AbortController();
  document.addEventListener('candor-change', ({ detail }) => heard.push(detail), end);
});

afterEach(async () => {
  window.candor?.destroy();
  end.abort();
  await clearStorage();
});

describe('what is exported', () => {
  it('is plain JSON with each answer’s own time and revision', () => {
    const at = now() - 100;
    keep('yes=functional~1~30&no=analytics', at);
    const exported = begin().export();
    expect(JSON.parse(JSON.stringify(exported))).to.deep.equal({
      version: 1,
      at,
      revision: 1,
      answers: {
        functional: { granted: true, at: at - 30 * 86_400, revision: 1 },
        analytics: { granted: false, at, revision: 1 },
      },
      incomplete: false,
    });
  });

  it('is there at once after a decision', () => {
    const consent = begin();
    consent.update({ functional: true, heatmaps: true });
    const { answers } = consent.export();
    expect(Object.keys(answers).sort()).to.deep.equal(['analytics', 'functional', 'posthog']);
    expect(answers['posthog']?.granted).to.equal(false);
  });

  it('has no answers where nothing is decided, and changes nothing where it is imported', async () => {
    const empty = begin().export();
    expect(empty.answers).to.deep.equal({});
    const consent = signIn();
    expect(await consent.import(empty)).to.deep.equal({ taken: [], kept: [], leftOut: {} });
    expect(heard).to.deep.equal([]);
  });
});

describe('an import', () => {
  it('brings the account’s later answers, keeps the device’s later ones, and says which', async () => {
    keep('yes=functional&no=analytics', now() - 50);
    const consent = signIn();
    const result = await consent.import(snapshot({ functional: no(80), analytics: yes(20), push: yes(20) }));
    expect(result).to.deep.equal({
      taken: ['analytics', 'posthog', 'heatmaps', 'push'],
      kept: ['functional'],
      leftOut: {},
    });
    expect(granted(consent)).to.deep.equal(['necessary', 'functional', 'analytics', 'posthog', 'heatmaps', 'push']);
    expect(consent.pending).to.deep.equal([]);
  });

  it('is told once, as such, and stored', async () => {
    const consent = signIn();
    await consent.import(snapshot({ functional: yes(), analytics: no() }));
    expect(heard).to.have.length(1);
    expect(heard[0]).to.deep.include({ method: 'import', granted: ['functional'] });
    expect(cookieOf('candor')).to.match(/yes=functional&no=analytics/);
    expect(begin().granted('functional')).to.equal(true);
  });

  it('opens gates and ends what is refused', async () => {
    keep('yes=analytics&no=functional');
    const consent = signIn();
    const order: string[] = [];
    consent.gate('posthog', () => () => void order.push('analytics off'));
    consent.gate('functional', () => void order.push('functional on'));
    await consent.import(snapshot({ functional: yes(), analytics: no() }));
    await until(() => order.length === 2);
    expect(order).to.deep.equal(['analytics off', 'functional on']);
  });

  it('asks for what is still open', async () => {
    const consent = signIn();
    await consent.import(snapshot({ functional: yes() }));
    expect(consent.pending).to.deep.equal(['analytics', 'push']);
  });

  it('never brings what needs a step of its own, nor what is off for this visitor', async () => {
    const consent = signIn();
    const { leftOut } = await consent.import(snapshot({ sharing: yes(), functional: yes() }));
    expect(leftOut).to.deep.equal({ sharing: 'separate' });
    expect(consent.granted('sharing')).to.equal(false);

    await clearStorage();
    const child = signIn();
    child.setSubject({ minor: true });
    expect((await child.import(snapshot({ functional: yes() }))).leftOut).to.deep.equal({ functional: 'barred' });
    child.setSubject({ minor: false });
    expect(granted(child)).to.deep.equal(['necessary']);
  });

  it('brings the channels of the account', async () => {
    const consent = signIn();
    await consent.import(snapshot({ push: yes(), email: yes() }));
    expect(consent.granted('email')).to.equal(true);
  });

  it('lets a yes end when it would have ended there', async () => {
    const consent = signIn();
    await consent.import(snapshot({ functional: yes(183 * 86_400) }));
    expect(consent.granted('functional')).to.equal(true);
    const real = Date.now;
    Date.now = () => real() + 2 * 86_400_000;
    try {
      dispatchEvent(new Event('pageshow'));
      expect(consent.granted('functional')).to.equal(false);
    } finally {
      Date.now = real;
    }
  });

  for (const [what, bad, message] of [
    ['nothing', undefined, /the snapshot is undefined/],
    ['a text', '{"version":1}', /the snapshot is "/],
    ['a newer version', { ...snapshot({}), version: 2 }, /`version` is 2 .* newer version/],
    ['a time to come', snapshot({ functional: yes(-9999) }), /`at` is \d+ instead of a time before now/],
    ['an answer that is none', { ...snapshot({}), answers: { functional: 'yes' } }, /`answers.functional`/],
  ] as [string, unknown, RegExp][]) {
    it(`refuses ${what} with a word why, and nothing has changed`, async () => {
      keep('yes=functional&no=analytics');
      const consent = signIn();
      const before = cookieOf('candor');
      expect(await messageOf(consent.import(bad as ConsentSnapshot))).to.match(message);
      expect(granted(consent)).to.deep.equal(['necessary', 'functional']);
      expect(cookieOf('candor')).to.equal(before);
      expect(localStorage.length).to.equal(0);
      expect(heard).to.deep.equal([]);
    });
  }

  it('refuses while nobody is signed in', async () => {
    const consent = begin();
    consent.setSubject({ signedIn: false });
    expect(await messageOf(consent.import(snapshot({ functional: yes() })))).to.match(/nobody is signed in/);
    expect(granted(consent)).to.deep.equal(['necessary']);
  });

  it('refuses where there is no config', async () => {
    const { error } = console;
    console.error = () => {};
    try {
      const consent = begin({ categories: [] });
      expect(await messageOf(consent.import(snapshot({ functional: yes() })))).to.match(/there is no config/);
    } finally {
      console.error = error;
    }
  });

  it('waits for a config that is on its way', async () => {
    const consent = begin(Promise.resolve(SHOP));
    await consent.import(snapshot({ functional: yes() }));
    expect(consent.granted('functional')).to.equal(true);
  });

  it('a second time changes nothing and tells nothing', async () => {
    const consent = signIn();
    const given = snapshot({ functional: yes(), analytics: no() });
    await consent.import(given);
    expect(await consent.import(given)).to.deep.include({ taken: [] });
    expect(heard).to.have.length(1);
  });

  it('is heard of by a tab that had the device’s decision', async () => {
    const at = now() - 300;
    keep('yes=&no=functional', at);
    await signIn().import(snapshot({ functional: no(600), analytics: yes(600) }));
    const merged = cookieOf('candor')!;
    keep('yes=&no=functional', at);
    const other = begin();
    expect(other.granted('analytics')).to.equal(false);
    tellStored('candor', merged);
    expect(other.granted('analytics')).to.equal(true);
  });
});

describe('signing out', () => {
  const restored = (consent: Consent): Promise<unknown> => until(() => consent.imported === false);

  it('brings back what the device had decided, with the times it was decided at', async () => {
    keep('yes=analytics&no=functional.push', now() - 5000);
    const consent = signIn();
    const own = consent.export().answers;
    await consent.import(snapshot({ functional: yes(), analytics: no() }));
    expect(consent.imported).to.equal(true);
    consent.setSubject({ signedIn: false });
    await restored(consent);
    expect(granted(consent)).to.deep.equal(['necessary', 'analytics', 'posthog', 'heatmaps']);
    expect(consent.export().answers).to.deep.equal(own);
    expect(heard.map(({ method }) => method)).to.deep.equal(['import', 'import']);
    expect(Object.keys({ ...localStorage })).to.deep.equal(['candor-records']);
  });

  it('does so on a later page', async () => {
    keep('yes=analytics&no=functional.push');
    await signIn().import(snapshot({ functional: yes(), analytics: no() }));
    expect(Object.keys({ ...localStorage })).to.have.members(['candor-device', 'candor-records']);
    const later = signIn();
    expect(later.granted('functional')).to.equal(true);
    expect(later.imported).to.equal(true);
    later.setSubject({ signedIn: false });
    await restored(later);
    expect(granted(later)).to.deep.equal(['necessary', 'analytics', 'posthog', 'heatmaps']);
    // Of two cookies written within a moment, WebKit may tell the page of the first once more.
    await until(() => cookieOf('candor')?.includes('yes=analytics'));
    expect(granted(begin())).to.deep.equal(['necessary', 'analytics', 'posthog', 'heatmaps']);
  });

  it('leaves with the account what was decided while signed in', async () => {
    keep('yes=analytics&no=functional.push');
    const consent = signIn();
    await consent.import(snapshot({ functional: yes() }));
    consent.withdraw();
    expect(consent.export().answers['analytics']?.granted).to.equal(false);
    consent.setSubject({ signedIn: false });
    await restored(consent);
    expect(consent.granted('analytics')).to.equal(true);
  });

  it('puts aside the device’s decision of before the first import, however many follow', async () => {
    keep('yes=&no=functional.analytics.push');
    await signIn().import(snapshot({ functional: yes() }));
    const consent = signIn();
    await consent.import(snapshot({ analytics: yes(5), functional: yes(5) }));
    consent.setSubject({ signedIn: false });
    await restored(consent);
    expect(granted(consent)).to.deep.equal(['necessary']);
  });

  it('asks who had decided nothing on this device', async () => {
    const consent = signIn();
    await consent.import(snapshot({ functional: yes(), analytics: no(), push: no() }));
    expect(consent.pending).to.deep.equal([]);
    consent.setSubject({ signedIn: false });
    await restored(consent);
    expect(consent.pending).to.deep.equal(['functional', 'analytics', 'push']);
    expect(granted(consent)).to.deep.equal(['necessary']);
    // Of two cookies written within a moment, WebKit may tell the page of the first once more.
    await until(() => cookieOf('candor')?.includes('yes=&'));
    expect(begin().pending).to.deep.equal(['functional', 'analytics', 'push']);
  });

  it('without an import changes nothing', () => {
    keep('yes=functional&no=analytics.push');
    const consent = signIn();
    consent.update({ analytics: true });
    heard = [];
    consent.setSubject({ signedIn: false });
    expect(granted(consent)).to.include.members(['functional', 'analytics']);
    expect(heard).to.deep.equal([]);
  });

  it('that another tab has followed already changes nothing here', async () => {
    keep('yes=analytics&no=functional.push');
    const consent = signIn();
    await consent.import(snapshot({ functional: yes() }));
    localStorage.removeItem('candor-device');
    consent.update({ push: true });
    heard = [];
    consent.setSubject({ signedIn: false });
    await restored(consent);
    expect(consent.granted('push')).to.equal(true);
    expect(heard).to.deep.equal([]);
  });

  it('makes the device undecided where what was put aside cannot be read any more', async () => {
    keep('yes=analytics&no=functional.push');
    const consent = signIn();
    await consent.import(snapshot({ functional: yes() }));
    localStorage.setItem('candor-device', 'garbage');
    consent.setSubject({ signedIn: false });
    await restored(consent);
    expect(granted(consent)).to.deep.equal(['necessary']);
  });

  for (const [what, options, forbid] of [
    ['in memory', { storage: 'memory' }, false],
    ['where the browser refuses storage', {}, true],
  ] as [string, ConsentOptions, boolean][]) {
    it(`works for this page ${what}`, async () => {
      const allow = forbid ? forbidLocalStorage() : undefined;
      try {
        const consent = signIn(SHOP, options);
        consent.update({ functional: true, analytics: false, push: false });
        await consent.import(snapshot({ analytics: yes(-2), functional: no(-2) }));
        expect(granted(consent)).to.include('analytics').and.not.include('functional');
        consent.setSubject({ signedIn: false });
        await restored(consent);
        expect(granted(consent)).to.deep.equal(['necessary', 'functional']);
      } finally {
        allow?.();
      }
      if (!forbid) expect([document.cookie, localStorage.length]).to.deep.equal(['', 0]);
    });
  }

  it('tells the other tabs', async () => {
    const consent = signIn();
    await consent.import(snapshot({ functional: yes(), analytics: no(), push: no() }));
    const merged = cookieOf('candor')!;
    const texts: string[] = [];
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      if (key === 'candor') texts.push(value);
      setItem.call(this, key, value);
    };
    try {
      consent.setSubject({ signedIn: false });
      await restored(consent);
    } finally {
      Storage.prototype.setItem = setItem;
    }
    document.cookie = `candor=${merged}; path=/`;
    const other = begin();
    expect(other.granted('functional')).to.equal(true);
    tellStored('candor', texts.at(-1)!);
    expect(other.granted('functional')).to.equal(false);
    expect(other.pending).to.deep.equal(['functional', 'analytics', 'push']);
  });
});
