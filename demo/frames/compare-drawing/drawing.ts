import { readCompareQuery } from '../compare-sample/compare-query.js';

const TEXTS = {
  en: {
    text: 'We use cookies to run this site. With your permission we also use data to remember your settings, measure visits, find your location and send offers. You can change your mind any time.',
    title: 'This website uses cookies',
    settings: 'Privacy Settings',
    tabs: ['Consent', 'Details', 'About'],
    switches: ['Necessary', 'Preferences', 'Statistics', 'Marketing'],
    deny: 'Deny',
    customize: 'Customize',
    allow: 'Allow all',
    links: ['Privacy policy', 'Legal notice'],
    more: 'More Information',
    accept: 'Accept all',
  },
  'zh-Hans': {
    text: '我们使用 Cookie 保障网站运行。经您同意，我们还会处理数据，用于记住您的设置、统计访问、获取位置和推送营销信息。您可随时更改选择。',
    title: '本网站使用 Cookie',
    settings: '隐私设置',
    tabs: ['同意', '详情', '关于'],
    switches: ['必要', '偏好', '统计', '营销'],
    deny: '拒绝',
    customize: '自定义',
    allow: '全部允许',
    links: ['隐私政策', '法律声明'],
    more: '更多信息',
    accept: '全部接受',
  },
} as const;

const words = TEXTS[readCompareQuery().language];

const all = (items: readonly string[], tag: string): string =>
  items.map((item) => `<${tag}><span>${item}</span></${tag}>`).join('');

/** What each default dialog is commonly known to consist of; not measured on the tools. */
const DRAWINGS = {
  cookiebot: `<nav>${all(words.tabs, 'b')}</nav>
    <div class="words"><h2>${words.title}</h2><p>${words.text}</p></div>
    <div class="switches">${all(words.switches, 'label')}</div>
    <div class="buttons">${all([words.deny, words.customize], 'button')}<button class="filled"><span>${words.allow}</span></button></div>`,
  usercentrics: `<div class="words"><h2>${words.settings}</h2><p>${words.text}</p></div>
    <p class="links">${all(words.links, 'a')}</p>
    <div class="buttons"><button><span>${words.more}</span></button>${[words.deny, words.accept].map((name) => `<button class="filled"><span>${name}</span></button>`).join('')}</div>`,
} as const;

const asked = new URLSearchParams(location.search).get('of') === 'usercentrics' ? 'usercentrics' : 'cookiebot';
const drawing = document.querySelector<HTMLElement>('.drawing')!;
drawing.dataset['of'] = asked;
drawing.innerHTML = DRAWINGS[asked];
