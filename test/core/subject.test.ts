import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { answer, sameForAll } from '../../src/core/answer.js';
import { isOnByDefault } from '../../src/core/categories.js';
import type { Config } from '../../src/core/config.js';
import { decide } from '../../src/core/decide.js';
import { UNDECIDED } from '../../src/core/decision.js';
import { createModel, idsOf } from '../../src/core/model.js';
import { presetFor } from '../../src/core/presets.js';
import { ageOfConsent, bandOf, barredFor, type AgeBand, type Subject } from '../../src/core/subject.js';
import { decisionOf, NOW } from '../helpers/model.js';

const ageIn = (region: string, config: Config = {}): number =>
  ageOfConsent(config, presetFor(region, config.regions), region);

describe('the age under which a guardian decides', () => {
  for (const [age, regions] of [
    [13, 'BE EE FI IS LV MT PT SE'],
    [14, 'AT BG CY IT LT'],
    [15, 'CZ DK FR GR NO SI'],
    [16, 'DE ES HR HU IE LI LU NL PL RO SK EEA'],
    [13, 'GB US US-CA US-DE'],
    [14, 'CN CN-11'],
  ] as const) {
    for (const region of regions.split(' ')) it(`is ${age} in ${region}`, () => assert.equal(ageIn(region), age));
  }

  it('is the oldest of them where the region is not known, or has no rule', () => {
    for (const region of ['', 'BR', 'CH', 'somewhere']) assert.equal(ageIn(region), 16, region);
  });

  it('is the member state’s for its subdivisions', () => assert.equal(ageIn('BE-VLG'), 13));

  it('is the site’s own where it names one', () => {
    for (const region of ['', 'BE', 'CN', 'US']) assert.equal(ageIn(region, { audience: { age: 15 } }), 15);
  });

  it('is China’s wherever the site puts China’s rules', () =>
    assert.equal(ageIn('HK', { regions: [{ match: ['HK'], preset: 'cn' }] }), 14));
});

describe('the age group', () => {
  const bandIn = (region: string, subject?: Subject): AgeBand | undefined =>
    bandOf({}, presetFor(region), region, subject);

  for (const [what, region, subject, expected] of [
    ['nobody has said anything', 'CN', undefined, undefined],
    ['who is signed in has not said how old they are', 'CN', { signedIn: true }, undefined],
    ['one year under the age', 'CN', { age: 13 }, 'child'],
    ['the very age', 'CN', { age: 14 }, 'teen'],
    ['the last year before full age', 'CN', { age: 17 }, 'teen'],
    ['full age', 'CN', { age: 18 }, 'adult'],
    ['a newborn', 'CN', { age: 0 }, 'child'],
    ['no number at all counts as a child’s', 'CN', { age: NaN }, 'child'],
    ['a minor by the page’s word', 'CN', { minor: true }, 'child'],
    ['no minor by the page’s word', 'CN', { minor: false }, 'adult'],
    ['of two words of the page the stricter counts: minor', 'CN', { age: 30, minor: true }, 'child'],
    ['of two words of the page the stricter counts: age', 'CN', { age: 10, minor: false }, 'child'],
    ['the visitor’s own answer', 'CN', { band: 'teen' }, 'teen'],
    ['the page’s word wins over the visitor’s answer', 'CN', { age: 12, band: 'adult' }, 'child'],
    ['the page’s word wins over it the other way round', 'CN', { age: 40, band: 'child' }, 'adult'],
    ['an answer that is none', 'CN', { band: 'grandparent' as AgeBand }, undefined],
    ['the same age is another group elsewhere', 'DE', { age: 15 }, 'child'],
    ['the same age is another group elsewhere still', 'US', { age: 13 }, 'teen'],
  ] as [string, string, Subject | undefined, AgeBand | undefined][]) {
    it(what, () => assert.equal(bandIn(region, subject), expected));
  }

  it('has nobody between where the site lets guardians decide until full age', () => {
    const config: Config = { audience: { age: 21 } };
    assert.equal(bandOf(config, presetFor('DE'), 'DE', { age: 20 }), 'child');
    assert.equal(bandOf(config, presetFor('DE'), 'DE', { age: 21 }), 'adult');
  });
});

const SHOP: Config = {
  categories: [
    { id: 'necessary', services: [{ id: 'session' }] },
    { id: 'functional' },
    { id: 'analytics', kind: 'exempt', services: [{ id: 'counter' }] },
    { id: 'advertising', services: [{ id: 'banners' }, { id: 'newsletter-ads', scope: 'account' }] },
    {
      id: 'push',
      services: [
        { id: 'browser-push' },
        { id: 'email', scope: 'account' },
        { id: 'fitted', personalises: 'browser-push' },
        { id: 'email-fitted', personalises: 'email', scope: 'account' },
      ],
    },
    { id: 'sharing', services: [{ id: 'partner' }] },
  ],
};
const OPTIONAL =
  'functional analytics counter advertising banners newsletter-ads push browser-push email fitted email-fitted sharing partner';
const barred = (subject?: Subject, config: Config = SHOP, region = 'CN'): string =>
  barredFor(config, presetFor(region, config.regions), region, subject).join(' ');
const ASKING: Config = { ...SHOP, audience: { ask: true } };

describe('what is off for a visitor', () => {
  for (const [what, subject, expected] of [
    ['channels of an account, while nobody has said who it is', undefined, 'newsletter-ads email email-fitted'],
    ['nothing, for a signed-in adult', { signedIn: true, age: 30 }, ''],
    ['nothing, for who is signed in and of no known age', { signedIn: true }, ''],
    ['everything optional, exempt and separate too, for a child', { signedIn: true, age: 13 }, OPTIONAL],
    ['the same for a minor by the page’s word', { minor: true }, OPTIONAL],
    ['the same for who says to be a child', { band: 'child' }, OPTIONAL],
    [
      'advertising and all that personalises, for a child with a verified guardian',
      { signedIn: true, age: 9, guardian: 'verified' },
      'advertising banners newsletter-ads fitted email-fitted',
    ],
    [
      'advertising and all that personalises, for a teenager',
      { signedIn: true, age: 17 },
      'advertising banners newsletter-ads fitted email-fitted',
    ],
    [
      'that and the channels of an account, for a teenager who is not signed in',
      { band: 'teen' },
      'advertising banners newsletter-ads email fitted email-fitted',
    ],
    ['a guardian changes nothing for an adult', { age: 30, guardian: 'verified', signedIn: true }, ''],
  ] as [string, Subject | undefined, string][]) {
    it(what, () => assert.equal(barred(subject), expected));
  }

  it('is everything optional while a site that asks for the age does not know it', () => {
    assert.equal(barred(undefined, ASKING), OPTIONAL);
    assert.equal(barred({ signedIn: true }, ASKING), OPTIONAL);
    assert.equal(barred({ guardian: 'verified' }, ASKING), OPTIONAL);
    assert.equal(barred({ band: 'adult', signedIn: true }, ASKING), '');
    assert.equal(barred({ age: 30, signedIn: true }, ASKING), '');
  });

  it('is what the model bars, until the rules for that are there', () => {
    for (const config of [SHOP, ASKING]) {
      const model = createModel(config, presetFor('CN'), NOW);
      assert.equal([...model.barred].sort().join(' '), barred(undefined, config).split(' ').sort().join(' '));
    }
  });

  it('is never the necessary, nor what is in it', () => {
    for (const subject of [{ age: 3 }, { minor: true }, { band: 'child' }, undefined] as (Subject | undefined)[]) {
      assert.doesNotMatch(` ${barred(subject, ASKING)} `, / (necessary|session) /);
    }
  });
});

const anySubject: fc.Arbitrary<Subject> = fc.record(
  {
    age: fc.oneof(fc.integer({ min: 0, max: 99 }), fc.constant(NaN)),
    minor: fc.boolean(),
    guardian: fc.constant('verified' as const),
    signedIn: fc.boolean(),
    band: fc.constantFrom<AgeBand>('child', 'teen', 'adult'),
  },
  { requiredKeys: [] },
);
const anyRegion = fc.constantFrom('', 'CN', 'US', 'GB', 'DE', 'FR', 'BE');
const anyConfig = fc.constantFrom(SHOP, ASKING);
const shopIds = createModel(SHOP, presetFor(''), NOW).categories.flatMap(idsOf);
const anyChoices = fc.dictionary(fc.constantFrom(...shopIds), fc.boolean(), { noNullPrototype: true });

describe('whoever the visitor is', () => {
  it('nothing that is barred is granted, neither by what is stored nor by any answer, and it is not asked', () => {
    fc.assert(
      fc.property(
        anyConfig,
        anyRegion,
        anySubject,
        anyChoices,
        anyChoices,
        (config, region, subject, stored, given) => {
          const preset = presetFor(region);
          const model = createModel(config, preset, NOW);
          const off = barredFor(config, preset, region, subject);
          const before = decisionOf(stored);
          for (const choices of [given, sameForAll(model, true, true)]) {
            for (const inOwnDialog of [false, true]) {
              const after = answer(model, before, choices, NOW, inOwnDialog, off);
              for (const decision of [before, after]) {
                const outcome = decide(model, decision, NOW, off);
                for (const id of off) {
                  assert.equal(outcome.choices[id], false, id);
                  assert.ok(!outcome.asked.includes(id), id);
                }
              }
            }
          }
        },
      ),
    );
  });

  it('no answer given while it is barred grants it later', () => {
    fc.assert(
      fc.property(anyConfig, anyRegion, anySubject, anyChoices, (config, region, subject, given) => {
        const preset = presetFor(region);
        const model = createModel(config, preset, NOW);
        const off = barredFor(config, preset, region, subject);
        const adult = barredFor(config, preset, region, { age: 40, signedIn: true });
        for (const choices of [given, sameForAll(model, true, true)]) {
          const after = answer(model, UNDECIDED, choices, NOW, true, off);
          const later = decide(model, after, NOW, adult).choices;
          for (const id of off) {
            const isOn = model.categories.some(
              (category) => isOnByDefault(category.kind) && idsOf(category).includes(id),
            );
            if (!isOn) assert.equal(later[id], false, id);
          }
        }
      }),
    );
  });

  it('an adult’s stored yes is there again after a child has used the device and agreed to what it could', () => {
    const preset = presetFor('CN');
    const model = createModel(SHOP, preset, NOW);
    const adult = barredFor(SHOP, preset, 'CN', { age: 40, signedIn: true });
    const all = answer(model, UNDECIDED, sameForAll(model, true, true), NOW, true, adult);
    const child = barredFor(SHOP, preset, 'CN', { age: 8 });
    const after = answer(model, all, sameForAll(model, true), NOW + 1, false, child);
    assert.deepEqual(decide(model, after, NOW + 1, adult).choices, decide(model, all, NOW + 1, adult).choices);
  });

  it('knowing less of the age, or a lower age, never allows more', () => {
    fc.assert(
      fc.property(anyConfig, anyRegion, fc.integer({ min: 0, max: 40 }), fc.nat(20), (config, region, age, years) => {
        const offAt = (subject: Subject): string[] => barredFor(config, presetFor(region), region, subject);
        const older = offAt({ age: age + years });
        const younger = offAt({ age });
        for (const id of older) assert.ok(younger.includes(id), id);
        for (const id of offAt({ age, guardian: 'verified' })) assert.ok(younger.includes(id), id);
      }),
    );
  });
});
