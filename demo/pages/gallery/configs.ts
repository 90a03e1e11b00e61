import type { Category, Config } from 'candor-consent';

/** A provider's config as it is on most sites: a name, a policy, some purposes. No floating button beside what is shown. */
export const USUAL: Config = {
  languages: ['en', 'zh-Hans'],
  controller: {
    name: { en: 'Northlark Cloud', 'zh-Hans': '北灵云' },
    privacyPolicy: { en: '/privacy/', 'zh-Hans': '/zh/privacy/' },
  },
  categories: [{ id: 'necessary' }, { id: 'functional' }, { id: 'analytics' }, { id: 'location' }, { id: 'push' }],
  layout: { reopen: 'none' },
};

export const banner = (layout: Config['layout'], config: Config = USUAL): Config => ({
  ...config,
  layout: { ...config.layout, ...layout },
});

const POSTHOG = {
  id: 'posthog',
  name: 'PostHog',
  description: {
    en: 'Counts page views and clicks, so that we see what is used.',
    'zh-Hans': '统计页面浏览和点击，帮助我们了解哪些功能被使用。',
  },
  provider: 'PostHog Inc.',
  policy: 'https://posthog.com/privacy',
  country: 'US',
  retention: 'P1Y',
};

/** Every section, every kind of row, every line of contact. */
export const EVERYTHING: Config = {
  ...USUAL,
  controller: {
    ...USUAL.controller,
    address: { en: '12 Lark Lane, Hamburg', 'zh-Hans': '汉堡市云雀巷 12 号' },
    contact: 'mailto:privacy@northlark.example',
    phone: '+49 40 5550 0100',
    requests: { en: '/privacy/#requests', 'zh-Hans': '/zh/privacy/#requests' },
    closeAccount: { en: '/account/', 'zh-Hans': '/zh/account/' },
    storageLocation: 'DE',
  },
  categories: [
    { id: 'necessary' },
    { id: 'functional' },
    {
      id: 'analytics',
      services: [
        POSTHOG,
        {
          id: 'uptime',
          name: { en: 'Northlark Pulse', 'zh-Hans': '北灵脉搏' },
          description: { en: 'Measures how fast pages open.', 'zh-Hans': '测量页面打开速度。' },
          provider: { en: 'Northlark Cloud', 'zh-Hans': '北灵云' },
          country: 'DE',
          retention: 'P90D',
        },
      ],
      ifRefused: {
        en: 'Your visits are not counted. Everything else stays as it is.',
        'zh-Hans': '我们不会统计您的访问，其他功能不受影响。',
      },
    },
    { id: 'advertising' },
    { id: 'social' },
    { id: 'device' },
    { id: 'location' },
    {
      id: 'push',
      services: [
        { id: 'email', name: { en: 'E-mail', 'zh-Hans': '邮件' } },
        { id: 'sms', name: { en: 'Text message', 'zh-Hans': '短信' } },
      ],
    },
    { id: 'sharing' },
    { id: 'cross-border' },
  ],
};

/** What has changed since most visitors answered: a purpose is asked again, a tool was replaced, and more is to come. */
export const CHANGED: Config = {
  ...USUAL,
  revision: 4,
  changes: [
    {
      revision: 2,
      ids: ['analytics'],
      effective: '2026-11-01',
      text: {
        en: 'PostHog, in the United States, now counts visits for us.',
        'zh-Hans': '现由位于美国的 PostHog 为我们统计访问。',
      },
    },
    {
      revision: 3,
      ids: ['push'],
      effect: 'tell',
      text: {
        en: 'Another provider now delivers our messages, in the same country and for the same purpose.',
        'zh-Hans': '现由另一家服务商为我们发送消息，所在国家和用途不变。',
      },
    },
    {
      revision: 4,
      ids: ['location'],
      effective: '2099-03-01',
      text: {
        en: 'Maps will also use your location to show the load of the nearest data centre.',
        'zh-Hans': '地图还将使用您的位置，显示最近数据中心的负载。',
      },
    },
  ],
};

/** The same without anything to ask: it is only told. */
export const TOLD: Config = { ...CHANGED, changes: CHANGED.changes!.slice(1) };

/** A site that asks for the age first. */
export const FOR_ALL_AGES: Config = {
  ...EVERYTHING,
  controller: { ...EVERYTHING.controller, guardianContact: 'mailto:families@northlark.example' },
  audience: { ask: true, policy: { en: '/privacy/#children', 'zh-Hans': '/zh/privacy/#children' } },
};

/** A film and a share button wait for their services, a form for a separate consent. */
export const EMBEDDING: Config = {
  ...USUAL,
  categories: [
    { id: 'necessary' },
    {
      id: 'social',
      services: [
        {
          id: 'lumen-video',
          name: { en: 'Lumen Video', 'zh-Hans': '流明视频' },
          description: { en: 'Plays the film on this page.', 'zh-Hans': '播放本页的影片。' },
          provider: { en: 'Lumen Video Ltd.', 'zh-Hans': '流明视频有限公司' },
          policy: 'https://lumen.example/privacy',
          country: 'SG',
          retention: 'P6M',
        },
        { id: 'lumen-share', name: { en: 'Lumen Share', 'zh-Hans': '流明分享' } },
      ],
    },
    { id: 'sharing' },
  ],
};

/** A consent of its own, with all that is to be known before it is given. */
export const SHARING: Config = {
  ...USUAL,
  categories: [
    { id: 'necessary' },
    {
      id: 'sharing',
      services: [
        {
          id: 'harbour-credit',
          name: { en: 'Harbour Credit', 'zh-Hans': '港湾征信' },
          description: {
            en: 'Receives your name and address, and says whether you can pay by invoice.',
            'zh-Hans': '接收您的姓名和地址，用于判断您是否可以使用账单付款。',
          },
          provider: { en: 'Harbour Credit Ltd.', 'zh-Hans': '港湾征信有限公司' },
          policy: 'https://harbour.example/privacy',
          country: 'SG',
          retention: 'P3Y',
        },
      ],
      ifRefused: { en: 'You pay by card or in advance.', 'zh-Hans': '您可以使用银行卡或预付款支付。' },
    },
  ],
};

/** Names, purposes and addresses that were written without a thought of small screens. */
export const WORDY: Config = {
  ...USUAL,
  categories: [
    { id: 'necessary' },
    {
      id: 'analytics',
      description: {
        en: 'Measures which pages are opened from which others, how long each stays open and how far it is read, so that the documentation, the price list and the console can be put in the order in which people look for them.',
        'zh-Hans':
          '统计访客从哪些页面进入、在每个页面停留多久以及阅读到什么位置，以便我们按照大家查找的顺序调整文档、价格表和控制台的内容与结构。',
      },
      ifRefused: {
        en: 'Your visits are not counted, the order of the pages follows those who agreed, and nothing else changes for you, neither now nor later.',
        'zh-Hans':
          '我们不会统计您的访问，页面顺序将参照同意统计的访客；除此之外，无论现在还是以后，您的使用都不受影响。',
      },
      services: [
        {
          id: 'observatory',
          name: {
            en: 'Northlark Observatory for Reading Behaviour and Documentation Quality',
            'zh-Hans': '北灵云阅读行为与文档质量综合观测平台',
          },
          description: {
            en: 'Keeps a list of the pages you opened in one visit, joined by a number that is drawn anew each day, and shows it to the eleven people who write the documentation.',
            'zh-Hans': '记录您在一次访问中打开的页面，以每天重新生成的编号串联，供编写文档的十一位同事查看。',
          },
          provider: {
            en: 'Northlark Observatory Research and Development Partnership mbB & Co. KG',
            'zh-Hans': '北灵云（汉堡）阅读行为研究与文档质量开发合伙企业',
          },
          policy:
            'https://observatory.northlark.example/documents/privacy/reading-behaviour/2026-11-01/complete-version',
          country: 'DE',
          retention: 'P1Y6M',
        },
      ],
    },
  ],
};

/** Nobody said who asks: what a config without any entry looks like. */
export const NOBODY: Config = { languages: ['en', 'zh-Hans'], layout: { reopen: 'none' } };

const FORTY = 40;

/** As many services as a large publisher has. */
export const CROWD: Config = {
  ...USUAL,
  categories: [
    { id: 'necessary' },
    {
      id: 'advertising',
      services: Array.from({ length: FORTY }, (_, index) => ({
        id: `partner-${index + 1}`,
        name: { en: `Advertising partner ${index + 1}`, 'zh-Hans': `广告合作方 ${index + 1}` },
        provider: `Partner ${index + 1} Ltd.`,
        country: ['IE', 'US', 'SG', 'NL'][index % 4] as string,
        retention: 'P13M',
      })),
    },
  ],
};

/** Purposes of the site's own, beside the built-in ones. */
export const OWN_PURPOSES: Config = {
  ...USUAL,
  categories: [
    ...(USUAL.categories as Category[]),
    {
      id: 'research',
      title: { en: 'Customer research', 'zh-Hans': '用户调研' },
      description: { en: 'Invites you to surveys about our products.', 'zh-Hans': '邀请您参与我们的产品调研。' },
    },
    {
      id: 'support',
      title: { en: 'Support recordings', 'zh-Hans': '客服录音' },
      description: { en: 'Keeps support calls for training.', 'zh-Hans': '保存客服通话用于培训。' },
    },
  ],
};

/** Nothing that is asked names a policy. */
export const NO_POLICY: Config = { ...USUAL, controller: { name: 'Northlark Cloud' } };

/** Whatever languages Candor has: the banner offers the page's and the browser's, the panel all. */
export const ALL_LANGUAGES: Config = {
  controller: USUAL.controller ?? {},
  categories: USUAL.categories ?? [],
  layout: { reopen: 'none' },
};

export const ONE_LANGUAGE: Config = { ...USUAL, languages: ['en'] };

/** A second revision asks for one thing more. */
export const ASKED_AGAIN: Config = {
  ...USUAL,
  revision: 2,
  changes: [
    {
      revision: 2,
      ids: ['location'],
      text: { en: 'We now find the nearest region for you.', 'zh-Hans': '我们新增了查找最近地域的功能。' },
    },
  ],
};
