/**
 * The template for Google Tag Manager together with the built candor.js: the tag fires as it does in a container, before anything
 * else, and what candor.js finds out on the page reaches Google's types through it.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { action, banner, cookie, eventually, gone, openSite, settled, shown, type Visit } from '../helpers/page.js';
import { fire, sectionsOf, type Permission, type Run, type State } from '../helpers/tag-manager.js';

const sections = sectionsOf(readFileSync('dist/gtm/candor-consent.tpl', 'utf8'));
const code = sections.get('SANDBOXED_JS_FOR_WEB_TEMPLATE')!;
const permissions = JSON.parse(sections.get('WEB_PERMISSIONS')!) as Permission[];

const CONFIG = {
  signals: { googleConsentMode: true },
  categories: [{ id: 'necessary' }, { id: 'functional' }, { id: 'analytics' }, { id: 'advertising' }],
};

const NOTHING: State = {
  functionality_storage: 'denied',
  personalization_storage: 'denied',
  analytics_storage: 'denied',
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
  security_storage: 'granted',
};
const EVERYTHING: State = Object.fromEntries(Object.keys(NOTHING).map((type) => [type, 'granted']));

/** A page as a container finds it: the config is on it, the script is not. */
const openContainer = (t: TestContext, region: string): Promise<Visit> =>
  openSite(t, { config: { ...CONFIG, region }, tag: '', body: '<main><h1>Shop</h1></main>' });

/** Fires the tag on the page that is open: what the template knows is the cookie; then the script is injected. */
async function fireOn(page: Page): Promise<Run> {
  const stored = await cookie(page);
  const run = fire(code, {
    permissions,
    data: { url: 'https://shop.example/candor/candor.js' },
    cookies: stored === undefined ? {} : { candor: [stored] },
    now: Date.now(),
  });
  assert.deepEqual(run.scripts, ['https://shop.example/candor/candor.js']);
  await page.exposeFunction('candorGoogleConsent', (command: string, state: State) => {
    run.say(command, state);
    run.later();
  });
  await page.addScriptTag({ url: '/candor/candor.js' });
  return run;
}

/** What stands in the page's own queue of Google's; commands there would come later than tags do. */
const commands = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    ((window as { dataLayer?: Record<number, string>[] }).dataLayer ?? []).flatMap(({ 0: command }) => command ?? []),
  );

const becomes = (run: Run, expected: State): Promise<void> =>
  eventually(
    async () => Object.entries(expected).every(([type, state]) => run.state()[type] === state),
    JSON.stringify(expected),
  );

test('a first visitor’s answer reaches every type, and the next page begins with it', async (t) => {
  const { page, another } = await openContainer(t, 'DE');
  const first = await fireOn(page);
  assert.deepEqual(first.state(), NOTHING);
  await shown(banner(page));
  await settled(page);
  assert.deepEqual(first.updates, [], 'nothing is told that nobody has said');
  await action(banner(page), 'accept-all').click();
  await becomes(first, EVERYTHING);
  assert.equal(first.updates.length, 1);
  assert.deepEqual(await commands(page), []);

  const next = await another();
  const second = await fireOn(next);
  assert.deepEqual(second.state(), EVERYTHING, 'before candor.js has said anything');
  await settled(next);
  await next.evaluate(() => window.candor!.withdraw());
  await becomes(second, NOTHING);
});

test('a refusal is told, and holds on the next page', async (t) => {
  const { page, another } = await openContainer(t, 'DE');
  const first = await fireOn(page);
  await action(banner(page), 'reject-all').click();
  await gone(banner(page));
  await eventually(async () => first.updates.length === 1, 'it is told once');
  assert.deepEqual(first.state(), NOTHING);
  const second = await fireOn(await another());
  assert.deepEqual(second.state(), NOTHING);
});

test('where a law lets things run until the visitor says no, candor.js says so to a container that knows no regions', async (t) => {
  const { page } = await openContainer(t, 'US-VA');
  const run = await fireOn(page);
  await becomes(run, EVERYTHING);
  await page.evaluate(() => window.candor!.rejectAll());
  await becomes(run, NOTHING);
});
