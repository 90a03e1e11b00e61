import { css } from '../shared/css.js';

export const guardianStyles = css`
  dialog {
    width: min(var(--candor-width, calc(520em / var(--_size))), 100% - 24px);
    max-height: min(760em / var(--_size), 100dvh - 24px);
  }
  /* The boxes stand at its edge, and what shows the focus around them. */
  .text {
    padding-inline: 2px;
    margin-inline: -2px;
  }
  fieldset {
    margin-block-start: 16px;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  label {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    min-height: 24px;
    margin-block-start: 8px;
    cursor: pointer;
  }
  label > span {
    min-width: 0;
  }
  small {
    display: block;
    color: var(--_muted);
    font-size: calc(13em / var(--_size));
  }
  input {
    flex: none;
    font: inherit;
    width: calc(18em / var(--_size));
    height: calc(18em / var(--_size));
    margin: calc(3em / var(--_size)) 0;
    accent-color: var(--_color);
  }
  .declaration {
    margin-block-start: 16px;
  }
  .problem {
    flex: none;
    margin-block-start: 12px;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_color);
    color: var(--_color);
    font-weight: 600;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    font-size: calc(13em / var(--_size));
  }
  .links a {
    min-height: 24px;
  }
  .choices {
    margin-block-start: 16px;
  }
  .quiet {
    flex: none;
    margin-block-start: 8px;
    background-color: color-mix(in srgb, var(--_color) 6%, var(--_background));
  }
`;
