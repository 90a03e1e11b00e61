import { css } from '../shared/css.js';

/** Less room around what is said, and smaller words; what is pressed stays 44 pixels high. */
export const compactStyles = css`
  :host {
    --_gap: 16px;
  }
  .surface {
    --_size: 14;
    line-height: 1.5;
  }
  h2 {
    font-size: calc(16em / var(--_size));
    line-height: 1.375;
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
    font-size: calc(13em / var(--_size));
    line-height: calc(20em / 13);
  }
  :host(:lang(zh)) .row {
    line-height: calc(24em / 13);
  }
  h4 {
    font-size: calc(15em / 13);
  }
  .state {
    font-size: 1em;
  }
  @media (max-width: 30em), (max-height: 25em) {
    :host {
      --_gap: 12px;
    }
  }
`;
