import { css } from '../shared/css.js';

/* On top of the banner's, whose card it is. */
export const importedStyles = css`
  p {
    margin: 0;
    color: inherit;
  }
  .actions {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 140em / var(--_size)), 1fr));
    margin-top: 12px;
  }
`;
