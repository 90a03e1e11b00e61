/** A text as it travels in a link: deflated, base64url. The server never sees it: it stands behind the `#`. */

const PREFIX = '#config=';
/** A link that unfolds into more than any config is none of ours. */
const MAXIMUM_BYTES = 1_000_000;
const MAXIMUM_LINK = 200_000;

export type Unpacked = { readonly text: string } | { readonly problem: 'broken' | 'too-large' };

async function collect(stream: ReadableStream<Uint8Array>, maximum: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    chunks.push(read.value);
    length += read.value.length;
    if (length > maximum) {
      await reader.cancel();
      return undefined;
    }
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

const through = (
  bytes: Uint8Array<ArrayBuffer>,
  transform: ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array> => new Blob([bytes]).stream().pipeThrough(transform);

/** The hash of a link to this text; `undefined` for one that is too large to be opened again. */
export async function packLink(text: string): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > MAXIMUM_BYTES) return undefined;
  const packed = (await collect(through(bytes, new CompressionStream('deflate-raw')), Infinity)) ?? new Uint8Array();
  const binary = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
  const hash = PREFIX + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return hash.length > MAXIMUM_LINK ? undefined : hash;
}

/** The text behind a hash; `undefined` where the hash is about something else. Never throws, whatever the hash. */
export async function unpackLink(hash: string): Promise<Unpacked | undefined> {
  if (!hash.startsWith(PREFIX)) return undefined;
  if (hash.length > MAXIMUM_LINK) return { problem: 'too-large' };
  try {
    const base64 = hash.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/');
    const packed = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bytes = await collect(through(packed, new DecompressionStream('deflate-raw')), MAXIMUM_BYTES);
    if (!bytes) return { problem: 'too-large' };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: 'broken' };
  }
}
