import { css } from '../shared/rendered-element.js';

export const ageStyles = css`
  /* One above the other whatever the words: none stands out. */
  .choices {
    grid-template-columns: 1fr !important;
  }
`;
