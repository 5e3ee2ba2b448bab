import type { OpusSound } from './webm';

const FRESH = 0x02;
const LAST = 0x04;
const HEADER = 27;
/** Samples of one page, at Opus' 48 kHz: about a second. */
const PAGE = 48_000;
const MOST_SEGMENTS = 255;

/** The same Opus packets in Ogg (RFC 7845), which phones play as a voice message. */
export function writeOgg({ head, packets }: OpusSound, serial: number): Uint8Array<ArrayBuffer>[] {
  let number = 0;
  const page = (held: readonly Uint8Array[], granule: number, flags: number) => pageOf(held, { granule, flags, serial, number: number++ });
  const pages = [page([head], 0, FRESH), page([tags()], 0, 0)];
  let [held, segments, samples, since]: [Uint8Array[], number, number, number] = [[], 0, 0, 0];
  for (const packet of packets) {
    const needs = Math.floor(packet.length / 255) + 1;
    if (held.length > 0 && (segments + needs > MOST_SEGMENTS || samples - since >= PAGE)) {
      pages.push(page(held, samples, 0));
      [held, segments, since] = [[], 0, samples];
    }
    held.push(packet);
    segments += needs;
    samples += samplesOf(packet);
  }
  pages.push(page(held, samples, LAST));
  return pages;
}

const SILK = [10, 20, 40, 60];
const HYBRID = [10, 20];
const CELT = [2.5, 5, 10, 20];

/** Of one packet, by its first byte (RFC 6716 §3.1). */
function samplesOf(packet: Uint8Array): number {
  const [toc = 0, count = 0] = packet;
  const config = toc >> 3;
  const ms = (config < 12 ? SILK[config & 3] : config < 16 ? HYBRID[config & 1] : CELT[config & 3]) ?? 0;
  const frames = [1, 2, 2, count & 0x3f][toc & 3] ?? 0;
  return ms * 48 * frames;
}

const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** Who made it, and nothing else. */
function tags(): Uint8Array {
  const vendor = letters('Relaydesk');
  return Uint8Array.from([...letters('OpusTags'), vendor.length, 0, 0, 0, ...vendor, 0, 0, 0, 0]);
}

interface About {
  readonly granule: number;
  readonly flags: number;
  readonly serial: number;
  readonly number: number;
}

function pageOf(packets: readonly Uint8Array[], { granule, flags, serial, number }: About): Uint8Array<ArrayBuffer> {
  const lacing = packets.flatMap(({ length }) => [...Array<number>(Math.floor(length / 255)).fill(255), length % 255]);
  const page = new Uint8Array(HEADER + lacing.length + packets.reduce((sum, { length }) => sum + length, 0));
  page.set([...letters('OggS'), 0, flags]);
  const view = new DataView(page.buffer);
  view.setBigUint64(6, BigInt(granule), true);
  view.setUint32(14, serial, true);
  view.setUint32(18, number, true);
  page[26] = lacing.length;
  page.set(lacing, HEADER);
  let at = HEADER + lacing.length;
  for (const packet of packets) {
    page.set(packet, at);
    at += packet.length;
  }
  view.setUint32(22, checksum(page), true);
  return page;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = (value << 1) ^ (value & 0x80000000 ? 0x04c11db7 : 0);
  return value;
});

/** Ogg's own: not turned round, beginning with nothing. */
export function checksum(page: Uint8Array): number {
  let value = 0;
  for (const byte of page) value = (value << 8) ^ (TABLE[(value >>> 24) ^ byte] ?? 0);
  return value >>> 0;
}
