import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { action, banner, openSite, panel, reopen, shown } from '../helpers/page.js';
import { blocksIn } from './documents.js';
import { elements, usedProperties } from './source.js';

/** A shop that has something to show in every part. */
const SHOP = {
  controller: { name: 'Shop', privacyPolicy: '/privacy', contact: 'mailto:privacy@shop.example' },
  categories: [{ id: 'necessary' }, { id: 'analytics', services: [{ id: 'posthog' }] }],
};

const partsOf = (css: string): (readonly [tag: string, part: string])[] =>
  [...css.matchAll(/([\w-]*)::part\(([^)]*)\)/g)].map(([, tag, part]) => [tag!, part!]);

const propertiesOf = (css: string): string[] => [...css.matchAll(/--candor-[\w-]+/g)].map(([name]) => name);

const isKnown = ([tag, part]: readonly [string, string]): boolean =>
  elements.some((element) => element.tag === tag && element.parts.includes(part));

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
    assert.deepEqual([...new Set(elements.flatMap(({ properties }) => [...properties.keys()]))].sort(), usedProperties);
  });

  test('name every part that is there, and no other', async (t) => {
    const embeds = [200, 40].map(
      (height) =>
        `<candor-embed consent="analytics"><template><img width="240" height="${height}"></template></candor-embed>`,
    );
    const { page } = await openSite(t, { config: SHOP, body: embeds.join('') });
    const found = new Map<string, string[]>();
    const look = async (tag: string): Promise<void> => {
      const parts = await page
        .locator(tag)
        .evaluateAll((all) =>
          all
            .flatMap(({ shadowRoot }) => [
              shadowRoot!,
              ...Array.from(shadowRoot!.children, (child) => child.shadowRoot),
            ])
            .flatMap((root) => [...(root?.querySelectorAll('[part]') ?? [])].map(({ part }) => part.value)),
        );
      found.set(tag, [...new Set(parts)].sort());
    };
    await shown(banner(page));
    await look('candor-banner');
    await action(banner(page), 'preferences').click();
    await shown(panel(page).locator('dialog'));
    await look('candor-preferences');
    await action(panel(page), 'reject-all').click();
    await page.evaluate('void candor.request("analytics", { trigger: "visitor" })');
    await shown(page.locator('candor-request dialog'));
    await look('candor-request');
    await action(page.locator('candor-request'), 'deny').click();
    await shown(reopen(page).locator('button'));
    await look('candor-button');
    await shown(page.locator('candor-embed div[part=placeholder]'));
    await shown(page.locator('candor-embed [part=open]'));
    await look('candor-embed');
    const exported = page.locator('candor-placeholder').first();
    assert.deepEqual((await exported.getAttribute('exportparts'))!.split(',').sort(), found.get('candor-embed'));
    assert.deepEqual(
      [...found],
      elements.map(({ tag, parts }) => [tag, [...parts].sort()]),
    );
  });
});
