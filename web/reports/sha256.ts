/** The fractions of the square roots of the first 8 primes, and of the cube roots of the first 64 (FIPS 180-4, 4.2.2 and 5.3.3). */
const PRIMES = Array.from({ length: 312 }, (_, at) => at).filter(
  (n) => n > 1 && !Array.from({ length: n - 2 }, (_, at) => at + 2).some((d) => n % d === 0),
);
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;
const BEGIN = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUNDS = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));

const BLOCK = 64;

/** The words of the block, and what they were stretched to. */
const words = new Int32Array(BLOCK);

function stretch(bytes: Uint8Array, from: number): void {
  for (let t = 0; t < 16; t += 1) {
    const at = from + t * 4;
    words[t] =
      ((bytes[at] as number) << 24) | ((bytes[at + 1] as number) << 16) | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
  }
  for (let t = 16; t < BLOCK; t += 1) {
    const a = words[t - 15] as number;
    const b = words[t - 2] as number;
    const s0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3);
    const s1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10);
    words[t] = ((words[t - 16] as number) + s0 + (words[t - 7] as number) + s1) | 0;
  }
}

/** Takes one block in (FIPS 180-4, 6.2.2). */
function take(state: Int32Array, bytes: Uint8Array, from: number): void {
  stretch(bytes, from);
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let t = 0; t < BLOCK; t += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (ROUNDS[t] as number) + (words[t] as number)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) state[at] = ((state[at] as number) + value) | 0;
}

/** What is left over, a one, zeros, and how many bits there were. */
function padded(rest: Uint8Array, length: number): Uint8Array {
  const whole = new Uint8Array(rest.length + 9 <= BLOCK ? BLOCK : 2 * BLOCK);
  whole.set(rest);
  whole[rest.length] = 0x80;
  const bits = new DataView(whole.buffer);
  bits.setUint32(whole.length - 8, Math.floor(length / 2 ** 29));
  bits.setUint32(whole.length - 4, (length * 8) >>> 0);
  return whole;
}

/**
 * SHA-256 of what comes in pieces, in hexadecimal. The browser's own takes a whole file at once, and is not there at all on
 * addresses without TLS.
 */
export async function sha256Of(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const state = Int32Array.from(BEGIN);
  let rest = new Uint8Array(0);
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    const bytes = new Uint8Array(rest.length + piece.length);
    bytes.set(rest);
    bytes.set(piece, rest.length);
    const whole = bytes.length - (bytes.length % BLOCK);
    for (let at = 0; at < whole; at += BLOCK) take(state, bytes, at);
    rest = bytes.slice(whole);
  }
  const end = padded(rest, length);
  for (let at = 0; at < end.length; at += BLOCK) take(state, end, at);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const PIECE = 1 << 20;

/** A file piece by piece, however large it is; the page breathes in between. */
export async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += PIECE) yield new Uint8Array(await file.slice(from, from + PIECE).arrayBuffer());
}
