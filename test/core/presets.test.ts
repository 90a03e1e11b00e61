import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RegionRule } from '../../src/core/config.js';
import { PRESET_FACTS } from '../../src/core/preset-facts.js';
import { presetFor, type PresetId } from '../../src/core/presets.js';

const MEMBERS = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');

describe('the built-in map', () => {
  for (const region of ['EEA', ...MEMBERS, 'DE-BY', 'FR-IDF']) {
    it(`${region} is in the EEA`, () => assert.equal(presetFor(region).id, 'eea'));
  }

  for (const region of ['', 'HK', 'MX', 'DEX', 'EEAX', 'D', 'EU', 'XDE', 'USA', 'somewhere']) {
    it(`${region || 'an unknown region'} is not known`, () => assert.equal(presetFor(region).id, 'row'));
  }

  for (const [region, id] of [
    ['GB', 'uk'],
    ['GB-SCT', 'uk'],
    ['CN', 'cn'],
    ['CN-BJ', 'cn'],
    ['CH', 'ch'],
    ['US', 'us-ca'],
    ['US-CA', 'us-ca'],
    ...'CO CT DE MD MN MT NE NH NJ OR TX'.split(' ').map((state) => [`US-${state}`, 'us-uoom'] as const),
    ...'VA UT NY AC'.split(' ').map((state) => [`US-${state}`, 'us-other'] as const),
    ['BR', 'br'],
    ['BR-SP', 'br'],
    ['CA', 'ca'],
    ['CA-ON', 'ca'],
    ['CA-QC', 'ca-qc'],
    ['JP', 'jp'],
    ['KR', 'kr'],
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

  for (const [region, model] of [
    ['DE', 'opt-in'],
    ['GB', 'opt-in'],
    ['CH', 'opt-in'],
    ['BR', 'opt-in'],
    ['CN', 'opt-in'],
    ['KR', 'opt-in'],
    ['CA-QC', 'opt-in'],
    ['', 'opt-in'],
    ['US-CA', 'opt-out'],
    ['US-CO', 'opt-out'],
    ['US-VA', 'opt-out'],
    ['CA-ON', 'opt-out'],
    ['JP', 'notice'],
  ] as const) {
    it(`${region || 'an unknown region'}: ${model}`, () => assert.equal(presetFor(region).model, model));
  }

  it('Californians who opted out are not asked again for a year', () => {
    assert.deepEqual(presetFor('US-CA').lifespan, { grantDays: 365, refusalDays: 365 });
  });

  it('where it is asked before, nothing is exempt, and answers hold for six months', () => {
    for (const region of ['', 'DE', 'KR']) {
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
    assert.equal(presetFor('JP', rules).id, 'jp');
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
    for (const region of ['', 'KR', 'CH']) assert.equal(presetFor(region, eea).lifespan.grantDays, 184, region);
  });

  it('may set another model for their regions, and nothing that is none', () => {
    const modelOf = (model: unknown): string => presetFor('DE', [{ match: ['DE'], model } as RegionRule]).model;
    assert.equal(modelOf('notice'), 'notice');
    for (const model of ['opt', 'opt-out-of-all', '', true, {}, undefined]) assert.equal(modelOf(model), 'opt-in');
    assert.equal(presetFor('US', [{ match: ['US'], model: 'opt-in' }]).model, 'opt-in');
  });

  it('need no preset of their own', () => {
    const { id, lifespan } = presetFor('CN', [{ match: ['CN'], lifespan: { grantDays: 30 } }]);
    assert.deepEqual([id, lifespan.grantDays], ['cn', 30]);
  });

  it('override their preset key by key', () => {
    assert.deepEqual(presetFor('FR', rules).lifespan, { grantDays: 184, refusalDays: 200 });
  });
});

describe('what is known of the presets', () => {
  for (const [id, facts] of Object.entries(PRESET_FACTS)) {
    it(`${id} is dated and sourced`, () => {
      assert.ok(facts.sources.length && facts.links.length && facts.name);
      assert.ok(!Number.isNaN(Date.parse(facts.lastReviewed)));
    });

    it(`${id} keeps its own lifespans`, () => {
      const { lifespan, model } = presetFor('', [{ match: [''], preset: id as PresetId }]);
      assert.ok(lifespan.refusalDays >= (facts.leastRefusalDays ?? 0));
      assert.ok(lifespan.grantDays <= (facts.mostGrantDays ?? Infinity));
      assert.equal(facts.banner, model === 'opt-in');
    });
  }
});
