import { createScanner, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { positionAt, type Range } from './position.js';

/** Why a text is no JSON; each has its words, and what to do, in the page's languages. */
export type SyntaxReason =
  | 'character'
  | 'colon'
  | 'comma'
  | 'comment'
  | 'control'
  | 'empty'
  | 'escape'
  | 'extra-comma'
  | 'key'
  | 'mismatch'
  | 'number'
  | 'rest'
  | 'single-quotes'
  | 'string'
  | 'unclosed'
  | 'unopened'
  | 'value'
  | 'word'
  | 'wrong-character';

export interface SyntaxProblem extends Range {
  readonly reason: SyntaxReason;
  /** What fills the places of its words: `found`, `wanted`, `line` of the opening. */
  readonly values: Readonly<Record<string, string>>;
}

/** What input methods, word processors and habit put in place of JSON's own characters. */
const INSTEAD: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '「': '"',
  '」': '"',
  '‘': '"',
  '’': '"',
  '＂': '"',
  '：': ':',
  '，': ',',
  '、': ',',
  '；': ',',
  ';': ',',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
};

const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** The first mistake in a text that ought to be JSON; `undefined` where it is JSON. */
export function explainSyntax(text: string): SyntaxProblem | undefined {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors.reduce<ParseError | undefined>(
    (earliest, error) => (earliest && earliest.offset <= error.offset ? earliest : error),
    undefined,
  );
  return first && explain(text, first, bracketsIn(text, first.offset));
}

/** The brackets that are open before an offset, outermost first. */
function bracketsIn(text: string, end: number): Range[] {
  const open: Range[] = [];
  const scanner = createScanner(text);
  while (scanner.getPosition() < end) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    const token = offset < end && scanner.getTokenLength() === 1 ? (text[offset] ?? '') : '';
    if (token === '{' || token === '[') open.push({ offset, length: 1 });
    if (token === '}' || token === ']') open.pop();
  }
  return open;
}

function explain(text: string, { error, offset, length }: ParseError, open: readonly Range[]): SyntaxProblem {
  const code = printParseErrorCode(error);
  const problem = (
    reason: SyntaxReason,
    range: Range = { offset, length: Math.max(length, 1) },
    values: SyntaxProblem['values'] = {},
  ): SyntaxProblem => ({ reason, offset: range.offset, length: range.length, values });

  const found = String.fromCodePoint(text.codePointAt(offset) ?? 0x20);
  const before = text.slice(0, offset).trimEnd();
  const lastBefore: Range = { offset: Math.max(before.length - 1, 0), length: 1 };
  const isAtEnd = offset >= text.trimEnd().length;

  if (INSTEAD[found]) return problem('wrong-character', { offset, length: 1 }, { found, wanted: INSTEAD[found] });
  if (found === "'") return problem('single-quotes');
  if (code === 'InvalidCommentToken' || code === 'UnexpectedEndOfComment') {
    return problem('comment');
  }
  const opening = open.at(-1);
  const bracket = opening ? (text[opening.offset] ?? '') : '';
  const openingValues = { wanted: CLOSERS[bracket] ?? '', line: String(positionAt(text, opening?.offset ?? 0).line) };
  if (isAtEnd && code !== 'UnexpectedEndOfString') {
    if (!opening) return problem('empty');
    return problem('unclosed', opening, { found: bracket, ...openingValues });
  }
  if (!opening && before && !'}]'.includes(found)) return problem('rest', { offset, length: 1 });
  if ((found === '}' || found === ']') && before.endsWith(',')) return problem('extra-comma', lastBefore, { found });

  switch (code) {
    case 'UnexpectedEndOfString':
      return problem('string');
    case 'InvalidCharacter':
      return problem('control');
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
      return problem('escape');
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return problem('number');
    case 'CommaExpected':
      if ('}]'.includes(found)) return problem('mismatch', undefined, { found, ...openingValues });
      // A number that begins with 0 ends there.
      return /^\d\d$/.test(text.slice(offset - 1, offset + 1)) ? problem('number') : problem('comma', lastBefore);
    case 'ColonExpected':
      return problem('colon', lastBefore);
    case 'EndOfFileExpected':
      return problem('unopened', undefined, { found });
    default:
  }
  const isKey = bracket === '{' && !before.endsWith(':');
  if ('}]'.includes(found)) return problem(isKey ? 'key' : 'value', undefined, { found });
  if (/[\p{L}_$]/u.test(found)) {
    const word = /^[\p{L}\p{N}_$-]+/u.exec(text.slice(offset))?.[0] ?? found;
    return problem(isKey ? 'key' : 'word', { offset, length: word.length }, { found: word });
  }
  if (/[-+.\d]/.test(found) && !isKey) return problem('number');
  return problem(found === ',' ? 'value' : isKey ? 'key' : 'character', undefined, { found });
}
