import { gunzipSync } from 'node:zlib';

// A small body must not unfold into a large one.
const MAXIMUM_UNZIPPED_BYTES = 4_000_000;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function textOf(body: Buffer): string {
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  const text = (isGzip ? gunzipSync(body, { maxOutputLength: MAXIMUM_UNZIPPED_BYTES }) : body).toString('utf8');
  // PostHog's form encoding, used by beacons: data=<base64 of JSON>.
  const form = text.startsWith('data=') ? new URLSearchParams(text).get('data') : undefined;
  return form ? Buffer.from(form, 'base64').toString('utf8') : text;
}

/** Names of the events in a body: one event, a list, or `{ batch: [...] }`. None where the body does not tell. */
export function eventNames(body: Buffer): string[] {
  try {
    const parsed: unknown = JSON.parse(textOf(body));
    const batch: unknown = isObject(parsed) && Array.isArray(parsed['batch']) ? parsed['batch'] : parsed;
    return (Array.isArray(batch) ? (batch as unknown[]) : [batch])
      .map((event) => (isObject(event) ? event['event'] : undefined))
      .filter((name) => typeof name === 'string');
  } catch {
    return [];
  }
}
