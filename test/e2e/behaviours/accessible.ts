import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const EVERYTHING: Axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // It knows a skip link by standing first, and the banner stands before it.
  rules: { region: { enabled: false } },
};
const COLOURS: Axe.RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

async function violations(page: Page, where: Axe.ContextObject, options: Axe.RunOptions): Promise<string[]> {
  const run = `axe.run(${JSON.stringify(where)}, ${JSON.stringify(options)})`;
  const { violations: found } = await page.evaluate<Axe.AxeResults>(run);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

/** Fails where axe finds anything on a page, in light or dark; the code aside, whose hundreds of words have few colours. */
export async function isAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const where = { include: ['html'], exclude: ['.sources pre'] };
  assert.deepEqual(await violations(page, where, EVERYTHING), []);
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.deepEqual(await violations(page, where, COLOURS), [], 'in dark');
}

/** Fails where the code on a page cannot be read, in light or dark. */
export async function isReadable(page: Page): Promise<void> {
  await page.evaluate(AXE);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await violations(page, { include: ['.sources'] }, COLOURS), [], colorScheme);
  }
}
