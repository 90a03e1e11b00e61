import { css } from './rendered-element.js';

/*
 * What the banner and the panel have in common. Where and how big the host is must not give way to styles that a page lays
 * on everything (`* { all: unset }`), hence `!important`; whether it is displayed must, so that those who hide it can.
 *
 * Two colours are given, the others follow from them, so that a site that changes one gets a set that fits.
 */
export const surfaceStyles = css`
  :host {
    --_background: var(--candor-background, Canvas);
    --_color: var(--candor-color, CanvasText);
    --_muted: color-mix(in srgb, var(--_color) 80%, var(--_background));
    --_line: color-mix(in srgb, var(--_color) 55%, var(--_background));
    --_border: var(--candor-border, color-mix(in srgb, var(--_color) 16%, var(--_background)));
    --_accent: var(--candor-accent, var(--_color));
    --_accent-text: var(--candor-accent-text, var(--_background));
    --_radius: var(--candor-radius, 16px);
    display: block;
    position: fixed !important;
    inset: 0 !important;
    z-index: 2147483647 !important;
    box-sizing: border-box !important;
    width: auto !important;
    height: auto !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    overflow: visible !important;
    background: none !important;
    color-scheme: light dark;
  }
  @supports (color: oklch(from light-dark(red, red) l 0 0)) {
    :host {
      --_background: var(--candor-background, light-dark(#fff, #1d2024));
      --_color: var(--candor-color, light-dark(#1f2328, #f2f4f6));
      /* Black or white, whichever reads better. */
      /* On a dark page the fullest white would outshine everything. */
      --_accent: var(
        --candor-accent,
        light-dark(var(--_color), color-mix(in srgb, var(--_color) 86%, var(--_background)))
      );
      --_accent-text: var(--candor-accent-text, oklch(from var(--_accent) clamp(0, (0.6 - l) * 999, 1) 0 0));
    }
  }
  :host(:not([open])) {
    display: none !important;
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  .surface {
    display: flex;
    flex-direction: column;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: hidden;
    background-color: var(--_background);
    box-shadow:
      0 1px 3px rgb(0 0 0 / 0.08),
      0 16px 48px -8px rgb(0 0 0 / 0.25);
    color: var(--_color);
    font-size: 15px;
    font-weight: 400;
    line-height: 1.6;
    text-align: start;
  }
  :host(:lang(zh)) .surface {
    line-height: 1.7;
    line-break: strict;
  }
  dialog {
    margin: auto;
    padding: 0;
    max-width: none;
  }
  dialog:not([open]) {
    display: none;
  }
  ::backdrop {
    background-color: rgb(0 0 0 / 0.4);
  }
  h2 {
    font-size: 18px;
    font-weight: 600;
    line-height: 26px;
    outline: none !important;
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
  }
  button {
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
      box-shadow: inset 0 0 0 99px color-mix(in srgb, currentcolor 10%, transparent);
    }
  }
  button:active {
    box-shadow: inset 0 0 0 99px color-mix(in srgb, currentcolor 20%, transparent);
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
  /* What begins transparent is never the page's largest contentful paint. */
  .surface {
    animation: enter 1ms cubic-bezier(0.2, 0.7, 0.3, 1);
  }
  @keyframes enter {
    from {
      opacity: 0;
      translate: 0 var(--_from, 8px);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .surface {
      animation-duration: 0.2s;
    }
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
