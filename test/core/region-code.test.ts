import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRegionCode } from '../../src/core/region-code.js';

describe('region codes', () => {
  for (const code of ['EEA', 'DE', 'GB', 'CN', 'US-CA', 'CA-QC', 'FR-IDF', 'GB-SCT'])
    it(`${code} is one`, () => assert.ok(isRegionCode(code)));
  for (const code of ['', 'de', 'Germany', 'EU-', 'XQ', 'ZZ', 'US-', 'US-CALI', 'US-CA-1', 'UK', 'USA'])
    it(`${code || 'nothing'} is none`, () => assert.ok(!isRegionCode(code)));
});
