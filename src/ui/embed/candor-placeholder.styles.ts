import { css } from '../shared/css.js';

export const placeholderStyles = css`
  :host {
    position: absolute;
    inset: 0;
    z-index: 1;
    display: block;
    container-type: size;
    color: var(--_color);
    font-size: 14px;
    line-height: 20px;
    text-align: start;
  }
  :host(:lang(zh)) {
    line-height: 22px;
    line-break: strict;
  }
  /* It goes on telling what has happened. */
  :host([hidden]) {
    inset: auto;
  }
  .status {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .box {
    width: 100%;
    height: 100%;
    border: 1px solid var(--_border);
    border-radius: min(var(--_radius), 12px);
    background-color: color-mix(in srgb, var(--_color) 4%, var(--_background));
    color: inherit;
    outline-offset: -2px;
  }
  div.box {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 12px;
    padding: min(24px, 5%);
  }
  .text,
  .choices {
    width: min(100%, 440px);
  }
  .text {
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  /* There is more to read than is seen. */
  .text[data-more] {
    mask-image: linear-gradient(#000 calc(100% - 28px), transparent);
  }
  .choices {
    flex: none;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 108px), 1fr));
    gap: 8px;
  }
  .choices button {
    min-height: 44px;
    padding-inline: 4px;
  }
  .title {
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
    outline: none;
  }
  .title ~ * {
    margin-block-start: 4px;
    color: var(--_muted);
  }
  .title ~ details {
    margin-block-start: 8px;
  }
  summary {
    width: fit-content;
    min-height: 24px;
    cursor: pointer;
  }
  summary:hover {
    color: var(--_color);
  }
  dl {
    display: grid;
    grid-template-columns: fit-content(38%) minmax(0, 1fr);
    gap: 2px 16px;
    margin: 4px 0 0;
  }
  dt,
  dd {
    margin: 0;
  }
  dd {
    color: var(--_color);
  }
  [data-layout='row'] {
    flex-direction: row !important;
    gap: 24px !important;
    padding-block: 8px !important;
  }
  [data-layout='row'] .text {
    flex: 1;
    max-height: 100%;
  }
  [data-layout='row'] .choices {
    width: auto;
    grid-template-columns: repeat(2, minmax(108px, 1fr));
  }
  @container (max-height: 220px) {
    div.box {
      gap: 8px;
      padding: 12px;
    }
    div.box button {
      min-height: 40px;
    }
    div.box .title {
      font-size: 15px;
      line-height: 20px;
    }
  }
  @container (max-width: 280px) {
    div.box .choices {
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 96px), 1fr));
      font-size: 13px;
    }
  }
  .open {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
    width: 100%;
    height: 100%;
    min-height: 0;
    padding: 0 4px;
    border-color: var(--_border);
    border-radius: min(var(--_radius), 8px);
    background-color: color-mix(in srgb, var(--_color) 4%, var(--_background));
    font-size: 12px;
    line-height: 16px;
    outline-offset: -2px;
  }
  .open span {
    min-width: 0;
    max-height: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* Room for a sign and no word; its name stays. */
  @container (max-width: 72px) {
    .open span {
      position: absolute;
      width: 1px;
      clip-path: inset(50%);
    }
  }
  svg {
    flex: none;
  }
  path {
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }
  dialog.box {
    position: fixed;
    inset: 0;
    width: min(400px, 100% - 32px);
    height: fit-content;
    max-height: calc(100% - 32px);
    margin: auto;
    padding: 20px;
    background-color: var(--_background);
    box-shadow:
      0 1px 3px rgb(0 0 0 / 0.08),
      0 16px 48px -8px rgb(0 0 0 / 0.25);
  }
  dialog:not([open]) {
    display: none;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
    gap: 16px;
  }
  dialog .title {
    padding-inline-end: 40px;
    font-size: 18px;
  }
  ::backdrop {
    background-color: rgb(0 0 0 / 0.4);
  }
  .close {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    display: grid;
    place-items: center;
    width: 44px;
    min-height: 44px;
    padding: 0;
    border: 0;
  }
  @media print {
    dialog {
      display: none !important;
    }
  }
`;
