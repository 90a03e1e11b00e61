import { html, nothing, type TemplateResult } from 'lit/html.js';

export interface Row {
  readonly id?: string;
  /** Whether the rows after it belong to it, or it to the one before. */
  readonly isGroup?: boolean;
  /** The first one is the row's heading. */
  readonly cells: readonly unknown[];
}

/**
 * A table that becomes a list of labelled facts where it is narrow. Browsers forget what a table is once it is laid out as
 * something else, so its roles are written out.
 */
export const table = (caption: string, columns: readonly string[], rows: readonly Row[]): TemplateResult =>
  html`<table role="table" part="table">
    <caption part="caption">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((name) => html`<th part="column" role="columnheader" scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        ({ id, isGroup, cells: [heading, ...cells] }) =>
          html`<tr
            role="row"
            id=${id ?? nothing}
            class=${isGroup === undefined ? nothing : isGroup ? 'group' : 'member'}
          >
            <th part="cell" role="rowheader" scope="row">${heading}</th>
            ${cells.map((cell, index) => html`<td part="cell" role="cell" data-label=${columns[index + 1]!}>${cell ? html`<div>${cell}</div>` : nothing}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
