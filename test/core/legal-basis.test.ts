import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { legalBasisOf } from '../../src/core/legal-basis.js';
import { presetFor } from '../../src/core/presets.js';

const articleOf = (region: string, ...[kind, id]: [Parameters<typeof legalBasisOf>[0], string]): string | null =>
  legalBasisOf(kind, id, presetFor(region)).article;

describe('the legal basis', () => {
  for (const [region, kind, id, article] of [
    ['DE', 'necessary', 'necessary', 'ePrivacy Directive art. 5(3)'],
    ['DE', 'consent', 'analytics', 'GDPR art. 6(1)(a), ePrivacy Directive art. 5(3)'],
    ['DE', 'separate', 'sensitive', 'GDPR art. 9(2)(a)'],
    ['DE', 'separate', 'cross-border', 'GDPR art. 49(1)(a)'],
    ['DE', 'separate', 'research', 'GDPR art. 6(1)(a)'],
    ['GB', 'exempt', 'analytics', 'PECR schedule A1'],
    ['GB', 'consent', 'advertising', 'UK GDPR art. 6(1)(a), PECR reg. 6'],
    ['CN', 'consent', 'analytics', 'PIPL art. 13(1)(1)'],
    ['CN', 'separate', 'sharing', 'PIPL art. 23'],
    ['CN', 'separate', 'public-disclosure', 'PIPL art. 25'],
    ['CN', 'separate', 'sensitive', 'PIPL art. 29'],
    ['CN', 'separate', 'cross-border', 'PIPL art. 39'],
    ['CN', 'separate', 'research', 'PIPL art. 14'],
    ['BR', 'consent', 'analytics', null],
    ['', 'separate', 'sharing', null],
  ] as const) {
    it(`of ${kind} ${id} in ${region || 'no region'} is ${article ?? 'without an article'}`, () =>
      assert.equal(articleOf(region, kind, id), article));
  }

  it('says in one word what it is', () => {
    const bases = (['necessary', 'consent', 'exempt', 'separate'] as const).map(
      (kind) => legalBasisOf(kind, 'x', presetFor('')).basis,
    );
    assert.deepEqual(bases, ['necessary', 'consent', 'legitimate-use', 'separate-consent']);
  });

  for (const [what, service, article] of [
    ['abroad', { id: 'a', country: 'US' }, 'PIPL art. 39'],
    ['with purposes of its own', { id: 'a', role: 'independent' }, 'PIPL art. 23'],
    ['of a precise position', { id: 'precise', country: 'CN' }, 'PIPL art. 29'],
    [
      'abroad and with purposes of its own',
      { id: 'a', country: 'US', role: 'independent' },
      'PIPL art. 23, PIPL art. 39',
    ],
  ] as const) {
    it(`of a recipient ${what} names why it needs a consent of its own in China`, () =>
      assert.equal(legalBasisOf('separate', service.id, presetFor('CN'), service).article, article));
  }
});
