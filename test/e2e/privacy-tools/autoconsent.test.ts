/** DuckDuckGo's autoconsent itself, with the rule of the package. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test, type TestContext } from 'node:test';
import type { AutoConsentCMPRule, Config } from '@duckduckgo/autoconsent';
import { installAutoconsent, type Autoconsent } from '../../helpers/autoconsent.js';
import {
  action,
  banner,
  choices,
  cookie,
  gone,
  html,
  openSite,
  panel,
  read,
  settled,
  shown,
  type OpenOptions,
  type Visit,
} from '../../helpers/page.js';
import { GATED, SHOP, granted, lastEvent } from './shop.js';

const rule = JSON.parse(readFileSync('dist/rules/autoconsent.json', 'utf8')) as AutoConsentCMPRule;

describe('autoconsent with the rule of the package', () => {
  const visitWith = async (
    t: TestContext,
    options: OpenOptions = {},
    config: Partial<Config> = {},
  ): Promise<Visit & { readonly tool: Autoconsent }> => {
    const visit = await openSite(t, { config: SHOP, head: GATED, ...options, path: undefined });
    const tool = await installAutoconsent(visit.page, [rule], config);
    await visit.page.goto(visit.site.origin);
    return { ...visit, tool };
  };

  for (const [what, options] of [
    ['the card', {}],
    ['the bar', { config: { ...SHOP, layout: { banner: 'bar' } } }],
    ['the dialog', { config: { ...SHOP, layout: { banner: 'dialog' } } }],
    ['the card in Chinese', { lang: 'zh-CN' }],
    [
      'the dialog of a page that runs from right to left',
      { lang: 'ar" dir="rtl', config: { ...SHOP, layout: { banner: 'dialog' } } },
    ],
    ['the card of a site that names the cookie itself', { config: { ...SHOP, cookie: { name: 'shop-choices' } } }],
    [
      'the card under a strict policy',
      {
        tag: '<script nonce="c2VjcmV0" src="/candor/candor.js"></script>',
        head: '<script nonce="c2VjcmV0">window.ran = []</script>',
        headers: {
          '/': {
            'content-security-policy':
              "default-src 'none'; script-src 'nonce-c2VjcmV0' 'strict-dynamic'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types candor lit-html",
          },
        },
        // Its own style sheet, with which it hides what is about to be answered.
        expected: /style/,
      },
    ],
  ] as const satisfies readonly (readonly [string, OpenOptions])[]) {
    test(`refuses on ${what}`, async (t) => {
      const visit = await visitWith(t, options);
      const { page, tool } = visit;
      assert.equal((await tool.told('optOutResult')).result, true);
      await tool.told('autoconsentDone');
      await gone(banner(page));
      assert.equal(await tool.selfTest(), true, 'what it checks afterwards is so');
      assert.deepEqual(await granted(visit), []);
      await settled(page);
      assert.deepEqual(await read(page, 'ran'), []);
      const name = 'config' in options && 'cookie' in options.config ? options.config.cookie.name : 'candor';
      assert.match((await cookie(page, name))!, /&yes=&no=functional\.analytics\.advertising\.research$/);
      const { surface, trusted } = await lastEvent(visit);
      assert.deepEqual([surface, trusted], ['banner', false], 'a program has pressed the button');
    });
  }

  test('refuses only what is new where only that is asked', async (t) => {
    const site = { config: { ...SHOP, categories: [...SHOP.categories, { id: 'social' }] }, head: GATED };
    const visit = await openSite(t, { config: SHOP, pages: { '/later': html(site) } });
    const { page } = visit;
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    const tool = await installAutoconsent(page, [rule]);
    await page.goto(`${visit.site.origin}/later`);
    assert.equal((await tool.told('optOutResult')).result, true);
    await gone(banner(page));
    assert.equal(await tool.selfTest(), true);
    assert.deepEqual(await granted(visit), ['functional', 'analytics', 'posthog', 'advertising', 'research']);
    assert.match((await cookie(page))!, /&no=social$/);
  });

  const OPENING = `${GATED}<script>candor.ready.then(() => candor.show('preferences'))</script>`;

  test('refuses in the panel where a page shows that instead of a banner', async (t) => {
    const visit = await visitWith(t, {
      tag: '<script src="/candor/candor.js" data-manual></script>',
      head: OPENING,
    });
    const { page, tool } = visit;
    assert.equal((await tool.told('optOutResult')).result, true);
    await gone(panel(page));
    assert.equal(await tool.selfTest(), true);
    assert.deepEqual(await granted(visit), []);
    assert.deepEqual((await lastEvent(visit)).surface, 'preferences');
  });

  test('agrees in that panel by its switches', async (t) => {
    const visit = await visitWith(
      t,
      { tag: '<script src="/candor/candor.js" data-manual></script>', head: OPENING },
      { autoAction: 'optIn' },
    );
    assert.equal((await visit.tool.told('optInResult')).result, true);
    await gone(panel(visit.page));
    assert.deepEqual(await granted(visit), ['functional', 'analytics', 'posthog', 'advertising', 'research']);
  });

  test('leaves the panel alone when somebody who has answered opens it', async (t) => {
    const visit = await openSite(t, { config: SHOP, pages: { '/later': html({ config: SHOP, head: OPENING }) } });
    const { page } = visit;
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    const tool = await installAutoconsent(page, [rule]);
    await page.goto(`${visit.site.origin}/later`);
    await tool.told('cmpDetected');
    await shown(panel(page).locator('dialog'));
    await settled(page);
    assert.ok(!tool.messages.some(({ type }) => type === 'popupFound'));
    assert.equal(await panel(page).locator('dialog').isVisible(), true);
    assert.equal((await choices(page))['analytics'], true);
  });

  test('agrees where the visitor has told it to', async (t) => {
    const visit = await visitWith(t, {}, { autoAction: 'optIn' });
    assert.equal((await visit.tool.told('optInResult')).result, true);
    await gone(banner(visit.page));
    assert.deepEqual(await granted(visit), ['functional', 'analytics', 'posthog', 'advertising', 'research']);
    assert.equal(await visit.tool.selfTest(), false, 'the check afterwards tells a yes from a no');
  });
});
