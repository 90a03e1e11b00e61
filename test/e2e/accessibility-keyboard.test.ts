/** Whole visits by the keyboard alone, in each engine: where Tab leads, what Escape leaves as it is, and where the focus goes back to. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines, type EnginePage } from '../helpers/engines.js';
import { one } from '../helpers/find.js';
import { visitEngine, type EngineVisit } from '../helpers/visit-engine.js';

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
const FOCUSED = `(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element) return 'nothing';
  const { consentAction, consentCategory, consentAge } = element.dataset;
  return consentAction ?? consentCategory ?? consentAge ?? element.getAttribute('part') ?? (element.id || element.localName);
})()`;

const focused = (page: EnginePage): Promise<string> => page.evaluate<string>(FOCUSED);

/**
 * What Tab leads to, step by step. In Safari as it is installed Tab passes over buttons and links, and Option+Tab does not; the
 * WebKit that is tested here goes to all of them by Tab, as Safari does where its visitor has chosen so.
 */
async function tab(page: EnginePage, count: number, key = 'Tab'): Promise<string[]> {
  const way: string[] = [];
  for (let step = 0; step < count; step++) {
    await page.press(key);
    way.push(await focused(page));
  }
  return way;
}

/** Reaches something by Tab alone, and presses a key there. */
async function press(page: EnginePage, name: string, key = 'Enter'): Promise<void> {
  for (let tabs = 0; tabs < 40; tabs++) {
    if ((await focused(page)) === name) return page.press(key);
    await page.press('Tab');
  }
  throw new Error(`Tab does not reach ${name}`);
}

const isFocused = ({ holds }: EngineVisit, name: string): Promise<void> => holds(`${FOCUSED} === '${name}'`);

const cookie = ({ evaluate }: EnginePage): Promise<string> => evaluate('decodeURIComponent(document.cookie)');

const BANNER = ['reject-all', 'accept-all', 'preferences', 'policy', 'language'];

for (const { name, skip, open } of engines) {
  describe(`by the keyboard alone, in ${name}`, { skip }, () => {
    let browser: EnginePage;
    before(async () => {
      browser = await open();
    });
    after(() => browser.close());

    for (const layout of ['box', 'bar']) {
      test(`a ${layout} is met first, passed through to the page, met again on the way back, and answered`, async (t) => {
        const page = await visitEngine(t, browser, { config: { ...SHOP, layout: { banner: layout } }, body: BODY });
        const { shown, gone, evaluate, kept } = page;
        await shown('candor-banner');
        assert.equal(await focused(page), 'body', 'the focus was left where it was');
        assert.deepEqual(await tab(page, 6), [...BANNER, 'first']);
        assert.deepEqual(await tab(page, 2, 'Shift+Tab'), ['language', 'policy']);
        await page.press('Escape');
        assert.deepEqual([await evaluate(`${one('candor-banner')}.checkVisibility()`), await kept()], [true, []]);
        assert.deepEqual(await tab(page, 3, 'Shift+Tab'), ['preferences', 'accept-all', 'reject-all']);
        await page.press('Space');
        await gone('candor-banner');
        assert.match(await cookie(page), /yes=&no=analytics/);
        assert.deepEqual(await tab(page, 1), ['first'], 'the page goes on where the banner stood');
      });
    }

    test('a modal banner has the focus on its title, keeps Tab to itself, and gives the focus back', async (t) => {
      const page = await visitEngine(t, browser, {
        config: { ...SHOP, layout: { banner: 'dialog' } },
        body: `${BODY}<input id="search"><script>search.focus()</script>`,
      });
      await isFocused(page, 'title');
      const way = await tab(page, 14);
      assert.ok(
        BANNER.every((each) => way.includes(each)),
        way.join(),
      );
      assert.ok(!way.some((each) => ['first', 'settings', 'map', 'last', 'search'].includes(each)), way.join());
      for (let presses = 0; presses < 3; presses++) await page.press('Escape');
      assert.deepEqual(await page.kept(), []);
      await press(page, 'accept-all');
      await page.gone('candor-banner');
      await isFocused(page, 'search');
    });

    test('the panel opens on its title, is switched and saved, and the focus is back on what opened it', async (t) => {
      const page = await visitEngine(t, browser, { config: SHOP, body: BODY });
      const { shown, gone, kept } = page;
      await shown('candor-banner');
      await press(page, 'settings');
      await isFocused(page, 'title');
      await press(page, 'push', 'Space');
      assert.equal(await focused(page), 'push', 'a switch keeps the focus');
      await page.press('Escape');
      await gone('candor-preferences');
      assert.deepEqual([await focused(page), await kept()], ['settings', []]);

      await page.press('Enter');
      await isFocused(page, 'title');
      await press(page, 'push', 'Space');
      await press(page, 'save');
      await gone('candor-preferences');
      await isFocused(page, 'settings');
      assert.match(await cookie(page), /yes=push&no=analytics.location/);
    });

    test('the focus is where the page begins when what opened the panel is gone', async (t) => {
      const page = await visitEngine(t, browser, { config: SHOP, body: BODY });
      await page.shown('candor-banner');
      await press(page, 'preferences');
      await isFocused(page, 'title');
      await press(page, 'save');
      await page.gone('candor-preferences');
      await page.gone('candor-banner');
      assert.deepEqual(await tab(page, 1), ['first']);
    });

    test('a dialog for one purpose opens on its question, and both its answers and Escape lead back', async (t) => {
      const page = await visitEngine(t, browser, { config: SHOP, body: BODY });
      await page.shown('candor-banner');
      await press(page, 'map');
      await isFocused(page, 'title');
      await page.press('Escape');
      await page.gone('candor-request');
      assert.deepEqual([await focused(page), await page.kept()], ['map', []]);
      await page.press('Enter');
      await isFocused(page, 'title');
      await press(page, 'allow');
      await page.gone('candor-request');
      await isFocused(page, 'map');
      assert.match(await cookie(page), /yes=location/);
    });

    test('the question for the age is answered, and the banner that follows takes no focus', async (t) => {
      const page = await visitEngine(t, browser, { config: { ...SHOP, audience: { ask: true } }, body: BODY });
      await page.shown('candor-age');
      assert.equal(await focused(page), 'body');
      await page.press('Escape');
      await page.shown('candor-age');
      await press(page, 'adult', 'Space');
      await page.gone('candor-age');
      await page.shown('candor-banner');
      assert.deepEqual(await tab(page, 1), ['reject-all']);
    });

    test('a notice is passed through to the page, and closed', async (t) => {
      const page = await visitEngine(t, browser, {
        config: {
          ...SHOP,
          revision: 2,
          changes: [{ revision: 2, ids: ['analytics'], effect: 'tell', text: 'Visits are kept for two years.' }],
        },
        body: BODY,
        before: `<script>document.cookie ||= 'candor=v=1&at=' + Math.floor(Date.now() / 1000 - 86400) + '&rev=1&yes=analytics&no=location.push; path=/'</script>`,
      });
      await page.shown('candor-notice');
      assert.equal(await focused(page), 'body');
      assert.deepEqual(await tab(page, 3), ['preferences', 'close', 'first']);
      await page.press('Escape');
      await page.shown('candor-notice');
      await tab(page, 1, 'Shift+Tab');
      await page.press('Enter');
      await page.gone('candor-notice');
      assert.deepEqual(await tab(page, 1), ['first']);
    });
  });
}
