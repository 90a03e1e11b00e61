/**
 * The one definition of Candor's config. From it come the types (`src/core/config.ts`), the published JSON Schema
 * (`candor-consent/schema.json`) and the linter's structural checks: `npm run generate` writes the first two.
 * Used at build, lint and development time only; no schema library reaches a visitor.
 */
import * as z from './zod.js';
import { BLOCK_RULE } from '../core/block-rules.js';
import { id } from './id-schema.js';
import { consentType, signals } from './signals-schema.js';

const language = z
  .string()
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'write a BCP 47 language tag, such as `en` or `zh-Hans`');
const date = z.iso.date('write an ISO 8601 date, such as `2026-12-01`');
const duration = z
  .string()
  .regex(
    /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$/,
    'write an ISO 8601 duration, such as `P1Y`',
  );
const days = z.number().int().positive();

const text = z.union([z.string(), z.record(language, z.string())]).meta({
  id: 'Text',
  description:
    'A text or URL: the same for all languages, or one for each BCP 47 language tag. One for all is read aloud as `prevailingLanguage`, else as the language of the page.',
});

const note = z.string().optional().meta({ description: 'A comment. Has no effect.' });

const lifespan = z
  .looseObject({
    grantDays: days.optional().meta({ description: 'Days until a yes expires and is asked again. Default 184.' }),
    refusalDays: days
      .optional()
      .meta({ description: 'Days until a no is asked again; at least `grantDays`. Default 184.' }),
  })
  .meta({ id: 'Lifespan', description: 'How long answers hold, in days.' });

const guard = z
  .enum(['geolocation', 'notifications', 'push', 'camera', 'microphone', 'motion'])
  .meta({ id: 'Guard', description: 'A browser API that can be held.' });

const guards = z.array(guard).optional().meta({
  description:
    'Browser APIs that answer as if the visitor had refused them, while none of the ids that name them is a yes. Default: the built-in `location` has `geolocation`, or its service `precise` where it has one. `camera`, `microphone` and `motion` need `candor-block.js`.',
});

const ask = z
  .boolean()
  .optional()
  .meta({ description: 'Whether a call that a guard holds asks the visitor at that moment. Default false.' });

const sale = z.boolean().optional().meta({
  description:
    'Whether it counts as selling or sharing personal data, or as targeted advertising: an opt-out signal of the browser (Global Privacy Control) turns it off. Default: the built-in `advertising` does.',
});

const reload = z.boolean().optional().meta({
  description: 'Whether the page loads again once this is taken back while its scripts run. Default false.',
});

const names = z.array(z.string().min(1, 'write a name; `*` stands for any characters')).optional();

const erase = z
  .looseObject({
    cookies: names.meta({ description: 'Names of cookies.' }),
    localStorage: names.meta({ description: 'Keys of localStorage.' }),
    sessionStorage: names.meta({ description: 'Keys of sessionStorage.' }),
    indexedDB: names.meta({ description: 'Names of databases.' }),
    caches: names.meta({ description: 'Names of caches.' }),
  })
  .meta({
    id: 'Erase',
    description: 'What a refusal or withdrawal removes from the device, by name; `*` stands for any characters.',
  });

const block = z
  .array(
    z
      .string()
      .regex(
        BLOCK_RULE,
        'write a host, a path, or both, without `https://` and `?`: `tracker.example`, `*.tracker.example/collect`, `/ingest/`',
      ),
  )
  .optional()
  .meta({
    description:
      'Addresses that are held while this is no, whoever asks for them: a host (`*.` before it: and all below it) and what the path begins with; a path alone is one of this site. Needs `candor-block.js`.',
  });

const country = z.string().regex(/^[A-Z]{2}$/, 'write an ISO 3166 country code, such as `CN`');

/** What a person must be told before a consent that stands by itself: PIPL art. 23, 30 and 39, GDPR art. 13. */
const particulars = {
  data: z.array(text).optional().meta({ description: 'The kinds of data that are used, one each.' }),
  method: text.optional().meta({ description: 'How the data is used, in one sentence.' }),
  necessity: text.optional().meta({ description: 'Why it cannot be done without; required for sensitive data.' }),
  impact: text
    .optional()
    .meta({ description: "What it means for the person's rights and interests; required for sensitive data." }),
  alternative: text.optional().meta({ description: 'What the visitor can do instead of agreeing.' }),
};

const stored = z
  .looseObject({
    name: z.string().min(1, 'write a name; `*` stands for any characters'),
    type: z
      .enum(['cookie', 'localStorage', 'sessionStorage', 'indexedDB', 'cache'])
      .optional()
      .meta({ description: 'Where it is kept. Default `cookie`.' }),
    purpose: text.optional().meta({ description: 'What it is for, in a few words.' }),
    retention: duration
      .optional()
      .meta({ description: 'How long it stays: ISO 8601 duration. Default: until the browser is closed.' }),
  })
  .meta({ id: 'StoredItem', description: 'What a service keeps on the device, for `<candor-declaration>`.' });

const stores = z
  .array(stored)
  .optional()
  .meta({ description: 'What it keeps on the device. Names that `erase` alone has are listed too.' });

const since = z.number().int().positive().optional().meta({
  description: 'The revision that brought this id. Answers of earlier revisions do not cover it. Default: all do.',
});

const service = z
  .looseObject({
    id,
    note,
    since,
    scope: z.enum(['browser', 'account']).optional().meta({
      description:
        'Whose it is. `browser` (default). `account`: of a signed-in person; offered once the page has called `setSubject({ signedIn: true })`.',
    }),
    role: z.enum(['processor', 'joint', 'independent']).optional().meta({
      description:
        'What the recipient is by law: `processor` (default) works for the site alone, `joint` decides with it, `independent` uses the data for purposes of its own. In China that takes a consent of its own.',
    }),
    sale,
    personalises: id.optional().meta({
      description: 'The service whose messages this one fits to the person: a switch beside that of the messages.',
    }),
    contact: text.optional().meta({ description: 'URL to reach the recipient, `mailto:` included.' }),
    ...particulars,
    stores,
    name: text.optional().meta({ description: 'The name visitors know it by. Default: the id.' }),
    description: text.optional().meta({ description: 'What it does, in one sentence.' }),
    provider: text.optional().meta({ description: 'The legal person that receives the data.' }),
    policy: text.optional().meta({ description: "URL of the provider's privacy policy." }),
    country: country.optional().meta({ description: 'Where the data goes: ISO 3166 country code.' }),
    retention: duration
      .optional()
      .meta({ description: 'How long the data is kept: ISO 8601 duration, such as `P1Y`.' }),
    guards,
    ask,
    block,
    erase: erase.optional(),
    reload,
  })
  .meta({ id: 'Service', description: 'One recipient or channel inside a category.' });

const category = z
  .looseObject({
    id,
    note,
    kind: z.enum(['necessary', 'consent', 'exempt', 'separate']).optional().meta({
      description:
        '`necessary`: always on. `consent` (default): asked. `exempt`: on with an objection offered, only where the region allows it for this id. `separate`: granted in a step of its own and nowhere else.',
    }),
    group: z
      .enum(['cookies', 'device', 'location', 'marketing', 'sharing'])
      .optional()
      .meta({ description: 'The section of the panel it stands in. Default `cookies`.' }),
    default: z.boolean().optional().meta({
      description:
        'What holds without an answer. Default: what the region’s law has it. `false` asks where the visitor could opt out; `true` has no effect where the law wants to be asked.',
    }),
    sale,
    title: text.optional(),
    description: text.optional().meta({ description: 'What the data is used for, in one sentence.' }),
    ifRefused: text.optional().meta({ description: 'What happens if the visitor refuses.' }),
    consentMode: z.array(consentType).optional().meta({
      description:
        'The types of Google Consent Mode that this category allows. Default: those of the built-in `functional`, `analytics` and `advertising`.',
    }),
    ...particulars,
    stores,
    services: z.array(service).optional(),
    lifespan: lifespan.optional(),
    guards,
    ask,
    block,
    erase: erase.optional(),
    reload,
  })
  .meta({ id: 'Category', description: 'A purpose the visitor decides on.' });

const change = z
  .looseObject({
    revision: z.number().int().positive(),
    ids: z.array(id).optional().meta({ description: 'The ids this revision touches. Default: all.' }),
    effective: date
      .optional()
      .meta({ description: 'ISO 8601 date from which it holds; until then the old answers govern. Default: at once.' }),
    effect: z
      .enum(['ask', 'tell'])
      .optional()
      .meta({ description: '`ask` (default): the ids are asked again. `tell`: their answers stand.' }),
    text: text.optional().meta({ description: 'What changed and why.' }),
  })
  .meta({ id: 'Change', description: 'What one revision of the config changed.' });

const preset = z.enum([
  'eea',
  'uk',
  'ch',
  'us-ca',
  'us-uoom',
  'us-other',
  'br',
  'ca',
  'ca-qc',
  'cn',
  'jp',
  'kr',
  'row',
]);

const region = z
  .looseObject({
    match: z
      .array(z.string())
      .meta({ description: 'Region codes: `EEA`, ISO 3166 countries, ISO 3166-2 subdivisions (`US-CA`).' }),
    preset: preset.optional().meta({ description: 'Default: that of the built-in map.' }),
    model: z.enum(['opt-in', 'opt-out', 'notice']).optional().meta({
      description:
        'What holds while nobody has answered: no, and the visitor is asked (`opt-in`), or yes until the visitor says no (`opt-out`, `notice`). Default: that of the preset; a looser one is yours to answer for.',
    }),
    lifespan: lifespan.optional(),
  })
  .meta({ id: 'RegionRule', description: 'Which preset governs which regions; stands before the built-in map.' });

const controller = z
  .looseObject({
    name: text.optional().meta({ description: 'The legal person that answers for the data.' }),
    privacyPolicy: text.optional().meta({ description: 'URL of the privacy policy.' }),
    contact: text.optional().meta({ description: 'URL to reach it, `mailto:` included.' }),
    phone: text.optional(),
    address: text.optional(),
    requests: text.optional().meta({ description: 'URL for requests of access, correction and deletion.' }),
    closeAccount: text.optional().meta({ description: 'URL to close an account.' }),
    storageLocation: country.optional().meta({ description: 'Country in which the data is kept: ISO 3166 code.' }),
    policyVersion: z
      .string()
      .optional()
      .meta({ description: 'Version or date of the privacy policy, as it stands there. Goes into records.' }),
    guardianContact: text
      .optional()
      .meta({ description: 'URL for parents and guardians to reach it, `mailto:` included.' }),
    representative: text
      .optional()
      .meta({ description: 'The representative in the visitor’s country: GDPR art. 27, PIPL art. 53.' }),
  })
  .meta({ id: 'Controller', description: 'Who asks.' });

const audience = z
  .looseObject({
    ask: z.boolean().optional().meta({
      description:
        'Whether the visitor is asked for their age band before anything else; nothing but the band is stored. Default false: the page says it by `setSubject()`.',
    }),
    age: z.number().int().positive().optional().meta({
      description:
        'Age in years under which a guardian decides. Default: that of the region, such as 14 in China, 13 in the United States and 13 to 16 in the EEA.',
    }),
    policy: text.optional().meta({ description: 'URL of the privacy rules for minors.' }),
  })
  .meta({ id: 'Audience', description: 'What holds where minors visit the site.' });

const records = z
  .looseObject({
    url: z.string().optional().meta({
      description: 'Where records are sent by POST as JSON. Default: they stay on the device.',
    }),
    retentionDays: days
      .optional()
      .meta({ description: 'How long records are kept by the site, in days; goes into each.' }),
  })
  .meta({ id: 'Records', description: 'The proof of decisions.' });

const layout = z
  .looseObject({
    banner: z.enum(['box', 'bar', 'dialog', 'inline']).optional().meta({
      description:
        'A card in a corner (default), a bar along an edge, a modal dialog, or a part of the page itself (`inline`): in the element `[data-candor="inline"]`, where the page has `<candor-banner>`, else at the start of the body.',
    }),
    density: z
      .enum(['comfortable', 'compact'])
      .optional()
      .meta({ description: 'How much room there is. Default `comfortable`.' }),
    position: z
      .enum(['bottom', 'top', 'bottom-start', 'bottom-end', 'top-start', 'top-end'])
      .optional()
      .meta({ description: 'Where the banner stands. Default `bottom-start` for the box, `bottom` for the bar.' }),
    reopen: z.enum(['auto', 'none', 'bottom-start', 'bottom-end', 'top-start', 'top-end']).optional().meta({
      description:
        'The floating button that reopens the choices. `auto` (default): at bottom-start, unless the page has a control of its own.',
    }),
  })
  .meta({ id: 'Layout' });

const colour = z.string().optional();

const theme = z
  .looseObject({
    scheme: z
      .enum(['auto', 'light', 'dark'])
      .optional()
      .meta({ description: 'Default `auto`: as the visitor prefers.' }),
    look: z.enum(['neutral', 'cloud', 'public', 'commerce', 'editorial']).optional().meta({
      description:
        'The kind of site it is to belong to: `neutral` (default), a `cloud` console, a `public` service, `commerce`, or an `editorial` site. The rest of `theme` goes before it.',
    }),
    accent: colour.meta({
      description: 'CSS colour of the answers and switches; one that stands out less than 3:1 is corrected.',
    }),
    accentText: colour.meta({
      description: 'CSS colour of the words on it. Default: white, or black where that reads better.',
    }),
    background: colour.meta({ description: 'CSS colour of the surfaces.' }),
    color: colour.meta({ description: 'CSS colour of the words; one that reaches less than 4.5:1 is corrected.' }),
    muted: colour.meta({ description: 'CSS colour of quieter words. Default: follows from `color`, with 7:1.' }),
    border: colour.meta({ description: 'CSS colour of hairlines. Default: follows from `color`.' }),
    radius: z.string().optional().meta({ description: 'CSS length of the corners.' }),
    font: z.string().optional().meta({ description: 'CSS font families. Default: those of the page.' }),
  })
  .meta({
    id: 'Theme',
    description:
      'Colours take whatever the browser takes, `light-dark()` for one of each scheme; what cannot be read is corrected.',
  });

export const configSchema = z
  .looseObject({
    $schema: z.string().optional(),
    note,
    revision: z
      .number()
      .int()
      .positive()
      .optional()
      .meta({ description: 'Counts up when something that was asked changes. Default 1.' }),
    changes: z
      .array(change)
      .optional()
      .meta({ description: 'What each revision changed. A revision without an entry asks everything again.' }),
    languages: z
      .array(language)
      .optional()
      .meta({ description: 'The languages offered. Default: all that Candor has.' }),
    prevailingLanguage: language
      .optional()
      .meta({ description: 'The language whose text governs, and the fallback of your own texts.' }),
    controller: controller.optional(),
    categories: z.array(category).min(1).optional().meta({
      description: 'Default: necessary, functional, analytics, advertising, social, location, push.',
    }),
    texts: z.record(z.string(), text).optional().meta({ description: 'Your own words, by message id.' }),
    layout: layout.optional(),
    theme: theme.optional(),
    lifespan: lifespan.optional(),
    cookie: z
      .looseObject({
        name: z
          .string()
          .regex(/^[\w!#$&'*+.^`|~-]+$/, 'write a cookie name: letters, digits and hyphens')
          .optional()
          .meta({ description: 'Default `candor`.' }),
        domain: z
          .string()
          .optional()
          .meta({ description: '`auto` (default): this host only. Or a parent domain, to share the answer with it.' }),
      })
      .optional(),
    region: z.string().optional().meta({
      description:
        'Region code of this visitor, where a server writes the config for each: `DE`, `US-CA`. The attribute, the option and the meta tag come before it.',
    }),
    regions: z.array(region).optional().meta({ description: 'Rules that stand before the built-in map of regions.' }),
    signals: signals.optional(),
    audience: audience.optional(),
    records: records.optional(),
    frames: z.boolean().optional().meta({ description: 'Whether Candor also runs inside iframes. Default false.' }),
  })
  .meta({ id: 'Config', description: 'The config of Candor, the same for every way of installing it.' });
