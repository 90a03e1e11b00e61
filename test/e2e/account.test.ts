/** An account carries the answer from one device to another, and only by a click there. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { ConsentSnapshot } from '../../src/index.js';
import { buildDemo, openDemo } from '../helpers/demo.js';
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
  settled,
  shown,
  toggle,
} from '../helpers/page.js';

before(buildDemo);

const LANGUAGES = [
  { path: '/account/', use: 'Use it here', anew: 'Decide anew', allowed: 'Allowed', none: 'No answer' },
  { path: '/zh/account/', use: '在此设备上采用', anew: '重新选择', allowed: '允许', none: '未选择' },
] as const;

const offer = (page: Page) => page.locator('#comparison .offer');
const keeps = (page: Page) => page.locator('#keeps-choices');

async function signIn(page: Page, name: string): Promise<void> {
  await page.locator('#name').fill(name);
  await page.keyboard.press('Enter');
  await shown(page.locator('#signed-in'));
  assert.equal(await page.locator('#account-name').textContent(), name);
}

/** Ticks the box, and waits until the account has it. */
async function keepChoices(page: Page): Promise<void> {
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
  await keeps(page).click();
  await saved;
  await holds(page, `document.querySelector('#account-result').textContent !== ''`);
}

const signedOut = (page: Page): Promise<void> => shown(page.locator('#sign-in'));

for (const { path, use, anew, allowed, none } of LANGUAGES) {
  describe(`the account at ${path}`, () => {
    test('signs in and out by one cookie that scripts do not see, and leaves the device its own answer', async (t) => {
      const { page } = await openDemo(t, path);
      await signedOut(page);
      assert.deepEqual(await kept(page), []);
      await action(banner(page), 'reject-all').click();
      await gone(banner(page));
      const answer = await cookie(page);

      await signIn(page, 'Ada');
      const [session] = (await page.context().cookies()).filter(({ name }) => name === 'northlark_session');
      assert.deepEqual([session?.httpOnly, session?.sameSite], [true, 'Lax']);
      await page.reload();
      await shown(page.locator('#signed-in'));
      assert.equal(await page.locator('#account-name').textContent(), 'Ada');

      await page.locator('#sign-out').click();
      await signedOut(page);
      await page.locator('#name:focus').waitFor();
      assert.deepEqual(await kept(page), ['cookie candor']);
      assert.equal(await cookie(page), answer);
    });

    test('shows a second device the saved answer, applies nothing by itself, and all of it by one click', async (t) => {
      const { page, another } = await openDemo(t, path);
      await signedOut(page);
      await action(banner(page), 'preferences').click();
      await toggle(page, 'analytics').click();
      await action(panel(page), 'save').click();
      await gone(panel(page));
      await signIn(page, 'Grace');
      await keepChoices(page);
      await shown(page.locator('#comparison > p'));

      const second = await another(path);
      await shown(banner(second));
      await signIn(second, 'Grace');
      await shown(offer(second));
      await settled(second);
      assert.deepEqual(
        (await kept(second)).filter((name) => /candor/.test(name)),
        [],
      );
      assert.equal((await choices(second))['analytics'], false);
      assert.equal(await banner(second).isVisible(), true);
      const row = offer(second)
        .locator('tr', { hasText: /Analytics|统计分析/ })
        .locator('td');
      assert.deepEqual(await row.allTextContents(), [allowed, none]);

      const [one, other] = await Promise.all(
        [use, anew].map((name) => offer(second).getByRole('button', { name }).boundingBox()),
      );
      assert.deepEqual([one?.width, one?.height], [other?.width, other?.height]);
      const [color, otherColor] = await Promise.all(
        [use, anew].map((name) =>
          offer(second)
            .getByRole('button', { name })
            .evaluate((button) => {
              const { backgroundColor, color: ink, fontWeight } = getComputedStyle(button);
              return [backgroundColor, ink, fontWeight].join();
            }),
        ),
      );
      assert.equal(color, otherColor);

      await offer(second).getByRole('button', { name: use }).click();
      await gone(banner(second));
      await gone(offer(second));
      assert.deepEqual(await choices(second), await choices(page));
      assert.equal((await choices(second))['analytics'], true);
    });

    test('lets the second device decide anew, and tells the first one on its next visit', async (t) => {
      const { page, another } = await openDemo(t, path);
      await action(banner(page), 'accept-all').click();
      await gone(banner(page));
      await signIn(page, 'Alan');
      await keepChoices(page);

      const second = await another(path);
      await signIn(second, 'Alan');
      await offer(second).getByRole('button', { name: anew }).click();
      await shown(panel(second).locator('dialog'));
      const saved = second.waitForResponse((response) => response.request().method() === 'PUT');
      await action(panel(second), 'reject-all').click();
      await saved;
      await gone(offer(second));
      assert.equal((await choices(second))['analytics'], false);

      assert.equal((await choices(page))['analytics'], true);
      assert.equal(await offer(page).isVisible(), false);
      await page.reload();
      await shown(offer(page));
      assert.equal((await choices(page))['analytics'], true);
      await offer(page).getByRole('button', { name: use }).click();
      await gone(offer(page));
      assert.equal((await choices(page))['analytics'], false);
      assert.deepEqual(await choices(page), await choices(second));
    });
  });
}

test('who signs out has the answer of before on this device, and the account keeps its own', async (t) => {
  const { page, another } = await openDemo(t, '/account/');
  await action(banner(page), 'accept-all').click();
  await gone(banner(page));
  await signIn(page, 'Hedy');
  await keepChoices(page);

  const second = await another('/account/');
  await action(banner(second), 'reject-all').click();
  await gone(banner(second));
  const own = await choices(second);
  await signIn(second, 'Hedy');
  await shown(offer(second));
  // Its own answer is the later one, so the account takes that; then the first device decides anew.
  await offer(second).getByRole('button', { name: 'Use it here' }).click();
  await gone(offer(second));
  assert.deepEqual(await choices(second), own);
  await page.reload();
  await shown(offer(page));
  // Answers of one and the same second are a tie, which a no wins.
  const { at } = await second.evaluate(() => window.candor!.export());
  await holds(page, `Date.now() / 1000 >= ${at + 1}`);
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.evaluate(() => window.candor?.acceptAll());
  await saved;
  await second.reload();
  await shown(offer(second));
  await offer(second).getByRole('button', { name: 'Use it here' }).click();
  await gone(offer(second));
  assert.equal((await choices(second))['analytics'], true);

  await second.locator('#sign-out').click();
  await signedOut(second);
  await eventually(async () => (await choices(second))['analytics'] === false, 'the device’s own answer is back');
  assert.deepEqual(await choices(second), own);
  // With a note to the next page, which erases once more what the account's yes had let in.
  assert.deepEqual(await kept(second), ['cookie candor', 'sessionStorage candor']);
  await signIn(second, 'Hedy');
  await shown(offer(second));
  const row = offer(second).locator('tr', { hasText: 'Analytics' }).locator('td');
  assert.deepEqual(await row.allTextContents(), ['Allowed', 'Not allowed']);
});

describe('what an account keeps', () => {
  test('is nothing until the visitor says so, and nothing once they say no', async (t) => {
    const { page, another } = await openDemo(t, '/account/');
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    await signIn(page, 'Barbara');
    const second = await another('/account/');
    await signIn(second, 'Barbara');
    await second.getByText('Your account keeps no answer.').waitFor();

    await keepChoices(page);
    await second.reload();
    await shown(offer(second));
    const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
    await keeps(page).click();
    await saved;
    await second.reload();
    await second.getByText('Your account keeps no answer.').waitFor();
  });

  test('follows an answer that is given on any other page of the site', async (t) => {
    const { page, another, origin } = await openDemo(t, '/account/');
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
    await signIn(page, 'Edsger');
    await keepChoices(page);
    await page.goto(`${origin}/`);
    const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.locator('footer [data-candor=preferences]').click();
    await toggle(page, 'social').click();
    await action(panel(page), 'save').click();
    await saved;

    const second = await another('/account/');
    await signIn(second, 'Edsger');
    const row = offer(second).locator('tr', { hasText: 'Social media' }).locator('td');
    assert.deepEqual(await row.allTextContents(), ['Allowed', 'No answer']);
  });

  test('never holds what is asked separately', async (t) => {
    const { page, another, origin } = await openDemo(t, '/account/');
    // A separate yes is given where it is needed; here it comes with the cookie.
    const at = Math.floor(Date.now() / 1000) - 3;
    const value = `v=1&at=${at}&rev=1&yes=analytics.sharing&no=functional.advertising.social.maps.location.push`;
    await page.context().addCookies([{ name: 'candor', value, url: origin }]);
    await page.reload();
    assert.equal((await choices(page))['sharing'], true);
    await signIn(page, 'Katherine');
    const sent = page.waitForRequest((request) => request.method() === 'PUT');
    await keepChoices(page);
    const { answers } = ((await sent).postDataJSON() as { snapshot: ConsentSnapshot }).snapshot;
    assert.equal(answers['analytics']?.granted, true);
    assert.equal('sharing' in answers || 'necessary' in answers, false);

    const second = await another('/account/');
    await signIn(second, 'Katherine');
    await offer(second).getByRole('button', { name: 'Use it here' }).click();
    await gone(offer(second));
    assert.equal((await choices(second))['sharing'], false);
  });

  test('are the channels for offers, which say whether this device allows offers at all', async (t) => {
    const { page } = await openDemo(t, '/account/');
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
    await signIn(page, 'Radia');
    await page.getByText('On this device they are not allowed.').waitFor();
    await page.getByLabel('Text message').check();
    await page.getByText('Saved.', { exact: true }).waitFor();
    await page.evaluate(() => window.candor?.update({ push: true }));
    await page.getByText('On this device they are allowed.').waitFor();
    await page.reload();
    await shown(page.locator('#signed-in'));
    assert.equal(await page.getByLabel('Text message').isChecked(), true);
    assert.equal(await page.getByLabel('E-mail').isChecked(), false);
  });

  test('is not lost to view when the server cannot be reached: the page says so', async (t) => {
    const { page } = await openDemo(t, '/account/');
    await action(banner(page), 'reject-all').click();
    await signIn(page, 'Donald');
    await page.route('**/api/account', (route) =>
      route.request().method() === 'PUT' ? route.fulfill({ status: 200, body: 'no JSON' }) : route.continue(),
    );
    await keeps(page).click();
    await page.getByText('The account could not be reached. Please try again.').waitFor();
    assert.equal(await keeps(page).isChecked(), false);
  });
});

test('localhost and 127.0.0.1 are two devices, and the page links from one to the other', async (t) => {
  const { page, origin } = await openDemo(t, '/zh/account/');
  await action(banner(page), 'reject-all').click();
  await gone(banner(page));
  await signIn(page, '小林');
  await keepChoices(page);
  const link = page.locator('#other-name a');
  assert.equal(await link.getAttribute('href'), `${origin.replace('127.0.0.1', 'localhost')}/zh/account/`);
  await link.click();
  await page.waitForURL('**/localhost:*/**');
  await shown(banner(page));
  await signIn(page, '小林');
  await shown(offer(page));
  assert.notEqual(await page.evaluate('candor.pending.length'), 0);
});
