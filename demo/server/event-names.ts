import { gunzipSync } from 'node:zlib';

// A small body must not unfold into a large one.
const MAXIMUM_UNZIPPED_BYTES = 4_000_000;
const MAXIMUM_NAMES = 50;
const MAXIMUM_LENGTH = 100;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isGzip = (data: Buffer): boolean => data[0] === 0x1f && data[1] === 0x8b;

const unzip = (data: Buffer): Buffer =>
  isGzip(data) ? gunzipSync(data, { maxOutputLength: MAXIMUM_UNZIPPED_BYTES }) : data;

/** JSON as it is, or in Base64, and there perhaps zipped: each vendor has its own way, and lets the site choose others. */
function parse(text: string): unknown {
  return JSON.parse(/^\s*[[{]/.test(text) ? text : unzip(Buffer.from(text, 'base64')).toString('utf8'));
}

/** What was collected: the body, or the form field `data` of a body or query. Nothing where neither has any. */
function payload(body: Buffer, query: string): unknown {
  const text = unzip(body).toString('utf8');
  const form = new URLSearchParams(/^\w+=/.test(text) ? text : query);
  const field = form.get('data') ?? form.get('data_list');
  if (field !== null) return parse(field);
  return text === '' || /^\w+=/.test(text) ? undefined : parse(text);
}

/**
 * Names of the events that were collected: of one event, a list, `{ batch: [...] }` or `{ events: [...] }`. Mixpanel and
 * PostHog: `event`; Amplitude: `event_type`; Sensors Data's profile updates have a `type` instead.
 *
 * @param query The query without its question mark.
 * @throws Where something was sent that cannot be read.
 */
export function eventNames(body: Buffer, query: string): string[] {
  const parsed = payload(body, query);
  const list = isObject(parsed) ? (parsed['batch'] ?? parsed['events']) : undefined;
  const batch: unknown = Array.isArray(list) ? list : parsed;
  return (Array.isArray(batch) ? (batch as unknown[]) : [batch])
    .slice(0, MAXIMUM_NAMES)
    .map((event) => (isObject(event) ? (event['event'] ?? event['event_type'] ?? event['type']) : undefined))
    .filter((name) => typeof name === 'string')
    .map((name) => name.slice(0, MAXIMUM_LENGTH));
}
