/**
 * Each preset, walked through on a bare page with the browser's opt-out signal off and on: the first visit, the answers, and
 * the withdrawal. After each step every configured queue, the choices, the banner and the link's name are exactly these.
 */
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { PresetId } from '../../src/core/presets.js';
import {
  action,
  banner,
  choices,
  cookie,
  eventually,
  gone,
  openSite,
  panel,
  reopen,
  settled,
  shown,
  toggle,
  type Visit,
} from '../helpers/page.js';

const CATEGORIES = [
  { id: 'necessary' },
  { id: 'functional' },
  // Its own count of visits may be exempt; a recipient abroad is asked by itself in China.
  {
    id: 'analytics',
    kind: 'exempt',
    services: [{ id: 'abroad', name: 'Abroad', provider: 'Abroad Ltd.', country: 'US' }],
  },
  { id: 'advertising' },
  { id: 'location' },
  { id: 'push' },
  { id: 'sensitive', services: [{ id: 'health', name: 'Health' }] },
];

const config = (categories: readonly object[] = CATEGORIES): object => ({
  controller: { name: 'Shop', privacyPolicy: '/privacy', storageLocation: 'CN' },
  signals: { googleConsentMode: true, microsoftUet: true, clarity: true, matomo: true },
  categories,
});

const IDS = ['functional', 'analytics', 'abroad', 'advertising', 'location', 'push', 'sensitive', 'health'] as const;
type Id = (typeof IDS)[number];

/** The choices where exactly these are on. */
const only = (...on: readonly Id[]): Record<string, boolean> => ({
  necessary: true,
  ...Object.fromEntries(IDS.map((id) => [id, on.includes(id)])),
});

/** What Google's types say where exactly these are on. */
function types(on: readonly Id[]): Record<string, string> {
  const state = (id: Id): string => word(on.includes(id));
  return {
    security_storage: 'granted',
    functionality_storage: state('functional'),
    personalization_storage: state('functional'),
    analytics_storage: state('analytics'),
    ad_storage: state('advertising'),
    ad_user_data: state('advertising'),
    ad_personalization: state('advertising'),
  };
}

const word = (isOn: boolean): string => (isOn ? 'granted' : 'denied');

/** Queues beside Google's: what stands there before an answer, and what is said of one. */
const VENDORS: Readonly<
  Record<string, { readonly before: (on: readonly Id[]) => unknown[]; readonly tell: (on: readonly Id[]) => unknown }>
> = {
  uetq: {
    // UET takes a command as three entries of one call.
    before: (on) => ['consent', 'default', { ad_storage: word(on.includes('advertising')) }],
    tell: (on) => ['consent', 'update', { ad_storage: word(on.includes('advertising')) }],
  },
  'clarity.q': {
    before: (on) => [VENDORS['clarity.q']!.tell(on)],
    tell: (on) => [
      'consentv2',
      { ad_Storage: word(on.includes('advertising')), analytics_Storage: word(on.includes('analytics')) },
    ],
  },
  _paq: {
    before: (on) => [['requireConsent'], ...(on.includes('analytics') ? [['setConsentGiven']] : [])],
    tell: (on) => [on.includes('analytics') ? 'setConsentGiven' : 'forgetConsentGiven'],
  },
};

interface Expected {
  readonly region: string;
  /** Whether a banner asks. Where none does, one opts out. */
  readonly asks: boolean;
  readonly label: string;
  /** On at the first visit. */
  readonly first: readonly Id[];
  /** On after a yes to everything that one step can allow. */
  readonly all: readonly Id[];
}

const ALL: readonly Id[] = ['functional', 'analytics', 'abroad', 'advertising', 'location', 'push'];
const OPT_OUT: readonly Id[] = ['functional', 'analytics', 'abroad', 'advertising'];
const SETTINGS = 'Cookie settings';
const CHOICES = 'Your Privacy Choices';

const ASKS = { asks: true, label: SETTINGS, first: [], all: ALL };
const LETS_OUT = { asks: false, label: SETTINGS, first: OPT_OUT, all: ALL };

const EXPECTED: Readonly<Record<PresetId, Expected>> = {
  eea: { ...ASKS, region: 'DE' },
  uk: { ...ASKS, region: 'GB', first: ['analytics', 'abroad'] },
  ch: { ...ASKS, region: 'CH' },
  'us-ca': { ...LETS_OUT, region: 'US-CA', label: CHOICES },
  'us-uoom': { ...LETS_OUT, region: 'US-CO', label: CHOICES },
  'us-other': { ...LETS_OUT, region: 'US-VA', label: CHOICES },
  br: { ...ASKS, region: 'BR' },
  ca: { ...LETS_OUT, region: 'CA-ON' },
  'ca-qc': { ...ASKS, region: 'CA-QC' },
  cn: { ...ASKS, region: 'CN', all: ['functional', 'analytics', 'advertising', 'location', 'push'] },
  jp: { ...LETS_OUT, region: 'JP', label: 'External transmission of data' },
  kr: { ...ASKS, region: 'KR' },
  row: { ...ASKS, region: 'MX' },
};

const open = (t: TestContext, region: string, gpc: boolean, categories?: readonly object[]): Promise<Visit> =>
  openSite(t, {
    config: config(categories),
    tag: `<script src="/candor/candor-signals.js"></script><script src="/candor/candor.js" data-region="${region}"></script>`,
    body: '<main><h1>Shop</h1></main><footer><candor-button inline></candor-button></footer>',
    init: `Object.defineProperty(navigator, 'globalPrivacyControl', { value: ${gpc} })`,
  });

for (const [preset, { region, asks, label, first, all }] of Object.entries(EXPECTED)) {
  for (const gpc of [false, true]) {
    test(`${preset}, the signal ${gpc ? 'on' : 'off'}: first visit, answers, withdrawal`, async (t) => {
      const { page } = await open(t, region, gpc);
      const allowed = (ids: readonly Id[]): Id[] => ids.filter((id) => !(gpc && id === 'advertising'));
      const told: unknown[] = [['consent', 'default', { ...types(allowed(first)), wait_for_update: 500 }]];
      const vendors = Object.entries(VENDORS).map(([name, { before, tell }]) => ({
        name,
        tell,
        told: before(allowed(first)),
        last: '',
      }));

      /** Waits for the choices; the queue was told in the same task, and of nothing else. */
      async function is(on: readonly Id[], step: string): Promise<void> {
        const wanted = JSON.stringify(only(...on));
        await eventually(
          async () => JSON.stringify(await choices(page)) === wanted,
          `${step}: the choices are ${wanted}`,
        );
        // Google takes commands as `arguments` objects alone, so nothing else may reach the test as a list.
        const queueOf = (name: string): Promise<unknown> =>
          page.evaluate((path) => {
            const queue = path
              .split('.')
              .reduce<unknown>((object, key) => (object as Record<string, unknown>)[key], window) as object[];
            return queue.map((entry) =>
              Object.prototype.toString.call(entry) === '[object Arguments]'
                ? Array.from(entry as ArrayLike<unknown>)
                : entry,
            );
          }, name);
        assert.deepEqual(await queueOf('dataLayer'), told, step);
        for (const vendor of vendors)
          assert.deepEqual(await queueOf(vendor.name), vendor.told, `${step}: ${vendor.name}`);
      }
      async function decide(act: () => Promise<unknown>, on: readonly Id[], step: string): Promise<void> {
        await act();
        told.push(['consent', 'update', types(on)], { event: 'candor_consent_update' });
        for (const vendor of vendors) {
          const said = vendor.tell(on);
          // The first answer, and then what changes something for that vendor.
          if (JSON.stringify(said) === vendor.last) continue;
          vendor.last = JSON.stringify(said);
          vendor.told.push(...(vendor.name === 'uetq' ? (said as unknown[]) : [said]));
        }
        await eventually(async () => (await page.evaluate('dataLayer.length')) === told.length, `${step}: it is told`);
        await is(on, step);
      }
      const openPanel = async (): Promise<void> => {
        await reopen(page).getByRole('button').click();
        await shown(panel(page).locator('dialog'));
      };
      const inPanel = async (name: 'reject-all' | 'save'): Promise<void> => {
        await action(panel(page), name).click();
        await gone(panel(page).locator('dialog'));
      };

      assert.equal(await page.evaluate(() => window.candor!.preset.id), preset);
      if (asks) await shown(action(banner(page), 'accept-all'));
      await eventually(async () => (await reopen(page).getByRole('button').innerText()).trim() === label, label);
      await settled(page);
      assert.equal(await banner(page).isVisible(), asks);
      await is(allowed(first), 'first visit');
      assert.equal(await cookie(page), undefined);

      const accept = (): Promise<void> =>
        asks ? action(banner(page), 'accept-all').click() : page.evaluate(() => window.candor!.acceptAll());
      await decide(accept, allowed(all), 'accept all');
      await gone(banner(page));
      await openPanel();
      await decide(() => inPanel('reject-all'), [], 'reject all');

      // The panel names the signal, so a yes there counts in spite of it.
      await openPanel();
      await toggle(page, 'advertising').click();
      await decide(() => inPanel('save'), ['advertising'], 'advertising alone');
      assert.equal(decodeURIComponent((await cookie(page))!).includes('advertising!'), gpc);

      await decide(() => page.evaluate(() => window.candor!.withdraw()), [], 'withdrawal');
      await settled(page);
      await is([], 'afterwards');
      assert.equal(await banner(page).isVisible(), false);
    });
  }
}

describe('the link in California', () => {
  for (const [what, ids, label] of [
    ['sales', ['necessary', 'analytics', 'advertising'], 'Do Not Sell or Share My Personal Information'],
    ['sensitive data', ['necessary', 'analytics', 'sensitive'], 'Limit the Use of My Sensitive Personal Information'],
    ['both', ['necessary', 'advertising', 'sensitive'], CHOICES],
    ['neither', ['necessary', 'analytics'], SETTINGS],
  ] as const) {
    test(`for ${what} is called ${label}`, async (t) => {
      const { page } = await open(
        t,
        'US-CA',
        false,
        CATEGORIES.filter(({ id }) => (ids as readonly string[]).includes(id)),
      );
      await eventually(async () => (await reopen(page).getByRole('button').innerText()).trim() === label, label);
    });
  }
});

test('every preset is walked', async () => {
  const { PRESET_FACTS } = await import('../../src/core/preset-facts.js');
  assert.deepEqual(Object.keys(EXPECTED), Object.keys(PRESET_FACTS));
});
