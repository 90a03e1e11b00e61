import { css } from './css.js';

/** A large dialog: a head with a close mark, a foot with its buttons, and between them what scrolls. */
export const panelStyles = css`
  dialog {
    width: min(var(--candor-panel-width, calc(680em / var(--_size))), 100% - 32px);
    max-height: min(840em / var(--_size), 100dvh - 48px);
  }
  header,
  footer {
    flex: none;
    padding: 16px 24px;
    border: 0 solid var(--_border);
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    border-block-end-width: 1px;
  }
  footer {
    border-block-start-width: 1px;
    padding-block-end: max(16px, env(safe-area-inset-bottom, 0px));
  }
  h2 {
    font-size: calc(20em / var(--_size));
    line-height: 1.4;
    min-width: 0;
    hyphens: auto;
  }
  .close {
    flex: none;
    display: grid;
    place-items: center;
    width: 44px;
    min-height: 44px;
    margin: -8px;
    padding: 0;
    border: 0;
  }
  path {
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
  }
  .scroller {
    min-height: 0;
    padding: 16px 24px 24px;
    overflow: auto;
    scroll-padding-block: 24px;
    overscroll-behavior: contain;
  }
  @media (max-width: 30em) {
    .surface {
      width: 100%;
      height: 100%;
      max-height: none;
      border: 0;
      border-radius: 0;
    }
    header,
    footer,
    .scroller {
      padding-inline: max(16px, env(safe-area-inset-left)) max(16px, env(safe-area-inset-right));
    }
    header {
      padding-block-start: max(16px, env(safe-area-inset-top));
    }
  }
  @media (max-height: 25em) {
    header,
    footer {
      padding-block: 8px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    ::backdrop {
      animation: enter 0.2s;
    }
  }
`;
