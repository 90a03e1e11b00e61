import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { targetLocales } from '../../src/generated/locale-codes.js';

const FOLDER = 'dist/cdn';

describe('the files of texts', () => {
  const files = readdirSync(FOLDER).filter((file) => /\.(banner|preferences)-/.test(file));

  it('are two for each language, all named after the file of their hashes', () => {
    const [index] = readdirSync(FOLDER).filter((file) => file.startsWith('texts-'));
    const name = index!.slice('texts-'.length);
    const expected = targetLocales.flatMap((locale) => [`${locale}.banner-${name}`, `${locale}.preferences-${name}`]);
    assert.deepEqual(files.sort(), expected.sort());
  });

  it('of the first layer are none larger than the one that has the budget', () => {
    const budgets = (
      JSON.parse(readFileSync('package.json', 'utf8')) as { 'size-limit': { path: string | string[] }[] }
    )['size-limit'];
    const measured = budgets.map(({ path }) => /^dist\/cdn\/([\w-]+)\.banner/.exec(String(path))?.[1]).find(Boolean);
    const sizes = new Map(
      files
        .filter((file) => file.includes('.banner-'))
        .map((file) => [file.split('.')[0], brotliCompressSync(readFileSync(`${FOLDER}/${file}`)).length]),
    );
    assert.equal(Math.max(...sizes.values()), sizes.get(measured));
  });
});
