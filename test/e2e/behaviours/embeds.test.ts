/** Embedded content: the page does what its “Try” and “Watch” say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { action, banner, eventually, gone, settled, shown } from '../../helpers/page.js';
import { answer, answersAre, live, openBehaviour } from './open-behaviour.js';

const films = (page: Page): Locator => live(page).locator('candor-embed[service=lumen-video]');
const share = (page: Page): Locator => live(page).locator('#share');
const placeholder = (embed: Locator): Locator => embed.locator('[part=placeholder]');
const plays = (film: Locator): Promise<void> =>
  shown(film.frameLocator('iframe').getByRole('button', { name: 'Play' }));

test('embedded content is fetched by the click alone, once or from now on, and goes with the withdrawal', async (t) => {
  const { page, asked } = await openBehaviour(t, 'embeds');
  const fetched = (): string[] => asked.filter((path) => path.startsWith('/frames/'));
  await answer(page, 'reject-all');
  await gone(banner(page));
  await shown(placeholder(films(page)));
  await placeholder(share(page)).scrollIntoViewIfNeeded();
  await settled(page);
  assert.deepEqual(fetched(), []);

  await action(films(page), 'load-once').click();
  await plays(films(page));
  await answersAre(page, { social: 'no', 'lumen-video': 'no' });

  await page.getByRole('button', { name: 'Add a film' }).click();
  const second = films(page).nth(1);
  await shown(placeholder(second));
  assert.equal(await second.locator('iframe').count(), 0);
  await action(second, 'always-allow').click();
  await plays(second);
  await answersAre(page, { social: 'yes', 'lumen-video': 'yes', 'lumen-share': 'no' });
  await shown(placeholder(share(page)));
  assert.ok(!fetched().some((path) => path.endsWith('share.js')));

  await action(share(page), 'always-allow').click();
  await shown(share(page).getByRole('button', { name: 'WeChat' }));

  await page.getByRole('button', { name: 'Withdraw' }).click();
  await eventually(async () => (await live(page).locator('iframe, [data-lumen-share]').count()) === 0);
  for (const embed of await live(page).locator('candor-embed').all()) await shown(placeholder(embed));
});

test('films that are added after the yes come at once', async (t) => {
  const { page } = await openBehaviour(t, 'embeds');
  await answer(page, 'accept-all');
  await plays(films(page));
  await page.getByRole('button', { name: 'Add a film' }).click();
  await plays(films(page).nth(1));
  await shown(share(page).getByRole('button', { name: 'WeChat' }));
});
