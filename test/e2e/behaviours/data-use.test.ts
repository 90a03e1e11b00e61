/** How data is used, and what is asked for it: each page does what its “Try” and “Watch” say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { action, banner, eventually, gone, panel, settled, shown, toggle } from '../../helpers/page.js';
import { answer, answersAre, live, openBehaviour, says } from './open-behaviour.js';

const request = (page: Page): Locator => page.locator('candor-request');
const ask = (page: Page, id: string): Locator => panel(page).locator(`#${id}-ask`);
const press = (page: Page, name: string): Promise<void> =>
  live(page).getByRole('button', { name, exact: true }).click();

async function openSettings(page: Page): Promise<void> {
  await page.locator('footer [data-candor=preferences]').click();
  await shown(panel(page).locator('dialog'));
}

async function save(page: Page): Promise<void> {
  await action(panel(page), 'save').click();
  await gone(panel(page).locator('dialog'));
}

test('sensitive data is asked kind by kind, with the other way after a no', async (t) => {
  const { page } = await openBehaviour(t, 'sensitive');
  const next = live(page).locator('#next');
  await answer(page, 'accept-all');
  await answersAre(page, { analytics: 'yes', sensitive: 'no', face: 'no', health: 'no' });

  await press(page, 'Collect my badge');
  await shown(request(page).locator('dialog'));
  const question = await request(page).locator('dialog').innerText();
  for (const words of [
    'a photo of your face',
    'then deleted',
    'no staff',
    'could pass for you',
    'show your identity card at the desk',
  ]) {
    assert.ok(question.includes(words), words);
  }
  await action(request(page), 'deny').click();
  await says(next, 'The desk on the ground floor gives you your badge.');

  await press(page, 'Collect my badge');
  await action(request(page), 'allow').click();
  await says(next, 'The camera is on: please look into it.');
  await answersAre(page, { sensitive: 'yes', face: 'yes', health: 'no' });
  await press(page, 'Cookie settings');
  await shown(toggle(page, 'face'));
  await shown(ask(page, 'health'));
  await toggle(page, 'face').click();
  await save(page);
  await answersAre(page, { face: 'no' });
});

test('what is on without consent asks nobody, and stays off after the objection', async (t) => {
  const { page } = await openBehaviour(t, 'objection');
  const counting = live(page).locator('#counting');
  await settled(page);
  assert.equal(await banner(page).count(), 0);
  await says(counting, 'yes');

  await press(page, 'Cookie settings');
  assert.match(await panel(page).locator('dialog').innerText(), /because the law allows this purpose/);
  await toggle(page, 'analytics').click();
  await save(page);
  await says(counting, 'no');
  await page.reload();
  await settled(page);
  await says(counting, 'no');
  await answersAre(page, { functional: 'yes', analytics: 'no' });

  await openSettings(page);
  await action(panel(page), 'reject-all').click();
  await answersAre(page, { functional: 'no', analytics: 'no' });
});

test('the precise location has a question of its own, and Accept all gives the city alone', async (t) => {
  const { page } = await openBehaviour(t, 'degrees', {
    geolocation: { latitude: 30.274, longitude: 120.155 },
    permissions: ['geolocation'],
  });
  const [city, position] = [live(page).locator('#city'), live(page).locator('#position')];
  await says(city, 'not known');
  await answer(page, 'accept-all');
  await says(city, 'Hangzhou, by IP address');
  await press(page, 'Just look');
  await says(position, 'GeolocationPositionError 1');

  await press(page, 'Find me exactly');
  await action(request(page), 'allow').click();
  await says(position, '30.274°, 120.155°');
  await openSettings(page);
  await toggle(page, 'precise').click();
  await save(page);
  await answersAre(page, { location: 'yes', approximate: 'yes', precise: 'no' });
  await press(page, 'Just look');
  await says(position, 'GeolocationPositionError 1');
});

test('marketing channels are answered one by one, and what personalises one by itself', async (t) => {
  const { page } = await openBehaviour(t, 'channels');
  const states = async (): Promise<string> => (await live(page).locator('[data-channel]').allInnerTexts()).join();
  const tags = live(page).locator('#tags');
  await shown(banner(page));
  assert.equal(await states(), 'off,off,off,off,off');
  await action(banner(page), 'preferences').click();
  await shown(toggle(page, 'browser-push'));
  assert.equal(await toggle(page, 'email').count(), 0);
  assert.match(await panel(page).locator('dialog').innerText(), /always come[^]*More channels once you sign in\./);
  await action(panel(page), 'close').click();

  await press(page, 'Signed in');
  await action(banner(page), 'preferences').click();
  await toggle(page, 'email').click();
  await toggle(page, 'email-personalised').click();
  await save(page);
  await eventually(async () => (await states()) === 'off,on,on,off,off');
  await answersAre(page, { push: 'yes', 'browser-push': 'no', email: 'yes', sms: 'no', phone: 'no' });
  await says(tags, 'kept');

  await press(page, 'Cookie settings');
  await toggle(page, 'email-personalised').click();
  await save(page);
  await eventually(async () => (await states()) === 'off,on,off,off,off');
  await says(tags, 'to be deleted for email-personalised');

  await press(page, 'Signed in');
  await eventually(async () => (await states()) === 'off,off,off,off,off');
  await press(page, 'Signed in');
  await eventually(async () => (await states()) === 'off,on,off,off,off');
  await openSettings(page);
  await action(panel(page), 'reject-all').click();
  await eventually(async () => (await states()) === 'off,off,off,off,off');
});

test('in China recipients abroad, or with purposes of their own, are asked for each by itself', async (t) => {
  const { page } = await openBehaviour(t, 'china');
  const states = async (): Promise<string> => (await live(page).locator('[data-service]').allInnerTexts()).join();
  await answer(page, 'accept-all');
  await eventually(async () => (await states()) === 'on,off,off');

  await press(page, 'Cookie settings');
  await ask(page, 'posthog').click();
  await shown(request(page).locator('dialog'));
  const question = await request(page).locator('dialog').innerText();
  for (const words of ['PostHog Inc.', 'privacy@posthog.com', 'United States', 'pages you open and what you click']) {
    assert.ok(question.includes(words), words);
  }
  await action(request(page), 'allow').click();
  await shown(toggle(page, 'posthog'));
  assert.equal(await panel(page).locator('dialog').isVisible(), true);
  await eventually(async () => (await states()) === 'on,on,off');
  await action(panel(page), 'save').click();
  await answersAre(page, { analytics: 'yes', counter: 'yes', posthog: 'yes', research: 'no' });
});
