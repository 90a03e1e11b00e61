/** Guards and the question at the moment of need: each page does what its “Try” and “Watch” say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { action, banner, eventually, gone, settled, shown } from '../../helpers/page.js';
import { answer, answersAre, live, openBehaviour, says } from './open-behaviour.js';

const POTSDAM = { geolocation: { latitude: 52.4, longitude: 13.1 }, permissions: ['geolocation'] };

const output = (page: Page, id: string): Locator => live(page).locator(`#${id}`);
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

test('guards answer as if the visitor had refused until the yes, and again after the withdrawal', async (t) => {
  const { page } = await openBehaviour(t, 'guards', { ...POTSDAM, permissions: ['geolocation', 'notifications'] });
  const denies = async (): Promise<void> => {
    await press(page, 'Where am I?');
    await says(output(page, 'position'), 'GeolocationPositionError 1');
    await press(page, 'May we notify?');
    await says(output(page, 'answer'), 'denied');
    for (const id of ['geolocation', 'notifications', 'permission']) await says(output(page, id), 'denied');
  };
  await shown(banner(page));
  await denies();
  await answersAre(page, { location: 'not answered', push: 'not answered' });

  await answer(page, 'accept-all');
  await gone(banner(page));
  for (const id of ['geolocation', 'notifications', 'permission']) await says(output(page, id), 'granted');
  await press(page, 'Where am I?');
  await says(output(page, 'position'), '52°, 13°');
  await press(page, 'May we notify?');
  await says(output(page, 'answer'), 'granted');

  await press(page, 'Withdraw');
  await answersAre(page, { location: 'no', push: 'no' });
  await denies();
});

test('guards leave the browser’s question as unasked as it was', async (t) => {
  const { page, origin } = await openBehaviour(t, 'guards');
  await answer(page, 'reject-all');
  await press(page, 'Where am I?');
  await says(output(page, 'position'), 'GeolocationPositionError 1');
  await press(page, 'May we notify?');
  await says(output(page, 'answer'), 'denied');
  // A page of the same site without any guard tells what the browser itself knows.
  const other = await page.context().newPage();
  await other.goto(`${origin}/mark.svg`);
  const state = await other.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state);
  assert.equal(state, 'prompt');
});

const request = (page: Page): Locator => page.locator('candor-request');

test('the question at the moment of need answers true or false, and only the visitor is asked twice', async (t) => {
  const { page } = await openBehaviour(t, 'just-in-time', POTSDAM);
  await settled(page);
  assert.equal(await banner(page).count(), 0);
  assert.equal(await request(page).count(), 0);

  await press(page, 'Ask for my location');
  await shown(action(request(page), 'deny'));
  await request(page).getByText('Your position finds the region nearest to you.').waitFor();
  await action(request(page), 'deny').click();
  await says(output(page, 'allowed'), 'false');
  await answersAre(page, { location: 'no' });

  await output(page, 'allowed').evaluate((element) => ((element as HTMLOutputElement).value = ''));
  await press(page, 'Let the page ask');
  await says(output(page, 'allowed'), 'false');
  assert.equal(await action(request(page), 'deny').isVisible(), false);

  await press(page, 'Ask for my location');
  await action(request(page), 'allow').click();
  await says(output(page, 'allowed'), 'true');
  await answersAre(page, { location: 'yes' });
  // What is allowed is not asked.
  await press(page, 'Look straight away');
  await says(output(page, 'position'), '52°, 13°');
});

for (const [name, position, state] of [
  ['allow', '52°, 13°', 'yes'],
  ['deny', 'GeolocationPositionError 1', 'no'],
] as const) {
  test(`the browser’s own function asks first and goes on by itself: ${name}`, async (t) => {
    const { page } = await openBehaviour(t, 'just-in-time', POTSDAM);
    await press(page, 'Look straight away');
    await action(request(page), name).click();
    await says(output(page, 'position'), position);
    await answersAre(page, { location: state });
    await eventually(async () => !(await action(request(page), name).isVisible()), 'the question is gone');
  });
}
