import { css } from '../shared/css.js';

export const bannerStyles = css`
  :host {
    --_gap: 24px;
    --_inset: max(
      var(--candor-inset, var(--_gap)),
      env(safe-area-inset-left),
      env(safe-area-inset-right),
      env(safe-area-inset-top),
      env(safe-area-inset-bottom)
    );
    inset-block: auto var(--_inset) !important;
    inset-inline: var(--_inset) auto !important;
    width: min(var(--candor-width, max(440px, 27.5em)), 100% - 2 * var(--_inset)) !important;
  }
  :host([data-position^='top']) {
    --_from: -8px;
    inset-block: var(--_inset) auto !important;
  }
  :host([data-position$='end']) {
    inset-inline: auto var(--_inset) !important;
  }
  :host([data-position='top']),
  :host([data-position='bottom']) {
    inset-inline: 0 !important;
    margin-inline: auto !important;
  }
  .surface {
    max-height: calc(100dvh - 2 * var(--_inset));
    padding: var(--_gap);
  }
  p,
  ::slotted(p) {
    margin-top: 8px;
    color: var(--_muted);
  }
  .actions {
    display: grid;
    grid-template-columns: 100%;
    flex: none;
    gap: 8px;
    margin-top: 20px;
  }
  slot > button {
    background-color: color-mix(in srgb, var(--_color) 6%, var(--_background));
  }
  .actions p {
    margin: 0;
    color: inherit;
  }
  [aria-busy='true'] {
    opacity: 0.8;
    cursor: progress;
  }
  .more {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: baseline;
    justify-content: space-between;
    color: var(--_muted);
    font-size: calc(13em / var(--_size));
  }
  .more > * {
    min-height: 24px;
    margin-top: 12px;
    padding: 2px 0;
    font-weight: 400;
    text-decoration-color: var(--_border);
  }

  select {
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
  }

  :host([data-layout='bar']) {
    --_inset: 0px !important;
    width: 100% !important;
  }
  :host([data-layout='bar']) .surface {
    /* Where the window has round corners or a notch, the words keep clear of them. */
    padding: max(var(--_gap), env(safe-area-inset-top)) max(var(--_gap), env(safe-area-inset-right))
      max(var(--_gap), env(safe-area-inset-bottom)) max(var(--_gap), env(safe-area-inset-left));
    border-inline-width: 0;
    border-radius: 0;
  }
  /* A part of the page, as wide as its place and as high as its words. */
  :host([data-layout='inline']) {
    position: relative !important;
    inset: auto !important;
    z-index: auto !important;
    width: auto !important;
  }
  :host([data-layout='inline']) .surface {
    max-height: none;
    box-shadow: none;
  }
  /* Where it is wide, the answers stand beside the words. */
  :host(:is([data-layout='bar'], [data-layout='inline'])) {
    container: wide / inline-size;
  }
  @container wide (min-width: 42.5em) {
    .surface {
      display: grid;
      grid-template: 1fr auto / minmax(0, calc(820em / var(--_size))) clamp(
          240em / var(--_size),
          32cqi,
          360em / var(--_size)
        );
      column-gap: clamp(24px, 5cqi, 64px);
      justify-content: center;
    }
    :host([data-layout='inline']) .surface {
      justify-content: space-between;
    }
    :host([data-layout]) .actions {
      grid-area: 1 / 2 / 3;
      align-content: center;
      margin: 0;
    }
    .more {
      justify-content: start;
    }
  }
  :host([data-layout='dialog']) {
    inset: 0 !important;
    width: auto !important;
  }
  dialog {
    width: min(var(--candor-width, calc(480em / var(--_size))), 100% - 2 * var(--_inset));
  }

  @media (max-width: 30em), (max-height: 25em) {
    :host {
      --_gap: 12px;
    }
    .surface {
      padding: 16px;
    }
    h2 {
      font-size: calc(17em / var(--_size));
      line-height: 1.4118;
    }
  }
  @media (max-height: 25em) {
    .surface {
      padding-block: 10px;
    }
    .actions {
      margin-top: 8px;
    }
  }
`;
