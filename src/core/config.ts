// Generated from src/lint/schema.ts by `npm run generate`. Do not edit.

/**
 * A text or URL: the same for all languages, or one for each BCP 47 language tag.
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
   * Rules that stand before the built-in map of regions.
   */
  regions?: RegionRule[];
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
   * A card in a corner (default), a bar along an edge, or a modal dialog.
   */
  banner?: 'box' | 'bar' | 'dialog';
  /**
   * Where the banner stands. Default `bottom-start` for the box, `bottom` for the bar.
   */
  position?: 'bottom' | 'top' | 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end';
  /**
   * The floating button that reopens the choices. `auto` (default): at bottom-start, unless the page has a control of its own.
   */
  reopen?: 'auto' | 'none' | 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end';
}
export interface Theme {
  /**
   * Default `auto`: as the visitor prefers.
   */
  scheme?: 'auto' | 'light' | 'dark';
  /**
   * CSS colour of the buttons.
   */
  accent?: string;
  /**
   * CSS length of the corners.
   */
  radius?: string;
}
/**
 * Which preset governs which regions; stands before the built-in map.
 */
export interface RegionRule {
  /**
   * Region codes: `EEA`, ISO 3166 countries, ISO 3166-2 subdivisions (`US-CA`).
   */
  match: string[];
  preset: 'eea' | 'uk' | 'cn' | 'row';
  lifespan?: Lifespan;
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
