import { translator } from '../../site/translator.js';
import type { SyntaxProblem } from './reading/explain-syntax.js';

const text = translator(
  {
    character:
      '“{found}” cannot stand here. Write a value: a text in double quotes, a number, true, false, null, {…} or […].',
    colon: 'A colon is missing between the key and its value. Write "key": value.',
    comma: 'A comma is missing here, before the next entry. Add one.',
    comment: 'JSON has no comments. Take it out, or keep it as a "note".',
    control: 'A tab or another invisible character stands inside a text. Replace it with a space, or write \\t.',
    empty: 'There is nothing here yet. Begin with { and }, or choose an example above.',
    escape: 'A backslash must be followed by one of " \\ / b f n r t u. To show a backslash itself, write two.',
    'extra-comma': 'There is a comma too many before {found}. Take it out.',
    key: 'A key is expected here, in double quotes. Found: {found}',
    mismatch: '{found} does not fit: what is opened in line {line} is closed with {wanted}. Correct one of them.',
    number: 'This is no number as JSON writes it. Write 0.5 rather than .5, and no zeros in front.',
    rest: 'The config has ended before this. Take out what follows, or move it inside the outer { }.',
    'single-quotes': 'JSON takes double quotes only. Write " instead of \'.',
    string: 'A text begins here and does not end on this line. Close it with ", and write line breaks as \\n.',
    unclosed: '{found} is opened here, in line {line}, and never closed. Add {wanted} at its end.',
    unopened: '{found} closes something that was never opened. Take it out, or add what it belongs to.',
    value: 'A value is missing here. Write one, or take out the key before it.',
    word: '“{found}” is not known. Put texts in double quotes; without quotes only true, false, null and numbers stand.',
    'wrong-character': '{found} is not the character that JSON uses. Write {wanted} instead.',
  },
  {
    character: '“{found}”不能出现在这里。请写一个值：双引号中的文本、数字、true、false、null、{…} 或 […]。',
    colon: '键和值之间缺少冒号。请写成 "键": 值。',
    comma: '这里缺少逗号，后面还有内容。请补上英文逗号。',
    comment: 'JSON 不支持注释。请删除，或改写为 "note"。',
    control: '文本中有制表符或其他不可见字符。请替换为空格，或写成 \\t。',
    empty: '这里还没有内容。请从 { 和 } 写起，或在上方选择示例。',
    escape: '反斜杠之后只能是 " \\ / b f n r t u 之一。要显示反斜杠本身，请写两个。',
    'extra-comma': '{found} 前面多了一个逗号。请删除。',
    key: '这里应当是双引号中的键，实际为：{found}',
    mismatch: '{found} 不匹配：第 {line} 行打开的括号应以 {wanted} 结束。请更正其中之一。',
    number: '这不是 JSON 的数字写法。请写 0.5 而不是 .5，开头也不要多写 0。',
    rest: '配置在此之前已经结束。请删除后面的内容，或将其移入最外层的 { } 之内。',
    'single-quotes': 'JSON 只接受双引号。请将 \' 改为 "。',
    string: '文本从这里开始，但在本行没有结束。请补上 "；需要换行时写 \\n。',
    unclosed: '第 {line} 行的 {found} 没有对应的结束括号。请在末尾补上 {wanted}。',
    unopened: '{found} 没有对应的开始括号。请删除，或补上开始括号。',
    value: '这里缺少一个值。请补上，或删除前面的键。',
    word: '无法识别“{found}”。文本需加双引号；不加引号的只能是 true、false、null 和数字。',
    'wrong-character': '{found} 不是 JSON 使用的字符。请改用 {wanted}。',
  },
);

/** What is wrong and what to do, in the page's language. */
export const syntaxWords = ({ reason, values }: SyntaxProblem): string => text(reason, values);
