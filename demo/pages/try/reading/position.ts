/** Where something stands in a text. */
export interface Range {
  /** UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly length: number;
}

/** Line and column as editors count them, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}
