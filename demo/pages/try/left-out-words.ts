import { translator } from '../../site/translator.js';
import type { LeftOutReason } from './reading/convert-cookieconsent.js';

/** Why something could not be carried over, and what takes its place. */
export const leftOutWords = translator<LeftOutReason>(
  {
    'asks-first': 'Candor asks first everywhere; nothing is on before a yes.',
    callback: 'A function. Use candor.gate(), or listen to candor-change.',
    code: 'Code, which a config cannot hold.',
    cookie: 'Candor sets this itself, or cannot use this value.',
    erase: 'Candor does not erase other cookies. Do it in what your gate returns.',
    language: 'Not a language tag such as en or zh-Hans.',
    look: 'Candor’s banner and panel have nothing like it.',
    markup: 'The words are carried over, their markup is not.',
    'own-way': 'Not needed, or set elsewhere: see the script tag’s attributes.',
    preticked: 'Nothing is ticked beforehand.',
    remote: 'Texts from elsewhere. Paste them into the config.',
    section: 'The panel has no free sections. Put the words into a category.',
    table: 'There is no table of cookies. Name retention and provider with the service.',
    unknown: 'Unknown, or of another type than expected.',
    weight: 'Accept and reject always look alike and keep their places.',
  },
  {
    'asks-first': 'Candor 在所有地区都先征求同意；同意之前一律关闭。',
    callback: '这是函数。请改用 candor.gate()，或监听 candor-change。',
    code: '这是代码，配置中无法保存。',
    cookie: '由 Candor 自行设置，或该值无法使用。',
    erase: 'Candor 不会删除其他 Cookie。请在 gate 返回的函数中处理。',
    language: '不是有效的语言标签，例如 en 或 zh-Hans。',
    look: 'Candor 的横幅和面板没有对应的设置。',
    markup: '文字已迁移，HTML 标记未保留。',
    'own-way': '不需要，或在别处设置：请查看脚本标签的属性。',
    preticked: '不会预先勾选任何选项。',
    remote: '文本存放在别处。请粘贴到配置中。',
    section: '面板没有自由段落。请将文字写入某个类别。',
    table: '没有 Cookie 表格。请在服务中写明保存期限和提供方。',
    unknown: '未知，或类型与预期不符。',
    weight: '“同意”与“拒绝”的样式和位置始终对等。',
  },
);
