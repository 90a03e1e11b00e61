/**
 * What general rules of the lists that hide cookie banners look for, as read on 23 November 2026: rules without a site, which
 * hide an element wherever it stands.
 *
 * - EasyList Cookie, github.com/easylist/easylist, easylist_cookie/easylist_cookie_general_hide.txt (version 00024b3): all of
 *   its rules by tag and by attribute, and a part of those by id and class.
 * - AdGuard Cookie Notices, github.com/AdguardTeam/AdguardFilters, AnnoyancesFilter/Cookies/sections/cookies_general.txt
 *   (version 002ead0): most of it. uBlock's own list (github.com/uBlockOrigin/uAssets, filters/annoyances-cookies.txt, version
 *   0002289) adds few that are general, of the same kind.
 *
 * The lists are long, and change every day; their rules by name are made of a few words, in the languages of Europe. So what
 * stands here is no copy of them, but wider than they are: a name with none of these words is in no rule that was read.
 */

/** Parts of the names that rules go by: of tags, ids, classes, and the values of attributes. */
export const WORDS = [
  'cookie',
  'cooki',
  'coockie',
  'consent',
  'gdpr',
  'rgpd',
  'dsgvo',
  'dgpr',
  'lgpd',
  'kvkk',
  'ccpa',
  'rodo',
  'cnil',
  'cmp',
  'privacy',
  'truste',
  'disclaimer',
  'eulaw',
  'eupopup',
] as const;

/** Attributes whose value such a rule looks at; what else they hold is nothing to it. */
export const LOOKED_AT =
  /^(aria-(label|labelledby|describedby)|id|class|name|type|app|spec|dismiss|data-(?!consent|candor).+)$/;

/** Attributes that are enough by themselves, whatever their value. */
export const ENOUGH = [
  'cnn-cookie-policy',
  'cookie-unique-name',
  'data-alert-cookie',
  'data-borlabs-cookie-wrap',
  'data-ccpa',
  'data-cmp-no-consent',
  'data-container-acceptcookies',
  'data-cookie-checker',
  'data-cookie-disclaimer',
  'data-cookie-law-banner-selector',
  'data-cookie-notification',
  'data-cookie-number',
  'data-cookie-path',
  'data-cookie-policy-modal',
  'data-cookie-validity-days',
  'data-cookie-warning',
  'data-cookiebanner',
  'data-cookiebar',
  'data-cookielayer-init',
  'data-dmscookie',
  'data-etsy-promo-cookie-expires',
  'data-gaoop_hide_after_close',
  'data-gdpr-consent-prompt',
  'data-is-cookieinfo',
  'data-pov-accept-cookies-message',
  'data-privacy-consent',
  'data-rgpd-inc',
  'data-test-sell-cookie-banner',
  'data-unique-cookie-name',
  'element-structure-cookiemonster',
  'js-cookies',
] as const;

/** Tags that rules go by though they hold none of the words. */
export const TAGS = [
  'amedia-privacybox',
  'amp-user-notification',
  'ocaso-global-modal',
  'policy-consent',
  'sibbo-cmp-layout',
  'tuugo-notification',
  'wecoma-lite',
  'ytd-mealbar-promo-renderer',
  'ytg-notification-footer',
] as const;
