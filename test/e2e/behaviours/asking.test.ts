/** Asking and taking back: each page does what its “Try” and “Watch” say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { banner, eventually, gone, panel, settled, shown, toggle } from '../../helpers/page.js';
import { answer, answersAre, live, openBehaviour, says } from './open-behaviour.js';

test('the page’s own controls accept, reject, open and withdraw', async (t) => {
  const { page } = await openBehaviour(t, 'own-controls');
  const press = (name: string): Promise<void> => live(page).getByRole('button', { name, exact: true }).click();
  await shown(banner(page));
  await answersAre(page, { analytics: 'not answered', social: 'not answered' });
  await press('Accept all');
  await gone(banner(page));
  await answersAre(page, { analytics: 'yes', social: 'yes' });
  await press('Reject all');
  await answersAre(page, { analytics: 'no', social: 'no' });
  await press('Show the banner');
  await answer(page, 'accept-all');
  await answersAre(page, { analytics: 'yes' });
  await press('Withdraw everything');
  await answersAre(page, { necessary: 'yes', analytics: 'no', social: 'no' });
  await press('Settings');
  await shown(panel(page).locator('dialog'));
});

test('location is asked when it is needed, and read after the yes alone', async (t) => {
  const { page } = await openBehaviour(t, 'location', {
    geolocation: { latitude: 52.4, longitude: 13.1 },
    permissions: ['geolocation'],
  });
  await page.evaluate(() => {
    const { geolocation } = navigator;
    const read = geolocation.getCurrentPosition.bind(geolocation);
    Object.assign(window, { reads: 0 });
    geolocation.getCurrentPosition = (...given) => {
      (window as unknown as { reads: number }).reads++;
      read(...given);
    };
  });
  const find = page.getByRole('button', { name: 'Find my region' });
  const found = live(page).locator('#found');
  await settled(page);
  assert.equal(await banner(page).count(), 0);

  await find.click();
  await answer(page, 'reject-all');
  await says(found, 'Location stays off. You can still pick a region yourself.');
  assert.equal(await page.evaluate('reads'), 0);

  await find.click();
  await answer(page, 'accept-all');
  await says(found, 'You are near 52°, 13°');
  assert.equal(await page.evaluate('reads'), 1);
});

test('separate consent is granted by no button for everything, nor by code, but by its own dialog', async (t) => {
  const { page } = await openBehaviour(t, 'separate');
  await answer(page, 'accept-all');
  const expected = { analytics: 'yes', sharing: 'no', payment: 'no', 'cross-border': 'no' } as const;
  await answersAre(page, expected);
  const before = await page.context().cookies();
  await page.getByRole('button', { name: 'Allow sharing by code' }).click();
  await eventually(async () => (await page.context().cookies())[0]?.value !== before[0]?.value);
  await answersAre(page, expected);
  await live(page).getByRole('button', { name: 'Cookie settings' }).click();
  await panel(page).getByRole('heading', { name: 'Sharing and transfer abroad (asked separately)' }).waitFor();
  await shown(panel(page).locator('#payment-ask'));
  assert.equal(await toggle(page, 'sharing').count(), 0);
  assert.equal(await toggle(page, 'cross-border').count(), 0);
  assert.equal(await toggle(page, 'analytics').count(), 1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Ask for sharing' }).click();
  await page.locator('candor-request').getByRole('button', { name: 'Allow', exact: true }).click();
  await answersAre(page, { ...expected, sharing: 'yes', payment: 'yes' });
});

for (const [button, state] of [
  ['Reject new', 'no'],
  ['Accept new', 'yes'],
] as const) {
  test(`a new revision asks again only what changed: ${button}`, async (t) => {
    const { page } = await openBehaviour(t, 'revision');
    await answer(page, 'accept-all');
    await gone(banner(page));
    await page.getByRole('button', { name: 'Publish revision 2' }).click();
    await banner(page).getByRole('button', { name: button }).waitFor();
    assert.match(
      await banner(page).locator('.text').innerText(),
      /^Changes to our data use\s+Analytics\s+Since 1 March 2026: PostHog keeps.*\s+Your other answers stand\.[\s\S]*data to measure visits\./,
    );
    await answersAre(page, { functional: 'yes', analytics: 'not answered' });
    await banner(page).getByRole('button', { name: button }).click();
    await gone(banner(page));
    await answersAre(page, { functional: 'yes', analytics: state });
  });
}

test('a service that is new is asked alone; refusing it leaves the one that was allowed', async (t) => {
  const { page } = await openBehaviour(t, 'revision');
  await answer(page, 'accept-all');
  await gone(banner(page));
  await page.getByRole('button', { name: 'Publish revision 2' }).click();
  await banner(page).getByRole('button', { name: 'Accept new' }).click();
  await gone(banner(page));
  await page.getByRole('button', { name: 'Add Mixpanel' }).click();
  await banner(page).getByText('Mixpanel measures visits, too.').waitFor();
  await answersAre(page, { analytics: 'yes', posthog: 'yes', mixpanel: 'not answered' });
  assert.ok(!(await banner(page).locator('.text').innerText()).includes('two years'), 'what was answered is no reason');
  await banner(page).getByRole('button', { name: 'Reject new' }).click();
  await gone(banner(page));
  await answersAre(page, { analytics: 'yes', posthog: 'yes', mixpanel: 'no' });
});

test('a change is announced once, asked on its day, and only told where it asks nothing', async (t) => {
  const { page } = await openBehaviour(t, 'announcement');
  const notice = page.locator('candor-notice');
  const press = (name: string): Promise<void> => live(page).getByRole('button', { name }).click();
  const told = live(page).locator('#told');
  await answer(page, 'accept-all');
  await gone(banner(page));
  await press('Announce it');
  await notice.getByText('From 1 December 2099: PostHog keeps visits').waitFor();
  await says(told, 'PostHog keeps visits for two years instead of one.');
  await answersAre(page, { analytics: 'yes', posthog: 'yes' });
  await notice.getByRole('button', { name: 'OK', exact: true }).click();
  await gone(notice);
  await press('Announce it');
  await settled(page);
  assert.equal(await notice.isVisible(), false);

  await press('Let the day come');
  await banner(page).getByText('Since 1 January 2026: PostHog keeps visits').waitFor();
  await answersAre(page, { functional: 'yes', analytics: 'not answered' });
  await banner(page).getByRole('button', { name: 'Accept new' }).click();
  await gone(banner(page));
  await press('Only tell');
  await notice.getByText('PostHog’s servers have moved').waitFor();
  await says(told, 'PostHog’s servers have moved from Frankfurt to Dublin.');
  await answersAre(page, { functional: 'yes', analytics: 'yes', posthog: 'yes' });
});

test('a new category is open, neither refused nor granted, and the others stand', async (t) => {
  const { page } = await openBehaviour(t, 'new-category');
  await answer(page, 'accept-all');
  await gone(banner(page));
  await page.getByRole('button', { name: 'Add Research' }).click();
  await banner(page).getByRole('button', { name: 'Reject new' }).waitFor();
  assert.match(
    await banner(page).locator('.text').innerText(),
    /^Changes to our data use\s+Research\s+We would like to hear from people[\s\S]*We also ask about: Research\./,
  );
  await answersAre(page, { functional: 'yes', analytics: 'yes', research: 'not answered' });
  assert.equal(await page.evaluate(() => window.candor!.granted('research')), false);
  await answer(page, 'reject-all');
  await answersAre(page, { functional: 'yes', analytics: 'yes', research: 'no' });
});

test('withdrawal empties frames, takes templates away, undoes functions and asks nobody again', async (t) => {
  const { page } = await openBehaviour(t, 'withdrawal');
  await page.clock.install();
  const frame = page.frameLocator('.live iframe');
  const seconds = live(page).locator('#seconds');
  await shown(banner(page));
  assert.equal(await live(page).locator('#chat').count(), 0);
  await answer(page, 'accept-all');
  await frame.getByRole('button', { name: 'Play' }).waitFor();
  await shown(live(page).locator('#chat'));
  await page.clock.runFor(2000);
  assert.notEqual(await seconds.innerText(), '0');

  await page.getByRole('button', { name: 'Withdraw everything' }).click();
  await gone(live(page).locator('#chat'));
  await says(seconds, '0');
  await page.clock.runFor(3000);
  assert.equal(await seconds.innerText(), '0');
  assert.equal(await frame.getByRole('button').count(), 0);
  await answersAre(page, { functional: 'no', analytics: 'no', social: 'no' });
  assert.equal(await banner(page).isVisible(), false);
});

test('erasing removes what the service left, names it, and leaves the rest; on the next page too', async (t) => {
  const { page } = await openBehaviour(t, 'erasing');
  const items = (id: string) => live(page).locator(`${id} li`).allInnerTexts();
  await shown(banner(page));
  assert.deepEqual(await items('#kept'), []);
  await answer(page, 'accept-all');
  await eventually(async () => (await items('#kept')).length === 3);
  assert.deepEqual((await items('#kept')).sort(), [
    'cookie counter_visitor',
    'localStorage counter_pages',
    'sessionStorage basket',
  ]);

  await page.getByRole('button', { name: 'Withdraw everything' }).click();
  await eventually(async () => (await items('#erased')).length === 2);
  assert.deepEqual((await items('#erased')).sort(), [
    'counter: cookie counter_visitor',
    'counter: localStorage counter_pages',
  ]);
  assert.deepEqual(await items('#kept'), ['sessionStorage basket']);
  await says(live(page).locator('#running'), 'counter');

  await page.reload();
  await eventually(async () => (await items('#kept')).join() === 'sessionStorage basket');
  await answersAre(page, { analytics: 'no', counter: 'no' });
});
