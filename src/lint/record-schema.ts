/**
 * The one definition of a record: the proof of one decision, after ISO/IEC TS 27560 (header, parties, purposes, notice, event,
 * context), in the order in which a lawyer asks. From it come the type (`src/core/record.ts`) and the published JSON Schema
 * (`candor-consent/record.schema.json`): `npm run generate` writes both. Used at build and test time only.
 */
import * as z from './zod.js';

const words = z.string().nullable();
const url = z.string().nullable();
const uuid = z.uuid();
const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable();
const instant = z.iso.datetime({ offset: true });
const country = z.string().nullable();
const duration = z.string().nullable();

const kind = z.enum(['necessary', 'consent', 'exempt', 'opt-out', 'separate']).meta({
  description:
    'What the law asks for: nothing, a consent, room for an objection, a way to opt out, a consent that stands alone.',
});

const recipient = z
  .looseObject({
    id: z.string().meta({ description: 'Id of the service in the config.' }),
    name: z.string().meta({ description: 'As the visitor knows it.' }),
    provider: words.meta({ description: 'The legal person that receives the data.' }),
    role: z
      .enum(['processor', 'joint', 'independent'])
      .meta({ description: 'Whether it works for the controller, decides with it, or uses the data for itself.' }),
    country: country.meta({ description: 'Where the data goes: ISO 3166 code.' }),
    contact: url.meta({ description: 'URL to reach it.' }),
    policy: url.meta({ description: 'URL of its privacy policy.' }),
    retention: duration.meta({ description: 'How long it keeps the data: ISO 8601 duration.' }),
    granted: z.boolean().meta({ description: 'Whether the data may go there now.' }),
  })
  .meta({ id: 'RecordedRecipient', description: 'Who receives the data.' });

const legalBasis = z
  .looseObject({
    basis: z.enum(['necessary', 'consent', 'legitimate-use', 'opt-out', 'separate-consent']).meta({
      description:
        '`legitimate-use`: allowed by law while nobody objects. `opt-out`: allowed by law until the visitor says no.',
    }),
    article: words.meta({ description: 'Where that law stands; null where the region names none.' }),
  })
  .meta({ id: 'LegalBasis', description: 'Why the data may be used.' });

const purpose = z
  .looseObject({
    id: z
      .string()
      .meta({ description: 'Id of the category in the config, or of a service with a consent of its own.' }),
    title: z
      .string()
      .meta({ description: 'As the site calls it; else Candor’s own name of it in English, else the id.' }),
    kind,
    legalBasis,
    granted: z.boolean().meta({ description: 'Whether it is allowed after the event.' }),
    state: z
      .enum(['necessary', 'unanswered', 'given', 'refused', 'withdrawn', 'objected', 'expired', 'shown', 'signal'])
      .meta({
        description:
          'What the last word on it is. `unanswered`: there is none, and `granted` is the default. `signal`: no word, but a signal has changed `granted`.',
      }),
    answered: z.boolean().meta({ description: 'Whether this very event is that word, or it stood before.' }),
    answeredAt: instant.nullable().meta({ description: 'When the answer was given; null without one.' }),
    expires: instant.nullable().meta({ description: 'When the answer ends by itself; null where it does not.' }),
    revision: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'The revision of the config that the answer was given to; null without one.' }),
    data: z.array(z.string()).meta({ description: 'The kinds of data, as the visitor was told.' }),
    recipients: z.array(recipient),
  })
  .meta({ id: 'RecordedPurpose', description: 'One purpose and the answer for it.' });

export const recordSchema = z
  .looseObject({
    schema: z.literal('candor-consent/record@1').meta({ description: 'The version of this format.' }),
    conformsTo: z.literal('ISO/IEC TS 27560:2023'),
    receiptId: uuid.meta({ description: 'Names this record and no other. Who receives it twice keeps it once.' }),
    previousReceiptId: uuid
      .nullable()
      .meta({ description: 'The record before it on this device; null for the first.' }),
    subject: z
      .looseObject({
        id: uuid.nullable().meta({
          description: 'Random, and the same for all records of a browser. Null unless the config names `records.url`.',
        }),
        guardian: z.enum(['parent', 'guardian', 'other']).nullable().meta({
          description:
            'Who answered for a child, by their own declaration in the guardian’s step; null: the visitor did.',
        }),
      })
      .meta({ id: 'RecordedSubject', description: 'Whom it is about. Nothing else tells who that is.' }),
    controller: z
      .looseObject({
        name: words,
        address: words,
        contact: url,
        phone: words,
        representative: words.meta({ description: 'In the visitor’s country: GDPR art. 27, PIPL art. 53.' }),
      })
      .meta({ id: 'RecordedController', description: 'Who answers for the data, as configured at that time.' }),
    event: z
      .looseObject({
        state: z.enum(['given', 'refused', 'partial', 'withdrawn', 'objected', 'expired', 'shown', 'signal']).meta({
          description:
            'What happened. `partial`: yes to some, no to others. `shown`: the visitor was told of a change and asked nothing. `signal`: what is allowed changed by what the page or the browser reports, and by no answer.',
        }),
        type: z.enum(['explicit', 'separate', 'regular']).meta({
          description:
            '`separate`: for one purpose, in a dialog of its own. `explicit`: the visitor pressed a button that says so. `regular`: any other.',
        }),
        time: instant.meta({ description: 'ISO 8601 with the visitor’s offset from UTC.' }),
        clock: z
          .literal('client')
          .meta({ description: 'Whose clock that was. A server that receives it has its own.' }),
        method: z
          .enum([
            'accept-all',
            'reject-all',
            'save',
            'update',
            'request',
            'withdraw',
            'signal',
            'import',
            'expired',
            'shown',
          ])
          .meta({ description: 'How, as in `detail.method` of `candor-change`.' }),
        surface: z.string().meta({
          description:
            'Where: `banner`, `preferences`, `request`, `embed` or another element of Candor; `api`: the page itself; `none`: nobody did anything.',
        }),
        trusted: z
          .boolean()
          .meta({ description: 'Whether a person’s own click made it. False for scripts and where nobody can tell.' }),
      })
      .meta({ id: 'RecordedEvent', description: 'What happened, when and how.' }),
    purposes: z.array(purpose).meta({ description: 'All of them for a decision on several; one for a separate one.' }),
    notice: z
      .looseObject({
        policyVersion: words,
        policyUrl: url.meta({ description: 'As configured.' }),
        language: z.string().meta({ description: 'BCP 47 tag of what was shown.' }),
        textSha256: sha256.meta({ description: 'Of `text` in UTF-8, in hexadecimal; null without a text.' }),
        configSha256: sha256.meta({
          description: 'Of the config as canonical JSON (RFC 8785), in hexadecimal; null for one that is no JSON.',
        }),
        text: words.meta({
          description:
            'What stood on the surface, unfolding parts and buttons included, one line for each piece; null where Candor showed nothing.',
        }),
      })
      .meta({ id: 'RecordedNotice', description: 'On which text.' }),
    context: z
      .looseObject({
        preset: z.string().meta({ description: 'The rules that were applied.' }),
        region: words.meta({ description: 'As the page said; null where it did not.' }),
        jurisdiction: words.meta({ description: 'The region, else the one the rules are made for.' }),
        storageLocation: country.meta({ description: 'Where the controller keeps the data: ISO 3166 code.' }),
        signals: z
          .looseObject({ gpc: z.boolean().nullable() })
          .meta({ description: 'What the browser signalled: Global Privacy Control; null: it knows no such signal.' }),
      })
      .meta({ id: 'RecordedContext', description: 'Where, and under which rules.' }),
    ending: z
      .looseObject({
        withdrawal: z.string().meta({ description: 'How to withdraw.' }),
        requests: url.meta({ description: 'URL for requests of access, correction and deletion, else the contact.' }),
        retentionDays: z
          .number()
          .nullable()
          .meta({ description: 'How long the site keeps this record, in days; null where it does not say.' }),
      })
      .meta({ id: 'RecordedEnding', description: 'How it ends; when, stands with each purpose.' }),
  })
  .meta({ id: 'ConsentRecord', description: 'The proof of one decision.' });
