import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { contrast, hex, reach, textOn, type Colour } from '../../src/core/colour.js';
import { LOOKS, type ColourKey, type Look, type Scheme } from '../../src/core/looks.js';
import { palette } from '../../src/core/palette.js';

const colourOf = (text: string | undefined): Colour => {
  assert.match(text ?? '', /^#[\da-f]{6}$/);
  return [1, 3, 5].map((at) => parseInt(text!.slice(at, at + 2), 16) / 255) as unknown as Colour;
};

const channel = fc.integer({ min: 0, max: 255 }).map((value) => value / 255);
const colour = fc.tuple(channel, channel, channel) as fc.Arbitrary<Colour>;
const scheme = fc.constantFrom<Scheme>('light', 'dark');
const look = fc.constantFrom(...(Object.keys(LOOKS) as Look[]));

describe('contrast', () => {
  it('is that of WCAG', () => {
    assert.equal(contrast([0, 0, 0], [1, 1, 1]), 21);
    // #767676 is the lightest grey that text on white may have.
    assert.ok(contrast(colourOf('#767676'), [1, 1, 1]) >= 4.5);
    assert.ok(contrast(colourOf('#777777'), [1, 1, 1]) < 4.5);
  });

  it('is at least 4.5:1 for white or black on whatever fill', () => {
    fc.assert(fc.property(colour, (fill) => contrast(textOn(fill), fill) >= 4.5));
  });

  it('is reached by going no further than needed', () => {
    assert.deepEqual(reach(colourOf('#0b5cad'), [1, 1, 1], 4.5), colourOf('#0b5cad'));
    const reached = reach(colourOf('#ffd400'), [1, 1, 1], 3);
    const ratio = contrast(reached, [1, 1, 1]);
    assert.ok(ratio >= 3 && ratio < 3.2, String(ratio));
  });
});

describe('a palette', () => {
  for (const name of Object.keys(LOOKS) as Look[]) {
    for (const shown of ['light', 'dark'] as const) {
      it(`has words of 7:1 everywhere where nothing is given: ${name}, ${shown}`, () => {
        const { colours } = palette({ look: name }, shown, () => undefined);
        const of = (key: ColourKey): Colour => colourOf(colours[key]);
        for (const key of ['color', 'muted'] as const) assert.ok(contrast(of(key), of('background')) >= 7, key);
        assert.ok(contrast(of('accentText'), of('accent')) >= 7, 'answers');
      });
    }
  }

  it('can be read, whatever is given, in both schemes of every look', () => {
    const given = fc.record(
      {
        background: fc.option(colour),
        color: fc.option(colour),
        muted: fc.option(colour),
        accent: fc.option(colour),
        accentText: fc.option(colour),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(look, scheme, given, (name, shown, theme: Partial<Record<ColourKey, Colour | null>>) => {
        const { colours, film } = palette({ look: name }, shown, (key) => theme[key]);
        const of = (key: ColourKey): Colour => colourOf(colours[key]);
        const over = (share: number): Colour =>
          of('accent').map((value, index) => value + (colourOf(film)[index]! - value) * share) as unknown as Colour;
        assert.ok(contrast(of('color'), of('background')) >= 4.5);
        assert.ok(contrast(of('muted'), of('background')) >= 4.5);
        assert.ok(contrast(of('accent'), of('background')) >= 3);
        assert.ok(contrast(of('accentText'), of('accent')) >= 4.5);
        if (!theme.accentText) assert.ok(contrast(of('accentText'), over(0.2)) >= 4.5, 'pressed');
      }),
    );
  });

  it('has words of 7:1 where they are not given', () => {
    for (const name of Object.keys(LOOKS) as Look[]) {
      for (const shown of ['light', 'dark'] as const) {
        const { colours, corrections } = palette({ look: name }, shown, () => undefined);
        const ground = colourOf(colours.background);
        assert.ok(contrast(colourOf(colours.color), ground) >= 7, name);
        assert.ok(contrast(colourOf(colours.muted), ground) >= 7, name);
        assert.deepEqual(corrections, [], name);
      }
    }
  });

  it('takes what can be read as it is', () => {
    const brand = colourOf('#0b5cad');
    const { colours, corrections } = palette({}, 'light', (key) => (key === 'accent' ? brand : undefined));
    assert.equal(colours.accent, '#0b5cad');
    assert.equal(colours.accentText, '#ffffff');
    assert.deepEqual(corrections, []);
  });

  it('tells what it corrects, and what is no colour', () => {
    const yellow = colourOf('#ffe600');
    const corrected = palette({}, 'light', (key) => ({ accent: yellow, color: null })[key as 'accent' | 'color']);
    const [color, accent] = corrected.corrections;
    assert.deepEqual(color, { key: 'color', scheme: 'light', given: undefined, used: '#1f2328', ratio: 4.5 });
    assert.equal(accent!.given, hex(yellow));
    assert.equal(accent!.used, corrected.colours.accent);
    assert.ok(contrast(colourOf(accent!.used), [1, 1, 1]) >= 3);
  });

  it('has the neutral colours for a look that there is not', () => {
    const neutral = palette({}, 'dark', () => undefined);
    for (const name of ['glossy', 'constructor'])
      assert.deepEqual(
        palette({ look: name as Look }, 'dark', () => undefined),
        neutral,
      );
  });
});
