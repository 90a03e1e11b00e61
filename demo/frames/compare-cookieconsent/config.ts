import type { CookieConsentConfig, Translation } from 'vanilla-cookieconsent';

/** Candor's own words, so that the two differ in nothing but the library. */
const TRANSLATIONS: Readonly<Record<'en' | 'zh-Hans', Translation>> = {
  en: {
    consentModal: {
      title: 'Your data, your choice',
      description:
        'We use cookies to run this site. With your permission we also use data to remember your settings, measure visits, find your location and send offers. If you refuse, basic functions still work. You can change your mind any time in Cookie settings.',
      acceptAllBtn: 'Accept all',
      acceptNecessaryBtn: 'Reject all',
      showPreferencesBtn: 'Manage preferences',
      footer: '<a href="/privacy/">Privacy policy</a>',
    },
    preferencesModal: {
      title: 'Cookie settings',
      acceptAllBtn: 'Accept all',
      acceptNecessaryBtn: 'Reject all',
      savePreferencesBtn: 'Save choices',
      closeIconLabel: 'Close without saving',
      sections: [
        { description: 'Decide what your data may be used for. Nothing changes until you save.' },
        {
          title: 'Strictly necessary',
          description: 'Needed to deliver this site, keep it secure and remember what you choose here.',
          linkedCategory: 'necessary',
        },
        {
          title: 'Your settings',
          description: 'Remembers what you set, such as language or region, for your next visit.',
          linkedCategory: 'functional',
        },
        {
          title: 'Analytics',
          description: 'Measures visits and how pages are used, so that we can improve this site.',
          linkedCategory: 'analytics',
        },
        {
          title: 'Your location',
          description:
            'Finds where you are through GPS, Wi-Fi, sensors or IP address. Turning it off stops the collection.',
          linkedCategory: 'location',
        },
        {
          title: 'Marketing messages',
          description: 'Sends you offers and news by push message, e-mail, text message or phone.',
          linkedCategory: 'push',
        },
        {
          title: 'Your rights and contact',
          description:
            'You may see, correct and delete your data, and withdraw your consent at any time. What was done before stays lawful. Responsible: Northlark Cloud. <a href="/privacy/">Privacy policy</a>',
        },
      ],
    },
  },
  'zh-Hans': {
    consentModal: {
      title: '您的数据，由您决定',
      description:
        '我们使用 Cookie 保障网站运行。经您同意，我们还会处理数据，用于记住您的设置、统计访问、获取位置和推送营销信息。拒绝不影响基本功能。您可随时在“Cookie 设置”中更改或撤回。',
      acceptAllBtn: '全部同意',
      acceptNecessaryBtn: '全部拒绝',
      showPreferencesBtn: '管理偏好',
      footer: '<a href="/zh/privacy/">隐私政策</a>',
    },
    preferencesModal: {
      title: 'Cookie 设置',
      acceptAllBtn: '全部同意',
      acceptNecessaryBtn: '全部拒绝',
      savePreferencesBtn: '保存选择',
      closeIconLabel: '关闭且不保存',
      sections: [
        { description: '请选择您的数据可用于哪些用途。保存之前，一切保持不变。' },
        {
          title: '必要',
          description: '用于提供本网站的服务、保障安全并记住您在此处的选择。',
          linkedCategory: 'necessary',
        },
        {
          title: '偏好设置',
          description: '记住您的语言、地区等设置，方便您下次访问。',
          linkedCategory: 'functional',
        },
        {
          title: '统计分析',
          description: '统计访问和页面使用情况，用于改进本网站。',
          linkedCategory: 'analytics',
        },
        {
          title: '位置信息',
          description: '通过 GPS、Wi-Fi、传感器或 IP 地址获取您的位置。关闭后即停止收集。',
          linkedCategory: 'location',
        },
        {
          title: '营销信息',
          description: '通过消息推送、邮件、短信或电话向您发送优惠和资讯。',
          linkedCategory: 'push',
        },
        {
          title: '您的权利与联系方式',
          description:
            '您有权查阅、更正、删除您的个人信息，并可随时撤回同意。撤回不影响此前基于同意已进行的处理活动的效力。个人信息处理者：北灵云。<a href="/zh/privacy/">隐私政策</a>',
        },
      ],
    },
  },
};

/**
 * As its documentation begins: the default look, a category for each purpose, cookies that are cleared when it is refused.
 * One thing departs from the defaults: it would hide from automated browsers, and these tests are run by one.
 */
export const cookieConsentConfig = (language: 'en' | 'zh-Hans'): CookieConsentConfig => ({
  hideFromBots: false,
  categories: {
    necessary: { enabled: true, readOnly: true },
    functional: {},
    analytics: { autoClear: { cookies: [{ name: 'sample-cookieconsent' }] } },
    location: {},
    push: {},
  },
  language: { default: language, translations: TRANSLATIONS },
});
