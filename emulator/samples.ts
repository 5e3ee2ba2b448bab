import { deflateSync } from 'node:zlib';

/** Files that are what they are called, made here: small, the same every time, and shown or played by everything. */

const CRC = Array.from({ length: 256 }, (_, byte) =>
  Array.from({ length: 8 }).reduce<number>((crc) => (crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1), byte),
);

function crc32(bytes: Buffer): number {
  return ~bytes.reduce((crc, byte) => (CRC[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8), -1) >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

const painted = new Map<number, Buffer>();

/** A PNG of an evening sky; `hue` from 0 to 255 says of which evening. */
export function picture(hue = 30): Buffer {
  const known = painted.get(hue) ?? paint(hue, 320, 200);
  painted.set(hue, known);
  return known;
}

function paint(hue: number, width: number, height: number): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + 3 * width);
    for (let x = 0; x < width; x++) row.set(colour(hue, x / width, y / height), 1 + 3 * x);
    return row;
  });
  const head = Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 2, 0, 0, 0])]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]);
}

function colour(hue: number, x: number, y: number): [number, number, number] {
  const isSun = (x - 0.7) ** 2 + ((y - 0.45) * 0.62) ** 2 < 0.008;
  const isHill = y > 0.72 + 0.08 * Math.sin(6 * x + hue);
  if (isHill) return [30, 45 + (hue % 40), 60];
  return isSun ? [255, 236, 190] : [(120 + hue / 2 + 110 * y) & 255, (90 + 100 * y) & 255, Math.round(170 - 60 * y)];
}

const OGG_CRC = Array.from({ length: 256 }, (_, byte) =>
  Array.from({ length: 8 }).reduce<number>(
    (crc) => ((crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1) >>> 0) >>> 0,
    (byte << 24) >>> 0,
  ),
);

/** One page of an Ogg stream that holds whole packets of less than 255 bytes. */
function page(packets: readonly Buffer[], { flags, granule, number }: { flags: number; granule: number; number: number }): Buffer {
  const head = Buffer.alloc(27);
  head.write('OggS', 0, 'latin1');
  head[5] = flags;
  head.writeBigUInt64LE(BigInt(granule), 6);
  head.writeUInt32LE(0x52444b31, 14);
  head.writeUInt32LE(number, 18);
  head[26] = packets.length;
  const bytes = Buffer.concat([head, Buffer.from(packets.map(({ length }) => length)), ...packets]);
  bytes.writeUInt32LE(
    bytes.reduce((crc, byte) => (((crc << 8) >>> 0) ^ (OGG_CRC[((crc >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0, 0),
    22,
  );
  return bytes;
}

/** 20 ms of silence, as Opus says it. */
const SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);
const PER_PACKET = 960;
const PER_SECOND = 50;

/** A voice note in which somebody says nothing: Ogg with mono Opus. */
export function voiceNote(seconds = 3): Buffer {
  const head = Buffer.from([...Buffer.from('OpusHead'), 1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0]);
  const tags = Buffer.concat([Buffer.from('OpusTags'), Buffer.from([4, 0, 0, 0]), Buffer.from('twin'), Buffer.alloc(4)]);
  const sound = Array.from({ length: seconds }, (_, second) =>
    page(
      Array.from({ length: PER_SECOND }, () => SILENCE),
      {
        flags: second === seconds - 1 ? 4 : 0,
        granule: (second + 1) * PER_SECOND * PER_PACKET,
        number: second + 2,
      },
    ),
  );
  return Buffer.concat([page([head], { flags: 2, granule: 0, number: 0 }), page([tags], { flags: 0, granule: 0, number: 1 }), ...sound]);
}

/** One clear point. */
export const STICKER = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
