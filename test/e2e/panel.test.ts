/** What the panel decides otherwise than by a plain switch, on whole pages. */
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import {
  action,
  banner,
  choices,
  cookie,
  eventually,
  gone,
  openSite,
  panel,
  settled,
  shown,
  toggle,
  type Visit,
} from '../helpers/page.js';

const inRegion = (region: string): string => `<script src="/candor/candor.js" data-region="${region}"></script>`;

const CHINA = {
  categories: [
    { id: 'necessary' },
    {
      id: 'analytics',
      services: [
        { id: 'counter', name: 'Counter' },
        { id: 'posthog', name: 'PostHog', country: 'US' },
      ],
    },
    { id: 'location', services: [{ id: 'approximate' }, { id: 'precise' }] },
    { id: 'sensitive', services: [{ id: 'face', name: 'Face' }] },
    { id: 'public-disclosure' },
  ],
  layout: { reopen: 'none' },
};

const visit = (t: TestContext, config: object = CHINA, region = 'CN'): Promise<Visit> =>
  openSite(t, { config, tag: inRegion(region), body: '<button data-candor="preferences">Settings</button>' });

const request = (page: Page): Locator => page.locator('candor-request');
const ask = (page: Page, id: string): Locator => panel(page).locator(`#${id}-ask`);

async function openPanel(page: Page): Promise<void> {
  await action(banner(page), 'preferences').click();
  await shown(panel(page).locator('dialog'));
}

/** The element in the panel that has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document.querySelector('candor-preferences')!.shadowRoot!;
    return activeElement?.id || (activeElement as HTMLElement | null)?.dataset['consentService'] || '';
  });
const isFocused = (page: Page, id: string): Promise<void> =>
  eventually(async () => (await focused(page)) === id, `the focus is on ${id}`);

const isOn = async (page: Page, id: string): Promise<boolean> =>
  (await toggle(page, id).getAttribute('aria-checked')) === 'true';

describe('a separate consent asked from the panel', () => {
  test('is asked above it; Escape leaves the panel, its draft and the focus as they were', async (t) => {
    const { page } = await visit(t);
    await openPanel(page);
    await toggle(page, 'location').click();
    await ask(page, 'posthog').click();
    await shown(request(page).locator('dialog'));
    const isAbove = await request(page)
      .locator('dialog')
      .evaluate((dialog) => {
        const { x, y, width, height } = dialog.getBoundingClientRect();
        return document.elementFromPoint(x + width / 2, y + height / 2)?.localName;
      });
    assert.equal(isAbove, 'candor-request');
    assert.match(await request(page).locator('dialog').innerText(), /This also turns on “Analytics”, for this alone\./);

    await page.keyboard.press('Escape');
    await gone(request(page).locator('dialog'));
    await isFocused(page, 'posthog-ask');
    assert.equal(await panel(page).locator('dialog').isVisible(), true);
    assert.equal(await isOn(page, 'location'), true);
    assert.equal(await cookie(page), undefined);
  });

  test('counts with its yes, leaves the rest to Save, and is taken back by the switch it has then', async (t) => {
    const { page } = await visit(t);
    await openPanel(page);
    await toggle(page, 'location').click();
    await ask(page, 'posthog').press('Enter');
    await action(request(page), 'allow').click();
    await gone(request(page).locator('dialog'));
    await isFocused(page, 'posthog');
    assert.deepEqual(
      [await isOn(page, 'posthog'), await isOn(page, 'analytics'), await isOn(page, 'counter')],
      [true, true, false],
    );
    let now = await choices(page);
    assert.deepEqual([now['posthog'], now['location']], [true, false]);

    await action(panel(page), 'save').click();
    await gone(panel(page).locator('dialog'));
    now = await choices(page);
    assert.deepEqual(
      { ...now },
      {
        necessary: true,
        analytics: true,
        counter: false,
        posthog: true,
        location: true,
        approximate: true,
        precise: false,
        sensitive: false,
        face: false,
        'public-disclosure': false,
      },
    );

    await page.getByRole('button', { name: 'Settings' }).click();
    await toggle(page, 'posthog').click();
    await action(panel(page), 'save').click();
    await eventually(async () => !(await choices(page))['posthog']);
    assert.equal((await choices(page))['analytics'], true);
  });

  test('its no is remembered, and the panel goes on', async (t) => {
    const { page } = await visit(t);
    await openPanel(page);
    await ask(page, 'face').click();
    await action(request(page), 'deny').click();
    await isFocused(page, 'face-ask');
    assert.equal((await choices(page))['face'], false);
    await action(panel(page), 'close').click();
    await gone(panel(page).locator('dialog'));
  });

  for (const name of ['accept-all', 'save'] as const) {
    test(`is given by nothing else: ${name}`, async (t) => {
      const { page } = await visit(t);
      if (name === 'accept-all') await action(banner(page), name).click();
      else {
        await openPanel(page);
        for (const id of ['analytics', 'location']) await toggle(page, id).click();
        await action(panel(page), name).click();
      }
      await eventually(async () => !!(await choices(page))['counter']);
      const now = await choices(page);
      for (const id of ['posthog', 'precise', 'sensitive', 'face', 'public-disclosure'])
        assert.equal(now[id], false, id);
      await gone(banner(page));
    });
  }
});

describe('what is on without consent', () => {
  const EXEMPT = {
    categories: [{ id: 'necessary' }, { id: 'analytics', kind: 'exempt' }, { id: 'functional', kind: 'exempt' }],
  };

  test('asks nobody where there is nothing else', async (t) => {
    const { page } = await visit(t, EXEMPT, 'GB');
    await settled(page);
    assert.equal(await banner(page).count(), 0);
    assert.equal((await choices(page))['analytics'], true);
  });

  test('is objected to in the panel, and stays off on the next page', async (t) => {
    const { page, another } = await visit(t, EXEMPT, 'GB');
    await page.getByRole('button', { name: 'Settings' }).click();
    await toggle(page, 'analytics').click();
    await action(panel(page), 'save').click();
    await eventually(async () => !(await choices(page))['analytics']);
    const next = await another();
    const now = await choices(next);
    assert.deepEqual([now['analytics'], now['functional']], [false, true]);
  });

  test('is not what the banner asks for, and Reject all objects to it', async (t) => {
    const { page } = await visit(t, { categories: [...EXEMPT.categories, { id: 'social' }] }, 'GB');
    await shown(banner(page));
    const text = await banner(page).locator('.text').innerText();
    assert.match(text, /social media/);
    assert.doesNotMatch(text, /visits/);
    await action(banner(page), 'reject-all').click();
    await eventually(async () => !(await choices(page))['analytics']);
  });
});

test('channels of an account are offered in the panel once somebody is signed in', async (t) => {
  const { page } = await visit(
    t,
    {
      categories: [
        { id: 'necessary' },
        { id: 'service-messages' },
        { id: 'push', services: [{ id: 'browser-push' }, { id: 'email', scope: 'account' }] },
      ],
    },
    'DE',
  );
  await openPanel(page);
  assert.equal(await toggle(page, 'email').count(), 0);
  assert.match(await panel(page).locator('dialog').innerText(), /More channels once you sign in\./);
  await action(panel(page), 'close').click();
  await page.evaluate(() => window.candor!.setSubject({ signedIn: true }));
  await openPanel(page);
  await toggle(page, 'email').click();
  await action(panel(page), 'save').click();
  await eventually(async () => !!(await choices(page))['email']);
  assert.deepEqual(await choices(page), {
    necessary: true,
    'service-messages': true,
    push: true,
    'browser-push': false,
    email: true,
  });
});

test('the panel leaves a frame to what was pressed, also once everything is at hand', async (t) => {
  const { page } = await visit(t);
  await openPanel(page);
  await action(panel(page), 'close').click();
  await gone(panel(page));
  const isOpenInFirstFrame = await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => resolve(document.querySelector('candor-preferences')?.open));
        document.querySelector<HTMLElement>('[data-candor=preferences]')!.click();
      }),
  );
  assert.equal(isOpenInFirstFrame, false);
  await shown(panel(page));
});
