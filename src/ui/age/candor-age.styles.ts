import { css } from '../shared/css.js';

export const ageStyles = css`
  /* One above the other whatever the words: none stands out. */
  .choices {
    grid-template-columns: 1fr !important;
  }
`;
