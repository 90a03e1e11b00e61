import { css } from '../shared/rendered-element.js';

export const preferencesStyles = css`
  dialog {
    width: min(var(--candor-panel-width, 680px), 100% - 32px);
    max-height: min(840px, 100dvh - 48px);
  }
  header,
  footer {
    flex: none;
    padding: 16px 24px;
    border: 0 solid var(--_border);
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    border-block-end-width: 1px;
  }
  footer {
    border-block-start-width: 1px;
    padding-block-end: max(16px, env(safe-area-inset-bottom, 0px));
  }
  h2 {
    font-size: 20px;
    line-height: 28px;
    min-width: 0;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .close {
    flex: none;
    display: grid;
    place-items: center;
    width: 44px;
    min-height: 44px;
    margin: -8px;
    padding: 0;
    border: 0;
  }
  path {
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
  }
  .scroller {
    min-height: 0;
    padding: 16px 24px 24px;
    overflow: auto;
    scroll-padding-block: 24px;
    overscroll-behavior: contain;
  }
  p,
  .state,
  dl,
  summary {
    color: var(--_muted);
  }
  h3 {
    margin: 24px 0 8px;
    color: var(--_muted);
    font-size: 13px;
    font-weight: 600;
    line-height: 20px;
  }
  h4 {
    margin: 0;
    font-size: 15px;
    font-weight: 600;
    line-height: 24px;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .card {
    border: 1px solid var(--_border);
    border-radius: min(var(--_radius), 12px);
  }
  .row {
    padding: 14px 16px;
    font-size: 14px;
    line-height: 22px;
  }
  :host(:lang(zh)) .row {
    line-height: 24px;
  }
  .row + .row {
    border-block-start: 1px solid var(--_border);
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
    font-size: 13px;
  }
  .separate {
    margin-block-start: 6px;
    color: var(--_color);
  }
  .service {
    min-height: 36px;
    margin-block-start: 4px;
    padding-inline-start: 16px;
    border-inline-start: 2px solid var(--_border);
  }

  [role='switch'] {
    position: relative;
    flex: none;
    width: 44px;
    min-height: 44px;
    margin-block: -10px;
    padding: 0;
    border: 0;
    box-shadow: none !important;
  }
  [role='switch']::before,
  [role='switch']::after {
    content: '';
    position: absolute;
    inset: 9px 0;
    border: 1.5px solid var(--_line);
    border-radius: 14px;
  }
  [role='switch']::after {
    inset: 14px auto;
    inset-inline-start: 5px;
    width: 16px;
    height: 16px;
    border: 0;
    background-color: var(--_line);
  }
  [aria-checked='true']::before {
    border-color: var(--_accent);
    background-color: var(--_accent);
  }
  [aria-checked='true']::after {
    inset-inline-start: 23px;
    background-color: var(--_accent-text);
  }
  .service [role='switch'] {
    scale: 0.86;
    transform-origin: right;
  }
  :host([dir='rtl']) .service [role='switch'] {
    transform-origin: left;
  }
  [role='switch']:hover::before {
    border-color: var(--_color);
  }
  [role='switch']:active::before {
    box-shadow: inset 0 0 0 20px color-mix(in srgb, var(--_color) 12%, transparent);
  }
  /* The ring goes where the eye is, round the switch and not round its target. */
  [role='switch']:focus-visible {
    outline: none;
  }
  [role='switch']:focus-visible::before {
    outline: 2px solid var(--_color);
    outline-offset: 2px;
  }

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
    margin: 0;
    overflow-wrap: anywhere;
  }
  dd {
    color: var(--_color);
  }
  .service-name {
    padding-block-start: 8px;
    color: var(--_color);
    font-weight: 600;
  }
  dd.service-name {
    font-weight: 400;
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
    margin-block: 4px -8px;
    padding: 0;
    border: 0;
  }

  @media (max-width: 480px) {
    .surface {
      width: 100%;
      height: 100%;
      max-height: none;
      border: 0;
      border-radius: 0;
    }
    header,
    footer,
    .scroller {
      padding-inline: 16px;
    }
    .head + p {
      margin-inline-end: 0;
    }
  }
  @media (max-height: 400px) {
    header,
    footer {
      padding-block: 8px;
    }
  }
  @media (forced-colors: active) {
    [aria-checked='true']::before {
      background-color: Highlight;
      forced-color-adjust: none;
    }
    [role='switch']::after {
      background-color: ButtonText;
      forced-color-adjust: none;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    [role='switch']::before,
    [role='switch']::after {
      transition: 0.12s;
      transition-property: inset, background;
    }
    ::backdrop {
      animation: enter 0.2s;
    }
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
