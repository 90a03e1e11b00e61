const english = {
  'location.refused': 'Location stays off. Please pick a region from the list.',
  'location.looking': 'Looking …',
  'location.found': '{region} is nearest, about {distance} away.',
  'location.failed': 'Your browser gave no position. Please pick a region from the list.',
  'location.unavailable': 'Without the consent banner we do not ask for your position.',
  'left.title': 'What has left this browser',
  'left.requests': 'Requests',
  'left.none': 'Nothing. Nothing leaves before you say yes.',
  'left.kept': 'Kept in this browser, besides Candor’s own',
  'left.nothing-kept': 'No cookies, nothing in storage.',
  'left.start-over': 'Start over',
  'left.status': '{count} requests have left this browser.',
  'left.status-one': 'One request has left this browser.',
  'kind.cookie': 'Cookie',
  'kind.localStorage': 'Local storage',
  'kind.sessionStorage': 'Session storage',
} as const;

export type TextId = keyof typeof english;

const chinese: Readonly<Record<TextId, string>> = {
  'location.refused': '位置信息保持关闭，请从列表中选择地域。',
  'location.looking': '正在查找……',
  'location.found': '最近的地域是{region}，距您约 {distance}。',
  'location.failed': '浏览器未提供位置，请从列表中选择地域。',
  'location.unavailable': '同意横幅未能加载，因此我们不会获取您的位置。',
  'left.title': '已离开此浏览器的数据',
  'left.requests': '请求',
  'left.none': '没有。在您同意之前，任何数据都不会离开。',
  'left.kept': '此浏览器中保存的内容（Candor 自身除外）',
  'left.nothing-kept': '没有 Cookie，也没有本地存储。',
  'left.start-over': '重新开始',
  'left.status': '已有 {count} 个请求离开此浏览器。',
  'left.status-one': '已有 1 个请求离开此浏览器。',
  'kind.cookie': 'Cookie',
  'kind.localStorage': '本地存储',
  'kind.sessionStorage': '会话存储',
};

const isChinese = /^zh\b/i.test(document.documentElement.lang);

/** A text in the page's language. */
export function text(id: TextId, values: Readonly<Record<string, string>> = {}): string {
  return (isChinese ? chinese : english)[id].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
