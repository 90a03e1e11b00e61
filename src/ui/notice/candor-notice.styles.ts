import { css } from '../shared/css.js';

/* On top of the banner's, whose card it is. */
export const noticeStyles = css`
  .actions {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 160em / var(--_size)), 1fr));
    gap: 12px;
  }
`;
