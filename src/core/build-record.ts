import { canonicalJson } from './canonical-json.js';
import { BUILT_IN_TITLES } from './built-in-titles.js';
import { categoriesOf, isOnByDefault, type Kind } from './categories.js';
import type { Category, Config, Service, Text } from './config.js';
import { expiryOf, type Choices } from './decide.js';
import type { Answer, Decision } from './decision.js';
import { legalBasisOf } from './legal-basis.js';
import type { CategoryModel, Model } from './model.js';
import type { Preset } from './presets.js';
import type { ConsentRecord, RecordedEvent, RecordedPurpose, RecordedRecipient } from './record.js';
import { sha256 } from './sha256.js';
import type { Relation } from './subject.js';
import { resolveText } from './text.js';

/** What was decided, under which rules. */
export interface Matter {
  readonly model: Model;
  readonly config: Config;
  readonly preset: Preset;
  readonly region: string;
  readonly isGuess?: boolean;
  /** Whether the browser sends its opt-out signal. */
  readonly gpc?: boolean | undefined;
  /** The answers before the event, and after it. */
  readonly before: Decision;
  readonly after: Decision;
  /** The choices before the event, and after it. */
  readonly was: Choices;
  readonly is: Choices;
  /** Ids that nobody answers but that are noted: their answer has expired, a change of them was shown, a signal counts. */
  readonly noted?: readonly string[];
}

/** How it came about. */
export interface Circumstances {
  readonly method: RecordedEvent['method'];
  readonly surface: string;
  readonly trusted: boolean;
  /** What stood on the surface, and in which language: BCP 47. */
  readonly text: string | null;
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly subjectId: string | null;
  /** Who answered for a child. */
  readonly guardian: Relation | null;
  readonly previousReceiptId: string | null;
  /** Makes a receipt id: random, or the same for the same content. */
  readonly newId: (content: string) => string;
}

/** What is answered by itself: a category, or a service that needs a consent of its own. */
interface Unit {
  readonly id: string;
  readonly kind: Kind;
  readonly entry: Category | Service;
  readonly category: CategoryModel;
  readonly recipients: readonly Service[];
  readonly service: Service | undefined;
}

const JURISDICTIONS: Readonly<Record<string, string | null>> = {
  eea: 'EEA',
  uk: 'GB',
  'us-uoom': 'US',
  'us-other': 'US',
  row: null,
};

/** Whose rules a preset is made for; most are called after it. */
const jurisdictionOf = ({ id }: Preset): string | null => (id in JURISDICTIONS ? JURISDICTIONS[id]! : id.toUpperCase());

/** Unix seconds from which years have five digits, as lifespans of nobody's mean. */
const FIVE_DIGIT_YEARS = 253_402_300_800;

/** Unix seconds before which years are negative. */
const YEAR_ZERO = -62_167_219_200;

const two = (count: number): string => `${count}`.padStart(2, '0');

/** ISO 8601 with the offset of the device. */
function localTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  const east = -date.getTimezoneOffset();
  const offset = `${east < 0 ? '-' : '+'}${two(Math.floor(Math.abs(east) / 60))}:${two(Math.abs(east) % 60)}`;
  return new Date(milliseconds + east * 60_000).toISOString().replace('Z', offset);
}

/** ISO 8601; null for what it cannot write. */
const utc = (seconds: number): string | null =>
  seconds >= YEAR_ZERO && seconds < FIVE_DIGIT_YEARS ? new Date(seconds * 1000).toISOString() : null;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * The services of a category that need a consent of their own. In one that is asked separately itself, or never, there are
 * none.
 */
export const standingAlone = ({ kind, services }: CategoryModel): string[] =>
  kind !== 'necessary' && kind !== 'separate'
    ? services.filter(({ need }) => need === 'separate').map(({ id }) => id)
    : [];

function unitsOf({ model, config }: Matter): Unit[] {
  return categoriesOf(config).flatMap((entry, index) => {
    const category = model.categories[index]!;
    const { id, kind } = category;
    const services = entry.services ?? [];
    const names = standingAlone(category);
    const alone = services.filter((service) => names.includes(service.id));
    const recipients = services.filter((service) => !alone.includes(service));
    return [
      { id, kind, entry, category, recipients, service: undefined },
      ...alone.map((service): Unit => ({
        id: service.id,
        kind: 'separate',
        entry: service,
        category,
        recipients: [service],
        service,
      })),
    ];
  });
}

/** The last word on a unit, after the event. */
function stateOf(
  { id, kind, category }: Unit,
  { was }: Matter,
  answer: Answer | undefined,
  isAnswered: boolean,
  { time }: Circumstances,
): RecordedPurpose['state'] {
  if (kind === 'necessary') return kind;
  if (!answer) return 'unanswered';
  const isObjection = isOnByDefault(kind) && !answer.granted;
  if (!isObjection && expiryOf(answer, category.lifespan) * 1000 <= time) return 'expired';
  if (answer.revision < category.revision) return 'unanswered';
  if (answer.granted) return 'given';
  return isObjection ? 'objected' : isAnswered && was[id] ? 'withdrawn' : 'refused';
}

/** What happened to several purposes, in one word. */
function summaryOf(
  answered: readonly RecordedPurpose[],
  { after: { answers } }: Matter,
  { method }: Circumstances,
): RecordedEvent['state'] {
  if (method === 'shown' || method === 'expired' || method === 'signal') return method;
  if (method === 'withdraw') return 'withdrawn';
  const states = new Set(answered.map(({ state }) => state));
  const departs = answered.some(
    ({ granted, recipients }) => granted && recipients.some((each) => answers.get(each.id)?.granted === false),
  );
  if (states.has('given')) return states.size > 1 || departs ? 'partial' : 'given';
  if (states.has('withdrawn')) return 'withdrawn';
  return states.size === 1 && states.has('objected') ? 'objected' : 'refused';
}

/** The hash of a config that was hashed before: it never changes, and may be long. */
const hashes = new WeakMap<Config, string | null>();

/** What records name a config by; null where it cannot be had. Worked out once, and best before anybody waits for it. */
export function configHash(config: Config): string | null {
  if (!hashes.has(config)) {
    let hash: string | null = null;
    try {
      hash = sha256(canonicalJson(config));
    } catch {
      // A config that a script has made may refer to itself.
    }
    hashes.set(config, hash);
  }
  return hashes.get(config) ?? null;
}

/**
 * The records of an event: one for all purposes that are answered together, and one for each that is answered separately,
 * which come first. None where nothing was answered.
 */
export function buildRecords(matter: Matter, circumstances: Circumstances): ConsentRecord[] {
  const { config, preset, region, isGuess, gpc, before, after, was, is, noted = [] } = matter;
  const { method, surface, trusted, text, language, time, subjectId, guardian, newId } = circumstances;
  const controller = config.controller ?? {};
  const words = (value: Text | undefined): string | null =>
    resolveText(value, [language, language.split('-')[0], config.prevailingLanguage]) ?? null;
  const listOf = (entry: Category | Service): string[] =>
    Array.isArray(entry.data) ? entry.data.map(words).filter((kind) => kind !== null) : [];

  const recipientOf = (service: Service): RecordedRecipient => ({
    id: service.id,
    name: words(service.name) ?? BUILT_IN_TITLES[service.id] ?? service.id,
    provider: words(service.provider),
    role: service.role === 'joint' || service.role === 'independent' ? service.role : 'processor',
    country: textOrNull(service.country),
    contact: words(service.contact),
    policy: words(service.policy),
    retention: textOrNull(service.retention),
    granted: is[service.id] === true,
  });

  const purposeOf = (unit: Unit): RecordedPurpose => {
    const { id, kind, entry, category, recipients, service } = unit;
    const answer = kind === 'necessary' ? undefined : after.answers.get(id);
    const names = [id, ...recipients.map((each) => each.id)];
    const isNoted = names.some((name) => noted.includes(name));
    const isWordless = isNoted && (method === 'shown' || method === 'signal');
    const answered =
      (isNoted && !isWordless) ||
      (names.some((name) => before.answers.get(name) !== after.answers.get(name)) &&
        // A withdrawal of everything says no to what was never asked as well.
        (kind !== 'separate' || method === 'request' || was[id] === true || is[id] === true));
    return {
      id,
      title: words(service ? service.name : (entry as Category).title) ?? BUILT_IN_TITLES[id] ?? id,
      kind,
      legalBasis: legalBasisOf(kind, id, preset, service),
      granted: is[id] === true,
      state: isWordless ? method : stateOf(unit, matter, answer, answered, circumstances),
      answered,
      answeredAt: answer ? utc(answer.at) : null,
      expires: answer && (!isOnByDefault(kind) || answer.granted) ? utc(expiryOf(answer, category.lifespan)) : null,
      revision: answer && Number.isSafeInteger(answer.revision) ? answer.revision : null,
      data: [...new Set([entry, ...recipients].flatMap(listOf))],
      recipients: recipients.map(recipientOf),
    };
  };

  const isAbout = ({ answered, state }: RecordedPurpose): boolean =>
    answered || state === 'shown' || state === 'signal';
  const purposes = unitsOf(matter).map(purposeOf);
  const together = purposes.filter(({ kind }) => kind !== 'separate');
  const groups = purposes.filter((purpose) => purpose.kind === 'separate' && isAbout(purpose)).map((each) => [each]);
  if (together.some(isAbout)) groups.push(method === 'shown' ? together.filter(isAbout) : together);

  let { previousReceiptId } = circumstances;
  const { retentionDays } = config.records ?? {};
  return groups.map((group): ConsentRecord => {
    const isSeparate = group[0]?.kind === 'separate';
    const at = localTime(time);
    const record: ConsentRecord = {
      schema: 'candor-consent/record@1',
      conformsTo: 'ISO/IEC TS 27560:2023',
      receiptId: newId(canonicalJson([previousReceiptId, method, time, group.filter(isAbout).map(({ id }) => id)])),
      previousReceiptId,
      subject: { id: subjectId, guardian },
      controller: {
        name: words(controller.name),
        address: words(controller.address),
        contact: words(controller.contact),
        phone: words(controller.phone),
        representative: words(controller.representative),
      },
      event: {
        state: summaryOf(group.filter(isAbout), matter, circumstances),
        type: isSeparate ? 'separate' : trusted ? 'explicit' : 'regular',
        time: at,
        clock: 'client',
        method,
        surface,
        trusted,
      },
      purposes: group,
      notice: {
        policyVersion: textOrNull(controller.policyVersion),
        policyUrl: words(controller.privacyPolicy),
        language,
        textSha256: text === null ? null : sha256(text),
        configSha256: configHash(config),
        text,
      },
      context: {
        preset: preset.id,
        region: (!isGuess && region) || null,
        jurisdiction: region || jurisdictionOf(preset),
        storageLocation: textOrNull(controller.storageLocation),
        signals: { gpc: gpc ?? null },
      },
      ending: {
        withdrawal: 'In the site’s consent settings, on any page: “Withdraw everything”, or one purpose at a time.',
        requests: words(controller.requests) ?? words(controller.contact),
        retentionDays: typeof retentionDays === 'number' ? retentionDays : null,
      },
    };
    previousReceiptId = record.receiptId;
    return record;
  });
}
