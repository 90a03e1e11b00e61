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
    box-shadow: 0 12px 40px rgb(0 0 0 / 0.16);
    color: var(--_color);
    font-size: 15px;
    font-weight: 400;
    line-height: 1.6;
    text-align: start;
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
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8em), 1fr));
    gap: 12px;
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
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  button:hover {
    box-shadow: inset 0 0 0 99px rgb(127 127 127 / 0.14);
  }
  .choices button {
    background-color: var(--_accent);
    color: var(--_accent-text);
    font-weight: 600;
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
    animation: enter 1ms;
  }
  @keyframes enter {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .surface {
      animation-duration: 0.16s;
    }
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
