/** The linter speaks English; these are its sentences in Chinese. */
const CHINESE: readonly (readonly [pattern: RegExp, chinese: string])[] = [
  [/^write a list$/, '此处应为列表（[ ]）'],
  [/^write true or false$/, '此处应为 true 或 false'],
  [/^write a whole number$/, '此处应为整数'],
  [/^write a number$/, '此处应为数字'],
  [/^write an object$/, '此处应为对象（{ }）'],
  [/^write a text$/, '此处应为文本'],
  [/^Invalid string: must match pattern (.+)$/, '格式不正确，应符合 $1'],
  [/^write one of (.+)$/, '请使用以下值之一：$1'],
  [/^write a text, or an object with one text for each language tag$/, '此处应为文本，或按语言标签分别给出文本的对象'],
  [/^write at least one$/, '至少需要一项'],
  [/^write a number above zero$/, '此处应为大于零的数字'],
  [
    /^an id is lower-case letters, digits and hyphens, and no name that every object has; rename it$/,
    'id 只能包含小写字母、数字和连字符，且不能是 constructor 等对象自带的名称；请改名',
  ],
  [/^write a BCP 47 language tag, such as (.+) or (.+)$/, '请使用 BCP 47 语言标签，例如 $1 或 $2'],
  [/^write an ISO 8601 date, such as (.+)$/, '请使用 ISO 8601 日期，例如 $1'],
  [/^write an ISO 8601 duration, such as (.+)$/, '请使用 ISO 8601 时长，例如 $1'],
  [/^write an ISO 3166 country code, such as (.+)$/, '请使用 ISO 3166 国家代码，例如 $1'],
  [/^write a cookie name: letters, digits and hyphens$/, '请使用合法的 Cookie 名称：字母、数字和连字符'],
  [
    /^this version does not know the key, and it has no effect; check the spelling \(known: (.+)\)$/,
    '此版本不认识这个键，写了也不起作用；请检查拼写（可用：$1）',
  ],
  [
    /^the id stands at (.+) already; ids of categories and services share one namespace, give this one another$/,
    '此 id 已用于 $1；类别与服务的 id 不能重复，请换一个',
  ],
  [/^no category or service has this id; correct it or take it out$/, '没有类别或服务使用此 id；请更正或删除'],
];

/** A finding's message as a sentence of the page's language. A message that has no Chinese yet stays English. */
export function findingWords(message: string, isChinese: boolean): string {
  const known = isChinese ? CHINESE.find(([pattern]) => pattern.test(message)) : undefined;
  if (known) return `${message.replace(known[0], known[1])}。`;
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
