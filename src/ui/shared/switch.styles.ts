import { css } from './css.js';

/** A `<button role="switch">`, 44 pixels square for a finger. */
export const switchStyles = css`
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
  @media (forced-colors: active) {
    [aria-checked='true']::before {
      background-color: Highlight;
      forced-color-adjust: none;
    }
    [role='switch']::after {
      background-color: ButtonText;
      forced-color-adjust: none;
    }
    [aria-checked='true']::after {
      background-color: HighlightText;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    /* That which is pressed; a hundred that turn with it would hold up the frame. */
    [role='switch']:is(:hover, :focus-visible)::before,
    [role='switch']:is(:hover, :focus-visible)::after {
      transition: 0.12s;
      transition-property: inset, background;
    }
  }
`;
