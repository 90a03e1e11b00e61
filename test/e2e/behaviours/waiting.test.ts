/** Nothing before the yes: each page does what its “Try” and “Watch” say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { banner, eventually, gone, holds, settled, shown } from '../../helpers/page.js';
import { answer, answersAre, live, openBehaviour, says } from './open-behaviour.js';

const items = (page: Page): Promise<string[]> => live(page).locator('li').allInnerTexts();

test('scripts run in order after the yes, and what stands behind a missing file runs too', async (t) => {
  const { page, asked, complaints } = await openBehaviour(t, 'scripts');
  await shown(banner(page));
  await settled(page);
  assert.deepEqual(await items(page), []);
  assert.deepEqual(
    asked.filter((path) => /^\/behaviours\/scripts\/\w/.test(path)),
    [],
  );

  await answer(page, 'accept-all');
  await eventually(async () => (await items(page)).length === 4);
  const ran = await items(page);
  assert.deepEqual(
    ran.filter((text) => /^\d/.test(text)),
    ['1. Analytics, inline', '2. Analytics, from a file', '3. Analytics, a module'],
  );
  assert.ok(ran.includes('Social media, behind a missing file'));
  const said: string[] = [];
  await eventually(async () => {
    said.push(...complaints());
    return (
      said.some((text) => text.includes('404')) &&
      said.some((text) => /^Candor: a script of social did not load/.test(text))
    );
  });

  await page.getByRole('button', { name: 'Start over' }).click();
  await answer(page, 'reject-all');
  await gone(banner(page));
  await settled(page);
  assert.deepEqual(await items(page), []);
});

test('frames, images and media are fetched after the yes and empty after the withdrawal', async (t) => {
  const { page, asked } = await openBehaviour(t, 'media');
  const fetched = (): string[] => asked.filter((path) => /^\/(frames|behaviours\/media\/\w)/.test(path));
  const frame = page.frameLocator('.live iframe');
  await shown(banner(page));
  await settled(page);
  await shown(live(page).locator('.placeholder'));
  assert.deepEqual(fetched(), []);

  await answer(page, 'accept-all');
  await frame.getByRole('button', { name: 'Play' }).waitFor();
  await holds(page, `document.querySelector('.live img').naturalWidth === 320`);
  await holds(page, `[...document.querySelectorAll('video, audio')].every(({ readyState }) => readyState > 0)`);
  await gone(live(page).locator('.placeholder'));

  await page.getByRole('button', { name: 'Withdraw' }).click();
  await shown(live(page).locator('.placeholder'));
  assert.equal(await live(page).locator('[src], [poster]').count(), 0);
  assert.equal(await frame.getByRole('button').count(), 0);
  const before = fetched().length;
  await settled(page);
  assert.equal(fetched().length, before);
});

test('a template brings its widget with the yes and takes it with the no', async (t) => {
  const { page } = await openBehaviour(t, 'templates');
  await shown(live(page).locator('#note'));
  assert.equal(await live(page).locator('#widget').count(), 0);
  await answer(page, 'accept-all');
  await eventually(async () => /\d/.test(await live(page).locator('#widget time').innerText()));
  await gone(live(page).locator('#note'));
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await shown(live(page).locator('#note'));
  assert.equal(await live(page).locator('#widget').count(), 0);
});

test('elements added later wait for the yes, and start at once after it', async (t) => {
  const { page, asked } = await openBehaviour(t, 'added-later');
  const picture = page.getByRole('button', { name: 'Add a picture' });
  const script = page.getByRole('button', { name: 'Add a script' });
  const filled = (count: number): Promise<void> =>
    holds(page, `[...document.querySelectorAll('#added img')].filter((img) => img.naturalWidth).length === ${count}`);
  await shown(banner(page));
  await picture.click();
  await picture.click();
  await script.click();
  await settled(page);
  await filled(0);
  assert.equal(await live(page).locator('#ran').innerText(), '0');
  assert.ok(!asked.some((path) => path.endsWith('chart.svg')));

  await answer(page, 'accept-all');
  await filled(2);
  await says(live(page).locator('#ran'), '1');
  await picture.click();
  await script.click();
  await filled(3);
  await says(live(page).locator('#ran'), '2');
});

test('functions run on yes and are undone on no, each time; when() is heard once', async (t) => {
  const { page } = await openBehaviour(t, 'functions');
  await page.clock.install();
  const seconds = live(page).locator('#seconds');
  const allow = page.getByRole('button', { name: 'Allow Analytics' });
  await shown(banner(page));
  assert.deepEqual(await items(page), []);

  await allow.click();
  await eventually(async () => (await items(page)).length === 2);
  await page.clock.runFor(3000);
  assert.ok(Number(await seconds.innerText()) >= 3);

  await page.getByRole('button', { name: 'Withdraw' }).click();
  await eventually(async () => (await items(page)).length === 3);
  const stoppedAt = await seconds.innerText();
  await page.clock.runFor(3000);
  assert.equal(await seconds.innerText(), stoppedAt);

  await allow.click();
  await eventually(async () => (await items(page)).length === 4);
  assert.deepEqual(await items(page), ['gate(): started', 'when(): resolved', 'gate(): stopped', 'gate(): started']);
  await answersAre(page, { analytics: 'yes' });
});

test('what a tag manager adds is held by its address, and so are calls, until the yes and after the no', async (t) => {
  const { page, asked, complaints } = await openBehaviour(t, 'blocking');
  const held = (): string[] =>
    asked.filter((path) => /tracker\.js|chart\.svg|^\/frames\/lumen-video\/|^\/collect\/visits/.test(path));
  const send = page.getByRole('button', { name: 'Count this visit' });
  const call = live(page).locator('#call');
  const tracker = live(page).locator('#tracker');
  await shown(banner(page));
  await send.click();
  await says(call, 'TypeError');
  await settled(page);
  assert.deepEqual(held(), []);
  assert.equal(await tracker.innerText(), 'no');

  await answer(page, 'accept-all');
  await says(tracker, 'yes');
  await page.frameLocator('.live iframe').getByRole('button', { name: 'Play' }).waitFor();
  await holds(page, `document.querySelector('.live img').naturalWidth === 320`);
  await send.click();
  await says(call, '200');

  await page.getByRole('button', { name: 'Withdraw' }).click();
  await holds(page, `!document.querySelector('.live [src]:not(script)')`);
  const before = held().length;
  await send.click();
  await says(call, 'TypeError');
  assert.equal(held().length, before);
  assert.deepEqual(complaints(), []);
});
