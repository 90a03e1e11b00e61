import { css } from './css.js';

/*
 * Colours, words and buttons of everything that asks. Two colours are given, the others follow from them, so that a site that
 * changes one gets a set that fits.
 */
export const controlStyles = css`
  :host {
    --_background: var(--candor-background, Canvas);
    --_color: var(--candor-color, CanvasText);
    --_muted: var(--candor-muted, color-mix(in srgb, var(--_color) 80%, var(--_background)));
    /* Reaches 3:1 wherever the words reach 7:1. */
    --_line: color-mix(in srgb, var(--_color) 66%, var(--_background));
    --_border: var(--candor-border, color-mix(in srgb, var(--_color) 16%, var(--_background)));
    --_accent: var(--candor-accent, var(--_color));
    --_accent-text: var(--candor-accent-text, var(--_background));
    --_radius: var(--candor-radius, 16px);
  }
  @supports (color: color(from light-dark(red, red) xyz y y y)) {
    :host {
      --_background: var(--candor-background, light-dark(#fff, #1d2024));
      --_color: var(--candor-color, light-dark(#1f2328, #f2f4f6));
      /* On a dark page the fullest white would outshine everything. */
      --_accent: var(
        --candor-accent,
        light-dark(var(--_color), color-mix(in srgb, var(--_color) 86%, var(--_background)))
      );
      /* White up to the luminance on which black begins to read better: one of them always reaches 4.5:1. */
      --_accent-text: var(
        --candor-accent-text,
        color(
          from var(--_accent) xyz clamp(0, (0.183 - y) * 9999, 0.95) clamp(0, (0.183 - y) * 9999, 1)
            clamp(0, (0.183 - y) * 9999, 1.089)
        )
      );
    }
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  p {
    text-wrap: pretty;
  }
  /* Columns are set by fitAnswers(); rows are as high as the highest. */
  .choices {
    display: grid;
    grid-auto-rows: 1fr;
    gap: 12px;
  }
  .choices button {
    background-color: var(--_accent);
    color: var(--_accent-text);
    font-weight: 600;
    --_over: var(--_film, currentcolor);
  }
  button {
    --_over: currentcolor;
    min-height: 48px;
    padding: 8px;
    border: 1px solid transparent;
    border-radius: min(var(--_radius), 10px);
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 500;
    line-height: 1.35;
    overflow-wrap: break-word;
    text-wrap: balance;
    cursor: pointer;
  }
  /* A film in the colour of the words: what is dark gets lighter, what is light gets darker. */
  @media (hover: hover) {
    button:hover {
      box-shadow: inset 0 0 0 99px color-mix(in srgb, var(--_over) 10%, transparent);
    }
  }
  button:active {
    box-shadow: inset 0 0 0 99px color-mix(in srgb, var(--_over) 20%, transparent);
  }
  a,
  .link {
    color: inherit;
    text-decoration: underline 1px;
    text-underline-offset: 3px;
    box-shadow: none !important;
  }
  :focus-visible {
    outline: 2px solid var(--_color);
    outline-offset: 2px;
  }
  @media (prefers-contrast: more) {
    * {
      --_muted: var(--_color);
      --_line: var(--_color);
      --_border: var(--_color);
    }
  }
`;
