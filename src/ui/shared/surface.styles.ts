import { css } from './css.js';

/*
 * What the banner and the panel have in common besides their controls. Where and how big the host is must not give way to
 * styles that a page lays on everything (`* { all: unset }`), hence `!important`; whether it is displayed must, so that those
 * who hide it can.
 *
 * What a visitor has set as the size of text in the browser is `medium`, whatever the page has made of its root, which `rem`
 * would follow. `--_size` is what the words of a surface measure in pixels where that is 16: `em` divided by it is a pixel that
 * grows. It never shrinks: `medium` is 13 pixels where the page's font is `monospace`. Queries by `em` ask for that setting, too.
 */
export const surfaceStyles = css`
  :host {
    --_size: 15;
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
    font-size: var(--candor-font-size, medium) !important;
    color-scheme: light dark;
  }
  :host(:not([open])) {
    display: none !important;
  }
  .surface {
    display: flex;
    flex-direction: column;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    /* Where even the buttons' words are longer than the window is high. */
    overflow: auto;
    background-color: var(--_background);
    box-shadow:
      0 1px 3px rgb(0 0 0 / 0.08),
      0 16px 48px -8px rgb(0 0 0 / 0.25);
    color: var(--_color);
    font-family: var(--candor-font, inherit);
    font-size: calc(max(1px, 0.0625em) * var(--_size));
    font-weight: 400;
    line-height: 1.6;
    text-align: start;
    overflow-wrap: anywhere;
  }
  :host(:lang(zh)) .surface {
    line-height: 1.7;
    line-break: strict;
  }
  .text {
    min-height: 1.74em;
    overflow: auto;
    overscroll-behavior: contain;
    outline-offset: -2px;
  }
  /* There is more to read. */
  .text[tabindex='0'] {
    mask-image: linear-gradient(#000 max(100% - 24px, 60%), transparent);
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
    font-size: calc(18em / var(--_size));
    font-weight: 600;
    line-height: 1.4445;
    outline: none !important;
  }
  /* What begins transparent is never the page's largest contentful paint. */
  .surface {
    /* It goes without being painted anew. */
    will-change: opacity;
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
