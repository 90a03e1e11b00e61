// Generated from src/lint/schema.ts by `npm run generate`. Do not edit.

/**
 * A text or URL: the same for all languages, or one for each BCP 47 language tag. One for all is read aloud as `prevailingLanguage`, else as the language of the page.
 */
export type Text =
  | string
  | {
      [k: string]: string;
    };
/**
 * A browser API that can be held.
 */
export type Guard = 'geolocation' | 'notifications' | 'push' | 'camera' | 'microphone' | 'motion';

/**
 * The config of Candor, the same for every way of installing it.
 */
export interface Config {
  $schema?: string;
  /**
   * A comment. Has no effect.
   */
  note?: string;
  /**
   * Counts up when something that was asked changes. Default 1.
   */
  revision?: number;
  /**
   * What each revision changed. A revision without an entry asks everything again.
   */
  changes?: Change[];
  /**
   * The languages offered. Default: all that Candor has.
   */
  languages?: string[];
  /**
   * The language whose text governs, and the fallback of your own texts.
   */
  prevailingLanguage?: string;
  controller?: Controller;
  /**
   * Default: necessary, functional, analytics, advertising, social, location, push.
   */
  categories?: Category[];
  /**
   * Your own words, by message id.
   */
  texts?: {
    [k: string]: Text;
  };
  layout?: Layout;
  theme?: Theme;
  lifespan?: Lifespan;
  cookie?: {
    /**
     * Default `candor`.
     */
    name?: string;
    /**
     * `auto` (default): this host only. Or a parent domain, to share the answer with it.
     */
    domain?: string;
  };
  /**
   * Region code of this visitor, where a server writes the config for each: `DE`, `US-CA`. The attribute, the option and the meta tag come before it.
   */
  region?: string;
  /**
   * Rules that stand before the built-in map of regions.
   */
  regions?: RegionRule[];
  signals?: Signals;
  audience?: Audience;
  records?: Records;
  /**
   * Whether Candor also runs inside iframes. Default false.
   */
  frames?: boolean;
}
/**
 * What one revision of the config changed.
 */
export interface Change {
  revision: number;
  /**
   * The ids this revision touches. Default: all.
   *
   * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
   */
  ids?: string[];
  /**
   * ISO 8601 date from which it holds; until then the old answers govern. Default: at once.
   */
  effective?: string;
  /**
   * `ask` (default): the ids are asked again. `tell`: their answers stand.
   */
  effect?: 'ask' | 'tell';
  /**
   * What changed and why.
   */
  text?: Text;
}
/**
 * Who asks.
 */
export interface Controller {
  /**
   * The legal person that answers for the data.
   */
  name?: Text;
  /**
   * URL of the privacy policy.
   */
  privacyPolicy?: Text;
  /**
   * URL to reach it, `mailto:` included.
   */
  contact?: Text;
  phone?: Text;
  address?: Text;
  /**
   * URL for requests of access, correction and deletion.
   */
  requests?: Text;
  /**
   * URL to close an account.
   */
  closeAccount?: Text;
  /**
   * Country in which the data is kept: ISO 3166 code.
   */
  storageLocation?: string;
  /**
   * Version or date of the privacy policy, as it stands there. Goes into records.
   */
  policyVersion?: string;
  /**
   * URL for parents and guardians to reach it, `mailto:` included.
   */
  guardianContact?: Text;
  /**
   * The representative in the visitor’s country: GDPR art. 27, PIPL art. 53.
   */
  representative?: Text;
}
/**
 * A purpose the visitor decides on.
 */
export interface Category {
  /**
   * Lower-case letters, digits and hyphens. Categories and services share one namespace.
   */
  id: string;
  /**
   * A comment. Has no effect.
   */
  note?: string;
  /**
   * `necessary`: always on. `consent` (default): asked. `exempt`: on with an objection offered, only where the region allows it for this id. `separate`: granted in a step of its own and nowhere else.
   */
  kind?: 'necessary' | 'consent' | 'exempt' | 'separate';
  /**
   * The section of the panel it stands in. Default `cookies`.
   */
  group?: 'cookies' | 'device' | 'location' | 'marketing' | 'sharing';
  /**
   * What holds without an answer. Default: what the region’s law has it. `false` asks where the visitor could opt out; `true` has no effect where the law wants to be asked.
   */
  default?: boolean;
  /**
   * Whether it counts as selling or sharing personal data, or as targeted advertising: an opt-out signal of the browser (Global Privacy Control) turns it off. Default: the built-in `advertising` does.
   */
  sale?: boolean;
  title?: Text;
  /**
   * What the data is used for, in one sentence.
   */
  description?: Text;
  /**
   * What happens if the visitor refuses.
   */
  ifRefused?: Text;
  /**
   * The types of Google Consent Mode that this category allows. Default: those of the built-in `functional`, `analytics` and `advertising`.
   */
  consentMode?: (
    | 'ad_storage'
    | 'ad_user_data'
    | 'ad_personalization'
    | 'analytics_storage'
    | 'functionality_storage'
    | 'personalization_storage'
  )[];
  /**
   * The kinds of data that are used, one each.
   */
  data?: Text[];
  /**
   * How the data is used, in one sentence.
   */
  method?: Text;
  /**
   * Why it cannot be done without; required for sensitive data.
   */
  necessity?: Text;
  /**
   * What it means for the person's rights and interests; required for sensitive data.
   */
  impact?: Text;
  /**
   * What the visitor can do instead of agreeing.
   */
  alternative?: Text;
  /**
   * What it keeps on the device. Names that `erase` alone has are listed too.
   */
  stores?: StoredItem[];
  services?: Service[];
  lifespan?: Lifespan;
  /**
   * Browser APIs that answer as if the visitor had refused them, while none of the ids that name them is a yes. Default: the built-in `location` has `geolocation`, or its service `precise` where it has one. `camera`, `microphone` and `motion` need `candor-block.js`.
   */
  guards?: Guard[];
  /**
   * Whether a call that a guard holds asks the visitor at that moment. Default false.
   */
  ask?: boolean;
  /**
   * Addresses that are held while this is no, whoever asks for them: a host (`*.` before it: and all below it) and what the path begins with; a path alone is one of this site. Needs `candor-block.js`.
   */
  block?: string[];
  erase?: Erase;
  /**
   * Whether the page loads again once this is taken back while its scripts run. Default false.
   */
  reload?: boolean;
}
/**
 * What a service keeps on the device, for `<candor-declaration>`.
 */
export interface StoredItem {
  name: string;
  /**
   * Where it is kept. Default `cookie`.
   */
  type?: 'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB' | 'cache';
  /**
   * What it is for, in a few words.
   */
  purpose?: Text;
  /**
   * How long it stays: ISO 8601 duration. Default: until the browser is closed.
   */
  retention?: string;
}
/**
 * One recipient or channel inside a category.
 */
export interface Service {
  /**
   * Lower-case letters, digits and hyphens. Categories and services share one namespace.
   */
  id: string;
  /**
   * A comment. Has no effect.
   */
  note?: string;
  /**
   * The revision that brought this id. Answers of earlier revisions do not cover it. Default: all do.
   */
  since?: number;
  /**
   * Whose it is. `browser` (default). `account`: of a signed-in person; offered once the page has called `setSubject({ signedIn: true })`.
   */
  scope?: 'browser' | 'account';
  /**
   * What the recipient is by law: `processor` (default) works for the site alone, `joint` decides with it, `independent` uses the data for purposes of its own. In China that takes a consent of its own.
   */
  role?: 'processor' | 'joint' | 'independent';
  /**
   * Whether it counts as selling or sharing personal data, or as targeted advertising: an opt-out signal of the browser (Global Privacy Control) turns it off. Default: the built-in `advertising` does.
   */
  sale?: boolean;
  /**
   * The service whose messages this one fits to the person: a switch beside that of the messages.
   */
  personalises?: string;
  /**
   * URL to reach the recipient, `mailto:` included.
   */
  contact?: Text;
  /**
   * The kinds of data that are used, one each.
   */
  data?: Text[];
  /**
   * How the data is used, in one sentence.
   */
  method?: Text;
  /**
   * Why it cannot be done without; required for sensitive data.
   */
  necessity?: Text;
  /**
   * What it means for the person's rights and interests; required for sensitive data.
   */
  impact?: Text;
  /**
   * What the visitor can do instead of agreeing.
   */
  alternative?: Text;
  /**
   * What it keeps on the device. Names that `erase` alone has are listed too.
   */
  stores?: StoredItem[];
  /**
   * The name visitors know it by. Default: the id.
   */
  name?: Text;
  /**
   * What it does, in one sentence.
   */
  description?: Text;
  /**
   * The legal person that receives the data.
   */
  provider?: Text;
  /**
   * URL of the provider's privacy policy.
   */
  policy?: Text;
  /**
   * Where the data goes: ISO 3166 country code.
   */
  country?: string;
  /**
   * How long the data is kept: ISO 8601 duration, such as `P1Y`.
   */
  retention?: string;
  /**
   * Browser APIs that answer as if the visitor had refused them, while none of the ids that name them is a yes. Default: the built-in `location` has `geolocation`, or its service `precise` where it has one. `camera`, `microphone` and `motion` need `candor-block.js`.
   */
  guards?: Guard[];
  /**
   * Whether a call that a guard holds asks the visitor at that moment. Default false.
   */
  ask?: boolean;
  /**
   * Addresses that are held while this is no, whoever asks for them: a host (`*.` before it: and all below it) and what the path begins with; a path alone is one of this site. Needs `candor-block.js`.
   */
  block?: string[];
  erase?: Erase;
  /**
   * Whether the page loads again once this is taken back while its scripts run. Default false.
   */
  reload?: boolean;
}
/**
 * What a refusal or withdrawal removes from the device, by name; `*` stands for any characters.
 */
export interface Erase {
  /**
   * Names of cookies.
   */
  cookies?: string[];
  /**
   * Keys of localStorage.
   */
  localStorage?: string[];
  /**
   * Keys of sessionStorage.
   */
  sessionStorage?: string[];
  /**
   * Names of databases.
   */
  indexedDB?: string[];
  /**
   * Names of caches.
   */
  caches?: string[];
}
/**
 * How long answers hold, in days.
 */
export interface Lifespan {
  /**
   * Days until a yes expires and is asked again. Default 184.
   */
  grantDays?: number;
  /**
   * Days until a no is asked again; at least `grantDays`. Default 184.
   */
  refusalDays?: number;
}
export interface Layout {
  /**
   * A card in a corner (default), a bar along an edge, a modal dialog, or a part of the page itself (`inline`): in the element `[data-candor="inline"]`, where the page has `<candor-banner>`, else at the start of the body.
   */
  banner?: 'box' | 'bar' | 'dialog' | 'inline';
  /**
   * How much room there is. Default `comfortable`.
   */
  density?: 'comfortable' | 'compact';
  /**
   * Where the banner stands. Default `bottom-start` for the box, `bottom` for the bar.
   */
  position?: 'bottom' | 'top' | 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end';
  /**
   * The floating button that reopens the choices. `auto` (default): at bottom-start, unless the page has a control of its own.
   */
  reopen?: 'auto' | 'none' | 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end';
}
/**
 * Colours take whatever the browser takes, `light-dark()` for one of each scheme; what cannot be read is corrected.
 */
export interface Theme {
  /**
   * Default `auto`: as the visitor prefers.
   */
  scheme?: 'auto' | 'light' | 'dark';
  /**
   * The kind of site it is to belong to: `neutral` (default), a `cloud` console, a `public` service, `commerce`, or an `editorial` site. The rest of `theme` goes before it.
   */
  look?: 'neutral' | 'cloud' | 'public' | 'commerce' | 'editorial';
  /**
   * CSS colour of the answers and switches; one that stands out less than 3:1 is corrected.
   */
  accent?: string;
  /**
   * CSS colour of the words on it. Default: white, or black where that reads better.
   */
  accentText?: string;
  /**
   * CSS colour of the surfaces.
   */
  background?: string;
  /**
   * CSS colour of the words; one that reaches less than 4.5:1 is corrected.
   */
  color?: string;
  /**
   * CSS colour of quieter words. Default: follows from `color`, with 7:1.
   */
  muted?: string;
  /**
   * CSS colour of hairlines. Default: follows from `color`.
   */
  border?: string;
  /**
   * CSS length of the corners.
   */
  radius?: string;
  /**
   * CSS font families. Default: those of the page.
   */
  font?: string;
}
/**
 * Which preset governs which regions; stands before the built-in map.
 */
export interface RegionRule {
  /**
   * Region codes: `EEA`, ISO 3166 countries, ISO 3166-2 subdivisions (`US-CA`).
   */
  match: string[];
  /**
   * Default: that of the built-in map.
   */
  preset?: 'eea' | 'uk' | 'ch' | 'us-ca' | 'us-uoom' | 'us-other' | 'br' | 'ca' | 'ca-qc' | 'cn' | 'jp' | 'kr' | 'row';
  /**
   * What holds while nobody has answered: no, and the visitor is asked (`opt-in`), or yes until the visitor says no (`opt-out`, `notice`). Default: that of the preset; a looser one is yours to answer for.
   */
  model?: 'opt-in' | 'opt-out' | 'notice';
  lifespan?: Lifespan;
}
/**
 * Who is told of the answers in their own words, and whose answers are taken over: `true`, or options. What must be told before a later script of the page runs, Google apart, needs `candor-signals.js`.
 */
export interface Signals {
  /**
   * Google Consent Mode v2: tells Google’s tags which of their consent types are allowed.
   */
  googleConsentMode?: boolean | GoogleConsentMode;
  /**
   * Microsoft Advertising (UET) consent mode.
   */
  microsoftUet?:
    | boolean
    | {
        /**
         * Ids that must all be a yes. Default: `advertising`.
         *
         * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
         */
        ids?: string[];
        /**
         * The name of its queue in the page. Default `uetq`.
         */
        queue?: string;
      };
  /**
   * Microsoft Clarity, `consentv2`.
   */
  clarity?:
    | boolean
    | {
        /**
         * By type of the vendor, the ids that must all be a yes.
         */
        ids?: {
          /**
           * Ids that must all be a yes. Default: `advertising`.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          ad_Storage?: string[];
          /**
           * Ids that must all be a yes. Default: `analytics`.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          analytics_Storage?: string[];
        };
      };
  /**
   * Meta Pixel: `revoke` before `init`, then `grant` or `revoke`.
   */
  metaPixel?:
    | boolean
    | {
        /**
         * Ids that must all be a yes. Default: `advertising`.
         *
         * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
         */
        ids?: string[];
        /**
         * Whether a no also sets Limited Data Use, and a yes lifts it. Default false.
         */
        limitedDataUse?: boolean;
      };
  /**
   * TikTok Pixel: held until there is an answer.
   */
  tiktok?:
    | boolean
    | {
        /**
         * Ids that must all be a yes. Default: `advertising`.
         *
         * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
         */
        ids?: string[];
        /**
         * The name of its queue in the page. Default `ttq`.
         */
        queue?: string;
      };
  /**
   * Matomo: consent is required, and then given or forgotten.
   */
  matomo?:
    | boolean
    | {
        /**
         * Ids that must all be a yes. Default: `analytics`.
         *
         * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
         */
        ids?: string[];
        /**
         * The name of its queue in the page. Default `_paq`.
         */
        queue?: string;
        /**
         * Whether visits are counted without cookies until the yes. Default false.
         */
        cookiesOnly?: boolean;
      };
  /**
   * Twilio Segment: its consent preferences.
   */
  segment?:
    | boolean
    | {
        /**
         * By category of Segment, the ids that must all be a yes. Default: `functional`, `analytics` and `advertising`, each under its own id.
         */
        ids?: {
          /**
           * Ids of categories or services that must all be a yes.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          [k: string]: string[];
        };
        /**
         * The name of its SDK in the page. Default `analytics`.
         */
        sdk?: string;
      };
  /**
   * PostHog: opted in or out.
   */
  posthog?:
    | boolean
    | {
        /**
         * Ids that must all be a yes. Default: `analytics`.
         *
         * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
         */
        ids?: string[];
        /**
         * The name of its SDK in the page. Default `posthog`.
         */
        sdk?: string;
      };
  /**
   * Mixpanel: opted in or out.
   */
  mixpanel?:
    | boolean
    | {
        /**
         * Ids that must all be a yes. Default: `analytics`.
         *
         * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
         */
        ids?: string[];
        /**
         * The name of its SDK in the page. Default `mixpanel`.
         */
        sdk?: string;
      };
  /**
   * Amplitude: opted in or out.
   */
  amplitude?:
    | boolean
    | {
        /**
         * Ids that must all be a yes. Default: `analytics`.
         *
         * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
         */
        ids?: string[];
        /**
         * The name of its SDK in the page. Default `amplitude`.
         */
        sdk?: string;
      };
  /**
   * Baidu Tongji (百度统计). It has no command, so what holds it is its script alone.
   */
  baiduTongji?: boolean;
  /**
   * Umeng and QuickTracking (友盟, aplus): held until the yes.
   */
  quickTracking?:
    | boolean
    | {
        /**
         * Ids that must all be a yes. Default: `analytics`.
         *
         * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
         */
        ids?: string[];
        /**
         * The name of its queue in the page. Default `aplus_queue`.
         */
        queue?: string;
      };
  /**
   * Sensors Data (神策): its SDK enabled or disabled.
   */
  sensorsData?:
    | boolean
    | {
        /**
         * Ids that must all be a yes. Default: `analytics`.
         *
         * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
         */
        ids?: string[];
        /**
         * The name of its SDK in the page. Default `sensors`.
         */
        sdk?: string;
        /**
         * Whether the SDK does nothing before its `init`. Default false.
         */
        complianceMode?: boolean;
      };
  /**
   * LinkedIn Insight Tag. It has no command, so what holds it is its script alone.
   */
  linkedIn?: boolean;
  /**
   * Piwik PRO: the settings of its consent manager.
   */
  piwikPro?:
    | boolean
    | {
        /**
         * By type of the vendor, the ids that must all be a yes.
         */
        ids?: {
          /**
           * Ids that must all be a yes. Default: `analytics`.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          analytics?: string[];
          /**
           * Ids that must all be a yes. Default: `functional`.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          ab_testing_and_personalization?: string[];
          /**
           * Ids that must all be a yes. Default: `advertising`.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          conversion_tracking?: string[];
          /**
           * Ids that must all be a yes. Default: `advertising`.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          marketing_automation?: string[];
          /**
           * Ids that must all be a yes. Default: `advertising`.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          remarketing?: string[];
          /**
           * Ids that must all be a yes. Default: `functional`.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          user_feedback?: string[];
        };
      };
  /**
   * Adobe Experience Platform Web SDK: `setConsent`.
   */
  adobe?:
    | boolean
    | {
        /**
         * Ids that must all be a yes. Default: `analytics`.
         *
         * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
         */
        ids?: string[];
        /**
         * The name of its SDK in the page. Default `alloy`.
         */
        sdk?: string;
      };
  /**
   * Shopify: the Customer Privacy API.
   */
  shopify?:
    | boolean
    | {
        /**
         * By type of the vendor, the ids that must all be a yes.
         */
        ids?: {
          /**
           * Ids that must all be a yes. Default: `analytics`.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          analytics?: string[];
          /**
           * Ids that must all be a yes. Default: `advertising`.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          marketing?: string[];
          /**
           * Ids that must all be a yes. Default: `functional`.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          preferences?: string[];
          /**
           * Ids that must all be a yes. Default: `advertising`.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          sale_of_data?: string[];
        };
      };
  /**
   * The WP Consent API of WordPress.
   */
  wpConsent?:
    | boolean
    | {
        /**
         * By type of the vendor, the ids that must all be a yes.
         */
        ids?: {
          /**
           * Ids that must all be a yes. Default: `functional`.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          preferences?: string[];
          /**
           * Ids that must all be a yes. Default: `analytics`.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          'statistics-anonymous'?: string[];
          /**
           * Ids that must all be a yes. Default: `analytics`.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          statistics?: string[];
          /**
           * Ids that must all be a yes. Default: `advertising`.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          marketing?: string[];
        };
      };
  /**
   * Cloudflare Zaraz.
   */
  zaraz?:
    | boolean
    | {
        /**
         * By id of a purpose in Zaraz, the ids that must all be a yes.
         */
        ids?: {
          /**
           * Ids of categories or services that must all be a yes.
           *
           * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
           */
          [k: string]: string[];
        };
      };
  /**
   * Volcengine DataFinder (火山引擎): started by the yes.
   */
  volcengine?:
    | boolean
    | {
        /**
         * Ids that must all be a yes. Default: `analytics`.
         *
         * Items: Lower-case letters, digits and hyphens. Categories and services share one namespace.
         */
        ids?: string[];
        /**
         * The name of its queue in the page. Default `collectEvent`.
         */
        queue?: string;
      };
  /**
   * Takes over what the visitor answers to a consent platform of the IAB’s TCF 2.3 that stands on this page (`__tcfapi`). Legitimate interest is no yes. Built in are the purposes of `functional`, `analytics`, `advertising` and `location`.
   */
  tcf?:
    | true
    | {
        /**
         * Purposes of the TCF by category or service, in place of the built-in ones: all must be consented to, purpose 1 always with them. An empty list leaves a category out.
         */
        purposes?: {
          [k: string]: number[];
        };
        /**
         * Special features of the TCF by category or service, in place of the built-in ones: all must be opted into.
         */
        features?: {
          [k: string]: number[];
        };
        /**
         * Ids in the Global Vendor List by service: that service is a yes only if its vendor has consent too.
         */
        vendors?: {
          [k: string]: number;
        };
        /**
         * A comment. Has no effect.
         */
        note?: string;
      };
  /**
   * Takes over what a visitor answered to the consent tool that stood on this site before, while nobody has answered Candor on this device.
   */
  formerConsent?:
    | true
    | {
        /**
         * Tools that may have stood on this site; the first with a readable answer counts. Default: all.
         */
        from?: ('vanilla-cookieconsent' | 'klaro' | 'orejime' | 'tarteaucitron' | 'cookiebot' | 'onetrust')[];
        /**
         * The name of its cookie, or of its key in localStorage, where that was not the usual one.
         */
        cookie?: string;
        /**
         * What their categories and services are called here, where that is neither the same name nor a usual one. An empty list leaves one out.
         */
        ids?: {
          [k: string]: string | string[];
        };
        /**
         * The day before which no answer can have been given, for tools that keep no time (Klaro, orejime, tarteaucitron): when it last asked everybody. Without it only a no is taken over from them.
         */
        since?: string;
        /**
         * A comment. Has no effect.
         */
        note?: string;
      };
}
/**
 * Google Consent Mode v2.
 */
export interface GoogleConsentMode {
  /**
   * Global name of the queue. Default `dataLayer`.
   */
  dataLayer?: string;
  /**
   * Milliseconds that Google’s tags wait for an answer at most. Default 500.
   */
  waitForUpdate?: number;
  /**
   * Whether Google redacts identifiers of ad clicks while `ad_storage` is denied. Default false.
   */
  adsDataRedaction?: boolean;
  /**
   * Whether Google passes identifiers of ad clicks on in links while storage is denied. Default false.
   */
  urlPassthrough?: boolean;
  /**
   * Defaults of their own for regions that Google tells apart, and not Candor.
   */
  regions?: {
    /**
     * ISO 3166-2 codes, as Google tells regions apart.
     */
    region: string[];
    /**
     * What is granted there while nobody has answered.
     */
    granted: (
      | 'ad_storage'
      | 'ad_user_data'
      | 'ad_personalization'
      | 'analytics_storage'
      | 'functionality_storage'
      | 'personalization_storage'
    )[];
  }[];
}
/**
 * What holds where minors visit the site.
 */
export interface Audience {
  /**
   * Whether the visitor is asked for their age band before anything else; nothing but the band is stored. Default false: the page says it by `setSubject()`.
   */
  ask?: boolean;
  /**
   * Age in years under which a guardian decides. Default: that of the region, such as 14 in China, 13 in the United States and 13 to 16 in the EEA.
   */
  age?: number;
  /**
   * URL of the privacy rules for minors.
   */
  policy?: Text;
}
/**
 * The proof of decisions.
 */
export interface Records {
  /**
   * Where records are sent by POST as JSON. Default: they stay on the device.
   */
  url?: string;
  /**
   * How long records are kept by the site, in days; goes into each.
   */
  retentionDays?: number;
}
