import { css } from '../shared/css.js';

export const recordsStyles = css`
  .scroller {
    font-size: calc(14em / var(--_size));
    line-height: calc(22em / 14);
  }
  .scroller:focus-visible {
    outline-offset: -2px;
  }
  p,
  dl,
  summary,
  thead,
  small,
  time {
    color: var(--_muted);
  }
  article {
    margin-block-start: 16px;
    padding: 14px 16px;
    border: 1px solid var(--_border);
    border-radius: min(var(--_radius), 12px);
    break-inside: avoid-page;
  }
  h3 {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 16px;
    font-size: calc(15em / 14);
    font-weight: 600;
    line-height: 1.6;
  }
  time {
    font-weight: 400;
  }
  table {
    width: 100%;
    margin-block: 8px 12px;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 6px 12px 6px 0;
    border-block-end: 1px solid var(--_border);
    vertical-align: top;
    text-align: start;
    font-weight: 400;
  }
  th {
    hyphens: auto;
  }
  th:first-child {
    width: 60%;
  }
  thead th {
    font-size: calc(13em / 14);
    white-space: nowrap;
  }
  small {
    display: block;
    font-size: calc(13em / 14);
    line-height: 1.5385;
  }
  dl {
    display: grid;
    grid-template-columns: fit-content(38%) minmax(0, 1fr);
    gap: 2px 16px;
  }
  dd {
    color: var(--_color);
  }
  details {
    margin-block-start: 6px;
  }
  summary {
    width: fit-content;
    min-height: 24px;
    cursor: pointer;
  }
  .seen {
    margin-block-start: 8px;
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--_border);
    white-space: pre-line;
  }
  .hash {
    margin-block-start: 8px;
    font-size: calc(12em / 14);
  }
  @media (max-width: 30em) {
    article {
      padding-inline: 12px;
    }
  }
  @media print {
    :host([open]) {
      display: block !important;
      position: static !important;
      color-scheme: light;
    }
    .surface {
      display: block;
      position: static;
      width: auto;
      height: auto;
      max-height: none;
      overflow: visible;
      border: 0;
      border-radius: 0;
      box-shadow: none;
      animation: none;
    }
    .scroller {
      overflow: visible;
    }
    .close,
    .choices,
    ::backdrop {
      display: none;
    }
  }
`;

/** For the page, as long as the records are open: they alone are printed. */
export const printStyles = css`
  @media print {
    :root > :not(head, candor-records, :has(candor-records)),
    body > :not(candor-records, :has(candor-records)) {
      display: none !important;
    }
  }
`;
