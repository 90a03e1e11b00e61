import type { IncomingMessage } from 'node:http';

/** Whoever sends more than this is cut off in the middle. */
const PATIENCE_BYTES = 64_000_000;

export interface Body {
  /** Nothing where the body was larger than the limit. */
  readonly data: Buffer | undefined;
  /** All that was sent. */
  readonly bytes: number;
}

/**
 * Reads a body and keeps no more than `limit` bytes of it. What comes after is read and dropped, because a sender that is
 * cut off would never see the answer.
 *
 * @throws Where the connection breaks, or far too much is sent.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  let chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= limit) chunks.push(chunk);
    else chunks = [];
    if (bytes > PATIENCE_BYTES) throw new Error('The body is far too large.');
  }
  return { data: bytes > limit ? undefined : Buffer.concat(chunks), bytes };
}
