import { translator } from '../../site/translator.js';
import { byId, element } from './element.js';
import type { Marked } from './editor.js';
import { positionAt } from './reading/position.js';

export interface Problem extends Marked {
  /** Keys joined by dots; none where the text is no JSON. */
  readonly path?: string;
}

export interface ProblemsPane {
  /** @param text What the problems' offsets count in. */
  show(text: string, problems: readonly Problem[]): void;
  /** Says that nothing has been checked, and why. */
  unchecked(reason: 'large' | 'other'): void;
}

/** More than anybody reads; a large text can have as many as it has lines. */
const SHOWN = 50;

const text = translator(
  {
    none: 'None. This config is fine.',
    one: '1 problem, in line {line}.',
    many: '{count} problems, the first in line {line}.',
    more: 'And {count} more.',
    place: 'Line {line}, column {column}',
    error: 'Error',
    warning: 'Note',
    large: 'Not checked: the text is too large to be checked at each key.',
    other: 'Not checked: this is no config of Candor yet.',
  },
  {
    none: '没有问题，配置可以使用。',
    one: '1 个问题，在第 {line} 行。',
    many: '{count} 个问题，第一个在第 {line} 行。',
    more: '另有 {count} 个。',
    place: '第 {line} 行，第 {column} 列',
    error: '错误',
    warning: '提示',
    large: '未检查：文本过大，无法随输入检查。',
    other: '未检查：这还不是 Candor 的配置。',
  },
);

export function mountProblems(jump: (problem: Problem) => void): ProblemsPane {
  const summary = byId('problems-summary', HTMLElement);
  const list = byId('problems-list', HTMLElement);
  const say = (words: string): void => {
    // Said once, not at each key.
    if (summary.textContent !== words) summary.textContent = words;
  };
  return {
    show(whole, problems) {
      const lineOf = (problem: Problem): string => String(positionAt(whole, problem.offset).line);
      const [first] = problems;
      if (!first) say(text('none'));
      else if (problems.length === 1) say(text('one', { line: lineOf(first) }));
      else say(text('many', { count: String(problems.length), line: lineOf(first) }));
      const rows = problems.slice(0, SHOWN).map((problem) => {
        const { line, column } = positionAt(whole, problem.offset);
        const button = element(
          'button',
          { type: 'button', class: `problem ${problem.severity}` },
          element(
            'span',
            { class: 'problem-place' },
            `${text(problem.severity)} · ${text('place', { line: String(line), column: String(column) })}`,
          ),
          ...(problem.path ? [element('code', {}, problem.path), ' '] : []),
          element('span', {}, problem.message),
        );
        button.addEventListener('click', () => jump(problem));
        return element('li', {}, button);
      });
      const hidden = problems.length - rows.length;
      if (hidden > 0) rows.push(element('li', {}, text('more', { count: String(hidden) })));
      list.replaceChildren(...rows);
    },
    unchecked(reason) {
      say(text(reason));
      list.replaceChildren();
    },
  };
}
