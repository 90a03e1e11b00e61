import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { action, banner, openSite, panel, reopen, shown } from '../helpers/page.js';
import { blocksIn } from './documents.js';
import { elements, occasional, usedProperties } from './source.js';

/** A shop that has something to show in every part. */
const SHOP = {
  languages: ['en', 'zh-Hans'],
  controller: { name: 'Shop', privacyPolicy: '/privacy', contact: 'mailto:privacy@shop.example' },
  categories: [
    { id: 'necessary' },
    { id: 'analytics', services: [{ id: 'posthog', policy: 'https://posthog.com/privacy' }] },
    { id: 'sharing' },
  ],
};

/** One that also sells, to visitors whose browser asks it not to. */
const SELLER = { ...SHOP, categories: [...SHOP.categories, { id: 'advertising' }, { id: 'sensitive' }] };
const SIGNAL = { init: `Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })` };

const AUDIENCE = { ask: true, policy: '/children' };

const CHANGED = {
  revision: 2,
  changes: [{ revision: 2, ids: ['analytics'], effective: '2099-01-01', text: 'More is counted.' }],
};

/** Yesterday, in Unix seconds. */
const BEFORE = Math.floor(Date.now() / 1000) - 86_400;

const EMBEDS = [200, 40]
  .map(
    (height) =>
      `<candor-embed consent="analytics" service="posthog"><template><img width="240" height="${height}"></template></candor-embed>`,
  )
  .join('');

const LISTS = '<candor-declaration></candor-declaration><candor-declaration list="collection"></candor-declaration>';

const partsOf = (css: string): (readonly [tag: string, part: string])[] =>
  [...css.matchAll(/([\w-]*)::part\(([^)]*)\)/g)].map(([, tag, part]) => [tag!, part!]);

const propertiesOf = (css: string): string[] => [...css.matchAll(/--candor-[\w-]+/g)].map(([name]) => name);

const isKnown = ([tag, part]: readonly [string, string]): boolean =>
  [...elements, ...occasional].some((element) => element.tag === tag && element.parts.includes(part));

describe('every CSS in the README and the guides', () => {
  for (const { code, where } of blocksIn('css')) {
    test(`names only parts and custom properties that there are: ${where}`, () => {
      assert.deepEqual(
        partsOf(code).filter((part) => !isKnown(part)),
        [],
      );
      assert.deepEqual(
        propertiesOf(code).filter((name) => !usedProperties.includes(name)),
        [],
      );
    });

    test(`is understood by a browser, rule for rule: ${where}`, async (t) => {
      const { page } = await openSite(t);
      const rules = await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        return [...sheet.cssRules].map((rule) => rule.cssText);
      }, code);
      assert.equal(rules.length, code.match(/^[^\s/}].*\{$/gm)!.length);
      for (const rule of rules) assert.match(rule, /\{[^}]*:[^}]*;/);
    });
  }

  test('would be found out if it were wrong', () => {
    assert.equal(isKnown(['candor-banner', 'headline']), false);
    assert.equal(usedProperties.includes('--candor-colour'), false);
  });
});

describe('the comments of the elements', () => {
  test('name every custom property that is used, and no other', () => {
    assert.deepEqual(
      [...new Set([...elements, ...occasional].flatMap(({ properties }) => [...properties.keys()]))].sort(),
      usedProperties,
    );
  });

  /** The parts that were seen of each element, on all pages of a test. */
  const seen = new Map<string, Set<string>>();
  const look = async (page: Page, tag: string): Promise<void> => {
    const parts = await page
      .locator(tag)
      .evaluateAll((all) =>
        all
          .flatMap(({ shadowRoot }) => [shadowRoot!, ...Array.from(shadowRoot!.children, (child) => child.shadowRoot)])
          .flatMap((root) => [...(root?.querySelectorAll('[part]') ?? [])].flatMap(({ part }) => [...part])),
      );
    seen.set(tag, new Set([...(seen.get(tag) ?? []), ...parts]));
  };
  const show = (page: Page, surface: string): Promise<unknown> => page.evaluate(`candor.show('${surface}')`);

  test('name every part that is there, and no other', async (t) => {
    const { page } = await openSite(t, { config: SHOP, body: EMBEDS + LISTS });
    await shown(banner(page));
    await look(page, 'candor-banner');
    await action(banner(page), 'preferences').click();
    await shown(panel(page).locator('dialog'));
    await look(page, 'candor-preferences');
    await action(panel(page), 'reject-all').click();
    await page.evaluate('void candor.request("analytics", { trigger: "visitor" })');
    await shown(page.locator('candor-request dialog'));
    await look(page, 'candor-request');
    await action(page.locator('candor-request'), 'deny').click();
    await shown(reopen(page).locator('button'));
    await look(page, 'candor-button');
    await shown(page.locator('candor-embed div[part=placeholder]'));
    await shown(page.locator('candor-embed [part=open]'));
    await look(page, 'candor-embed');
    await page.locator('candor-declaration [part=table]').last().waitFor();
    await look(page, 'candor-declaration');
    await show(page, 'records');
    await look(page, 'candor-records');

    // What the buttons of banner and age question open cannot be downloaded.
    const offline = { expected: /Failed to load resource|could not load/ };
    const { page: cut } = await openSite(t, { config: SHOP, ...offline });
    await cut.route('**/preferences-*.js', (route) => route.abort());
    await action(banner(cut), 'preferences').click();
    await banner(cut).locator('[part=problem]').waitFor();
    await look(cut, 'candor-banner');
    const { page: cutChild } = await openSite(t, { config: { ...SHOP, audience: AUDIENCE }, ...offline });
    await cutChild.route('**/guardian-*.js', (route) => route.abort());
    await cutChild.locator('candor-age [data-consent-age=child]').click();
    await action(cutChild.locator('candor-age'), 'guardian').click();
    await cutChild.locator('candor-age [part=problem]').waitFor();
    await look(cutChild, 'candor-age');

    // A child, who first says so, and a guardian who forgets to say who they are.
    const { page: child } = await openSite(t, { config: { ...SHOP, audience: AUDIENCE }, body: EMBEDS });
    const age = child.locator('candor-age');
    await shown(age.locator('[part=banner]'));
    await look(child, 'candor-age');
    await age.locator('[data-consent-age=child]').click();
    await shown(action(age, 'guardian'));
    await look(child, 'candor-age');
    await shown(child.locator('candor-embed [part=locked]').first());
    await look(child, 'candor-embed');
    await action(age, 'guardian').click();
    const guardian = child.locator('candor-guardian');
    await shown(guardian.locator('dialog'));
    await action(guardian, 'accept-all').click();
    await guardian.locator('[part=problem]').waitFor();
    await look(child, 'candor-guardian');
    await guardian.locator('[name=relation]').first().check();
    await guardian.locator('[name=declaration]').check();
    await action(guardian, 'accept-all').click();
    await shown(action(guardian, 'close'));
    await look(child, 'candor-guardian');
    await action(guardian, 'close').click();
    await show(child, 'preferences');
    await look(child, 'candor-preferences');

    // Somebody who answered before two changes, one to come; then with an account that answered otherwise.
    const { page: back, context, site } = await openSite(t, { config: { ...SHOP, ...CHANGED }, path: undefined });
    await context.addCookies([{ name: 'candor', value: `v=1&at=${BEFORE}&rev=1&yes=&no=analytics`, url: site.origin }]);
    await back.goto(site.origin);
    await shown(back.locator('candor-notice [part=notice]'));
    await look(back, 'candor-notice');
    await action(back.locator('candor-notice'), 'preferences').click();
    await shown(panel(back).locator('dialog'));
    await look(back, 'candor-preferences');
    await action(panel(back), 'close').click();
    await back.evaluate('candor.replaceConfig({ ...candor.config, changes: [{ revision: 2, ids: ["analytics"] }] })');
    await shown(banner(back));
    await look(back, 'candor-banner');
    await action(banner(back), 'reject-all').click();
    const answers = `{ analytics: { granted: true, at: Math.floor(Date.now() / 1000) + 60, revision: 2 } }`;
    await back.evaluate(`candor.import({ version: 1, at: 0, revision: 2, answers: ${answers} })`);
    await shown(back.locator('candor-imported [part=imported]'));
    await look(back, 'candor-imported');

    // Somebody whose browser sends its opt-out signal, where a banner is due and where none is.
    const { page: signalling } = await openSite(t, { config: SELLER, ...SIGNAL });
    await shown(banner(signalling).locator('[part=signal]'));
    await look(signalling, 'candor-banner');
    await action(banner(signalling), 'preferences').click();
    await shown(panel(signalling).locator('[part=signal]'));
    await look(signalling, 'candor-preferences');
    const region = '<meta name="candor-region" content="US-CA">';
    const { page: optedOut } = await openSite(t, { config: SELLER, before: region, ...SIGNAL });
    await shown(reopen(optedOut).locator('[part=status]'));
    await look(optedOut, 'candor-button');

    const exported = page.locator('candor-placeholder').first();
    assert.deepEqual(
      (await exported.getAttribute('exportparts'))!.split(',').sort(),
      [...seen.get('candor-embed')!].sort(),
    );
    for (const { tag, parts } of [...elements, ...occasional]) {
      assert.deepEqual([...(seen.get(tag) ?? [])].sort(), [...parts].sort(), tag);
    }
  });
});
