/** By region and signal: each page does what its “Try” and “Watch” say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import presets from '../../../demo/pages/behaviours/regions/presets.json' with { type: 'json' };
import { action, banner, cookie, eventually, gone, panel, settled, shown, toggle } from '../../helpers/page.js';
import { answer, answersAre, live, openBehaviour, says } from './open-behaviour.js';

const link = (page: Page): Locator => live(page).locator('candor-button').getByRole('button');
const linkSays = (page: Page, label: string): Promise<void> => says(link(page), label);

async function openChoices(page: Page): Promise<void> {
  await link(page).click();
  await shown(panel(page).locator('dialog'));
}

async function switchAndSave(page: Page, id: string): Promise<void> {
  await toggle(page, id).click();
  await action(panel(page), 'save').click();
  await gone(panel(page).locator('dialog'));
}

test('what holds before an answer, the banner and the link’s name follow the region', async (t) => {
  const { page } = await openBehaviour(t, 'regions');
  const facts = (): Promise<string[]> => live(page).locator('output').allInnerTexts();
  const follow = async (name: string | RegExp, expected: readonly string[]): Promise<void> => {
    await page.getByRole('link', { name }).click();
    await eventually(async () => (await facts()).join() === expected.join(), expected.join());
  };
  assert.deepEqual(await facts(), ['DE', 'eea', 'opt-in', '184', '184']);
  await shown(banner(page));
  await linkSays(page, 'Cookie settings');

  for (const [name, expected] of [
    ['China', ['CN', 'cn', 'opt-in', '184', '184']],
    ['Singapore', ['SG', 'eea', 'opt-in', '90', '180']],
    ['Anywhere else, or not known', ['–', 'row', 'opt-in', '184', '184']],
  ] as const) {
    await follow(name, expected);
    await shown(banner(page));
    await answersAre(page, { analytics: 'not answered', advertising: 'not answered' });
    assert.equal(await page.evaluate(() => window.candor!.granted('analytics')), false);
  }

  for (const [name, expected, label] of [
    ['California', ['US-CA', 'us-ca', 'opt-out', '365', '365'], 'Do Not Sell or Share My Personal Information'],
    ['Colorado', ['US-CO', 'us-uoom', 'opt-out', '365', '365'], 'Your Privacy Choices'],
    ['Japan', ['JP', 'jp', 'notice', '184', '184'], 'External transmission of data'],
  ] as const) {
    await follow(new RegExp(name), expected);
    await linkSays(page, label);
    await settled(page);
    assert.equal(await banner(page).count(), 0, name);
    await answersAre(page, { analytics: 'yes', advertising: 'yes' });
  }
});

test('the table of presets leads to a region of each', async (t) => {
  const { page } = await openBehaviour(t, 'regions');
  const rows = page.getByRole('table').getByRole('row');
  assert.equal(await rows.count(), presets.length + 1);
  const shownRows = await rows.evaluateAll((all) =>
    all
      .slice(1)
      .map((row) => [
        row.querySelector('a')!.getAttribute('href'),
        ...[...row.querySelectorAll('code')].map((code) => code.textContent),
        row.querySelector('time')!.textContent,
      ]),
  );
  assert.deepEqual(
    shownRows,
    presets.map(({ id, region, model, reviewed }) => [`?region=${region}`, id, model, reviewed]),
  );
});

test('in California everything but the sensitive is on, and one leaves in two steps and comes back in two', async (t) => {
  const { page } = await openBehaviour(t, 'opt-out');
  const state = (id: string): Locator => live(page).locator(`[data-id=${id}]`);
  await linkSays(page, 'Your Privacy Choices');
  await settled(page);
  assert.equal(await banner(page).count(), 0);
  await says(state('advertising'), 'on');
  await answersAre(page, { analytics: 'yes', advertising: 'yes', sensitive: 'no', face: 'no' });
  assert.equal(await cookie(page, 'candor-opt-out'), undefined);

  await openChoices(page);
  await action(panel(page), 'reject-all').click();
  await says(state('analytics'), 'off');
  await says(state('advertising'), 'off');
  await page.reload();
  await settled(page);
  await answersAre(page, { analytics: 'no', advertising: 'no', face: 'no' });
  assert.equal(await banner(page).count(), 0);

  await openChoices(page);
  await switchAndSave(page, 'advertising');
  await says(state('advertising'), 'on');
  await answersAre(page, { analytics: 'no', advertising: 'yes', face: 'no' });
});

for (const [language, labels] of [
  [
    'en',
    [
      ['Ads alone', 'Do Not Sell or Share My Personal Information'],
      ['Sensitive data alone', 'Limit the Use of My Sensitive Personal Information'],
      ['Ads and sensitive data', 'Your Privacy Choices'],
    ],
  ],
  [
    'zh',
    [
      ['仅广告', '不出售或共享我的个人信息'],
      ['仅敏感信息', '限制使用我的敏感个人信息'],
      ['广告和敏感信息', '您的隐私选择'],
    ],
  ],
] as const) {
  test(`in California the link says what it leads out of, in ${language}`, async (t) => {
    const { page } = await openBehaviour(t, 'opt-out', { language });
    for (const [data, label] of labels) {
      await live(page).getByRole('link', { name: data, exact: true }).click();
      await linkSays(page, label);
    }
  });
}

test('the use of sensitive data is limited where it was allowed', async (t) => {
  const { page } = await openBehaviour(t, 'opt-out', { query: '?without=advertising' });
  await linkSays(page, 'Limit the Use of My Sensitive Personal Information');
  await openChoices(page);
  await panel(page).locator('#face-ask').click();
  await action(page.locator('candor-request'), 'allow').click();
  await answersAre(page, { sensitive: 'yes', face: 'yes' });
  await switchAndSave(page, 'face');
  await answersAre(page, { analytics: 'yes', face: 'no' });
});

test('the browser’s signal is honoured and said, and a yes in the panel counts in spite of it', async (t) => {
  const { page } = await openBehaviour(t, 'gpc');
  const fact = (id: string): Locator => live(page).locator(`#${id}`);
  await says(fact('signal'), 'on');
  await says(fact('signalled'), 'audiences, advertising');
  await says(fact('cookie'), 'None.');
  await says(live(page).locator('candor-button').getByRole('status'), 'Opt-out request honored');
  await answersAre(page, { analytics: 'yes', visits: 'yes', audiences: 'no', advertising: 'no' });

  await openChoices(page);
  await panel(page).getByText('Opt-out request honored').waitFor();
  assert.equal(await toggle(page, 'advertising').isChecked(), false);
  await switchAndSave(page, 'advertising');
  await answersAre(page, { analytics: 'yes', visits: 'yes', audiences: 'no', advertising: 'yes' });
  await eventually(async () => /yes=\S*advertising!/.test(await fact('cookie').innerText()), 'the cookie has “!”');
  await says(fact('signalled'), 'audiences');
  assert.match((await cookie(page, 'candor-gpc'))!, /advertising(!|%21)/);

  await page.reload();
  await answersAre(page, { audiences: 'no', advertising: 'yes' });
});

test('without the signal nothing is denied; with it Accept all of the banner does not allow what it denies', async (t) => {
  const { page } = await openBehaviour(t, 'gpc');
  const visit = async (name: string, signal: string, signalled: string): Promise<void> => {
    await live(page).getByRole('link', { name }).click();
    await page.waitForLoadState();
    await says(live(page).locator('#signal'), signal);
    await says(live(page).locator('#signalled'), signalled);
  };
  await visit('California, off', 'off', 'nothing');
  await answersAre(page, { analytics: 'yes', audiences: 'yes', advertising: 'yes' });
  assert.equal(await live(page).locator('candor-button').getByRole('status').count(), 0);

  await visit('Germany, on', 'on', 'audiences, advertising');
  await shown(banner(page).locator('[part=signal]'));
  await answer(page, 'accept-all');
  await answersAre(page, { analytics: 'yes', visits: 'yes', audiences: 'no', advertising: 'no' });
  assert.doesNotMatch(await live(page).locator('#cookie').innerText(), /!/);
});

test('the site says in its own file that it honours the signal, and the page leads there', async (t) => {
  const { page, origin } = await openBehaviour(t, 'gpc');
  const href = await live(page).getByRole('link', { name: 'gpc.json' }).getAttribute('href');
  const file = await fetch(origin + href!);
  assert.equal(file.status, 200);
  assert.equal(file.headers.get('content-type'), 'application/json');
  assert.deepEqual(await file.json(), { gpc: true, lastUpdate: '2026-11-22' });
});

/** What a queue of the page holds, as the page shows it. */
const queue = async (page: Page, name: string): Promise<unknown> =>
  JSON.parse(await live(page).locator(`[data-queue="${name}"]`).innerText());

const states = (granted: Readonly<Record<'functional' | 'analytics' | 'advertising', boolean>>): object => {
  const word = (isGranted: boolean): string => (isGranted ? 'granted' : 'denied');
  return {
    security_storage: 'granted',
    functionality_storage: word(granted.functional),
    personalization_storage: word(granted.functional),
    analytics_storage: word(granted.analytics),
    ad_storage: word(granted.advertising),
    ad_user_data: word(granted.advertising),
    ad_personalization: word(granted.advertising),
  };
};

const NOTHING = { functional: false, analytics: false, advertising: false };
const EVERYTHING = { functional: true, analytics: true, advertising: true };
const UPDATED = { event: 'candor_consent_update' };

test('the queues are shown as they are, from the region’s default on, and after each decision', async (t) => {
  const { page } = await openBehaviour(t, 'signals');
  const press = (name: string): Promise<void> => live(page).getByRole('button', { name, exact: true }).click();
  const expected: unknown[] = [['consent', 'default', { ...states(NOTHING), wait_for_update: 500 }]];
  const holdsAll = async (): Promise<void> => {
    await eventually(
      async () => JSON.stringify(await queue(page, 'dataLayer')) === JSON.stringify(expected),
      `dataLayer is ${JSON.stringify(expected)}`,
    );
    await eventually(
      async () => (await live(page).locator('#entries').innerText()).includes(`dataLayer ${expected.length}`),
      'the number of entries is said',
    );
  };
  await holdsAll();
  await shown(banner(page));
  for (const [name, granted] of [
    ['Accept all', EVERYTHING],
    ['Reject all', NOTHING],
    ['Accept all', EVERYTHING],
    ['Withdraw everything', NOTHING],
  ] as const) {
    await press(name);
    expected.push(['consent', 'update', states(granted)], UPDATED);
    await holdsAll();
  }
});

test('each vendor hears what holds, a yes and a no, in its own words', async (t) => {
  const { page } = await openBehaviour(t, 'signals');
  const word = (isGranted: boolean): string => (isGranted ? 'granted' : 'denied');
  const hold = (state: string): unknown => ({ action: 'aplus.setMetaInfo', arguments: ['_hold', state] });
  const clarity = (isGranted: boolean): unknown => [
    'consentv2',
    { ad_Storage: word(isGranted), analytics_Storage: word(isGranted) },
  ];
  const uet = (command: string, isGranted: boolean): unknown[] => ['consent', command, { ad_storage: word(isGranted) }];
  /** By queue: what stands there at first, and what a yes and then a no add. */
  const words: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
    uetq: [uet('default', false), uet('update', true), uet('update', false)],
    'clarity.q': [[clarity(false)], [clarity(true)], [clarity(false)]],
    'fbq.queue': [[['consent', 'revoke']], [['consent', 'grant']], [['consent', 'revoke']]],
    ttq: [[['holdConsent']], [['grantConsent']], [['revokeConsent']]],
    _paq: [[['requireConsent']], [['setConsentGiven']], [['forgetConsentGiven']]],
    aplus_queue: [[hold('BLOCK')], [hold('START')], [hold('BLOCK')]],
  };
  const steps = ['', 'Accept all', 'Withdraw everything'];
  for (const [step, name] of steps.entries()) {
    if (name) await live(page).getByRole('button', { name, exact: true }).click();
    for (const [vendor, said] of Object.entries(words)) {
      const expected = JSON.stringify(said.slice(0, step + 1).flat());
      await eventually(
        async () => JSON.stringify(await queue(page, vendor)) === expected,
        `${vendor} is ${expected} after ${name || 'nothing'}`,
      );
    }
  }
});

test('the form visits from another region with the signal, and keeps what was chosen', async (t) => {
  const { page } = await openBehaviour(t, 'signals');
  const region = page.getByRole('combobox', { name: 'Region' });
  const gpc = page.getByLabel('Global Privacy Control');
  const visit = async (from: string, signal: boolean): Promise<unknown> => {
    await region.selectOption(from);
    await gpc.setChecked(signal);
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Visit from there' }).click()]);
    assert.deepEqual([await region.inputValue(), await gpc.isChecked()], [from, signal]);
    return queue(page, 'dataLayer');
  };
  const defaultOf = (granted: Parameters<typeof states>[0]): unknown => [
    ['consent', 'default', { ...states(granted), wait_for_update: 500 }],
  ];
  assert.deepEqual(await visit('US-CA', false), defaultOf(EVERYTHING));
  assert.deepEqual(await visit('US-CA', true), defaultOf({ ...EVERYTHING, advertising: false }));
  assert.deepEqual(await visit('CA-QC', true), defaultOf(NOTHING));
  assert.deepEqual(await visit('', false), defaultOf(NOTHING));
});

test('a queue is shown once somebody has put it there, its calls as lists', async (t) => {
  const { page } = await openBehaviour(t, 'signals');
  assert.equal(await live(page).locator('[data-queue="_hmt"]').count(), 0);
  await page.evaluate(() => {
    const entries: unknown[] = [['_setAutoPageview', false]];
    (function (..._call: unknown[]): void {
      // eslint-disable-next-line prefer-rest-params -- What some vendors keep.
      entries.push(arguments);
    })('consent', { analytics: 'denied' });
    Object.assign(window, { _hmt: entries });
  });
  await live(page).getByRole('heading', { name: 'Baidu Tongji: _hmt' }).waitFor();
  assert.deepEqual(await queue(page, '_hmt'), [
    ['_setAutoPageview', false],
    ['consent', { analytics: 'denied' }],
  ]);
});
