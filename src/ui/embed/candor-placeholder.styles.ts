import { css } from '../shared/css.js';

/* Divided by 14, `em` is here what it is in `surface.styles.ts`: a pixel that grows with the text. */
export const placeholderStyles = css`
  :host {
    position: absolute;
    inset: 0;
    z-index: 1;
    display: block;
    container-type: size;
    color: var(--_color);
    font-size: var(--candor-font-size, medium) !important;
    text-align: start;
  }
  :host(:lang(zh)) {
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
    font-size: max(14px, 0.875em);
    line-height: calc(20em / 14);
    outline-offset: -2px;
  }
  :host(:lang(zh)) .box {
    line-height: calc(22em / 14);
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
    width: min(100%, 440em / 14);
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
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 108em / 14), 1fr));
    gap: 8px;
  }
  .choices button {
    min-height: 44px;
    padding-inline: 4px;
  }
  .title {
    font-size: calc(16em / 14);
    font-weight: 600;
    line-height: calc(24em / 16);
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
    grid-template-columns: repeat(2, minmax(calc(108em / 14), 1fr));
  }
  @container (max-height: 220px) or (max-height: 13.75em) {
    div.box {
      gap: 8px;
      padding: 12px;
    }
    div.box button {
      min-height: 40px;
    }
    div.box .title {
      font-size: calc(15em / 14);
      line-height: calc(20em / 15);
    }
  }
  @container (max-width: 280px) or (max-width: 17.5em) {
    div.box .choices {
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 96em / 14), 1fr));
      font-size: calc(13em / 14);
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
    font-size: max(12px, 0.75em);
    line-height: calc(16em / 12);
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
  @container (max-width: 72px) or (max-width: 4.5em) {
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
    width: min(400em / 14, 100% - 32px);
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
    font-size: calc(18em / 14);
    line-height: calc(24em / 18);
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
