/** The rule for Consent-O-Matic, played as its documentation says: see `test/helpers/consent-o-matic.ts`. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Rules } from '../../../.config/build/consent-o-matic-format.js';
import { playConsentOMatic } from '../../helpers/consent-o-matic.js';
import { action, banner, chunk, cookie, gone, html, openSite, panel, read, settled } from '../../helpers/page.js';
import { GATED, SHOP, granted, lastEvent } from './shop.js';

const rules = JSON.parse(readFileSync('dist/rules/consent-o-matic.json', 'utf8')) as Rules;

describe('Consent-O-Matic with the rule of the package', () => {
  const NOTHING = { A: false, B: false, D: false, E: false, F: false, X: false };
  const EVERY = {
    ...SHOP,
    categories: ['necessary', 'functional', 'analytics', 'advertising', 'social', 'device', 'location', 'push'].map(
      (id) => ({ id }),
    ),
  };

  for (const layout of ['box', 'bar', 'dialog']) {
    test(`refuses on the ${layout} when nothing is wanted`, async (t) => {
      const visit = await openSite(t, { config: { ...SHOP, layout: { banner: layout } }, head: GATED });
      const { page } = visit;
      await playConsentOMatic(page, rules, NOTHING);
      await gone(banner(page));
      await gone(panel(page));
      assert.deepEqual(await granted(visit), []);
      await settled(page);
      assert.deepEqual(await read(page, 'ran'), []);
      assert.match((await cookie(page))!, /&yes=&no=functional\.analytics\.advertising\.research$/);
      const { method, surface, trusted } = await lastEvent(visit);
      assert.deepEqual([method, surface, trusted], ['save', 'preferences', false]);
    });
  }

  for (const [purpose, ids] of Object.entries({
    A: ['functional'],
    B: ['analytics'],
    D: ['device'],
    E: ['social'],
    F: ['advertising'],
    X: ['location', 'push'],
  })) {
    test(`allows ${ids.join(' and ')} and nothing else when only purpose ${purpose} is wanted`, async (t) => {
      const visit = await openSite(t, { config: EVERY });
      await playConsentOMatic(visit.page, rules, { ...NOTHING, [purpose]: true });
      await gone(panel(visit.page));
      assert.deepEqual(await granted(visit), ids);
    });
  }

  test('takes what a site asks beyond the built-in categories for other purposes', async (t) => {
    const visit = await openSite(t, { config: SHOP });
    await playConsentOMatic(visit.page, rules, { ...NOTHING, X: true });
    await gone(panel(visit.page));
    assert.deepEqual(await granted(visit), ['research']);
  });

  test('takes back what was allowed where only new things are asked, if that is not wanted', async (t) => {
    const later = { ...SHOP, categories: [...SHOP.categories, { id: 'social' }] };
    const visit = await openSite(t, { config: SHOP, pages: { '/later': html({ config: later }) } });
    const { page } = visit;
    await action(banner(page), 'accept-all').click();
    await gone(banner(page));
    await page.goto(`${visit.site.origin}/later`);
    await playConsentOMatic(page, rules, { ...NOTHING, B: true });
    await gone(banner(page));
    assert.deepEqual(await granted(visit), ['analytics', 'posthog']);
  });

  test('refuses on the banner when the panel cannot be had', async (t) => {
    const visit = await openSite(t, {
      config: SHOP,
      pages: { [`/candor/${chunk('preferences')}`]: () => ({ status: 503 }) },
      expected: /503|preferences|panel/i,
    });
    await playConsentOMatic(visit.page, rules, { ...NOTHING, B: true });
    await gone(banner(visit.page));
    assert.deepEqual(await granted(visit), []);
    assert.equal((await lastEvent(visit)).surface, 'banner');
  });
});
