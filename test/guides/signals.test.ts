import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { sectionsOf } from '../helpers/tag-manager.js';
import { guide, tablesUnder } from './documents.js';

interface Parameter {
  readonly displayName?: string;
  readonly checkboxText?: string;
}

describe('the guide to signals', () => {
  test('names every field of the template for Tag Manager, as it stands there, and no other', () => {
    const sections = sectionsOf(readFileSync('dist/gtm/candor-consent.tpl', 'utf8'));
    const parameters = JSON.parse(sections.get('TEMPLATE_PARAMETERS')!) as Parameter[];
    const names = parameters.map(({ displayName, checkboxText }) => displayName ?? checkboxText);
    for (const [{ file }, [table]] of tablesUnder(guide('signals'), 'Google Tag Manager')) {
      assert.deepEqual(
        table!.rows.flatMap(([first]) => first!.text.split(', ')),
        names,
        file,
      );
    }
  });
});
