import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import type { ConsentRecord } from 'candor-consent';
import { readBody } from './body.js';

/** One attempt to deliver a record. */
export interface Attempt {
  /** ISO 8601, by the server's clock. */
  readonly time: string;
  readonly receiptId: string;
  /** What happened: `kept`, `known` for one that was kept before, or the mishap that was asked for. */
  readonly answer: string;
  /** What the published schema has against it; nothing where it validates. */
  readonly problem: string | undefined;
}

const MAXIMUM_BYTES = 300_000;
const MAXIMUM_SUBJECTS = 1000;
const REMEMBERED_ATTEMPTS = 100;
const PATIENCE_MILLISECONDS = 60_000;

/** What can go wrong with an archive, by the word in its address: `/api/records?answer=500`. */
const MISHAPS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '500': (response) => void response.writeHead(500).end(),
  page: (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Please sign in'),
  silence: (response) => void setTimeout(() => response.destroy(), PATIENCE_MILLISECONDS).unref(),
  nobody: (response) => void response.destroy(),
};

/**
 * The archive of records that a site would have: `POST` takes one and keeps it once, by its receipt id; `GET ?subject=` tells
 * which attempts there were for one browser. In memory, so that a restart forgets them.
 *
 * @param schema Path of the published JSON Schema.
 */
export function createArchive(schema: string): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const attempts = new Map<string, readonly Attempt[]>();
  let validate: ValidateFunction<ConsentRecord> | undefined;

  function problemWith(record: unknown): string | undefined {
    if (!validate && existsSync(schema)) {
      const ajv = new Ajv2020({ allErrors: true });
      // CommonJS, which Node hands out with one wrapper more than the types say.
      (formats as unknown as { default: (ajv: Ajv2020) => Ajv2020 }).default(ajv);
      validate = ajv.compile<ConsentRecord>(JSON.parse(readFileSync(schema, 'utf8')) as object);
    }
    if (!validate || validate(record)) return undefined;
    return validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`).join('; ');
  }

  const send = (response: ServerResponse, status: number, value: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(value));
  };

  function remember(subject: string, attempt: Attempt): void {
    attempts.set(subject, [...(attempts.get(subject) ?? []), attempt].slice(-REMEMBERED_ATTEMPTS));
    const [oldest] = attempts.keys();
    if (attempts.size > MAXIMUM_SUBJECTS && oldest !== undefined) attempts.delete(oldest);
  }

  async function take(request: IncomingMessage, response: ServerResponse, mishap: string): Promise<void> {
    const { data } = await readBody(request, MAXIMUM_BYTES);
    if (!data) return send(response, 413, { error: 'The body is larger than 300 kB.' });
    let record: ConsentRecord;
    try {
      record = JSON.parse(data.toString('utf8')) as ConsentRecord;
    } catch {
      return send(response, 400, { error: 'The body is not JSON.' });
    }
    const problem = problemWith(record);
    const subject = problem === undefined ? record.subject.id : undefined;
    if (!subject) return send(response, 400, { error: problem ?? 'The record is about nobody.' });
    const { receiptId } = record;
    const isKnown = (attempts.get(subject) ?? []).some(
      (attempt) => attempt.receiptId === receiptId && attempt.answer === 'kept',
    );
    const fail = Object.hasOwn(MISHAPS, mishap) ? MISHAPS[mishap] : undefined;
    remember(subject, {
      time: new Date().toISOString(),
      receiptId,
      answer: fail ? mishap : isKnown ? 'known' : 'kept',
      problem,
    });
    if (fail) return fail(response);
    send(response, isKnown ? 200 : 201, { receiptId });
  }

  return async (request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://demo');
    if (request.method === 'POST') return take(request, response, searchParams.get('answer') ?? '');
    if (request.method === 'GET') return send(response, 200, attempts.get(searchParams.get('subject') ?? '') ?? []);
    response.setHeader('allow', 'GET, POST');
    send(response, 405, { error: `${request.method} is not understood here.` });
  };
}
