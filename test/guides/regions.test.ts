import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PRESET_FACTS } from '../../src/core/preset-facts.js';
import { presetFor, type PresetId } from '../../src/core/presets.js';
import { guide, tablesUnder, type Cell } from './documents.js';

const regions = guide('regions');
const facts = Object.entries(PRESET_FACTS) as [PresetId, (typeof PRESET_FACTS)[PresetId]][];

/** The rows of the table under a heading, in both languages. */
const rowsUnder = (heading: string): (readonly [language: 'en' | 'zh', rows: readonly (readonly Cell[])[]])[] =>
  tablesUnder(regions, heading).map(([{ language }, [table]]) => [language, table!.rows]);

describe('the guide to regions', () => {
  test('names every preset in the order of the code, and no other', () => {
    for (const heading of ['The presets', 'Where the presets come from']) {
      for (const [, rows] of rowsUnder(heading)) {
        assert.deepEqual(
          rows.map(([id]) => id!.codes[0]),
          facts.map(([id]) => id),
        );
      }
    }
  });

  for (const [index, [id, { name, banner, gpc, links, lastReviewed, sources }]] of facts.entries()) {
    test(`says of ${id} what the code knows`, () => {
      const { model, lifespan } = presetFor('XX', [{ match: ['XX'], preset: id }]);
      const words = { en: ['due', 'none', 'law', 'honoured'], zh: ['显示', '不显示', '法定', '遵从'] } as const;
      for (const [language, rows] of rowsUnder('The presets')) {
        const [, where, models, banners, signal, linked, days, reviewed] = rows[index]!;
        const [due, none, mandatory, honoured] = words[language];
        assert.deepEqual(models!.codes, [model]);
        assert.equal(banners!.text, banner ? due : none);
        assert.equal(signal!.text, gpc === 'mandatory' ? mandatory : honoured);
        assert.equal(days!.text, String(lifespan.grantDays));
        assert.equal(reviewed!.text, lastReviewed);
        if (language === 'en') assert.deepEqual([where!.text, linked!.text], [name, links.join('; ')]);
      }
      for (const [language, rows] of rowsUnder('Where the presets come from')) {
        const said = rows[index]![1]!.text;
        if (language === 'en') assert.equal(said, sources.join('; '));
        const unread = sources.filter((source) => source.includes('(not opened)')).length;
        assert.equal(said.split(language === 'en' ? '(not opened)' : '（未查阅原文）').length - 1, unread);
      }
    });
  }

  test('says banner where the model asks, and no banner elsewhere', () => {
    for (const [id, { banner }] of facts) {
      assert.equal(banner, presetFor('XX', [{ match: ['XX'], preset: id }]).model === 'opt-in', id);
    }
  });
});
