import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Service } from '../../src/core/config.js';
import { storedItems } from '../../src/core/stored-items.js';

const itemsOf = (entry: object): [name: string, type: string, isDescribed: boolean][] =>
  storedItems({ id: 'a', ...entry }).map(({ name, type, isDescribed }) => [name, type, isDescribed]);

describe('what a category or service keeps on the device', () => {
  it('is what it describes, as it describes it; a cookie where it does not say', () => {
    const stores: Service['stores'] = [
      { name: '_ga', purpose: 'Counts.', retention: 'P2Y' },
      { name: 'queue', type: 'localStorage' },
    ];
    assert.deepEqual(storedItems({ id: 'a', stores }), [
      { name: '_ga', type: 'cookie', purpose: 'Counts.', retention: 'P2Y', isDescribed: true },
      { name: 'queue', type: 'localStorage', isDescribed: true },
    ]);
  });

  it('is also what it only erases, by name and place', () => {
    const erase: Service['erase'] = {
      cookies: ['_ga'],
      localStorage: ['a'],
      sessionStorage: ['b'],
      indexedDB: ['c'],
      caches: ['d'],
    };
    assert.deepEqual(itemsOf({ erase }), [
      ['_ga', 'cookie', false],
      ['a', 'localStorage', false],
      ['b', 'sessionStorage', false],
      ['c', 'indexedDB', false],
      ['d', 'cache', false],
    ]);
  });

  it('names once what it both describes and erases in the same place', () => {
    const stores = [{ name: '_ga' }, { name: 'mp_*' }, { name: 'q', type: 'localStorage' }];
    const erase = { cookies: ['_ga', '_ga_*', 'mp_*', 'mp_demo', 'q'], localStorage: ['q', '_ga'] };
    assert.deepEqual(itemsOf({ stores, erase }), [
      ['_ga', 'cookie', true],
      ['mp_*', 'cookie', true],
      ['q', 'localStorage', true],
      ['_ga_*', 'cookie', false],
      ['mp_demo', 'cookie', false],
      ['q', 'cookie', false],
      ['_ga', 'localStorage', false],
    ]);
  });

  it('is nothing where nothing is said, and leaves out what is of a wrong type', () => {
    assert.deepEqual(itemsOf({}), []);
    assert.deepEqual(itemsOf({ stores: 'cookie', erase: 'all' }), []);
    assert.deepEqual(itemsOf({ stores: [null, 'a', {}, { name: '' }, { name: 5 }, { name: 'b' }] }), [
      ['b', 'cookie', true],
    ]);
    assert.deepEqual(itemsOf({ erase: { cookies: '_ga', localStorage: [1, '', 'a'], caches: null } }), [
      ['a', 'localStorage', false],
    ]);
  });
});
