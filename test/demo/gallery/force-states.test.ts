import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forceStates } from '../../../demo/frames/gallery-state/force-states.js';

describe('forced states', () => {
  test('let an element that is marked match what a pointer or the keyboard would make it match', () => {
    assert.equal(
      forceStates('button:hover{color:red}a:active{}:focus-visible{}', 'system'),
      "button:is(:hover, [data-force~='hover']){color:red}a:is(:active, [data-force~='active']){}" +
        ":is(:focus-visible, [data-force~='focus-visible']){}",
    );
  });

  test('leave other selectors and values alone', () => {
    const css = ':focus-within{color:var(--hover)}.active{}:host([open]){transition:color 1s}';
    assert.equal(forceStates(css, 'system'), css);
  });

  test('hold on a device that cannot hover', () => {
    assert.equal(forceStates('@media (hover:hover){a{}}', 'system'), '@media (min-width: 0px){a{}}');
  });

  test('put a preference for motion in the place of the visitor’s', () => {
    const css = '@media (prefers-reduced-motion: reduce){a{}}@media (prefers-reduced-motion:no-preference){b{}}';
    assert.equal(forceStates(css, 'system'), css);
    assert.equal(forceStates(css, 'reduced'), '@media (min-width: 0px){a{}}@media (max-width: 0px){b{}}');
    assert.equal(forceStates(css, 'full'), '@media (max-width: 0px){a{}}@media (min-width: 0px){b{}}');
  });
});
