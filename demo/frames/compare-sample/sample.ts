import { readCompareQuery } from './compare-query.js';

const TEXTS = {
  en: {
    name: 'Northlark Cloud',
    title: 'Cloud capacity you can account for',
    text: [
      'Compute, storage and databases in nine regions, priced per second and documented in plain words.',
      'Your bill says what ran, where it ran and for how long, and it never needs a specialist to be read.',
      'Move a workload between regions in one command, and see beforehand what the move costs.',
    ],
    settings: 'Cookie settings',
  },
  'zh-Hans': {
    name: '北灵云',
    title: '云上每一秒，都有账可查',
    text: [
      '九个地域，计算、存储与数据库，按秒计费，文档通俗易懂。',
      '账单写明运行了什么、在哪里运行、运行了多久，无需专家解读，人人都能看懂。',
      '一条命令即可在地域之间迁移负载，迁移费用事先可知。',
    ],
    settings: 'Cookie 设置',
  },
} as const;

const { language } = readCompareQuery();
const texts = TEXTS[language];

const find = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector)!;

document.title = texts.name;
find('header').textContent = texts.name;
find('h1').textContent = texts.title;
find('main').append(...texts.text.map((text) => Object.assign(document.createElement('p'), { textContent: text })));
find('footer button').textContent = texts.settings;
