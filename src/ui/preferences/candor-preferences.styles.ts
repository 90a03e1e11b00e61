import { css } from '../shared/css.js';

export const preferencesStyles = css`
  p,
  .state,
  dl,
  summary {
    color: var(--_muted);
  }
  h3 {
    margin: 24px 0 8px;
    color: var(--_muted);
    font-size: calc(13em / var(--_size));
    font-weight: 600;
    line-height: 1.5385;
  }
  h4 {
    font-size: calc(15em / 14);
    font-weight: 600;
    line-height: 1.6;
    hyphens: auto;
  }
  .card,
  .standing {
    border: 1px solid var(--_border);
    border-radius: min(var(--_radius), 12px);
  }
  .row,
  .standing {
    /* What is switched in one is painted anew without the others. */
    isolation: isolate;
    padding: 14px 16px;
    font-size: calc(14em / var(--_size));
    line-height: calc(22em / 14);
  }
  :host(:lang(zh)) .row {
    line-height: calc(24em / 14);
  }
  .row + .row {
    border-block-start: 1px solid var(--_border);
  }
  [part='change'] + [part='change'] {
    margin-block-start: 8px;
  }
  .head {
    display: flex;
    gap: 10px;
    align-items: center;
  }
  .head > :first-child {
    flex: 1;
    min-width: 0;
  }
  .head + p {
    margin-block-start: 2px;
    margin-inline-end: 72px;
  }
  .state {
    flex: none;
    font-size: calc(13em / 14);
  }
  .locked {
    flex: 0 1 auto;
    text-align: end;
  }
  .language {
    margin-block-start: 12px;
  }
  select {
    min-height: 44px;
    max-width: 100%;
    padding: 8px 12px;
    border: 1px solid var(--_line);
    border-radius: min(var(--_radius), 10px);
    background: none;
    color: inherit;
    font: inherit;
    font-size: calc(14em / var(--_size));
  }
  .standing {
    margin-block-start: 16px;
    padding-block: 10px;
  }
  .standing p + p {
    margin-block-start: 8px;
  }
  .standing .link {
    min-height: 24px;
    margin: 0 4px;
  }
  .service {
    min-height: 36px;
    margin-block-start: 4px;
    padding-inline-start: 16px;
    border-inline-start: 2px solid var(--_border);
  }
  .beneath {
    margin-inline-start: 16px;
  }
  .ask {
    max-width: 100%;
    min-height: 36px;
    margin-block: -6px;
    padding: 4px 12px;
    border-color: var(--_line);
  }
  [aria-disabled] {
    cursor: default;
    opacity: 0.5;
  }
  .service [role='switch'] {
    margin-inline-end: -3px;
    scale: 0.86;
  }
  .note,
  details {
    margin-block-start: 6px;
  }
  summary {
    display: flex;
    gap: 8px;
    align-items: baseline;
    width: fit-content;
    min-height: 24px;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    flex: none;
    width: 6px;
    height: 6px;
    border: solid;
    border-width: 0 1.5px 1.5px 0;
    rotate: -45deg;
    translate: 0 -1.5px;
  }
  :host([dir='rtl']) summary::before {
    rotate: 135deg;
  }
  [open] > summary::before {
    rotate: 45deg !important;
  }
  summary:hover {
    color: var(--_color);
  }
  dl {
    display: grid;
    grid-template-columns: fit-content(38%) minmax(0, 1fr);
    gap: 2px 16px;
    margin: 8px 0 0;
  }
  dt,
  dd {
    hyphens: auto;
  }
  .note,
  dd,
  .service-name {
    color: var(--_color);
  }
  .service-name {
    grid-column: 1/-1;
  }
  dt.service-name {
    padding-block-start: 8px;
    font-weight: 600;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    margin-block-start: 12px;
    color: var(--_color);
  }
  .links a {
    min-height: 24px;
  }
  button.link {
    min-height: 44px;
    margin-block: 8px -8px;
    padding: 0;
    border: 0;
  }

  @media (max-width: 30em) {
    .head {
      flex-wrap: wrap;
    }
    .head > :first-child {
      flex-basis: 8em;
    }
    .head + p {
      margin-inline-end: 0;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    :host {
      interpolate-size: allow-keywords;
    }
    ::details-content {
      block-size: 0;
      overflow: clip;
      transition:
        block-size 0.16s,
        content-visibility 0.16s allow-discrete;
    }
    [open]::details-content {
      block-size: auto;
    }
  }
`;
