import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Config } from 'candor-consent';
import { lintConfig } from 'candor-consent/lint';

const FOLDER = 'demo/pages/try/examples';

const textOf = (name: string): string => readFileSync(`${FOLDER}/${name}`, 'utf8');
const configOf = (name: string): Config => JSON.parse(textOf(name)) as Config;

describe('an example', () => {
  for (const name of readdirSync(FOLDER)) {
    test(`is a config the linter has nothing to say about: ${name}`, () => {
      assert.deepEqual(lintConfig(configOf(name)), []);
    });
  }

  test('for a cloud in China speaks Chinese first, names who is responsible and asks separately', () => {
    const { languages, controller, categories = [] } = configOf('chinese-cloud.json');
    assert.equal(languages?.[0], 'zh-Hans');
    assert.equal(controller?.storageLocation, 'CN');
    assert.ok(controller?.contact);
    const ids = categories.map(({ id }) => id);
    for (const id of ['location', 'push', 'sharing', 'cross-border']) assert.ok(ids.includes(id), id);
    assert.ok((categories.find(({ id }) => id === 'push')?.services?.length ?? 0) > 1, 'marketing by channel');
  });

  test('for the EU and China has rules for both, and both languages', () => {
    const { languages, regions = [] } = configOf('europe-and-china.json');
    assert.deepEqual(languages, ['en', 'zh-Hans']);
    assert.deepEqual(regions.flatMap(({ match }) => match).sort(), ['CH', 'CN', 'EEA', 'GB']);
  });

  test('for California says “Your Privacy Choices”, and that Candor asks first', () => {
    const { texts, note } = configOf('california.json');
    assert.equal(texts?.['button.label'], 'Your Privacy Choices');
    assert.match(note ?? '', /asks first everywhere/);
  });

  test('of the least there is has three lines', () => {
    assert.equal(textOf('minimum.json').trim().split('\n').length, 3);
  });
});
