/** The table of presets on the demo's page of regions says what the library does, and what is known of the laws. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import presets from '../../../demo/pages/behaviours/regions/presets.json' with { type: 'json' };
import { PRESET_FACTS } from '../../../src/core/preset-facts.js';
import { presetFor } from '../../../src/core/presets.js';

/** The names that the page's texts have for the links. */
const LINKS: Readonly<Record<string, string>> = {
  'cookie settings': 'settings',
  'Your Privacy Choices': 'choices',
  'Do Not Sell or Share My Personal Information': 'doNotSell',
  'Limit the Use of My Sensitive Personal Information': 'limit',
  'or one for both: Your Privacy Choices, with the icon': 'orBoth',
  隐私政策: 'privacy',
  个人信息收集清单: 'collected',
  个人信息共享清单: 'shared',
  儿童个人信息保护规则: 'children',
  外部送信について: 'external',
};

test('every preset is in the table, once and in the library’s order', () => {
  assert.deepEqual(
    presets.map(({ id }) => id),
    Object.keys(PRESET_FACTS),
  );
});

for (const row of presets) {
  test(`${row.id}: the table has its region, model, banner, signal, links and date`, () => {
    const { id, model } = presetFor(row.region);
    const { banner, gpc, links, lastReviewed } = PRESET_FACTS[id];
    assert.deepEqual(row, {
      id,
      region: row.region,
      model,
      banner,
      gpc,
      links: links.map((link) => LINKS[link]),
      reviewed: lastReviewed,
    });
  });
}

test('the page of signals offers a region of each preset', () => {
  const form = readFileSync('demo/pages/behaviours/signals/example.html', 'utf8');
  const offered = [...form.matchAll(/<option value="([^"]*)">/g)].map(([, region]) => region);
  assert.deepEqual(
    offered,
    presets.map(({ region }) => region),
  );
});
