/** What the config can say under `signals`: for each outside API `true`, or options. */
import * as z from './zod.js';
import { id } from './id-schema.js';
import { formerConsent, tcf } from './listening-schema.js';

const ids = z
  .array(id)
  .min(1, 'name at least one id, or leave the key out')
  .meta({ description: 'Ids of categories or services that must all be a yes.' });

/** Which ids a vendor with one type follows. */
const one = (fallback: string) => ({
  ids: ids.optional().meta({ description: `Ids that must all be a yes. Default: ${fallback}.` }),
});

/** Which ids a vendor follows, by its own types. */
const each = (fallbacks: Readonly<Record<string, string>>) => ({
  ids: z
    .looseObject(
      Object.fromEntries(
        Object.entries(fallbacks).map(([type, fallback]) => [
          type,
          ids.optional().meta({ description: `Ids that must all be a yes. Default: \`${fallback}\`.` }),
        ]),
      ),
    )
    .optional()
    .meta({ description: 'By type of the vendor, the ids that must all be a yes.' }),
});

/** The types of Google Consent Mode that a visitor decides on; `security_storage` needs no consent. */
export const consentType = z.enum([
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
]);

const name = z.string().min(1, 'write a name');

/** Where it stands in the page. */
const queue = (fallback: string) => ({
  queue: name.optional().meta({ description: `The name of its queue in the page. Default \`${fallback}\`.` }),
});
const sdk = (fallback: string) => ({
  sdk: name.optional().meta({ description: `The name of its SDK in the page. Default \`${fallback}\`.` }),
});

const flag = (description: string) => z.boolean().optional().meta({ description });

const vendor = (description: string, options: z.core.$ZodLooseShape) =>
  z
    .union([z.boolean(), z.looseObject(options)], { error: 'write true, or an object of options' })
    .optional()
    .meta({ description });

const googleConsentMode = z
  .looseObject({
    dataLayer: z.string().min(1).optional().meta({ description: 'Global name of the queue. Default `dataLayer`.' }),
    waitForUpdate: z
      .number()
      .int()
      .nonnegative()
      .optional()
      .meta({ description: 'Milliseconds that Google’s tags wait for an answer at most. Default 500.' }),
    adsDataRedaction: z.boolean().optional().meta({
      description: 'Whether Google redacts identifiers of ad clicks while `ad_storage` is denied. Default false.',
    }),
    urlPassthrough: z.boolean().optional().meta({
      description: 'Whether Google passes identifiers of ad clicks on in links while storage is denied. Default false.',
    }),
    regions: z
      .array(
        z.looseObject({
          region: z.array(z.string()).meta({ description: 'ISO 3166-2 codes, as Google tells regions apart.' }),
          granted: z.array(consentType).meta({ description: 'What is granted there while nobody has answered.' }),
        }),
      )
      .optional()
      .meta({ description: 'Defaults of their own for regions that Google tells apart, and not Candor.' }),
  })
  .meta({ id: 'GoogleConsentMode', description: 'Google Consent Mode v2.' });

export const signals = z
  .looseObject({
    googleConsentMode: z
      .union([z.boolean(), googleConsentMode], { error: 'write true, or an object of options' })
      .optional()
      .meta({ description: 'Google Consent Mode v2: tells Google’s tags which of their consent types are allowed.' }),
    microsoftUet: vendor('Microsoft Advertising (UET) consent mode.', { ...one('`advertising`'), ...queue('uetq') }),
    clarity: vendor(
      'Microsoft Clarity, `consentv2`.',
      each({ ad_Storage: 'advertising', analytics_Storage: 'analytics' }),
    ),
    metaPixel: vendor('Meta Pixel: `revoke` before `init`, then `grant` or `revoke`.', {
      ...one('`advertising`'),
      limitedDataUse: flag('Whether a no also sets Limited Data Use, and a yes lifts it. Default false.'),
    }),
    tiktok: vendor('TikTok Pixel: held until there is an answer.', { ...one('`advertising`'), ...queue('ttq') }),
    matomo: vendor('Matomo: consent is required, and then given or forgotten.', {
      ...one('`analytics`'),
      ...queue('_paq'),
      cookiesOnly: flag('Whether visits are counted without cookies until the yes. Default false.'),
    }),
    segment: vendor('Twilio Segment: its consent preferences.', {
      ids: z.record(z.string(), ids).optional().meta({
        description:
          'By category of Segment, the ids that must all be a yes. Default: `functional`, `analytics` and `advertising`, each under its own id.',
      }),
      ...sdk('analytics'),
    }),
    posthog: vendor('PostHog: opted in or out.', { ...one('`analytics`'), ...sdk('posthog') }),
    mixpanel: vendor('Mixpanel: opted in or out.', { ...one('`analytics`'), ...sdk('mixpanel') }),
    amplitude: vendor('Amplitude: opted in or out.', { ...one('`analytics`'), ...sdk('amplitude') }),
    baiduTongji: flag('Baidu Tongji (百度统计). It has no command, so what holds it is its script alone.'),
    quickTracking: vendor('Umeng and QuickTracking (友盟, aplus): held until the yes.', {
      ...one('`analytics`'),
      ...queue('aplus_queue'),
    }),
    sensorsData: vendor('Sensors Data (神策): its SDK enabled or disabled.', {
      ...one('`analytics`'),
      ...sdk('sensors'),
      complianceMode: flag('Whether the SDK does nothing before its `init`. Default false.'),
    }),
    linkedIn: flag('LinkedIn Insight Tag. It has no command, so what holds it is its script alone.'),
    piwikPro: vendor(
      'Piwik PRO: the settings of its consent manager.',
      each({
        analytics: 'analytics',
        ab_testing_and_personalization: 'functional',
        conversion_tracking: 'advertising',
        marketing_automation: 'advertising',
        remarketing: 'advertising',
        user_feedback: 'functional',
      }),
    ),
    adobe: vendor('Adobe Experience Platform Web SDK: `setConsent`.', { ...one('`analytics`'), ...sdk('alloy') }),
    shopify: vendor(
      'Shopify: the Customer Privacy API.',
      each({
        analytics: 'analytics',
        marketing: 'advertising',
        preferences: 'functional',
        sale_of_data: 'advertising',
      }),
    ),
    wpConsent: vendor(
      'The WP Consent API of WordPress.',
      each({
        preferences: 'functional',
        'statistics-anonymous': 'analytics',
        statistics: 'analytics',
        marketing: 'advertising',
      }),
    ),
    zaraz: vendor('Cloudflare Zaraz.', {
      ids: z
        .record(z.string(), ids)
        .optional()
        .meta({ description: 'By id of a purpose in Zaraz, the ids that must all be a yes.' }),
    }),
    volcengine: vendor('Volcengine DataFinder (火山引擎): started by the yes.', {
      ...one('`analytics`'),
      ...queue('collectEvent'),
    }),
    tcf: tcf.optional(),
    formerConsent: formerConsent.optional(),
  })
  .meta({
    id: 'Signals',
    description:
      'Who is told of the answers in their own words, and whose answers are taken over: `true`, or options. What must be told before a later script of the page runs, Google apart, needs `candor-signals.js`.',
  });
