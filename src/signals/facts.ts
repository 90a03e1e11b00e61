/**
 * What each vendor brings to a page, for the linter and the guides; no visitor downloads it.
 *
 * Reviewed 2026-11-22, from the vendors' own installation pages and cookie lists.
 */
import type { Signals } from '../core/config.js';

export interface VendorFacts {
  readonly name: string;
  /** Another name that sites call it by. */
  readonly alias?: string;
  /** Where its script and its requests go, as in `block` of the config; none where the site itself serves it. */
  readonly addresses: readonly string[];
  /** What it leaves on the device, as in `erase` of the config. */
  readonly erase: { readonly cookies?: readonly string[]; readonly localStorage?: readonly string[] };
  /** Whether it documents a command that takes an answer. Where it does not, its script alone can be held. */
  readonly hasCommand: boolean;
}

export const VENDOR_FACTS: Readonly<
  Record<Exclude<keyof Signals, 'googleConsentMode' | 'tcf' | 'formerConsent'>, VendorFacts>
> = {
  microsoftUet: {
    name: 'Microsoft Advertising',
    addresses: ['bat.bing.com', 'bat.bing.net'],
    erase: { cookies: ['_uet*'], localStorage: ['_uet*'] },
    hasCommand: true,
  },
  clarity: {
    name: 'Microsoft Clarity',
    addresses: ['*.clarity.ms'],
    erase: { cookies: ['_clck', '_clsk'] },
    hasCommand: true,
  },
  metaPixel: {
    name: 'Meta Pixel',
    addresses: ['connect.facebook.net', 'www.facebook.com/tr'],
    erase: { cookies: ['_fbp', '_fbc'] },
    hasCommand: true,
  },
  tiktok: {
    name: 'TikTok Pixel',
    addresses: ['analytics.tiktok.com'],
    erase: { cookies: ['_ttp', '_tt_enable_cookie', 'ttcsid*'] },
    hasCommand: true,
  },
  matomo: {
    name: 'Matomo',
    addresses: ['*.matomo.cloud'],
    erase: { cookies: ['_pk_*'] },
    hasCommand: true,
  },
  segment: {
    name: 'Segment',
    addresses: ['*.segment.com', '*.segment.io'],
    erase: { cookies: ['ajs_*'], localStorage: ['ajs_*', 'analytics.js*'] },
    hasCommand: true,
  },
  posthog: {
    name: 'PostHog',
    addresses: ['*.posthog.com'],
    erase: { cookies: ['ph_*'], localStorage: ['ph_*', '__ph_*'] },
    hasCommand: true,
  },
  mixpanel: {
    name: 'Mixpanel',
    addresses: ['*.mixpanel.com', '*.mxpnl.com'],
    erase: { cookies: ['mp_*', '__mp_*'], localStorage: ['mp_*', '__mp_*', '__mpq_*'] },
    hasCommand: true,
  },
  amplitude: {
    name: 'Amplitude',
    addresses: ['*.amplitude.com'],
    erase: { cookies: ['AMP_*'], localStorage: ['AMP_*'] },
    hasCommand: true,
  },
  baiduTongji: {
    name: 'Baidu Tongji',
    alias: '百度',
    addresses: ['hm.baidu.com'],
    erase: { cookies: ['Hm_lvt_*', 'Hm_lpvt_*'], localStorage: ['Hm_lvt_*', 'Hm_lpvt_*', 'Hm_unsent_*'] },
    hasCommand: false,
  },
  quickTracking: {
    name: 'QuickTracking',
    addresses: ['o.alicdn.com/QTSDK/', 'd.alicdn.com/alilog/', 'g.alicdn.com/alilog/', '*.mmstat.com'],
    erase: { cookies: ['cna', 'isg', 'aplus_*'], localStorage: ['APLUS_*', 'aplus*'] },
    hasCommand: true,
  },
  sensorsData: {
    name: 'Sensors Data',
    addresses: ['*.sensorsdata.cn', '*.sensorsdata.com'],
    erase: { cookies: ['sensorsdata2015*', 'sa_jssdk_*', 'sajssdk_*'], localStorage: ['sensorsdata*', 'sawebjssdk*'] },
    hasCommand: true,
  },
  linkedIn: {
    name: 'LinkedIn Insight',
    addresses: ['snap.licdn.com', '*.ads.linkedin.com'],
    erase: { cookies: ['li_fat_id', 'ln_or', 'li_giant'] },
    hasCommand: false,
  },
  piwikPro: {
    name: 'Piwik PRO',
    addresses: ['*.piwik.pro', '*.containers.piwik.pro'],
    erase: { cookies: ['_pk_*', 'ppms_*', 'stg_*'] },
    hasCommand: true,
  },
  adobe: {
    name: 'Adobe Experience Platform',
    addresses: ['assets.adobedtm.com', '*.adobedc.net', '*.demdex.net', '*.omtrdc.net'],
    erase: { cookies: ['kndctr_*', 'AMCV_*', 'AMCVS_*', 's_vi', 's_fid'] },
    hasCommand: true,
  },
  shopify: { name: 'Shopify', addresses: [], erase: {}, hasCommand: true },
  wpConsent: { name: 'WP Consent API', addresses: [], erase: {}, hasCommand: true },
  zaraz: { name: 'Cloudflare Zaraz', addresses: ['/cdn-cgi/zaraz/'], erase: {}, hasCommand: true },
  volcengine: {
    name: 'Volcengine DataFinder',
    addresses: ['*.volceapplog.com', '*.ctobsnssdk.com', '*.volccdn.com/obj/data-static/'],
    erase: { localStorage: ['__tea_*'] },
    hasCommand: true,
  },
};
