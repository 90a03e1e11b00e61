import { css } from '../shared/css.js';

export const requestStyles = css`
  dialog {
    width: min(var(--candor-width, calc(480em / var(--_size))), 100% - 24px);
    max-height: min(720em / var(--_size), 100dvh - 24px);
  }
  dl {
    display: grid;
    grid-template-columns: fit-content(46%) minmax(0, 1fr);
    gap: 4px 16px;
    margin-block-start: 16px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_border);
    font-size: calc(14em / var(--_size));
    line-height: 1.5715;
    color: var(--_muted);
  }
  dd,
  .service-name {
    color: var(--_color);
  }
  dt,
  dd {
    hyphens: auto;
  }
  .service-name {
    grid-column: 1/-1;
  }
  dt.service-name {
    padding-block-start: 4px;
    font-weight: 600;
  }
  .note {
    flex: none;
    margin-block-start: 12px;
    font-size: calc(13em / var(--_size));
    text-align: center;
  }
`;
