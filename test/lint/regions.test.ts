import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lintConfig, type Finding } from '../../src/lint/index.js';
import { stalePresets } from '../../src/lint/rules/regions.js';

const found = (config: unknown): [path: string, severity: string][] =>
  lintConfig(config).map(({ path, severity }: Finding) => [path, severity]);

describe('rules for regions', () => {
  it('that never hold are named, with what to write', () => {
    const [finding] = lintConfig({ regions: [{ match: ['DE', 'Germany'], preset: 'eea' }] });
    assert.equal(finding?.path, 'regions.0.match.1');
    assert.equal(finding.value, 'Germany');
    assert.match(finding.message, /ISO 3166/);
  });

  for (const [what, rule, path] of [
    ['another model', { match: ['DE'], model: 'opt-out' }, 'regions.0.model'],
    ['a looser preset', { match: ['CN', 'US'], preset: 'us-ca' }, 'regions.0.preset'],
    ['a notice for all of the EEA', { match: ['EEA'], preset: 'jp' }, 'regions.0.preset'],
  ] as const) {
    it(`that ask less than the law are an error: ${what}`, () =>
      assert.deepEqual(found({ regions: [rule] }), [[path, 'error']]));
  }

  for (const rule of [
    { match: ['US'], model: 'opt-in' },
    { match: ['EEA', 'GB'], preset: 'eea' },
    { match: ['US-TX'], preset: 'us-other' },
    { match: ['MX'], preset: 'us-other' },
    { match: ['CN'], lifespan: { grantDays: 90 } },
  ]) {
    it(`that ask as much are none: ${JSON.stringify(rule)}`, () => assert.deepEqual(found({ regions: [rule] }), []));
  }

  it('are to be looked at again after a year', () => {
    const config = { regions: [{ match: ['GB'], preset: 'uk' }] };
    assert.deepEqual(stalePresets(config, Date.parse('2027-06-01')), []);
    assert.equal(stalePresets(config, Date.parse('2028-01-01'))[0]?.path, 'regions.0.preset');
  });
});

describe('defaults', () => {
  it('that are on are told to have no effect, and for what is asked everywhere to be none', () => {
    const categories = [
      { id: 'analytics', default: true },
      { id: 'push', default: true },
      { id: 'functional', default: false },
    ];
    assert.deepEqual(found({ categories }), [
      ['categories.0.default', 'warning'],
      ['categories.1.default', 'error'],
    ]);
  });
});

describe('Google Consent Mode', () => {
  it('is whole with the built-in categories', () =>
    assert.deepEqual(found({ signals: { googleConsentMode: true } }), []));

  it('misses the types that no category answers for', () => {
    const [finding] = lintConfig({
      categories: [{ id: 'analytics' }, { id: 'ads', consentMode: ['ad_storage', 'ad_user_data'] }],
      signals: { googleConsentMode: true },
    });
    assert.equal(finding?.path, 'signals.googleConsentMode');
    assert.match(finding.message, /functionality_storage, personalization_storage, ad_personalization,/);
  });

  it('grants nothing by default where the law wants to be asked', () => {
    const googleConsentMode = { regions: [{ region: ['US-TX', 'DE'], granted: ['analytics_storage'] }] };
    assert.deepEqual(found({ signals: { googleConsentMode } }), [
      ['signals.googleConsentMode.regions.0.region.1', 'error'],
    ]);
  });

  it('takes options of the right types', () => {
    assert.deepEqual(found({ signals: { googleConsentMode: { waitForUpdate: 'long' } } }), [
      ['signals.googleConsentMode.waitForUpdate', 'error'],
    ]);
  });
});
