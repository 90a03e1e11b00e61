import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RegionRule } from '../../src/core/config.js';
import { presetFor } from '../../src/core/presets.js';

const MEMBERS = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');

describe('the built-in map', () => {
  for (const region of ['EEA', ...MEMBERS, 'DE-BY', 'FR-IDF']) {
    it(`${region} is in the EEA`, () => assert.equal(presetFor(region).id, 'eea'));
  }

  for (const region of ['', 'CH', 'HK', 'US', 'US-CA', 'US-DE', 'DEX', 'EEAX', 'D', 'EU', 'XDE', 'somewhere']) {
    it(`${region || 'an unknown region'} is not`, () => assert.equal(presetFor(region).id, 'row'));
  }

  for (const [region, id] of [
    ['GB', 'uk'],
    ['GB-SCT', 'uk'],
    ['CN', 'cn'],
    ['CN-BJ', 'cn'],
  ] as const) {
    it(`${region} is ${id}`, () => assert.equal(presetFor(region).id, id));
  }

  it('statistics of its own and its appearance may be exempt in the United Kingdom alone', () => {
    assert.deepEqual(presetFor('GB').exempt, ['functional', 'analytics']);
    assert.deepEqual(presetFor('CN').exempt, []);
  });

  it('data must not leave China without a consent that stands by itself', () => {
    assert.equal(presetFor('CN').home, 'CN');
    for (const region of ['', 'DE', 'GB']) assert.equal(presetFor(region).home, undefined);
  });

  it('everywhere undecided means no, nothing is exempt, and answers hold for six months', () => {
    for (const region of ['', 'DE', 'US']) {
      const { model, exempt, lifespan } = presetFor(region);
      assert.equal(model, 'opt-in');
      assert.deepEqual(exempt, []);
      assert.deepEqual(lifespan, { grantDays: 184, refusalDays: 184 });
    }
  });
});

describe('the site’s rules', () => {
  const rules: RegionRule[] = [
    { match: ['US-CA'], preset: 'eea', lifespan: { grantDays: 30 } },
    { match: ['US', 'GB'], preset: 'eea', lifespan: { grantDays: 365, refusalDays: 365 } },
    { match: ['FR'], preset: 'eea', lifespan: { refusalDays: 200 } },
  ];

  it('stand before the built-in map', () => {
    assert.equal(presetFor('GB', rules).id, 'eea');
    assert.equal(presetFor('JP', rules).id, 'row');
  });

  it('the first that matches counts', () => {
    assert.equal(presetFor('US-CA', rules).lifespan.grantDays, 30);
    assert.equal(presetFor('US-CA', [...rules].reverse()).lifespan.grantDays, 365);
  });

  it('a country’s hold for its subdivisions, not the other way round', () => {
    assert.equal(presetFor('US-TX', rules).lifespan.grantDays, 365);
    assert.equal(presetFor('US', rules).lifespan.grantDays, 365);
    assert.equal(presetFor('USX', rules).lifespan.grantDays, 184);
  });

  it('a rule for the EEA holds for its members', () => {
    const eea: RegionRule[] = [{ match: ['EEA', 'GB'], preset: 'eea', lifespan: { grantDays: 90 } }];
    for (const region of ['EEA', 'DE', 'DE-BY', 'GB'])
      assert.equal(presetFor(region, eea).lifespan.grantDays, 90, region);
    for (const region of ['', 'US', 'CH']) assert.equal(presetFor(region, eea).lifespan.grantDays, 184, region);
  });

  it('override their preset key by key', () => {
    assert.deepEqual(presetFor('FR', rules).lifespan, { grantDays: 184, refusalDays: 200 });
  });
});
