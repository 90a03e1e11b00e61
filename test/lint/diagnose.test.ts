import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { diagnose, mend } from '../../src/lint/diagnose.js';

const { error, warn } = console;

describe('diagnosis', () => {
  const said: string[] = [];

  beforeEach(() => {
    said.length = 0;
    console.error = mock.fn((text: string) => void said.push(`error: ${text}`));
    console.warn = mock.fn((text: string) => void said.push(`warning: ${text}`));
  });

  afterEach(() => Object.assign(console, { error, warn }));

  it('says nothing where all is well', () => {
    diagnose([]);
    diagnose([], { controller: { name: 'Shop' } });
    assert.deepEqual(mend({ controller: { name: 'Shop' } }), { controller: { name: 'Shop' } });
    assert.deepEqual(said, []);
  });

  it('says all there is to say in one message', () => {
    diagnose(
      [
        ['data-consent', 'typo'],
        ['data-consent', 'other'],
      ],
      { revision: 0, theme: 5 } as never,
    );
    assert.equal(said.length, 1);
    for (const part of ['data-consent = "typo"', 'data-consent = "other"', 'revision = 0', 'theme = 5']) {
      assert.ok(said[0]?.includes(part), part);
    }
    assert.match(said[0]!, /^error: Candor: .*\n(- .+\n?){4}$/);
  });

  it('says what to do about an id that nobody configured', () => {
    diagnose([['data-consent', 'typo']]);
    assert.match(
      said[0]!,
      /data-consent = "typo": no category or service has this id.*correct the attribute or add the id/,
    );
  });

  it('warns where nothing is left out', () => {
    diagnose([], { colour: 'red' } as never);
    assert.equal(said.length, 1);
    assert.match(said[0]!, /^warning: .*colour/s);
  });

  it('says what becomes of a decision that only a later version can read, and calls it no error', () => {
    diagnose([['stored decision', 'v=2&at=5']]);
    assert.match(said[0]!, /^warning: .*\n- stored decision = "v=2&at=5": a later version.*put aside.*`candor-v2`/);
  });

  it('cuts long values', () => {
    diagnose([['data-consent', 'x'.repeat(10_000)]]);
    assert.ok(said[0]!.length < 1000);
  });

  for (const [what, raw, config, part] of [
    ['a config that is none', null, { categories: [] }, /- config = null: write an object/],
    ['a broken part', { theme: 5, note: 'x' }, { note: 'x' }, /- theme = 5: write an object/],
    [
      'a list with a broken entry',
      { categories: [{ id: 'A' }, { id: 'ok' }] },
      { categories: [{ id: 'ok' }] },
      /- categories\.0\.id = "A": an id is lower-case/,
    ],
    [
      'a text that is no JSON',
      '{ broken',
      { categories: [] },
      /#candor-config = "\{ broken": this is no JSON \(.+\); correct it/,
    ],
    ['a JSON text that is no object', '5', { categories: [] }, /- config = "5": write an object/],
    [
      'a failed download',
      '/candor.json: TypeError: Failed to fetch',
      { categories: [] },
      /data-config = .*check that the address answers/,
    ],
  ] as [string, unknown, unknown, RegExp][]) {
    it(`mends ${what} and says so once`, () => {
      assert.deepEqual(mend(raw), config);
      assert.equal(said.length, 1);
      assert.match(said[0]!, part);
      assert.equal(said[0]!.match(/^- /gm)?.length, 1);
    });
  }
});
