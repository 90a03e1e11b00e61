/**
 * Recipients that sites often have, and how each is known. Data alone: `find-vendor.ts` reads it.
 *
 * Reviewed 2026-11-22, from the vendors' own installation pages and cookie lists. A host or name too many costs a developer one
 * look; one too few costs nothing that was there before.
 */
export interface Vendor {
  readonly name: string;
  /** Id of the built-in category that such a recipient usually belongs to. */
  readonly category: 'functional' | 'analytics' | 'advertising' | 'social';
  /**
   * Hosts, with `*.` before one for all below it as well, and what the path begins with: as in `block` of the config. One
   * that begins with `/` is the name of a file that sites serve themselves.
   */
  readonly addresses: readonly string[];
  /** Names of cookies; `*` stands for any characters. */
  readonly cookies?: readonly string[];
  /** Keys of localStorage and sessionStorage, likewise. */
  readonly storage?: readonly string[];
}

export const VENDORS: readonly Vendor[] = [
  // Measuring
  {
    name: 'Google Analytics',
    category: 'analytics',
    addresses: [
      '*.google-analytics.com',
      '*.analytics.google.com',
      'analytics.google.com',
      'www.googletagmanager.com/gtag/',
      'stats.g.doubleclick.net',
    ],
    cookies: ['_ga', '_ga_*', '_gid', '_gat*', '__utm*'],
  },
  { name: 'Google Tag Manager', category: 'analytics', addresses: ['*.googletagmanager.com'] },
  { name: 'Microsoft Clarity', category: 'analytics', addresses: ['*.clarity.ms'], cookies: ['_clck', '_clsk'] },
  {
    name: 'Hotjar',
    category: 'analytics',
    addresses: ['*.hotjar.com', '*.hotjar.io'],
    cookies: ['_hj*'],
    storage: ['_hj*'],
  },
  {
    name: 'Matomo',
    category: 'analytics',
    addresses: ['*.matomo.cloud', '/matomo.js', '/matomo.php', '/piwik.js', '/piwik.php'],
    cookies: ['_pk_*', 'mtm_*', 'MATOMO_SESSID'],
  },
  {
    name: 'PostHog',
    category: 'analytics',
    addresses: ['*.posthog.com'],
    cookies: ['ph_*'],
    storage: ['ph_*', '__ph_*'],
  },
  {
    name: 'Mixpanel',
    category: 'analytics',
    addresses: ['*.mixpanel.com', '*.mxpnl.com'],
    cookies: ['mp_*', '__mp_*'],
    storage: ['mp_*', '__mp_*', '__mpq_*'],
  },
  {
    name: 'Segment',
    category: 'analytics',
    addresses: ['*.segment.com', '*.segment.io'],
    cookies: ['ajs_*'],
    storage: ['ajs_*', 'analytics.js*'],
  },
  {
    name: 'Amplitude',
    category: 'analytics',
    addresses: ['*.amplitude.com'],
    cookies: ['AMP_*', 'amplitude_*', 'amp_*'],
    storage: ['AMP_*', 'amplitude_*'],
  },
  { name: 'Plausible', category: 'analytics', addresses: ['plausible.io'] },
  { name: 'Umami', category: 'analytics', addresses: ['cloud.umami.is', 'gateway.umami.is', 'analytics.umami.is'] },
  { name: 'Fathom', category: 'analytics', addresses: ['cdn.usefathom.com'] },
  { name: 'Cloudflare Web Analytics', category: 'analytics', addresses: ['static.cloudflareinsights.com'] },
  {
    name: 'Heap',
    category: 'analytics',
    addresses: ['*.heapanalytics.com', '*.heap-api.com'],
    cookies: ['_hp2_*', '_hp5_*'],
  },
  { name: 'FullStory', category: 'analytics', addresses: ['*.fullstory.com'], cookies: ['fs_uid', 'fs_lua'] },
  { name: 'Mouseflow', category: 'analytics', addresses: ['*.mouseflow.com'], cookies: ['mf_*'] },
  { name: 'Crazy Egg', category: 'analytics', addresses: ['*.crazyegg.com'], cookies: ['_ce.*', '_CE*', 'cebs*'] },
  {
    name: 'Adobe Analytics',
    category: 'analytics',
    addresses: ['*.omtrdc.net', '*.2o7.net', '*.demdex.net', 'assets.adobedtm.com'],
    cookies: ['AMCV_*', 'AMCVS_*', 's_vi', 's_fid', 'demdex'],
  },
  {
    name: 'Yandex Metrica',
    category: 'analytics',
    addresses: ['mc.yandex.ru', 'mc.yandex.com'],
    cookies: ['_ym_*'],
    storage: ['_ym*'],
  },
  {
    name: 'Baidu Tongji',
    category: 'analytics',
    addresses: ['hm.baidu.com', 'hmcdn.baidu.com', 'tongji.baidu.com'],
    cookies: ['Hm_lvt_*', 'Hm_lpvt_*', 'Hm_ck_*', 'HMACCOUNT*', 'HMVT'],
    storage: ['Hm_lvt_*', 'Hm_lpvt_*', 'Hm_unsent_*'],
  },
  {
    name: 'Baidu link submission',
    category: 'analytics',
    addresses: ['zz.bdstatic.com/linksubmit/', 'push.zhanzhang.baidu.com'],
  },
  {
    name: 'CNZZ and Umeng',
    category: 'analytics',
    addresses: ['*.cnzz.com', '*.umeng.com', '*.umengcloud.com'],
    cookies: ['CNZZDATA*', 'UM_distinctid'],
  },
  {
    name: 'QuickTracking',
    category: 'analytics',
    addresses: ['o.alicdn.com/QTSDK/', 'g.alicdn.com/alilog/', 'd.alicdn.com/alilog/', '*.mmstat.com'],
    cookies: ['cna', 'isg', 'aplus_*'],
    storage: ['APLUS_*', 'aplus*'],
  },
  {
    name: 'Sensors Data',
    category: 'analytics',
    addresses: ['*.sensorsdata.cn', '*.sensorsdata.com', '/sensorsdata.min.js'],
    cookies: ['sensorsdata2015*', 'sa_jssdk_*', 'sajssdk_*', 'sensorsdata_*'],
    storage: ['sensorsdata*', 'sawebjssdk*'],
  },
  {
    name: 'GrowingIO',
    category: 'analytics',
    addresses: ['*.growingio.com', '*.giocdn.com'],
    cookies: ['gr_*', '*_gr_*', '_gio*', 'grwng_uid'],
    storage: ['gr_*', '_gio*', 'gdp_*'],
  },
  {
    name: 'Volcengine Finder',
    category: 'analytics',
    addresses: ['*.volceapplog.com', '*.ctobsnssdk.com', '*.volccdn.com/obj/data-static/'],
    cookies: ['__tea_*'],
    storage: ['__tea_*'],
  },
  { name: 'Zhuge IO', category: 'analytics', addresses: ['*.zhugeio.com'], cookies: ['zg_*'], storage: ['zg_*'] },
  {
    name: '51.LA',
    category: 'analytics',
    addresses: ['*.51.la'],
    cookies: ['__51*', '__vtins__*'],
    storage: ['__51*', '__vtins__*', 'LA_*'],
  },
  { name: 'Tencent Analytics', category: 'analytics', addresses: ['pingjs.qq.com', 'tajs.qq.com', 'pingtcss.qq.com'] },

  // Advertising
  {
    name: 'Google Ads',
    category: 'advertising',
    addresses: [
      '*.doubleclick.net',
      '*.googlesyndication.com',
      '*.googleadservices.com',
      '*.googletagservices.com',
      'www.google.com/pagead/',
      'www.google.com/ads/',
    ],
    cookies: ['_gcl_*', '_gac_*', '__gads', '__gpi', '__gpi_optout'],
  },
  {
    name: 'Meta Pixel',
    category: 'advertising',
    addresses: ['connect.facebook.net', 'www.facebook.com/tr'],
    cookies: ['_fbp', '_fbc'],
  },
  {
    name: 'TikTok Pixel',
    category: 'advertising',
    addresses: ['analytics.tiktok.com'],
    cookies: ['_ttp', '_tt_enable_cookie', 'ttcsid*'],
  },
  {
    name: 'LinkedIn Insight',
    category: 'advertising',
    addresses: ['snap.licdn.com', '*.ads.linkedin.com'],
    cookies: ['li_fat_id', 'ln_or', 'li_giant'],
  },
  {
    name: 'Microsoft Advertising',
    category: 'advertising',
    addresses: ['bat.bing.com', 'bat.bing.net'],
    cookies: ['_uet*'],
    storage: ['_uet*'],
  },
  {
    name: 'X Ads',
    category: 'advertising',
    addresses: ['static.ads-twitter.com', 'analytics.twitter.com', 'ads-api.x.com'],
    cookies: ['_twclid', 'muc_ads'],
  },
  {
    name: 'Pinterest Tag',
    category: 'advertising',
    addresses: ['ct.pinterest.com', 's.pinimg.com/ct/'],
    cookies: ['_pin_unauth', '_pinterest_*', '_derived_epik'],
  },
  {
    name: 'Snap Pixel',
    category: 'advertising',
    addresses: ['sc-static.net', 'tr.snapchat.com'],
    cookies: ['_scid*', '_sctr'],
  },
  {
    name: 'Reddit Pixel',
    category: 'advertising',
    addresses: ['www.redditstatic.com/ads/', 'pixel-config.reddit.com'],
    cookies: ['_rdt_*'],
  },
  { name: 'Criteo', category: 'advertising', addresses: ['*.criteo.com', '*.criteo.net'], cookies: ['cto_*'] },
  { name: 'Taboola', category: 'advertising', addresses: ['*.taboola.com'], cookies: ['t_gid'] },
  { name: 'Outbrain', category: 'advertising', addresses: ['*.outbrain.com'], cookies: ['outbrain_*'] },
  { name: 'Amazon Ads', category: 'advertising', addresses: ['*.amazon-adsystem.com'] },
  {
    name: 'HubSpot',
    category: 'advertising',
    addresses: [
      '*.hs-scripts.com',
      '*.hs-analytics.net',
      '*.hs-banner.com',
      '*.hsadspixel.net',
      '*.hscollectedforms.net',
    ],
    cookies: ['hubspotutk', '__hs*'],
  },
  {
    name: 'Baidu Union',
    category: 'advertising',
    addresses: ['*.cpro.baidu.com', 'cpro.baidustatic.com', 'pos.baidu.com', 'cbjs.baidu.com'],
  },
  {
    name: 'Ocean Engine',
    category: 'advertising',
    addresses: ['*.oceanengine.com', '*.pangolin-sdk-toutiao.com'],
  },

  // Social networks and films
  {
    name: 'YouTube',
    category: 'social',
    addresses: ['*.youtube.com', '*.youtube-nocookie.com', '*.ytimg.com', 'youtu.be'],
    storage: ['yt-*', 'yt.*', 'ytidb::*'],
  },
  { name: 'Vimeo', category: 'social', addresses: ['player.vimeo.com', '*.vimeocdn.com'], cookies: ['vuid'] },
  {
    name: 'X posts',
    category: 'social',
    addresses: ['platform.twitter.com', 'platform.x.com', 'syndication.twitter.com', 'syndication.x.com'],
  },
  {
    name: 'Facebook plugins',
    category: 'social',
    addresses: ['www.facebook.com/plugins/', 'www.facebook.com/v', 'connect.facebook.com'],
    cookies: ['fblo_*', 'fbsr_*', 'fbm_*'],
  },
  { name: 'Instagram', category: 'social', addresses: ['www.instagram.com', '*.cdninstagram.com'] },
  { name: 'TikTok embeds', category: 'social', addresses: ['www.tiktok.com/embed', 'www.tiktok.com/player/'] },
  { name: 'LinkedIn plugins', category: 'social', addresses: ['platform.linkedin.com', 'www.linkedin.com/embed/'] },
  { name: 'Spotify', category: 'social', addresses: ['open.spotify.com/embed'] },
  { name: 'SoundCloud', category: 'social', addresses: ['w.soundcloud.com'] },
  { name: 'Disqus', category: 'social', addresses: ['*.disqus.com', '*.disquscdn.com'], cookies: ['disqus_*'] },
  { name: 'ShareThis', category: 'social', addresses: ['*.sharethis.com'], cookies: ['__stid', '__stidv', 'fpestid'] },
  { name: 'Baidu Share', category: 'social', addresses: ['*.share.baidu.com'] },
  {
    name: 'Weibo',
    category: 'social',
    addresses: ['widget.weibo.com', 'service.weibo.com', 'tjs.sjs.sinajs.cn', 'api.weibo.com'],
  },
  {
    name: 'WeChat',
    category: 'social',
    addresses: ['res.wx.qq.com', 'res2.wx.qq.com', 'open.weixin.qq.com', 'mp.weixin.qq.com'],
  },
  {
    name: 'QQ',
    category: 'social',
    addresses: ['connect.qq.com', 'graph.qq.com', '*.qzone.qq.com', 'qzonestyle.gtimg.cn/qzone/openapi/'],
    cookies: ['__qc__*'],
  },
  { name: 'Bilibili', category: 'social', addresses: ['player.bilibili.com', '*.hdslb.com'] },
  { name: 'Youku', category: 'social', addresses: ['player.youku.com', '*.ykimg.com'] },
  { name: 'Tencent Video', category: 'social', addresses: ['v.qq.com', 'vm.gtimg.cn'] },
  { name: 'iQIYI', category: 'social', addresses: ['open.iqiyi.com', 'player.video.qiyi.com'] },

  // Maps and conversations
  {
    name: 'Google Maps',
    category: 'functional',
    addresses: ['maps.googleapis.com', 'maps.gstatic.com', 'maps.google.com', 'www.google.com/maps/'],
  },
  {
    name: 'AMap',
    category: 'functional',
    addresses: ['*.amap.com', '*.is.autonavi.com'],
    storage: ['_AMap_*', 'AMap_*'],
  },
  {
    name: 'Baidu Maps',
    category: 'functional',
    addresses: ['*.map.baidu.com', '*.map.bdimg.com', '*.bdimg.com/tile/'],
  },
  { name: 'Tencent Maps', category: 'functional', addresses: ['*.map.qq.com', '*.map.gtimg.com'] },
  { name: 'Mapbox', category: 'functional', addresses: ['*.mapbox.com'], storage: ['mapbox.eventData*'] },
  {
    name: 'Intercom',
    category: 'functional',
    addresses: ['*.intercom.io', '*.intercomcdn.com'],
    cookies: ['intercom-*'],
    storage: ['intercom*'],
  },
  { name: 'Crisp', category: 'functional', addresses: ['*.crisp.chat'], cookies: ['crisp-client*'] },
  {
    name: 'tawk.to',
    category: 'functional',
    addresses: ['*.tawk.to'],
    cookies: ['twk_*', 'TawkConnectionTime'],
    storage: ['twk_*'],
  },
  {
    name: 'Zendesk',
    category: 'functional',
    addresses: ['*.zdassets.com', '*.zopim.com'],
    cookies: ['__zlcmid'],
    storage: ['ZD-*'],
  },
];
