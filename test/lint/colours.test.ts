import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lintConfig } from '../../src/lint/index.js';
import { parseColour } from '../../src/lint/parse-colour.js';

const found = (theme: unknown): [string, string, string][] =>
  lintConfig({ theme }).map(({ path, severity, message }) => [path, severity, message]);

describe('a colour of the theme', () => {
  for (const theme of [
    { accent: '#00594c', scheme: 'light' },
    { accent: 'light-dark(#0b5cad, hsl(210 80% 75%))' },
    { accent: 'var(--brand)' },
    { accent: 'oklch(40% 0.2 260)', background: 'color-mix(in srgb, Canvas, red 4%)' },
    { color: 'RebeccaPurple', scheme: 'light' },
    { accent: '' },
    // One for both is fitted to the dark scheme without a word.
    { accent: '#0b2cad' },
  ]) {
    it(`is fine: ${JSON.stringify(theme)}`, () => assert.deepEqual(found(theme), []));
  }

  for (const accent of [
    'blurple',
    'url(/leak)',
    '#12',
    'transparent',
    'currentcolor',
    'rgb(0 0 0 / 50%)',
    '#0008',
    '3px',
  ])
    it(`is none, or can be seen through: ${accent}`, () => {
      const [[path, severity, message] = [], ...rest] = found({ accent });
      assert.deepEqual([path, severity, rest], ['theme.accent', 'error', []]);
      assert.match(message!, /no colour.*#1f2328 is used; write one, such as/);
    });

  it('is told with what is used instead, and what to write, where it stands out too little', () => {
    const [[path, severity, message] = []] = found({ accent: '#ffe600', scheme: 'light' });
    assert.deepEqual([path, severity], ['theme.accent', 'warning']);
    assert.match(message!, /in the light scheme .* less than 3:1 .* #[\da-f]{6} is used; write/);
    const [[, , dark] = []] = found({ accent: 'light-dark(#0b5cad, #0b2cad)' });
    assert.match(dark!, /in the dark scheme .* less than 3:1 .* `light-dark\(\)`/);
  });

  it('is held against the look and against the other colours', () => {
    assert.match(found({ accent: '#111', background: '#222', scheme: 'dark' })[0]![2], /3:1/);
    assert.match(found({ color: '#aaa', background: '#fff', scheme: 'light' })[0]![2], /4.5:1/);
  });

  it('is told once, though both schemes correct it', () => {
    assert.equal(found({ accent: 'blurple' }).length, 1);
  });
});

describe('reading a colour without a browser', () => {
  for (const [text, expected] of [
    ['#f00', [1, 0, 0]],
    ['#FF0000ff', [1, 0, 0]],
    ['rgb(255, 0, 0)', [1, 0, 0]],
    ['rgba(100% 0% 0% / 1)', [1, 0, 0]],
    ['hsl(0deg 100% 50%)', [1, 0, 0]],
    ['hsl(120, 100%, 50%)', [0, 1, 0]],
    ['hsl(-120 100% 50%)', [0, 0, 1]],
    ['light-dark(rgb(255, 0, 0), blue)', [1, 0, 0]],
    ['rgb(from red r g b)', undefined],
    ['light-dark(red)', null],
  ] as const) {
    it(text, () => assert.deepEqual(parseColour(text, 'light'), expected));
  }
});
