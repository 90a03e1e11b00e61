/** Records: the page does what its “Try” and “Watch” say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { action, banner, eventually, gone, shown } from '../../helpers/page.js';
import { answer, live, openBehaviour } from './open-behaviour.js';

const ARCHIVE = /^Candor: a record was not delivered|Failed to load resource|ERR_/;

const log = async (page: Page): Promise<string[]> =>
  (await live(page).locator('#log li').allInnerTexts()).map((text) => text.replace(/^[0-9a-f-]{36}: /, ''));
const states = async (page: Page): Promise<string[]> =>
  (await live(page).locator('#records summary').allInnerTexts()).map((text) => text.split(':')[0]!);
const numbers = (texts: readonly string[]): string[] => texts.map((text) => /[0-9a-f-]{36}/.exec(text)![0]);

test('each decision adds a record, the archive checks it, and a withdrawal removes none', async (t) => {
  const { page } = await openBehaviour(t, 'record');
  await shown(banner(page));
  await answer(page, 'accept-all');
  await gone(banner(page));
  await live(page).getByRole('button', { name: 'Withdraw everything' }).click();
  await eventually(async () => (await states(page)).join() === 'withdrawn,given');
  await eventually(async () => (await log(page)).join() === 'kept, valid,kept, valid');
  const details = live(page).locator('#records details').last();
  await details.locator('summary').click();
  assert.match(await details.locator('pre').innerText(), /"surface": "banner",\s+"trusted": true/);
});

for (const [name, word] of [
  ['Answers 500', '500'],
  ['Answers with a page', 'page'],
  ['Does not answer', 'silence'],
  ['Cannot be reached', 'nobody'],
] as const) {
  test(`an archive that ${name.toLowerCase()} gets the same records in the same order later`, async (t) => {
    const { page } = await openBehaviour(t, 'record', { expected: ARCHIVE });
    await shown(banner(page));
    await live(page).getByRole('button', { name }).click();
    await shown(banner(page));
    await answer(page, 'reject-all');
    await gone(banner(page));
    await eventually(async () => (await log(page)).at(-1) === `${word}, valid`);
    await live(page).getByRole('button', { name: 'Withdraw everything' }).click();
    await eventually(async () => (await states(page)).length === 2);
    assert.ok((await log(page)).every((line) => line === `${word}, valid`));

    await live(page).getByRole('button', { name: 'Works' }).click();
    const kept = async (): Promise<string[]> =>
      (await live(page).locator('#log li').allInnerTexts()).filter((line) => line.includes(': kept,'));
    await eventually(async () => (await kept()).length === 2);
    const onDevice = numbers(await live(page).locator('#records summary').allInnerTexts());
    assert.deepEqual(numbers(await kept()), onDevice.reverse());
  });
}

test('the next page delivers what this one could not', async (t) => {
  const { page } = await openBehaviour(t, 'record', { expected: ARCHIVE });
  await shown(banner(page));
  await live(page).getByRole('button', { name: 'Answers 500' }).click();
  await answer(page, 'accept-all');
  await eventually(async () => (await log(page)).includes('500, valid'));
  await page.reload();
  await eventually(async () => (await log(page)).at(-1) === 'kept, valid');
});

test('“My consent record” shows them to the visitor', async (t) => {
  const { page } = await openBehaviour(t, 'record');
  await answer(page, 'reject-all');
  await gone(banner(page));
  await live(page).getByRole('button', { name: 'Ask for sharing' }).click();
  await action(page.locator('candor-request'), 'allow').click();
  await gone(page.locator('candor-request'));
  await live(page).getByRole('button', { name: 'My consent record' }).click();
  const own = page.locator('candor-records');
  await shown(own.locator('dialog'));
  assert.deepEqual(
    (await own.locator('h3 > span').allInnerTexts()).map((text) => text.trim()),
    ['You agreed', 'You refused'],
  );
});
