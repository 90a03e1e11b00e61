import type { PresetId } from './presets.js';

/** What is known of a preset beside what decides, for the linter, records, the interface and whoever reads the guides. */
export interface PresetFacts {
  /** Whose law it is, in English. */
  readonly name: string;
  /** Whether a banner is due where something is open. */
  readonly banner: boolean;
  /** `mandatory`: the law has sites take Global Privacy Control for an opt-out. `honoured`: Candor does so all the same. */
  readonly gpc: 'mandatory' | 'honoured';
  /** What must be easy to reach from every page, besides the privacy policy. */
  readonly links: readonly string[];
  /** Days for which a refusal must stand before it is asked about again; none where no number is known. */
  readonly leastRefusalDays?: number;
  /** Days after which a yes is asked for again at the latest. */
  readonly mostGrantDays?: number;
  /** ISO 8601 date on which somebody last held it against its sources. */
  readonly lastReviewed: string;
  /** Laws and guidance it rests on. Those marked (not opened) come from secondary sources or general knowledge. */
  readonly sources: readonly string[];
}

const REVIEWED = '2026-11-22';

/** Dated and sourced. Laws change: the linter says so once a preset is older than a year. */
export const PRESET_FACTS: Readonly<Record<PresetId, PresetFacts>> = {
  eea: {
    name: 'European Economic Area',
    banner: true,
    gpc: 'honoured',
    links: ['cookie settings'],
    leastRefusalDays: 180,
    mostGrantDays: 395,
    lastReviewed: REVIEWED,
    sources: [
      'ePrivacy Directive 2002/58/EC art. 5(3)',
      'GDPR art. 4(11), 6(1)(a), 7, 8',
      'EDPB, report of the cookie banner taskforce, 2023-01-17',
      'CNIL, recommandation 2020-092 §34, §39 (not opened)',
      'Garante, linee guida cookie 2021 §6.2 (not opened)',
    ],
  },
  uk: {
    name: 'United Kingdom',
    banner: true,
    gpc: 'honoured',
    links: ['cookie settings'],
    leastRefusalDays: 180,
    mostGrantDays: 395,
    lastReviewed: REVIEWED,
    sources: [
      'PECR reg. 6 and schedule A1, as amended by the Data (Use and Access) Act 2025 from 2026-02-05',
      'ICO, guidance on storage and access technologies, 2026-04-29',
      'UK GDPR art. 7; Data Protection Act 2018 s. 9',
    ],
  },
  ch: {
    name: 'Switzerland',
    banner: true,
    gpc: 'honoured',
    links: ['cookie settings'],
    mostGrantDays: 365,
    lastReviewed: REVIEWED,
    sources: [
      'Telecommunications Act art. 45c: notice and a right to refuse (not opened)',
      'Data Protection Act art. 6(7): consent for profiling with high risk and sensitive data (not opened)',
      'FDPIC, guide on cookies, 2025-01, updated 2025-10-06: refusing as easy as accepting (not opened)',
    ],
  },
  'us-ca': {
    name: 'California',
    banner: false,
    gpc: 'mandatory',
    links: [
      'Do Not Sell or Share My Personal Information',
      'Limit the Use of My Sensitive Personal Information',
      'or one for both: Your Privacy Choices, with the icon',
    ],
    leastRefusalDays: 365,
    lastReviewed: REVIEWED,
    sources: [
      'Cal. Civ. Code § 1798.120, § 1798.121, § 1798.135',
      '11 CCR § 7004 (symmetry), § 7013 to § 7015 (links), § 7025(c)(6) (the signal is displayed), § 7026(a)(4)',
    ],
  },
  'us-uoom': {
    name: 'States of the US that take a universal opt-out signal',
    banner: false,
    gpc: 'mandatory',
    links: ['Your Privacy Choices'],
    leastRefusalDays: 365,
    lastReviewed: REVIEWED,
    sources: [
      'Colorado Privacy Act, 4 CCR 904-3 rules 5.02 to 5.08 and 7.09',
      'Laws of CT, DE, MD, MN, MT, NE, NH, NJ, OR and TX: secondary lists of 2026 that do not agree on MN and TX (not opened)',
    ],
  },
  'us-other': {
    name: 'Other states of the US',
    banner: false,
    gpc: 'honoured',
    links: ['Your Privacy Choices'],
    lastReviewed: REVIEWED,
    sources: ['State laws of VA, UT, IA, IN, TN, KY, RI, FL and others: opt-out or notice (not opened)'],
  },
  br: {
    name: 'Brazil',
    banner: true,
    gpc: 'honoured',
    links: ['cookie settings'],
    mostGrantDays: 365,
    lastReviewed: REVIEWED,
    sources: [
      'LGPD art. 7(I), art. 8 (not opened)',
      'ANPD, guide on cookies, 2022-10: rejecting on the first layer (not opened)',
    ],
  },
  ca: {
    name: 'Canada outside Quebec',
    banner: false,
    gpc: 'honoured',
    links: ['cookie settings'],
    lastReviewed: REVIEWED,
    sources: [
      'PIPEDA schedule 1, clause 4.3 (not opened)',
      'OPC, policy position on online behavioural advertising: opt-out with clear notice, and never for sensitive data (not opened)',
    ],
  },
  'ca-qc': {
    name: 'Quebec',
    banner: true,
    gpc: 'honoured',
    links: ['cookie settings'],
    mostGrantDays: 365,
    lastReviewed: REVIEWED,
    sources: ['Act respecting the protection of personal information in the private sector s. 8.1, s. 14 (not opened)'],
  },
  cn: {
    name: 'China',
    banner: true,
    gpc: 'honoured',
    links: ['隐私政策', '个人信息收集清单', '个人信息共享清单', '儿童个人信息保护规则'],
    leastRefusalDays: 180,
    lastReviewed: REVIEWED,
    sources: [
      'PIPL art. 13 to 17, 23 to 25, 28 to 31, 39',
      'Regulation on network data security art. 21, 22, 42, in force 2025-01-01',
      'GB/T 42574-2023, as summarised (not opened)',
    ],
  },
  jp: {
    name: 'Japan',
    banner: false,
    gpc: 'honoured',
    links: ['外部送信について'],
    lastReviewed: REVIEWED,
    sources: [
      'Telecommunications Business Act art. 27-12: external transmission, notified, published or to opt out of, since 2023-06-16 (not opened)',
    ],
  },
  kr: {
    name: 'South Korea',
    banner: true,
    gpc: 'honoured',
    links: ['cookie settings'],
    mostGrantDays: 365,
    lastReviewed: REVIEWED,
    sources: ['PIPA art. 15, art. 22: itemised consent, marketing by itself (not opened)'],
  },
  row: {
    name: 'Rest of the world, and a region that is not known',
    banner: true,
    gpc: 'honoured',
    links: ['cookie settings'],
    lastReviewed: REVIEWED,
    sources: ['The strictest reading: asked before, as in the European Economic Area'],
  },
};
