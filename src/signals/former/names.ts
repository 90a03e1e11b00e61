/** Sites write one name as `googleAnalytics`, `google_analytics` and `google-analytics`. */
export const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * What other tools, their guides and sites call the purposes that Candor has built in. `personalisation` is not among them: it
 * may be that of ads or of content.
 */
export const CATEGORIES: Readonly<Record<string, string>> = {
  essential: 'necessary',
  required: 'necessary',
  strictlynecessary: 'necessary',
  functionality: 'functional',
  preference: 'functional',
  preferences: 'functional',
  settings: 'functional',
  analytic: 'analytics',
  audience: 'analytics',
  measurement: 'analytics',
  performance: 'analytics',
  statistic: 'analytics',
  statistics: 'analytics',
  stats: 'analytics',
  ad: 'advertising',
  ads: 'advertising',
  advertisement: 'advertising',
  advertisements: 'advertising',
  marketing: 'advertising',
  targeting: 'advertising',
  socialmedia: 'social',
};

/** Names of one and the same product, a line each. */
const PRODUCTS = [
  'googleanalytics googleanalytics4 universalanalytics ga ga4',
  'googletagmanager gtm',
  'googleads googleadwords adwords',
  'googleadsense adsense',
  'facebookpixel fbpixel metapixel',
  'matomo piwik',
  'microsoftclarity clarity',
  'linkedininsighttag linkedininsight',
  'googlemaps gmaps',
  'googlerecaptcha recaptcha',
].map((names) => names.split(' '));

/** The same for every name of a product. */
export const productOf = (plainName: string): string =>
  PRODUCTS.find((names) => names.includes(plainName))?.[0] ?? plainName;
