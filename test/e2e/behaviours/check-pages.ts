/** What every behaviour page owes its visitor, found by its folder: a new one need not be named here. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holds, settled } from '../../helpers/page.js';
import { isAccessible } from './accessible.js';
import { BEHAVIOURS, openBehaviour, pathOf, textsOf, type Language } from './open-behaviour.js';

/** Pages whose behaviour is a complaint, and what it is. */
const COMPLAINTS: Readonly<Record<string, RegExp>> = {
  development: /^Candor, development mode/,
  mistakes: /^Candor: something in the config needs you/,
  'no-config': /^Candor: something in the config needs you|404/,
};

/** Registers the tests of all pages in one language. */
export function checkPages(language: Language): void {
  for (const name of BEHAVIOURS) {
    test(`${name} opens without a complaint, is accessible in light and dark, and fits 320 px`, async (t) => {
      const { page } = await openBehaviour(t, name, { language, expected: COMPLAINTS[name] });
      await settled(page);
      if (COMPLAINTS[name]) await holds(page, 'document.querySelector("#told").textContent');

      assert.equal(await page.locator('html').getAttribute('lang'), language === 'en' ? 'en' : 'zh-Hans');
      const texts = textsOf(name, language);
      assert.equal(await page.locator('h1').innerText(), texts['title']);
      assert.deepEqual(await page.locator('.behaviour-task dd').allInnerTexts(), [texts['try'], texts['watch']]);

      await isAccessible(page);
      await page.setViewportSize({ width: 320, height: 640 });
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, 'it scrolls sideways');
    });
  }

  test('the list leads to every one of them, once', async (t) => {
    const { page } = await openBehaviour(t, '', { language });
    const links = await page.locator('main li a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    assert.deepEqual(links.sort(), BEHAVIOURS.map((name) => pathOf(name, language)).sort());
    await isAccessible(page);
  });
}
