import type { Look } from '../../core/looks.js';
import { css } from '../shared/css.js';

/** What each look changes besides its colours; stands after an element's own styles. */
export const lookStyles: Readonly<Record<Look, string>> = {
  neutral: '',
  cloud: css`
    :host {
      --_radius: var(--candor-radius, 4px);
    }
    .surface {
      box-shadow: 0 2px 12px rgb(0 0 0 / 0.16);
      --_size: 14;
      line-height: 1.5;
    }
    h2 {
      font-size: calc(16em / var(--_size));
      line-height: 1.5;
    }
    /* Where there is little room, a surface's own styles say how little it takes. */
    @media (min-width: 30.0625em) and (min-height: 25.0625em) {
      :host {
        --_gap: 20px;
      }
      .actions {
        margin-top: 16px;
      }
    }
    [part='button'] {
      border-radius: var(--_radius);
    }
  `,
  public: css`
    :host {
      --_radius: var(--candor-radius, 0px);
    }
    .surface {
      border-width: 2px;
      box-shadow: none;
    }
    h2 {
      font-weight: 700;
    }
    @media (min-height: 25.0625em) {
      .surface {
        --_size: 16;
      }
      h2 {
        font-size: calc(20em / var(--_size));
        line-height: 1.4;
      }
    }
    slot > button {
      border: 2px solid var(--_line);
      background: none;
    }
    .choices button {
      font-weight: 700;
    }
    a,
    .link {
      text-decoration-thickness: 2px;
    }
    :focus-visible {
      outline-width: 3px;
    }
    [part='button'] {
      border-radius: var(--_radius);
      border-width: 2px;
      box-shadow: none;
    }
  `,
  commerce: css`
    :host {
      --_radius: var(--candor-radius, 20px);
    }
    .surface {
      box-shadow:
        0 2px 6px rgb(0 0 0 / 0.06),
        0 20px 56px -12px rgb(0 0 0 / 0.28);
    }
    h2 {
      font-weight: 700;
    }
    .choices button,
    slot > button {
      border-radius: max(var(--_radius), 24px);
    }
    /* Not where a bar has two columns and little room in the second. */
    @media (min-width: 53.75em) {
      .choices button,
      .actions > button {
        padding-inline: 16px;
      }
    }
  `,
  editorial: css`
    :host {
      --_radius: var(--candor-radius, 2px);
    }
    .surface {
      border-block-start: 3px double var(--_color);
      box-shadow: 0 8px 32px -12px rgb(0 0 0 / 0.24);
      line-height: 1.65;
    }
    h2 {
      font-weight: 500;
    }
    @media (min-height: 25.0625em) {
      h2 {
        font-size: calc(22em / var(--_size));
        line-height: 1.3637;
      }
    }
    .choices button {
      font-weight: 500;
    }
    slot > button {
      border: 1px solid var(--_border);
      background: none;
    }
    [part='button'] {
      border-radius: var(--_radius);
      box-shadow: none;
    }
  `,
};
