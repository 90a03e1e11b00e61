/** The first 32 bits of the fractional part. */
const fraction = (value: number): number => ((value - Math.floor(value)) * 2 ** 32) | 0;

let tables: { readonly start: readonly number[]; readonly rounds: readonly number[] } | undefined;

/** FIPS 180-4 §4.2.2 and §5.3.3: fractions of the cube roots of the first 64 primes, and of the square roots of the first 8. */
function constants(): NonNullable<typeof tables> {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < 64; candidate++) {
    if (primes.every((prime) => candidate % prime)) primes.push(candidate);
  }
  return {
    start: primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime))),
    rounds: primes.map((prime) => fraction(Math.cbrt(prime))),
  };
}

/** The bytes of a text in UTF-8; half a character counts as U+FFFD, as everywhere. */
const bytesOf = (text: string): string => unescape(encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')));

/**
 * SHA-256 of a text in UTF-8, in hexadecimal (FIPS 180-4). By hand, because that of browsers is asynchronous and missing where
 * a page has no certificate, and a record must be whole when the decision is told.
 */
export function sha256(text: string): string {
  const { start, rounds } = (tables ??= constants());
  const bytes = bytesOf(text);
  const words = new Array<number>((((bytes.length + 8) >> 6) + 1) * 16).fill(0);
  for (let index = 0; index < bytes.length; index++) {
    words[index >> 2]! |= bytes.charCodeAt(index) << (24 - (index % 4) * 8);
  }
  words[bytes.length >> 2]! |= 0x80 << (24 - (bytes.length % 4) * 8);
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29);
  words[words.length - 1] = bytes.length << 3;

  const hash = [...start];
  const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
  for (let block = 0; block < words.length; block += 16) {
    const schedule = words.slice(block, block + 16);
    let [a, b, c, d, e, f, g, h] = hash as [number, number, number, number, number, number, number, number];
    for (let round = 0; round < 64; round++) {
      if (round > 15) {
        const early = schedule[round - 15]!;
        const late = schedule[round - 2]!;
        schedule[round] =
          (schedule[round - 16]! +
            schedule[round - 7]! +
            (rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)) +
            (rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10))) |
          0;
      }
      const first =
        h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + rounds[round]! + schedule[round]!;
      const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
    }
    [a, b, c, d, e, f, g, h].forEach((word, index) => (hash[index] = (hash[index]! + word) | 0));
  }
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
