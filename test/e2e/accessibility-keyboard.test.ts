/** Whole visits by the keyboard alone: where Tab leads, what Escape leaves as it is, and where the focus goes back to. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { cookie, eventually, kept, openSite, shown, gone, banner, panel, request } from '../helpers/page.js';

const SHOP = {
  controller: { name: 'Shop', privacyPolicy: '/privacy' },
  languages: ['en', 'zh-Hans'],
  categories: [{ id: 'necessary' }, { id: 'analytics' }, { id: 'location' }, { id: 'push' }],
};
const BODY = `<a id="first" href="#first">First</a>
  <button id="settings" type="button" data-candor="preferences">Cookie settings</button>
  <button id="map" type="button" onclick="candor.request('location')">Map</button>
  <a id="last" href="#last">Last</a>`;

/** What has the focus, by what it does or is. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!(element instanceof HTMLElement)) return 'nothing';
    const { consentAction, consentCategory, consentAge } = element.dataset;
    const name = consentAction ?? consentCategory ?? consentAge ?? element.getAttribute('part');
    return name ?? (element.id || element.localName);
  });

/** What Tab leads to, step by step. */
async function tab(page: Page, count: number, key = 'Tab'): Promise<string[]> {
  const way: string[] = [];
  for (let step = 0; step < count; step++) {
    await page.keyboard.press(key);
    way.push(await focused(page));
  }
  return way;
}

/** Reaches something by Tab alone, and presses a key there. */
async function press(page: Page, name: string, key = 'Enter'): Promise<void> {
  for (let tabs = 0; tabs < 40; tabs++) {
    if ((await focused(page)) === name) return page.keyboard.press(key);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${name}`);
}

const isFocused = (page: Page, name: string): Promise<void> =>
  eventually(async () => (await focused(page)) === name, `the focus is on ${name}`);

const BANNER = ['reject-all', 'accept-all', 'preferences', 'policy', 'language'];

describe('by the keyboard alone', () => {
  for (const layout of ['box', 'bar']) {
    test(`a ${layout} is met first, passed through to the page, met again on the way back, and answered`, async (t) => {
      const { page } = await openSite(t, { config: { ...SHOP, layout: { banner: layout } }, body: BODY });
      await shown(banner(page));
      assert.equal(await focused(page), 'body', 'the focus was left where it was');
      assert.deepEqual(await tab(page, 6), [...BANNER, 'first']);
      assert.deepEqual(await tab(page, 2, 'Shift+Tab'), ['language', 'policy']);
      await page.keyboard.press('Escape');
      assert.deepEqual([await banner(page).isVisible(), await kept(page)], [true, []]);
      assert.deepEqual(await tab(page, 3, 'Shift+Tab'), ['preferences', 'accept-all', 'reject-all']);
      await page.keyboard.press('Space');
      await gone(banner(page));
      assert.match((await cookie(page)) ?? '', /yes=&no=analytics/);
      assert.deepEqual(await tab(page, 1), ['first'], 'the page goes on where the banner stood');
    });
  }

  test('a modal banner has the focus on its title, keeps Tab to itself, and gives the focus back', async (t) => {
    const { page } = await openSite(t, {
      config: { ...SHOP, layout: { banner: 'dialog' } },
      body: `${BODY}<input id="search" autofocus>`,
    });
    await isFocused(page, 'title');
    const way = await tab(page, 14);
    assert.ok(
      BANNER.every((name) => way.includes(name)),
      way.join(),
    );
    assert.ok(!way.some((name) => ['first', 'settings', 'map', 'last', 'search'].includes(name)), way.join());
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Escape');
    assert.deepEqual(await kept(page), []);
    await press(page, 'accept-all');
    await gone(banner(page).locator('dialog'));
    await isFocused(page, 'search');
  });

  test('the panel opens on its title, is switched and saved, and the focus is back on what opened it', async (t) => {
    const { page } = await openSite(t, { config: SHOP, body: BODY });
    await shown(banner(page));
    await press(page, 'settings');
    await isFocused(page, 'title');
    await press(page, 'push', 'Space');
    assert.equal(await focused(page), 'push', 'a switch keeps the focus');
    await page.keyboard.press('Escape');
    await gone(panel(page));
    assert.deepEqual([await focused(page), await kept(page)], ['settings', []]);

    await page.keyboard.press('Enter');
    await isFocused(page, 'title');
    await press(page, 'push', 'Space');
    await press(page, 'save');
    await gone(panel(page));
    await isFocused(page, 'settings');
    assert.match((await cookie(page)) ?? '', /yes=push&no=analytics.location/);
  });

  test('the focus is where the page begins when what opened the panel is gone', async (t) => {
    const { page } = await openSite(t, { config: SHOP, body: BODY });
    await shown(banner(page));
    await press(page, 'preferences');
    await isFocused(page, 'title');
    await press(page, 'save');
    await gone(panel(page));
    await gone(banner(page));
    assert.deepEqual(await tab(page, 1), ['first']);
  });

  test('a dialog for one purpose opens on its question, and both its answers and Escape lead back', async (t) => {
    const { page } = await openSite(t, { config: SHOP, body: BODY });
    await shown(banner(page));
    await press(page, 'map');
    await isFocused(page, 'title');
    await page.keyboard.press('Escape');
    await gone(request(page).locator('dialog'));
    assert.deepEqual([await focused(page), await kept(page)], ['map', []]);
    await page.keyboard.press('Enter');
    await isFocused(page, 'title');
    await press(page, 'allow');
    await gone(request(page).locator('dialog'));
    await isFocused(page, 'map');
    assert.match((await cookie(page)) ?? '', /yes=location/);
  });

  test('the question for the age is answered, and the banner that follows takes no focus', async (t) => {
    const { page } = await openSite(t, { config: { ...SHOP, audience: { ask: true } }, body: BODY });
    const age = page.locator('candor-age');
    await shown(age);
    assert.equal(await focused(page), 'body');
    await page.keyboard.press('Escape');
    await shown(age);
    await press(page, 'adult', 'Space');
    await gone(age);
    await shown(banner(page));
    assert.deepEqual(await tab(page, 1), ['reject-all']);
  });

  test('a notice is passed through to the page, and closed', async (t) => {
    const at = Math.floor(Date.now() / 1000) - 86_400;
    const config = {
      ...SHOP,
      revision: 2,
      changes: [{ revision: 2, ids: ['analytics'], effect: 'tell', text: 'Visits are kept for two years.' }],
    };
    const { page } = await openSite(t, {
      config,
      body: BODY,
      init: `document.cookie ||= 'candor=v=1&at=${at}&rev=1&yes=analytics&no=location.push; path=/'`,
    });
    const notice = page.locator('candor-notice');
    await shown(notice);
    assert.equal(await focused(page), 'body');
    assert.deepEqual(await tab(page, 3), ['preferences', 'close', 'first']);
    await page.keyboard.press('Escape');
    await shown(notice);
    await tab(page, 1, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await gone(notice);
    assert.deepEqual(await tab(page, 1), ['first']);
  });
});
