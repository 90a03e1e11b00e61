import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import * as z from 'zod';
import { answer } from '../../src/core/answer.js';
import { buildRecords, type Circumstances } from '../../src/core/build-record.js';
import { canonicalJson } from '../../src/core/canonical-json.js';
import type { Config } from '../../src/core/config.js';
import { BUILT_IN_TITLES } from '../../src/core/built-in-titles.js';
import { DAY, decide, type Choices } from '../../src/core/decide.js';
import { UNDECIDED, type Decision } from '../../src/core/decision.js';
import { createModel } from '../../src/core/model.js';
import { presetFor } from '../../src/core/presets.js';
import { readConfig } from '../../src/core/read-config.js';
import type { ConsentRecord, RecordedPurpose } from '../../src/core/record.js';
import { recordSchema } from '../../src/lint/record-schema.js';
import { categoryTexts } from '../../src/ui/facts/category-texts.js';
import type { Msg } from '../../src/ui/i18n/msg.js';
import { hashOf, provesItsText, validatorOf } from '../helpers/record-schema.js';

const NOW = 1_800_000_000;
const problemWith = validatorOf(z.toJSONSchema(recordSchema, { io: 'input' }));

let count = 0;
const nextId = (): string => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`;

interface Step {
  readonly method?: Circumstances['method'];
  readonly choices: Partial<Choices>;
  readonly inOwnDialog?: boolean;
}

interface Given extends Partial<Omit<Circumstances, 'time'>> {
  readonly config?: Config;
  readonly region?: string;
  /** Answers before, one second apart. */
  readonly before?: readonly Step[];
  /** What the record is of; none: what is noted. */
  readonly step?: Step;
  readonly noted?: readonly string[];
  /** Unix seconds. */
  readonly now?: number;
}

/** The records of a decision that is made by the real rules. */
function recordsOf({ config = {}, region = '', before = [], step, noted, now = NOW, ...rest }: Given): ConsentRecord[] {
  const preset = presetFor(region, config.regions);
  const model = createModel(config, preset, now);
  let decision: Decision = UNDECIDED;
  let last = decision;
  const steps = step ? [...before, step] : before;
  steps.forEach(({ choices, inOwnDialog }, index) => {
    last = decision;
    decision = answer(model, decision, choices, NOW - steps.length + index + 1, inOwnDialog);
  });
  if (!step) last = decision;
  const [was, is] = [last, decision].map((each) => decide(model, each, now).choices) as [Choices, Choices];
  return buildRecords(
    { model, config, preset, region, before: last, after: decision, was, is, ...(noted && { noted }) },
    {
      method: step?.method ?? 'update',
      surface: 'api',
      trusted: false,
      text: null,
      language: 'en',
      time: now * 1000 + 123,
      subjectId: null,
      guardian: null,
      previousReceiptId: null,
      newId: nextId,
      ...rest,
    },
  );
}

function recordOf(given: Given): ConsentRecord {
  const [record, ...more] = recordsOf(given);
  assert.deepEqual(more, []);
  assert.ok(record);
  assert.equal(problemWith(record), undefined);
  return record;
}

const purposeIn = ({ purposes }: ConsentRecord, id: string): RecordedPurpose =>
  purposes.find((purpose) => purpose.id === id)!;

const SITE: Config = {
  categories: [
    { id: 'necessary' },
    { id: 'analytics', services: [{ id: 'posthog' }, { id: 'mixpanel' }] },
    { id: 'social' },
    { id: 'statistics', kind: 'exempt' },
    { id: 'sharing' },
    { id: 'sensitive' },
  ],
};
/** Somewhere `statistics` may be exempt, by the rules of the United Kingdom for `analytics`. */
const BRITISH: Config = {
  categories: [{ id: 'necessary' }, { id: 'analytics', kind: 'exempt' }, { id: 'advertising' }],
};

describe('what happened, in one word,', () => {
  const yes = { analytics: true, social: true, statistics: true };
  const no = { analytics: false, social: false, statistics: false };
  for (const [what, before, step, state] of [
    ['yes to all', [], { method: 'accept-all', choices: yes }, 'given'],
    ['no to all', [], { method: 'reject-all', choices: no }, 'refused'],
    ['yes to some', [], { method: 'save', choices: { ...no, social: true } }, 'partial'],
    ['yes to a category without one of its services', [], { choices: { analytics: true, posthog: false } }, 'partial'],
    ['one yes', [], { choices: { social: true } }, 'given'],
    ['one no', [], { choices: { social: false } }, 'refused'],
    ['no after yes', [{ choices: yes }], { choices: { social: false } }, 'withdrawn'],
    ['no to all after one yes', [{ choices: { social: true } }], { method: 'reject-all', choices: no }, 'withdrawn'],
    ['yes and no after yes', [{ choices: yes }], { method: 'save', choices: { ...yes, social: false } }, 'partial'],
    ['yes again', [{ choices: yes }], { choices: yes }, 'given'],
    ['no again', [{ choices: no }], { choices: no }, 'refused'],
    ['everything taken back', [{ choices: yes }], { method: 'withdraw', choices: no }, 'withdrawn'],
  ] as const satisfies readonly (readonly [string, readonly Step[], Step, string])[]) {
    it(`${what}: ${state}`, () => {
      assert.equal(
        recordOf({ config: SITE, before, step, method: (step as Step).method ?? 'update' }).event.state,
        state,
      );
    });
  }

  it('an objection to what is exempt: objected', () => {
    const record = recordOf({ config: BRITISH, region: 'GB', step: { choices: { analytics: false } } });
    assert.equal(record.event.state, 'objected');
    const { kind, state, granted, expires, legalBasis } = purposeIn(record, 'analytics');
    assert.deepEqual([kind, state, granted, legalBasis.basis], ['exempt', 'objected', false, 'legitimate-use']);
    assert.equal(expires, null, 'an objection does not run out');
    assert.equal(purposeIn(record, 'advertising').state, 'unanswered');
  });

  it('nothing answered: no record', () => {
    assert.deepEqual(recordsOf({ config: SITE, step: { choices: {} } }), []);
    assert.deepEqual(recordsOf({ config: SITE, step: { choices: { nobody: true, necessary: false } } }), []);
    assert.deepEqual(
      recordsOf({ config: SITE, step: { choices: { sharing: true } } }),
      [],
      'no separate yes by update',
    );
  });
});

describe('every purpose', () => {
  it('has an explicit yes or no, also those that were not asked now', () => {
    const record = recordOf({
      config: SITE,
      before: [{ choices: { analytics: true } }],
      step: { choices: { social: false } },
    });
    assert.deepEqual(
      record.purposes.map(({ id, granted, state, answered }) => [id, granted, state, answered]),
      [
        ['necessary', true, 'necessary', false],
        ['analytics', true, 'given', false],
        ['social', false, 'refused', true],
        ['statistics', false, 'unanswered', false],
      ],
    );
    assert.deepEqual(
      purposeIn(record, 'analytics').recipients.map(({ id, granted }) => [id, granted]),
      [
        ['posthog', true],
        ['mixpanel', true],
      ],
    );
  });

  it('says since when, until when, and to which revision', () => {
    const config: Config = { ...SITE, revision: 3, lifespan: { grantDays: 10, refusalDays: 20 } };
    const record = recordOf({ config, step: { choices: { analytics: true, social: false } } });
    const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();
    for (const [id, days] of [
      ['analytics', 10],
      ['social', 20],
    ] as const) {
      const { answeredAt, expires, revision } = purposeIn(record, id);
      assert.deepEqual([answeredAt, expires, revision], [iso(NOW), iso(NOW + days * DAY), 3], id);
    }
    const { answeredAt, expires, revision } = purposeIn(record, 'necessary');
    assert.deepEqual([answeredAt, expires, revision], [null, null, null]);
  });

  it('has the name that Candor gives it where the site gives none', () => {
    const [{ title }] = recordOf({ config: { categories: [{ id: 'push' }] }, step: { choices: { push: true } } })
      .purposes as [RecordedPurpose];
    assert.equal(title, 'Marketing messages');
    const msg = ((text: string) => text) as Msg;
    const titles = Object.entries(categoryTexts(msg)).map(([id, text]) => [id, text.title]);
    assert.deepEqual(Object.fromEntries(titles), BUILT_IN_TITLES);
  });

  it('names who receives what, in the language that was spoken', () => {
    const config: Config = {
      controller: {
        name: { en: 'Shop Ltd.', 'zh-Hans': '商店' },
        contact: 'mailto:a@shop.example',
        representative: 'Agent GmbH',
      },
      categories: [
        {
          id: 'analytics',
          title: { en: 'Statistics', 'zh-Hans': '统计' },
          data: [{ en: 'Pages', 'zh-Hans': '页面' }],
          services: [
            {
              id: 'posthog',
              name: 'PostHog',
              provider: 'PostHog Inc.',
              role: 'joint',
              country: 'US',
              contact: 'mailto:p@posthog.example',
              policy: 'https://posthog.example/privacy',
              retention: 'P1Y',
              data: [{ en: 'Pages', 'zh-Hans': '页面' }, 'Clicks'],
            },
          ],
        },
      ],
    };
    const record = recordOf({ config, step: { choices: { analytics: true } }, language: 'zh-CN' });
    assert.deepEqual(
      [record.controller.name, record.controller.contact, record.controller.representative],
      ['商店', 'mailto:a@shop.example', 'Agent GmbH'],
    );
    const { title, data, recipients } = purposeIn(record, 'analytics');
    assert.equal(title, '统计');
    assert.deepEqual(data, ['页面', 'Clicks']);
    assert.deepEqual(recipients, [
      {
        id: 'posthog',
        name: 'PostHog',
        provider: 'PostHog Inc.',
        role: 'joint',
        country: 'US',
        contact: 'mailto:p@posthog.example',
        policy: 'https://posthog.example/privacy',
        retention: 'P1Y',
        granted: true,
      },
    ]);
  });
});

describe('a separate answer', () => {
  it('has a record of its own, which says so', () => {
    const record = recordOf({
      config: SITE,
      step: { method: 'request', choices: { sharing: true }, inOwnDialog: true },
      method: 'request',
      surface: 'request',
      trusted: true,
    });
    assert.deepEqual(
      record.purposes.map(({ id, kind, granted }) => [id, kind, granted]),
      [['sharing', 'separate', true]],
    );
    assert.deepEqual([record.event.state, record.event.type], ['given', 'separate']);
  });

  it('that is refused in its dialog has one, too', () => {
    const record = recordOf({
      config: SITE,
      step: { method: 'request', choices: { sharing: false }, inOwnDialog: true },
      method: 'request',
    });
    assert.deepEqual([record.event.state, record.event.type], ['refused', 'separate']);
  });

  it('that is taken back with everything has one beside that of the rest, and what was never asked has none', () => {
    const records = recordsOf({
      config: SITE,
      before: [{ choices: { sharing: true, social: true }, inOwnDialog: true }],
      step: { choices: { analytics: false, social: false, statistics: false, sharing: false, sensitive: false } },
      method: 'withdraw',
      previousReceiptId: '00000000-0000-4000-8000-00000000ffff',
    });
    assert.deepEqual(
      records.map(({ event, purposes }) => [event.state, event.type, purposes.map(({ id }) => id).join()]),
      [
        ['withdrawn', 'separate', 'sharing'],
        ['withdrawn', 'regular', 'necessary,analytics,social,statistics'],
      ],
    );
    assert.equal(records[0]!.previousReceiptId, '00000000-0000-4000-8000-00000000ffff');
    assert.equal(records[1]!.previousReceiptId, records[0]!.receiptId);
  });

  it('of one recipient, as China demands, is not hidden in the answer of its category', () => {
    const config: Config = {
      categories: [
        {
          id: 'analytics',
          services: [
            { id: 'inland', country: 'CN' },
            { id: 'abroad', country: 'US' },
          ],
        },
      ],
    };
    const all = recordOf({ config, region: 'CN', step: { choices: { analytics: true } }, method: 'accept-all' });
    assert.deepEqual(
      all.purposes.map(({ id, recipients }) => [id, recipients.map((each) => each.id).join()]),
      [['analytics', 'inland']],
    );
    const own = recordOf({
      config,
      region: 'CN',
      before: [{ choices: { analytics: true } }],
      step: { choices: { abroad: true }, inOwnDialog: true },
      method: 'request',
    });
    assert.deepEqual(
      own.purposes.map(({ id, kind, granted, legalBasis, recipients }) => [
        id,
        kind,
        granted,
        legalBasis.article,
        recipients.length,
      ]),
      [['abroad', 'separate', true, 'PIPL art. 39', 1]],
    );
  });
});

describe('what has run out', () => {
  const later = NOW + 200 * DAY;

  it('is a record of its own, and no yes', () => {
    const record = recordOf({
      config: SITE,
      before: [{ choices: { analytics: true, social: false } }],
      noted: ['analytics', 'social'],
      now: later,
      method: 'expired',
      surface: 'none',
    });
    assert.equal(record.event.state, 'expired');
    assert.deepEqual(
      record.purposes.map(({ id, state, granted, answered }) => [id, state, granted, answered]),
      [
        ['necessary', 'necessary', true, false],
        ['analytics', 'expired', false, true],
        ['social', 'expired', false, true],
        ['statistics', 'unanswered', false, false],
      ],
    );
  });

  it('stays what it is in the records of later decisions', () => {
    const config: Config = {
      categories: [{ id: 'analytics', lifespan: { grantDays: 1, refusalDays: 1 } }, { id: 'social' }],
    };
    const preset = presetFor('');
    const model = createModel(config, preset, NOW);
    const old = answer(model, UNDECIDED, { analytics: true }, NOW - 10 * DAY);
    const after = answer(model, old, { social: true }, NOW);
    const { choices: is } = decide(model, after, NOW);
    const [record] = buildRecords(
      { model, config, preset, region: '', before: old, after, was: {}, is },
      {
        method: 'update',
        surface: 'api',
        trusted: false,
        text: null,
        language: 'en',
        time: NOW * 1000,
        subjectId: null,
        guardian: null,
        previousReceiptId: null,
        newId: nextId,
      },
    );
    const { state, granted } = purposeIn(record!, 'analytics');
    assert.deepEqual([state, granted], ['expired', false]);
  });
});

describe('a change that only tells', () => {
  it('is recorded as shown and never as given, and changes no answer', () => {
    const record = recordOf({
      config: SITE,
      before: [{ choices: { analytics: true, social: false } }],
      noted: ['mixpanel', 'social'],
      method: 'shown',
      surface: 'banner',
      text: 'Mixpanel moved to Ireland.',
    });
    assert.equal(record.event.state, 'shown');
    assert.deepEqual(
      record.purposes.map(({ id, state, granted, answered }) => [id, state, granted, answered]),
      [
        ['analytics', 'shown', true, false],
        ['social', 'shown', false, false],
      ],
    );
  });
});

describe('the text', () => {
  it('is there with its hash, and the hash of the config does not depend on the order of keys', () => {
    const text = 'Your data, your choice\nReject all\nAccept all';
    const record = recordOf({ config: SITE, step: { choices: { social: true } }, text, language: 'en' });
    provesItsText(record);
    assert.equal(record.notice.textSha256, hashOf(text));
    const turned = recordOf({
      config: Object.fromEntries(Object.entries({ ...SITE, revision: 1 }).reverse()),
      step: { choices: { social: true } },
    });
    assert.equal(turned.notice.configSha256, hashOf(canonicalJson({ ...SITE, revision: 1 })));
    assert.equal(turned.notice.text, null);
    assert.equal(turned.notice.textSha256, null);
  });

  it('comes with the policy it is about', () => {
    const config: Config = {
      ...SITE,
      controller: { privacyPolicy: { en: '/privacy', 'zh-Hans': '/zh/privacy' }, policyVersion: '2.1' },
    };
    const { notice } = recordOf({ config, step: { choices: { social: true } }, language: 'zh-Hans' });
    assert.deepEqual([notice.policyUrl, notice.policyVersion, notice.language], ['/zh/privacy', '2.1', 'zh-Hans']);
  });

  it('goes without the hash of a config that is no JSON', () => {
    const config: Config & { self?: unknown } = { categories: [{ id: 'analytics' }] };
    config.self = config;
    assert.equal(recordOf({ config, step: { choices: { analytics: true } } }).notice.configSha256, null);
  });
});

describe('when, where and how', () => {
  it('is the time of the device with its offset from UTC', () => {
    const { time, clock } = recordOf({ config: SITE, step: { choices: { social: true } } }).event;
    assert.equal(Date.parse(time), NOW * 1000 + 123);
    const east = 0 - new Date(NOW * 1000).getTimezoneOffset();
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(time)!;
    assert.equal((sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)), east);
    assert.equal(clock, 'client');
  });

  for (const [region, preset, jurisdiction] of [
    ['DE', 'eea', 'DE'],
    ['EEA', 'eea', 'EEA'],
    ['CN', 'cn', 'CN'],
    ['US-CA', 'us-ca', 'US-CA'],
    ['', 'row', null],
  ] as const) {
    it(`is under the law of ${jurisdiction ?? 'nowhere known'} for ${region || 'no region'}`, () => {
      const { context } = recordOf({ config: SITE, region, step: { choices: { social: true } } });
      assert.deepEqual([context.preset, context.region, context.jurisdiction], [preset, region || null, jurisdiction]);
      assert.deepEqual(context.signals, { gpc: null });
    });
  }

  it('tells a person’s click from a script', () => {
    const typeOf = (trusted: boolean): string =>
      recordOf({ config: SITE, step: { choices: { social: true } }, trusted }).event.type;
    assert.equal(typeOf(true), 'explicit');
    assert.equal(typeOf(false), 'regular');
  });

  it('says how it ends', () => {
    const config: Config = {
      ...SITE,
      controller: { requests: '/privacy/requests', contact: 'mailto:a@b.example', storageLocation: 'CN' },
      records: { url: '/records', retentionDays: 1095 },
    };
    const { ending, context } = recordOf({ config, step: { choices: { social: true } } });
    assert.equal(ending.requests, '/privacy/requests');
    assert.equal(ending.retentionDays, 1095);
    assert.match(ending.withdrawal, /Withdraw everything/);
    assert.equal(context.storageLocation, 'CN');
  });
});

describe('any config, of whatever types, and any answers', () => {
  const id = fc.constantFrom(
    'necessary',
    'analytics',
    'push',
    'location',
    'sharing',
    'sensitive',
    'a',
    'b',
    'c',
    'precise',
  );
  const junk = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('CN', 'US', 'P1Y', 'x', { en: 'x' }));
  const entry = (more: object = {}): fc.Arbitrary<unknown> =>
    fc.record(
      {
        id,
        title: junk,
        name: junk,
        data: junk,
        role: fc.oneof(junk, fc.constantFrom('joint', 'independent')),
        country: junk,
        retention: junk,
        contact: junk,
        provider: junk,
        ...more,
      },
      { requiredKeys: ['id'] },
    );
  const anyConfig = fc.record(
    {
      controller: fc.oneof(junk, fc.record({ name: junk, policyVersion: junk, contact: junk, storageLocation: junk })),
      records: fc.oneof(junk, fc.record({ url: junk, retentionDays: junk })),
      revision: fc.oneof(junk, fc.integer({ min: 1, max: 3 })),
      lifespan: fc.oneof(junk, fc.record({ grantDays: fc.double(), refusalDays: fc.integer() })),
      categories: fc.array(
        entry({
          kind: fc.constantFrom('necessary', 'consent', 'exempt', 'separate', undefined),
          services: fc.array(entry(), { maxLength: 3 }),
        }),
        { maxLength: 6 },
      ),
    },
    { requiredKeys: [] },
  );
  const step = fc.record({
    choices: fc.dictionary(id, fc.boolean()),
    inOwnDialog: fc.boolean(),
  });
  const method = fc.constantFrom(
    'accept-all',
    'reject-all',
    'save',
    'update',
    'request',
    'withdraw',
  ) satisfies fc.Arbitrary<Circumstances['method']>;

  it('make records that the schema allows, in one chain, and none of which says yes to what is off', () =>
    fc.assert(
      fc.property(
        anyConfig,
        fc.array(step, { maxLength: 3 }),
        step,
        method,
        fc.constantFrom('', 'DE', 'GB', 'CN'),
        fc.string({ unit: 'binary' }),
        (raw, before, last, method, region, text) => {
          const config = readConfig(raw, () => {});
          const records = recordsOf({ config, region, before, step: last, method, text });
          let previous: string | null = null;
          const preset = presetFor(region, config.regions);
          const model = createModel(config, preset, NOW);
          let decision: Decision = UNDECIDED;
          const steps = [...before, last];
          steps.forEach(({ choices, inOwnDialog }, index) => {
            decision = answer(model, decision, choices, NOW - steps.length + index + 1, inOwnDialog);
          });
          const { choices } = decide(model, decision, NOW);
          for (const record of records) {
            assert.equal(problemWith(record), undefined);
            assert.equal(problemWith(JSON.parse(JSON.stringify(record))), undefined);
            provesItsText(record);
            assert.equal(record.previousReceiptId, previous);
            previous = record.receiptId;
            for (const { id, granted, state, recipients } of record.purposes) {
              assert.equal(granted, choices[id], id);
              if (state === 'refused' || state === 'withdrawn' || state === 'objected') assert.equal(granted, false);
              for (const recipient of recipients) assert.equal(recipient.granted, choices[recipient.id]);
            }
          }
        },
      ),
      { numRuns: 500 },
    ));

  it('name no category twice, and a separate one never among others', () =>
    fc.assert(
      fc.property(anyConfig, step, method, (raw, last, method) => {
        const config = readConfig(raw, () => {});
        for (const { purposes } of recordsOf({ config, region: 'CN', step: last, method })) {
          const ids = purposes.map((purpose) => purpose.id);
          assert.deepEqual(ids, [...new Set(ids)]);
          assert.ok(purposes.length === 1 || purposes.every(({ kind }) => kind !== 'separate'));
        }
      }),
    ));
});

describe('the published schema', () => {
  const good = (): ConsentRecord => recordOf({ config: SITE, step: { choices: { social: true } } });

  for (const [what, spoil] of [
    ['without a receipt id', (record) => ({ ...record, receiptId: '' })],
    ['of another version', (record) => ({ ...record, schema: 'candor-consent/record@2' })],
    ['whose time has no offset', (record) => ({ ...record, event: { ...record.event, time: '2026-11-22T08:00:00' } })],
    ['with an unknown state', (record) => ({ ...record, event: { ...record.event, state: 'maybe' } })],
    ['without purposes', ({ purposes: _, ...record }) => record],
    [
      'whose purpose has neither yes nor no',
      (record) => ({ ...record, purposes: record.purposes.map(({ granted: _, ...purpose }) => purpose) }),
    ],
    ['with a hash that is none', (record) => ({ ...record, notice: { ...record.notice, textSha256: 'abc' } })],
  ] as const satisfies readonly (readonly [string, (record: ConsentRecord) => unknown])[]) {
    it(`refuses a record ${what}`, () => assert.notEqual(problemWith(spoil(good())), undefined));
  }

  it('allows what a later version adds', () => {
    assert.equal(problemWith({ ...good(), more: { of: 'something' } }), undefined);
  });
});
