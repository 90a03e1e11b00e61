/** Entries of the config's `signals` that hear from other consent tools. Part of the config's one definition, `schema.ts`. */
import * as z from './zod.js';
import { id } from './id-schema.js';

const number = z.number().int().positive();
const note = z.string().optional().meta({ description: 'A comment. Has no effect.' });

export const tcf = z
  .union([
    z.literal(true),
    z.looseObject({
      purposes: z.record(id, z.array(number)).optional().meta({
        description:
          'Purposes of the TCF by category or service, in place of the built-in ones: all must be consented to, purpose 1 always with them. An empty list leaves a category out.',
      }),
      features: z.record(id, z.array(number)).optional().meta({
        description:
          'Special features of the TCF by category or service, in place of the built-in ones: all must be opted into.',
      }),
      vendors: z.record(id, number).optional().meta({
        description:
          'Ids in the Global Vendor List by service: that service is a yes only if its vendor has consent too.',
      }),
      note,
    }),
  ])
  .meta({
    description:
      'Takes over what the visitor answers to a consent platform of the IAB’s TCF 2.3 that stands on this page (`__tcfapi`). Legitimate interest is no yes. Built in are the purposes of `functional`, `analytics`, `advertising` and `location`.',
  });

export const formerConsent = z
  .union([
    z.literal(true),
    z.looseObject({
      from: z
        .array(z.enum(['vanilla-cookieconsent', 'klaro', 'orejime', 'tarteaucitron', 'cookiebot', 'onetrust']))
        .optional()
        .meta({
          description: 'Tools that may have stood on this site; the first with a readable answer counts. Default: all.',
        }),
      cookie: z.string().min(1).optional().meta({
        description: 'The name of its cookie, or of its key in localStorage, where that was not the usual one.',
      }),
      ids: z
        .record(z.string(), z.union([id, z.array(id)]))
        .optional()
        .meta({
          description:
            'What their categories and services are called here, where that is neither the same name nor a usual one. An empty list leaves one out.',
        }),
      since: z.iso.date('write an ISO 8601 date, such as `2026-12-01`').optional().meta({
        description:
          'The day before which no answer can have been given, for tools that keep no time (Klaro, orejime, tarteaucitron): when it last asked everybody. Without it only a no is taken over from them.',
      }),
      note,
    }),
  ])
  .meta({
    description:
      'Takes over what a visitor answered to the consent tool that stood on this site before, while nobody has answered Candor on this device.',
  });
