/** Who the visitor is: each page does what its “Try” and “Watch” say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { action, banner, choices, eventually, gone, kept, panel, shown } from '../../helpers/page.js';
import { answer, answersAre, live, openBehaviour, says, textsOf, LANGUAGES } from './open-behaviour.js';

const ageQuestion = (page: Page): Locator => page.locator('candor-age');
const guardian = (page: Page): Locator => page.locator('candor-guardian dialog');
const answerAge = (page: Page, band: string): Promise<void> =>
  ageQuestion(page).locator(`[data-consent-age=${band}]`).click();

for (const language of LANGUAGES) {
  const texts = textsOf('minors', language);

  test(`the age is asked before all else, and a guardian decides for a child once the site has verified them (${language})`, async (t) => {
    const { page } = await openBehaviour(t, 'minors', { language });
    await shown(ageQuestion(page));
    assert.equal(await banner(page).isVisible(), false);
    assert.deepEqual(await kept(page), []);
    await answerAge(page, 'child');
    await action(ageQuestion(page), 'guardian').click();
    await shown(guardian(page));
    assert.deepEqual(await kept(page), ['localStorage candor-minors-age']);
    await gone(ageQuestion(page));

    await guardian(page).locator('[value=guardian]').check();
    await guardian(page).locator('[name=declaration]').check();
    await action(guardian(page), 'accept-all').click();
    await says(live(page).locator('#guardian'), 'guardian: analytics, push');
    assert.equal((await choices(page))['analytics'], false);
    await action(guardian(page), 'close').click();
    await live(page).getByRole('button', { name: texts['verify']! }).click();
    await eventually(async () => (await choices(page))['analytics'] === true);
    const { advertising, push, 'fitted-push': fitted } = await choices(page);
    assert.deepEqual([advertising, push, fitted], [false, true, false]);
    assert.equal(await banner(page).isVisible(), false);
  });
}

test('from 14 to 17 the usual question comes, and never asks for advertising', async (t) => {
  const { page } = await openBehaviour(t, 'minors');
  await shown(ageQuestion(page));
  await answerAge(page, 'teen');
  await gone(ageQuestion(page));
  await answer(page, 'accept-all');
  await answersAre(page, {
    analytics: 'yes',
    advertising: 'no',
    push: 'yes',
    'browser-push': 'yes',
    'fitted-push': 'no',
  });
  await says(live(page).locator('#group'), 'teen');

  await page.reload();
  await answersAre(page, { analytics: 'yes' });
  assert.equal(await ageQuestion(page).count(), 0);
  await live(page).getByRole('button', { name: 'Cookie settings' }).click();
  await panel(page).getByText('Your age group: 14 to 17.').waitFor();
  assert.equal(await panel(page).getByText('Not for under 18.').count(), 2);
  await action(panel(page), 'age').click();
  await shown(ageQuestion(page));
  await answerAge(page, 'adult');
  await shown(banner(page));
  await answersAre(page, { analytics: 'yes', advertising: 'not answered' });
});

test('what the site knows wins, and a child’s device gives an adult their answers back', async (t) => {
  const { page } = await openBehaviour(t, 'minors');
  await shown(ageQuestion(page));
  const know = (name: string): Promise<void> => live(page).getByRole('button', { name }).click();
  await know('The site knows: 30 years');
  await gone(ageQuestion(page));
  await answer(page, 'accept-all');
  await answersAre(page, { analytics: 'yes', advertising: 'yes' });
  await know('The site knows: 12 years');
  await answersAre(page, { analytics: 'no', advertising: 'no', push: 'no' });
  await know('The site knows: 16 years');
  await answersAre(page, { analytics: 'yes', advertising: 'no' });
  await know('The site knows: 30 years');
  await answersAre(page, { analytics: 'yes', advertising: 'yes' });
  assert.deepEqual(await kept(page), ['cookie candor-minors']);
});

test('the question and the guardian’s step can be gone through by keyboard alone', async (t) => {
  const { page } = await openBehaviour(t, 'minors');
  await shown(ageQuestion(page));
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('Tab', 'Enter');
  await shown(action(ageQuestion(page), 'guardian'));
  await press('Tab', 'Tab', 'Enter');
  await shown(guardian(page));
  await guardian(page).locator('h2:focus').waitFor();
  const focused = (): Promise<string | null> =>
    page.evaluate(() => {
      const within = document.activeElement?.shadowRoot?.activeElement;
      return within?.getAttribute('value') ?? within?.getAttribute('name') ?? within?.getAttribute('part') ?? null;
    });
  const reach = async (what: string): Promise<void> => {
    for (let step = 0; step < 20 && (await focused()) !== what; step++) await press('Tab');
    assert.equal(await focused(), what);
  };
  await reach('push');
  await press('Space');
  await reach('parent');
  await press('Space');
  await reach('declaration');
  await press('Space');
  await reach('save');
  await press('Enter');
  await says(live(page).locator('#guardian'), 'parent: push');
  await press('Escape');
  await gone(guardian(page));
});

test('start over forgets the age group as well', async (t) => {
  const { page } = await openBehaviour(t, 'minors');
  await shown(ageQuestion(page));
  await answerAge(page, 'adult');
  await shown(banner(page));
  await page.locator('[data-start-over]').click();
  await shown(ageQuestion(page));
  assert.deepEqual(await kept(page), []);
});

test('choices go with an account from device to device, the latest counts, and signing out gives back the device’s own', async (t) => {
  const { page, origin } = await openBehaviour(t, 'account-sync');
  const device = async (number: 1 | 2): Promise<void> => {
    await page.goto(`${origin}/behaviours/account-sync/?device=${number}`);
    await says(live(page).locator('#device'), `${number}`);
  };
  const state = live(page).locator('#state');
  const sign = async (way: 'in' | 'out'): Promise<void> => {
    await live(page)
      .getByRole('button', { name: `Sign ${way}`, exact: true })
      .click();
    await says(state, way === 'in' ? 'Signed in.' : 'Signed out.');
  };
  await answer(page, 'accept-all');
  await answersAre(page, { functional: 'yes', analytics: 'yes', push: 'yes', sharing: 'no' });
  await sign('in');

  await device(2);
  await answer(page, 'reject-all');
  await answersAre(page, { functional: 'no', analytics: 'no' });
  await sign('in');
  await says(live(page).locator('#kept'), 'functional, analytics, push');
  await answersAre(page, { functional: 'no', analytics: 'no' });
  await live(page).getByRole('button', { name: 'Cookie settings' }).click();
  await panel(page).getByText('The choices of your account apply here.').waitFor();
  await panel(page).locator('[role=switch][data-consent-category=functional]').click();
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
  await action(panel(page), 'save').click();
  await saved;

  await device(1);
  await answersAre(page, { functional: 'yes', analytics: 'yes' });
  await sign('in');
  await says(live(page).locator('#taken'), 'functional, analytics, push');
  await answersAre(page, { functional: 'yes', analytics: 'no', push: 'no' });
  await sign('out');
  await answersAre(page, { functional: 'yes', analytics: 'yes', push: 'yes' });
  assert.equal(await banner(page).isVisible(), false);
});

test('a device that had no answer of its own asks again after signing out, on a later page too', async (t) => {
  const { page, origin } = await openBehaviour(t, 'account-sync', { query: '?device=1' });
  await answer(page, 'accept-all');
  await live(page).getByRole('button', { name: 'Sign in', exact: true }).click();
  await says(live(page).locator('#state'), 'Signed in.');
  await page.goto(`${origin}/behaviours/account-sync/?device=2`);
  await shown(banner(page));
  await live(page).getByRole('button', { name: 'Sign in', exact: true }).click();
  await gone(banner(page));
  await answersAre(page, { analytics: 'yes' });
  await page.reload();
  await answersAre(page, { analytics: 'yes' });
  await live(page).getByRole('button', { name: 'Sign out', exact: true }).click();
  await shown(banner(page));
  await answersAre(page, { analytics: 'not answered' });
});
