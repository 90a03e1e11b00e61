import { css } from '../shared/css.js';

/*
 * It stands in the text of a page and speaks in its font, size and colours, on a ground that nobody knows: so the colours of
 * the banner, which may have a ground of its own, have no say here, and everything follows the colour of the words.
 */
export const declarationStyles = css`
  :host {
    display: block;
    flex: 1;
    container-type: inline-size;
  }
  :host([hidden]) {
    display: none;
  }
  :not(:empty) + slot {
    display: none;
  }
  candor-declaration-body {
    --_color: currentcolor;
    --_line: color-mix(in srgb, currentcolor 65%, transparent);
    --_border: color-mix(in srgb, currentcolor 18%, transparent);
    --_accent: var(--candor-accent, currentcolor);
    --_accent-text: var(--candor-accent-text, Canvas);
    display: block;
    text-align: start;
    overflow-wrap: break-word;
    hyphens: auto;
  }
  @supports (color: oklch(from currentcolor l 0 0)) {
    candor-declaration-body {
      --_accent-text: var(--candor-accent-text, oklch(from var(--_accent) clamp(0, (0.6 - l) * 999, 1) 0 0));
    }
  }
  :lang(zh) {
    line-break: strict;
  }
  .category {
    padding-block: 1.5em;
    border-block-start: 1px solid var(--_line);
  }
  .category:last-child {
    border-block-end: 1px solid var(--_line);
  }
  .service {
    margin-block-start: 1.25em;
    padding-block-start: 1.25em;
    border-block-start: 1px solid var(--_border);
  }
  .waiting {
    content-visibility: auto;
    contain-intrinsic-size: auto 20em;
  }
  .head,
  .answer {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: center;
  }
  .head {
    justify-content: space-between;
    /* Room for the ring of a switch: what waits out of sight is cut at its edges. */
    padding-inline-end: 4px;
  }
  h3,
  h4 {
    font-size: 1em;
    font-weight: 600;
    min-width: 0;
  }
  h3 {
    font-size: 1.2em;
  }
  .answer,
  .ask,
  thead {
    font-size: 0.875em;
  }
  .ask {
    min-height: 44px;
    padding: 0 1em;
    border-color: var(--_line);
    border-radius: 8px;
    font-size: 1em;
  }
  p,
  dl {
    max-width: 68ch;
  }
  p {
    margin-block-start: 0.25em;
  }
  dl,
  table {
    font-size: 0.9375em;
  }
  /* A list without a fact takes no room. */
  table,
  dt:first-child,
  dt:first-child + dd {
    margin-block-start: 0.75em;
  }
  dl {
    display: grid;
    grid-template-columns: min(38%, 9em) minmax(0, 1fr);
    gap: 0.25em 1em;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  caption {
    padding-block: 0.5em;
    font-weight: 600;
    text-align: start;
  }
  tr {
    border-block-start: 1px solid var(--_border);
  }
  th,
  td {
    padding: 0.5em 0;
    padding-inline-end: 1em;
    font-weight: inherit;
    text-align: start;
    vertical-align: top;
  }
  /* Of four columns: names of cookies are long words, places are short. */
  th:nth-child(1):nth-last-child(4) {
    width: 30%;
  }
  th:nth-child(2):nth-last-child(3) {
    width: 15%;
  }
  th:nth-child(4):nth-last-child(1) {
    width: 20%;
  }
  /* Of six: a sentence, and a time. */
  th:nth-child(2):nth-last-child(5) {
    width: 25%;
  }
  th:nth-child(5):nth-last-child(2) {
    width: 10%;
  }
  .group th,
  .recipient {
    font-weight: 600;
  }
  .member th {
    padding-inline-start: 1em;
  }
  code,
  a {
    overflow-wrap: anywhere;
    hyphens: none;
  }
  code {
    font-family: ui-monospace, Consolas, monospace;
    font-size: 0.9375em;
  }
  /* What is narrow, or printed, has no room for it beside the words. */
  td .answer {
    gap: 0.25em 0.75em;
    padding-block: 0.125em;
  }
  @media screen {
    @container (max-width: 42em) {
      table,
      tbody,
      tr,
      th,
      caption {
        display: block;
      }
      thead {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      tr {
        padding-block: 0.5em;
      }
      tr th,
      td {
        width: auto !important;
        padding: 0.125em 0 !important;
      }
      tr th {
        font-weight: 600;
      }
      td {
        display: grid;
        grid-template-columns: min(38%, 9em) minmax(0, 1fr);
        gap: 1em;
      }
      td::before {
        content: attr(data-label);
        /* The column's heading says it to those who listen. */
        content: attr(data-label) / '';
      }
      td:empty {
        display: none;
      }
      td .answer {
        padding: 0;
      }
    }
  }
  @media print {
    button {
      display: none;
    }
    .waiting {
      content-visibility: visible;
    }
    .head .answer::before {
      content: attr(data-label);
    }
    .head,
    h3,
    h4,
    caption {
      break-after: avoid;
    }
    tr,
    dt,
    dd {
      break-inside: avoid;
    }
    dl,
    table {
      font-size: 0.8125em;
    }
  }
`;
