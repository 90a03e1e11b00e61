import { categoryOf, serviceName } from './catalogue.js';
import { UNKNOWN } from './traces.js';
import { translator } from './translator.js';

// Candor's own words for the categories.
const text = translator(
  {
    necessary: 'Strictly necessary',
    functional: 'Your settings',
    analytics: 'Analytics',
    advertising: 'Personalised ads',
    social: 'Social media',
    maps: 'Maps',
    location: 'Your location',
    push: 'Marketing messages',
    sharing: 'Sharing with others',
    'category.unknown': 'Nobody announced this',
    'owner.site': 'Northlark Cloud',
    'owner.unknown': 'Unknown',
  },
  {
    necessary: '必要',
    functional: '偏好设置',
    analytics: '统计分析',
    advertising: '个性化广告',
    social: '社交媒体',
    maps: '地图',
    location: '位置信息',
    push: '营销信息',
    sharing: '对外提供',
    'category.unknown': '未事先告知',
    'owner.site': '北灵云',
    'owner.unknown': '来源不明',
  },
);

const CATEGORIES = [
  'necessary',
  'functional',
  'analytics',
  'advertising',
  'social',
  'maps',
  'location',
  'push',
  'sharing',
] as const;

const language = /^zh\b/i.test(document.documentElement.lang) ? 'zh-Hans' : 'en';

/** What a category is called in the page's language; the id itself where nobody named it. */
export function categoryTitle(id: string | undefined): string {
  const known = CATEGORIES.find((candidate) => candidate === id);
  return known ? text(known) : (id ?? text('category.unknown'));
}

/** Who is behind the id of a service, in the page's language; the site itself where it is that of a category. */
export function ownerTitle(id: string): string {
  if (id === UNKNOWN) return text('owner.unknown');
  return serviceName(id, language) ?? (categoryOf(id) ? text('owner.site') : id);
}
