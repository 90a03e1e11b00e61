/** When something goes wrong: each page does what its “Try” and “Watch” say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { action, banner, eventually, gone, kept, panel, settled, shown } from '../../helpers/page.js';
import { answer, answersAre, live, openBehaviour, says } from './open-behaviour.js';

test('a config that cannot be had leaves everything off, says why once, and the page works', async (t) => {
  const { page, complaints } = await openBehaviour(t, 'no-config');
  const told = live(page).locator('#told');
  await eventually(async () => (await told.innerText()).includes('data-config'));
  const candors = complaints().filter((complaint) => complaint.startsWith('Candor'));
  assert.equal(candors.length, 1);
  assert.equal((await told.innerText()).trim(), candors[0]);

  await page.getByRole('button', { name: 'Count' }).click();
  await says(live(page).locator('#count'), '1');
  await page.locator('footer [data-candor=preferences]').click();
  await shown(panel(page).locator('dialog'));
  await action(panel(page), 'close').click();
  await gone(panel(page));
  await settled(page);
  assert.equal(await banner(page).count(), 0);
  assert.equal(await live(page).locator('#ran').innerText(), 'no');
  assert.deepEqual(await kept(page), []);
  assert.deepEqual(complaints(), []);
});

test('mistakes in the config are told in one message, and the rest works', async (t) => {
  const { page, complaints } = await openBehaviour(t, 'mistakes');
  const told = live(page).locator('#told');
  await shown(banner(page));
  await eventually(async () => (await told.innerText()).length > 0);
  const found = complaints();
  assert.equal(found.length, 1);
  assert.equal((await told.innerText()).trim(), found[0]);
  for (const place of [
    'categories.1.id',
    'categories.2.services.0.retention',
    'categories.3.id',
    'langauges',
    'layout.banner',
  ]) {
    assert.ok(found[0]!.includes(place), place);
  }
  assert.match(await banner(page).locator('.text').innerText(), /show social media content and send offers/);
  await answer(page, 'accept-all');
  await answersAre(page, { necessary: 'yes', social: 'yes', video: 'yes', push: 'yes' });
  assert.equal(await page.evaluate(() => window.candor!.granted('Analytics')), false);
});

test('the development mode names what does not wait, and a cookie when it appears', async (t) => {
  const { page } = await openBehaviour(t, 'development', { expected: /^Candor, development mode/ });
  const told = live(page).locator('#told');
  const says = (part: RegExp): Promise<void> =>
    eventually(async () => part.test(await told.innerText()), `it is told ${part.source}`);
  assert.equal(await live(page).locator('#ran').innerText(), 'yes');
  await says(/<script data-consent="analytics"> = .*has run this already.*add type="text\/plain"/);
  await says(/<img data-consent="social"> = .*chart\.svg.*write data-src instead of src/);
  await says(/<script src> = .*matomo\.js.*Matomo is contacted whatever the visitor answers/);
  const lines = (await told.innerText()).trim().split('\n');
  assert.equal(lines.length, 4, 'a heading and three mistakes');

  await page.getByRole('button', { name: 'Remember the size' }).click();
  await says(/cookie = "size": .*"erase": \{"cookies":\["size"\]\}/);
});

test('where storage is refused the answer holds on this page and is asked again on the next', async (t) => {
  const { page } = await openBehaviour(t, 'refused-storage');
  const ran = live(page).locator('#ran');
  await shown(banner(page));
  assert.equal(await ran.innerText(), 'no');
  await answer(page, 'accept-all');
  await says(ran, 'yes');
  assert.equal((await page.context().cookies()).length, 0);
  await live(page).getByRole('link', { name: 'Reload' }).click();
  await shown(banner(page));
  await says(ran, 'no');
});
