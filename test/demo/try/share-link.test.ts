import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { packLink, unpackLink } from '../../../demo/pages/try/reading/share-link.js';

const linkOf = (bytes: Uint8Array): string => `#config=${Buffer.from(bytes).toString('base64url')}`;

describe('a link', () => {
  for (const text of [
    '',
    '{}',
    readFileSync('demo/pages/try/examples/chinese-cloud.json', 'utf8'),
    '{"a":"\u{1f642}\u0000"} broken',
  ]) {
    test(`gives back the very text it was made of: ${text.length} characters`, async () => {
      const hash = await packLink(text);
      assert.match(hash ?? '', /^#config=[\w-]*$/);
      assert.deepEqual(await unpackLink(hash ?? ''), { text });
    });
  }

  test('is not made of a text that could not be opened again', async () => {
    assert.equal(await packLink('x'.repeat(1_000_001)), undefined);
  });

  test('to somewhere on the page is none of ours', async () => {
    for (const hash of ['', '#', '#content', '#preview-title']) assert.equal(await unpackLink(hash), undefined);
  });

  const valid = deflateRawSync(Buffer.from('{ "revision": 1 }'));
  const HOSTILE: readonly (readonly [what: string, hash: string, problem: string])[] = [
    ['nothing', '#config=', 'broken'],
    ['no base64', '#config=%F0%9F%99%82', 'broken'],
    ['no deflate', '#config=AAAAAAAA', 'broken'],
    ['cut short', linkOf(valid.subarray(0, 6)), 'broken'],
    ['no UTF-8', linkOf(deflateRawSync(Buffer.from([0xff, 0xfe, 0xff]))), 'broken'],
    ['that unfolds without end', linkOf(deflateRawSync(Buffer.alloc(50_000_000))), 'too-large'],
    ['longer than any', `#config=${'A'.repeat(300_000)}`, 'too-large'],
  ];
  for (const [what, hash, problem] of HOSTILE) {
    test(`that is damaged or hostile is told, never thrown: ${what}`, async () => {
      assert.deepEqual(await unpackLink(hash), { problem });
    });
  }
});
