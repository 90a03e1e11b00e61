/** A whole change of policy, from 2.0 to 2.1: what each visitor of the page is asked, is told and keeps. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test, type TestContext } from 'node:test';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Config, ConsentRecord } from '../../src/index.js';
import { lintConfig } from '../../src/lint/index.js';
import { isAccessible } from './behaviours/accessible.js';
import { buildDemo, openDemo, type Demo } from '../helpers/demo.js';
import {
  action,
  banner,
  choices,
  cookie,
  eventually,
  gone,
  holds,
  kept,
  panel,
  request,
  settled,
  shown,
} from '../helpers/page.js';

const readPolicy = (version: string): Config =>
  JSON.parse(readFileSync(`demo/pages/model/policy-${version}.json`, 'utf8')) as Config;
const VISITORS = ['new', 'returning', 'refusing', 'minor', 'device'] as const;
type Visitor = (typeof VISITORS)[number];

/** What is on for who allowed everything at 2.0, whatever becomes of the new. */
const OLD = {
  necessary: true,
  functional: true,
  analytics: true,
  sensors: true,
  advertising: true,
  'beacon-ads': true,
  sharing: true,
};
const NOTHING = Object.fromEntries(
  ['functional', 'analytics', 'sensors', 'kestrel', 'kingfisher', 'advertising', 'beacon-ads', 'sharing'].map((id) => [
    id,
    false,
  ]),
);

before(buildDemo);

const pathOf = (visitor: Visitor, policy: '2.0' | '2.1' = '2.1', prefix = ''): string =>
  `${prefix}/model/?policy=${policy}&visitor=${visitor}`;

const open = (t: TestContext, visitor: Visitor, policy?: '2.0' | '2.1', who?: BrowserContextOptions): Promise<Demo> =>
  openDemo(t, pathOf(visitor, policy), who);

const notice = (page: Page): Locator => page.locator('candor-notice');
const imported = (page: Page): Locator => page.locator('candor-imported');
const guardian = (page: Page): Locator => page.locator('candor-guardian dialog');
const records = (page: Page): Promise<ConsentRecord[]> => page.evaluate(() => window.candor!.exportRecords());
const asked = (page: Page): Promise<readonly string[]> => page.evaluate(() => window.candor!.asked);
const press = (page: Page, name: string): Promise<void> =>
  page.locator('#scene').getByRole('button', { name, exact: true }).click();

/** What the page shows of an id: its state, and what that rests on. */
const row = (page: Page, id: string): Locator => page.locator(`#standing [data-id="${id}"]`);
const shows = (page: Page, id: string, state: string, answer: RegExp): Promise<void> =>
  eventually(
    async () =>
      (await row(page, id).getAttribute('data-state')) === state &&
      answer.test(await row(page, id).locator('.answer').innerText()),
    `${id} is shown as ${state}, ${answer}`,
  );

/** Comes again, and waits until everything that wants to be seen could be. */
async function comeAgain(page: Page): Promise<void> {
  await page.reload();
  await settled(page);
}

test('both policies pass the linter, and 2.1 counts on from 2.0', () => {
  for (const version of ['2.0', '2.1']) assert.deepEqual(lintConfig(readPolicy(version)), []);
  const [old, later] = [readPolicy('2.0'), readPolicy('2.1')];
  assert.deepEqual([old.revision, later.revision], [1, 2]);
  assert.deepEqual([old.controller?.policyVersion, later.controller?.policyVersion], ['2.0', '2.1']);
});

describe('a returning visitor who allowed everything at 2.0', () => {
  test('is asked nothing while 2.0 holds', async (t) => {
    const { page } = await open(t, 'returning', '2.0');
    await settled(page);
    assert.equal(await banner(page).count(), 0);
    assert.deepEqual(await choices(page), OLD);
    await shows(page, 'analytics', 'on', /policy 2\.0$/);
  });

  for (const [name, granted] of [
    ['accept-all', true],
    ['reject-all', false],
  ] as const) {
    test(`is asked by 2.1 for the new alone, with the reason; ${name} leaves the old answers as they are`, async (t) => {
      const { page } = await open(t, 'returning');
      await shown(banner(page));
      const words = await banner(page).locator('.text').innerText();
      assert.match(words, /^Changes to our data use\s+Kestrel Metrics\s+Kestrel Metrics now measures how fast/);
      assert.match(words, /Your other answers stand\./);
      assert.deepEqual(await asked(page), ['kestrel']);
      assert.deepEqual(await choices(page), { ...OLD, kestrel: false, kingfisher: false });
      await shows(page, 'kestrel', 'asked', /^Not yet$/);

      await action(banner(page), name).click();
      await gone(banner(page));
      assert.deepEqual(await choices(page), { ...OLD, kestrel: granted, kingfisher: false });
      await shows(page, 'kestrel', granted ? 'on' : 'off', /policy 2\.1$/);
      await shows(page, 'analytics', 'on', /policy 2\.0$/);
      const [record] = await records(page);
      assert.equal(record!.notice.policyVersion, '2.1');
      assert.match(record!.notice.text!, /because we had no numbers from smaller cities/);
      await page.locator('.record', { hasText: record!.receiptId }).waitFor();

      await comeAgain(page);
      assert.equal(await banner(page).count(), 0);
      assert.equal(await notice(page).count(), 0, 'what else changed stood in the banner');
      assert.deepEqual(await choices(page), { ...OLD, kestrel: granted, kingfisher: false });
    });
  }

  test('gives the partner with purposes of its own a yes in its own dialog alone', async (t) => {
    const { page } = await open(t, 'returning');
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    await press(page, 'Allow everything');
    await press(page, 'Ask about Kingfisher Research');
    await shown(request(page));
    assert.equal((await choices(page))['kingfisher'], false);
    await action(request(page), 'allow').click();
    await gone(request(page));
    assert.deepEqual(await choices(page), { ...OLD, kestrel: true, kingfisher: true });
    await page.locator('.record', { hasText: 'The dialog of a consent by itself' }).waitFor();
    await press(page, 'My consent record');
    await shown(page.locator('candor-records dialog'));
  });
});

test('a new visitor answers 2.0 and then meets 2.1 as a returning one; 2.0 begins anew', async (t) => {
  const { page, origin } = await open(t, 'new', '2.0');
  await action(banner(page), 'accept-all').click();
  await gone(banner(page));
  await page.getByRole('link', { name: 'A new visitor, Policy 2.1' }).click();
  await shown(banner(page));
  assert.deepEqual(await asked(page), ['kestrel']);
  assert.equal(
    await page.getByRole('link', { name: 'A new visitor, Policy 2.1' }).getAttribute('aria-current'),
    'page',
  );
  await action(banner(page), 'accept-all').click();
  await gone(banner(page));
  await page.goto(origin + pathOf('new', '2.0'));
  await shown(banner(page));
  assert.deepEqual(await choices(page), {
    ...Object.fromEntries(Object.keys(OLD).map((id) => [id, id === 'necessary'])),
  });
});

describe('a returning visitor who refused everything at 2.0', () => {
  test('is told of the changes once, which is recorded as shown, and is asked nothing', async (t) => {
    const { page } = await open(t, 'refusing');
    await shown(notice(page));
    await notice(page).getByText('Sensors Data now deletes visits after 180 days instead of 360.').waitFor();
    assert.equal(await banner(page).count(), 0);
    await holds(page, 'candor.record');
    // What needs a consent by itself has a record by itself.
    const shownRecords = await records(page);
    assert.deepEqual(
      shownRecords.map(({ event }) => [event.state, event.method, event.surface]),
      [
        ['shown', 'shown', 'notice'],
        ['shown', 'shown', 'notice'],
      ],
    );
    assert.deepEqual(
      shownRecords.flatMap(({ purposes }) => purposes.map(({ id, state, granted }) => [id, state, granted])).sort(),
      [
        ['analytics', 'shown', false],
        ['kingfisher', 'shown', false],
      ],
    );
    await page.locator('#record [data-state=shown]').waitFor();
    await page.locator('#told').getByText('180 days instead of 360').waitFor();
    assert.deepEqual(await choices(page), { ...NOTHING, necessary: true });

    await action(notice(page), 'close').click();
    await gone(notice(page));
    await comeAgain(page);
    assert.equal(await notice(page).count(), 0);
    assert.deepEqual(await records(page), shownRecords);
  });
});

describe('a minor', () => {
  /** Nothing opens by itself; who wants to know why, looks into the settings. */
  const openSettings = async (page: Page): Promise<void> => {
    await settled(page);
    await page.evaluate(() => window.candor!.show('preferences'));
    await shown(panel(page).locator('dialog'));
  };
  const closeSettings = async (page: Page): Promise<void> => {
    await action(panel(page), 'close').click();
    await gone(panel(page).locator('dialog'));
  };
  const openClosed = async (t: TestContext): Promise<Demo> => {
    const demo = await open(t, 'minor');
    await shows(demo.page, 'analytics', 'barred', /./);
    await openSettings(demo.page);
    return demo;
  };

  test('gets nothing, whatever is pressed, and sees why', async (t) => {
    const { page, log } = await openClosed(t);
    await panel(page).getByText('Everything optional is off for children. A parent or guardian decides.').waitFor();
    await action(panel(page), 'save').click();
    await gone(panel(page).locator('dialog'));
    await press(page, 'Allow everything');
    await settled(page);
    assert.deepEqual(await choices(page), { ...NOTHING, necessary: true });
    for (const id of Object.keys(NOTHING)) await shows(page, id, 'barred', /./);
    await page.evaluate(() => window.candor!.request('kingfisher', { trigger: 'visitor' }));
    assert.deepEqual(await choices(page), { ...NOTHING, necessary: true });
    assert.deepEqual(await log(), []);
    assert.deepEqual(
      (await records(page)).filter(({ purposes }) => purposes.some(({ id, granted }) => granted && id !== 'necessary')),
      [],
    );
  });

  test('is asked once a guardian is verified, but never for personalised ads, on the next page too', async (t) => {
    const { page } = await openClosed(t);
    await closeSettings(page);
    await press(page, 'The guardian is verified');
    await shown(banner(page));
    assert.deepEqual(await asked(page), ['functional', 'analytics', 'sensors', 'kestrel']);
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    const allowed = { ...NOTHING, necessary: true, functional: true, analytics: true, sensors: true, kestrel: true };
    assert.deepEqual(await choices(page), allowed);
    await press(page, 'Allow everything');
    await comeAgain(page);
    await shows(page, 'advertising', 'barred', /./);
    await shows(page, 'analytics', 'on', /policy 2\.1$/);
    assert.deepEqual(await choices(page), allowed);
  });

  test('gets what a guardian has allowed only after the verification', async (t) => {
    const { page } = await openClosed(t);
    await closeSettings(page);
    await press(page, 'I am a guardian');
    await shown(guardian(page));
    assert.equal(await guardian(page).locator('[value=advertising], [name=advertising]').count(), 0);
    await guardian(page).locator('[value=parent]').check();
    await guardian(page).locator('[name=declaration]').check();
    await action(guardian(page), 'accept-all').click();
    await page.locator('#guardian-result').getByText('Your settings, Analytics').waitFor();
    assert.deepEqual(await choices(page), { ...NOTHING, necessary: true });
    await action(guardian(page), 'close').click();
    await gone(guardian(page));
    await press(page, 'The guardian is verified');
    await shows(page, 'analytics', 'on', /policy 2\.1$/);
    assert.equal((await choices(page))['advertising'], false);
    await page.locator('.record', { hasText: 'A parent' }).waitFor();
  });
});

describe('a signed-in visitor on a second device', () => {
  for (const policy of ['2.0', '2.1'] as const) {
    test(`takes over the account’s choices, separate ones excluded, is told so, and gets its own back, at ${policy}`, async (t) => {
      const { page } = await open(t, 'device', policy);
      if (policy === '2.1') {
        await shown(notice(page));
        await holds(page, 'candor.record');
        await action(notice(page), 'close').click();
        await gone(notice(page));
      }
      await shows(page, 'analytics', 'off', /policy 2\.0$/);
      const own = await choices(page);
      assert.deepEqual([own['analytics'], own['functional']], [false, false]);

      await press(page, 'Sign in');
      await shows(page, 'analytics', 'on', policy === '2.1' ? /policy 2\.1$/ : /policy 2\.0$/);
      await imported(page).getByText('The choices of your account apply on this device now.').waitFor();
      const here = await choices(page);
      assert.deepEqual(
        [here['functional'], here['analytics'], here['advertising'], here['sharing']],
        [true, true, false, false],
      );
      await page.locator('#sign-in-result').getByText('each device: Sharing with others.').waitFor();
      assert.equal(await banner(page).isVisible(), false, 'what the account has answered is not asked here');

      await comeAgain(page);
      assert.deepEqual(await choices(page), here, 'who stays signed in keeps them');
      await press(page, 'Sign out');
      await holds(page, 'document.activeElement.id === "sign-in"');
      await shows(page, 'analytics', 'off', /policy 2\.0$/);
      assert.deepEqual(await choices(page), own);
      await page.locator('#sign-in-result').getByText('This device has its own answer back.').waitFor();
      assert.equal(await banner(page).isVisible(), false);
    });
  }

  test('keeps with the account what is changed while signed in', async (t) => {
    const { page } = await open(t, 'device', '2.0');
    await settled(page);
    await press(page, 'Sign in');
    await shows(page, 'analytics', 'on', /./);
    await press(page, 'Allow everything');
    await shows(page, 'advertising', 'on', /./);
    await press(page, 'Sign out');
    await shows(page, 'advertising', 'off', /./);
    await press(page, 'Sign in');
    await shows(page, 'advertising', 'on', /./);
  });
});

test('starting over forgets the visitor’s answers, and those of no other', async (t) => {
  const { page, origin } = await open(t, 'device', '2.0');
  await page.context().addCookies([{ name: 'candor', value: 'v=1&at=1&rev=1&yes=&no=', url: origin }]);
  await press(page, 'Sign in');
  await shows(page, 'analytics', 'on', /./);
  const before = await cookie(page, 'candor-model-device');
  const loaded = page.waitForEvent('load');
  await press(page, 'Start over');
  await loaded;
  await shows(page, 'analytics', 'off', /policy 2\.0$/);
  assert.notEqual(await cookie(page, 'candor-model-device'), before);
  assert.deepEqual(await kept(page), ['cookie candor', 'cookie candor-model-device']);
  assert.deepEqual(await records(page), []);
  assert.ok(await page.getByRole('button', { name: 'Sign in' }).isEnabled());
});

for (const [language, prefix] of [
  ['English', ''],
  ['Chinese', '/zh'],
] as const) {
  for (const visitor of VISITORS) {
    test(`the page passes the audit and fits 320 px in ${language}: ${visitor}`, async (t) => {
      const { page } = await openDemo(t, pathOf(visitor, '2.1', prefix));
      await settled(page);
      assert.equal(await page.locator('.scene-head:visible').count(), 1);
      assert.equal(await page.locator('#standing tbody tr').count(), 9);
      await page.evaluate(() => window.candor!.hide());
      await isAccessible(page);
      await page.setViewportSize({ width: 320, height: 640 });
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, 'it scrolls sideways');
    });
  }
}

test('the list of behaviours leads to it', async (t) => {
  const { page } = await openDemo(t, '/behaviours/');
  await page.getByRole('link', { name: 'From policy 2.0 to 2.1' }).click();
  await page.waitForURL('**/model/');
  await shown(banner(page));
});
