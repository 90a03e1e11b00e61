import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sha256 } from '../../src/core/sha256.js';
import { hashOf } from '../helpers/record-schema.js';

describe('SHA-256', () => {
  for (const [text, hash] of [
    // The examples of FIPS 180-4.
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ] as const) {
    it(`of ${JSON.stringify(text)} is the standard's`, () => assert.equal(sha256(text), hash));
  }

  it('is that of Node for every length around its blocks', () => {
    for (let length = 0; length < 200; length++) {
      const text = 'x'.repeat(length);
      assert.equal(sha256(text), hashOf(text), `${length}`);
    }
  });

  it('is that of Node for any text, half characters included', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => assert.equal(sha256(text), hashOf(text))),
    ));
});
