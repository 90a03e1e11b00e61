import { css } from '../shared/css.js';

/** Less room around what is said, and smaller words; what is pressed stays 44 pixels high. */
export const compactStyles = css`
  :host {
    --_gap: 16px;
  }
  .surface {
    font-size: 14px;
    line-height: 1.5;
  }
  h2 {
    font-size: 16px;
    line-height: 22px;
  }
  p {
    margin-top: 4px;
  }
  button {
    min-height: 44px;
  }
  .choices,
  .actions {
    gap: 8px;
  }
  .actions {
    margin-top: 12px;
  }
  .more > * {
    margin-top: 8px;
  }
  header,
  footer {
    padding: 10px 16px;
  }
  .scroller {
    padding: 8px 16px 16px;
  }
  h3 {
    margin-block-start: 16px;
  }
  .row {
    padding: 10px 12px;
    font-size: 13px;
    line-height: 20px;
  }
  @media (max-width: 480px), (max-height: 400px) {
    :host {
      --_gap: 12px;
    }
  }
`;
