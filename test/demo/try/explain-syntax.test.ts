import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explainSyntax, type SyntaxReason } from '../../../demo/pages/try/reading/explain-syntax.js';
import { positionAt } from '../../../demo/pages/try/reading/position.js';

/** The text, why it is no JSON, and what is pointed at. */
const MISTAKES: readonly (readonly [text: string, reason: SyntaxReason, pointedAt: string])[] = [
  ['', 'empty', ''],
  ['  \n', 'empty', ''],
  ['{"a":1 "b":2}', 'comma', '1'],
  ['{"a":"b"\n  "c":1}', 'comma', '"'],
  ['{"a":1,}', 'extra-comma', ','],
  ['[1,2,\n]', 'extra-comma', ','],
  ['{"a" 1}', 'colon', '"'],
  ['{a:1}', 'key', 'a'],
  ["{'a':1}", 'single-quotes', "'a'"],
  ['{"a":\'x\'}', 'single-quotes', "'x'"],
  ['{"a":"x', 'string', '"x'],
  ['{"a":"x\ny"}', 'string', '"x'],
  ['{"a":True}', 'word', 'True'],
  ['{"a":undefined}', 'word', 'undefined'],
  ['hello', 'word', 'hello'],
  ['{"a":{"b":1}', 'unclosed', '{'],
  ['{"a":[1,2', 'unclosed', '['],
  ['{"a":[1,2}', 'mismatch', '}'],
  ['{"a":1}}', 'unopened', '}'],
  ['{"a":1} x', 'rest', 'x'],
  ['{"a":1} {"b":2}', 'rest', '{'],
  ['{"a":}', 'value', '}'],
  ['{"a":,}', 'value', ','],
  ['{"a":1,,"b":2}', 'value', ','],
  ['// why\n{"a":1}', 'comment', '// why'],
  ['{"a":1 /* why */}', 'comment', '/* why */'],
  ['{"a":"\\x"}', 'escape', '"\\x"'],
  ['{"a":"\t"}', 'control', '"\t"'],
  ['{“a”: 1}', 'wrong-character', '“'],
  ['{"a"：1}', 'wrong-character', '：'],
  ['{"a":1，"b":2}', 'wrong-character', '，'],
  ['{"a":1;}', 'wrong-character', ';'],
  ['{"a":01}', 'number', '1'],
  ['{"a":.5}', 'number', '.5'],
  ['{"a":#}', 'character', '#'],
];

describe('a mistake in JSON', () => {
  for (const [text, reason, pointedAt] of MISTAKES) {
    test(`is named and pointed at: ${JSON.stringify(text)} is ${reason}`, () => {
      const problem = explainSyntax(text);
      assert.ok(problem);
      assert.equal(problem.reason, reason);
      assert.equal(text.slice(problem.offset, problem.offset + problem.length), pointedAt);
    });
  }

  test('that leaves a bracket open points at the bracket, and says its line', () => {
    const problem = explainSyntax('{\n  "a": [\n    1\n');
    assert.equal(problem?.offset, 9);
    assert.deepEqual(problem?.values, { found: '[', wanted: ']', line: '2' });
  });

  test('is not seen in JSON, whatever is in its texts', () => {
    for (const text of ['{}', '[]', '1', '{"a":"// no comment，“quoted” {["}'])
      assert.equal(explainSyntax(text), undefined);
  });
});

test('a position counts lines and columns from 1', () => {
  assert.deepEqual(positionAt('ab\ncd', 0), { line: 1, column: 1 });
  assert.deepEqual(positionAt('ab\ncd', 4), { line: 2, column: 2 });
});
