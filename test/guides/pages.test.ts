import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { openDemo } from '../helpers/demo.js';
import { action, banner, gone, settled, shown } from '../helpers/page.js';
import { guides } from './documents.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

for (const { path } of guides) {
  for (const address of [path, `/zh${path}`]) {
    describe(`the page ${address}`, () => {
      test('breaks no rule of accessibility that a machine can check, light or dark', async (t) => {
        const { page } = await openDemo(t, address);
        await shown(banner(page));
        await action(banner(page), 'reject-all').click();
        await gone(banner(page));
        await page.evaluate(AXE);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const violations = await page.evaluate<string[]>(
            `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
          );
          assert.deepEqual(violations, [], colorScheme);
        }
      });

      test('fits a window of 320 px: code and tables scroll by themselves', async (t) => {
        const { page } = await openDemo(t, address, { viewport: { width: 320, height: 640 } });
        await settled(page);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      });

      test('says which of the guides it is, and leads to the others', async (t) => {
        const { page } = await openDemo(t, address);
        const prefix = address.startsWith('/zh/') ? '/zh' : '';
        const others = guides.map((guide) => prefix + guide.path).filter((to) => to !== `${prefix}/guides/`);
        const navigation = page.locator('main > nav');
        const links = await navigation.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
        assert.deepEqual([...links].sort(), others.sort());
        const current = await navigation.locator('[aria-current="page"]').count();
        assert.equal(current, path === '/guides/' ? 0 : 1);
      });
    });
  }
}
