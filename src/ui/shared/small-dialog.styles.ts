import { css } from './css.js';

/** A small dialog: words, and beneath them the answers. */
export const smallDialogStyles = css`
  dialog {
    padding: 24px;
  }
  p {
    margin-block-start: 8px;
    color: var(--_muted);
  }
  .choices {
    flex: none;
    margin-block-start: 20px;
  }
  @media (max-width: 30em), (max-height: 25em) {
    dialog {
      padding: 16px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    ::backdrop {
      animation: enter 0.2s;
    }
  }
`;
