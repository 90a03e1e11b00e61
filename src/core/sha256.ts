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

type Eight = [number, number, number, number, number, number, number, number];

/** The bytes of a text in UTF-8; half a character counts as U+FFFD, as everywhere. */
const bytesOf = (text: string): string => unescape(encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')));

/**
 * SHA-256 of a text in UTF-8, in hexadecimal (FIPS 180-4). By hand, because that of browsers is asynchronous and missing where
 * a page has no certificate, and a record must be whole when the decision is told. Typed arrays, plain variables and no calls,
 * because it runs between a click and the next frame, before an engine has had reason to optimise it.
 */
export function sha256(text: string): string {
  const { start, rounds } = (tables ??= constants());
  const bytes = bytesOf(text);
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  for (let index = 0; index < bytes.length; index++) {
    words[index >> 2]! |= bytes.charCodeAt(index) << (24 - (index % 4) * 8);
  }
  words[bytes.length >> 2]! |= 0x80 << (24 - (bytes.length % 4) * 8);
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29);
  words[words.length - 1] = bytes.length << 3;

  const hash = new Int32Array(start);
  const schedule = new Int32Array(64);
  for (let block = 0; block < words.length; block += 16) {
    let [a, b, c, d, e, f, g, h] = [...hash] as Eight;
    for (let round = 0; round < 64; round++) {
      if (round < 16) schedule[round] = words[block + round]!;
      else {
        const early = schedule[round - 15]!;
        const late = schedule[round - 2]!;
        schedule[round] =
          schedule[round - 16]! +
          schedule[round - 7]! +
          (((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3)) +
          (((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10));
      }
      const first =
        h +
        (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) +
        ((e & f) ^ (~e & g)) +
        rounds[round]! +
        schedule[round]!;
      const second =
        (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, index) => (hash[index]! += word));
  }
  return Array.from(hash, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
