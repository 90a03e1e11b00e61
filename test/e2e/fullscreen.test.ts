/** A film, a map or a game that fills the screen is not covered, and not left for a question. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { action, banner, chunk, chunkText, cookie, gone, hold, holds, openSite, shown } from '../helpers/page.js';

const BODY = `<main id="film"><button id="fill" onclick="document.querySelector('#film').requestFullscreen()">Fill</button>
  <button id="leave" onclick="document.exitFullscreen()">Leave</button></main>`;

/** What the mouse would meet in the middle of the banner. */
const met = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const { left, top, width, height } = document.querySelector('candor-banner')!.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2)?.localName;
  });

const FILLS = `document.fullscreenElement?.id === 'film' && innerWidth === document.fullscreenElement.clientWidth`;

describe('a page that fills the screen', () => {
  test('stands above a banner that was there before, which is back afterwards', async (t) => {
    const { page } = await openSite(t, { body: BODY });
    await shown(banner(page));
    assert.equal(await met(page), 'candor-banner');
    await page.locator('#fill').click();
    await holds(page, FILLS);
    assert.equal(await met(page), 'main');
    await page.locator('#leave').click();
    await holds(page, '!document.fullscreenElement');
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
    assert.match((await cookie(page)) ?? '', /no=/);
  });

  test('is not left for a banner that comes meanwhile, which waits beneath it', async (t) => {
    const file = hold(chunkText('banner'));
    const { page } = await openSite(t, {
      body: BODY,
      pages: { [`/candor/${chunk('banner')}`]: file.page },
      waitUntil: 'commit',
    });
    await page.locator('#fill').click();
    await holds(page, FILLS);
    file.release();
    await holds(page, `document.querySelector('candor-banner')?.open`);
    assert.ok(await page.evaluate(FILLS));
    assert.equal(await met(page), 'main');
    assert.ok(await page.evaluate(`!document.querySelector('candor-banner').matches(':popover-open')`));
    await page.locator('#leave').click();
    await holds(page, `document.querySelector('candor-banner').matches(':popover-open')`);
    assert.equal(await met(page), 'candor-banner');
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
  });
});
