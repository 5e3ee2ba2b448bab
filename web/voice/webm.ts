/** Opus as a recorder put it into WebM: what a decoder is told first, and the packets in their order. */
export interface OpusSound {
  readonly head: Uint8Array<ArrayBuffer>;
  readonly packets: readonly Uint8Array<ArrayBuffer>[];
}

const CODEC_PRIVATE = 0x63a2;
const SIMPLE_BLOCK = 0xa3;
const BLOCK = 0xa1;
/** Elements that hold others of which we want some: Segment, Tracks, TrackEntry, Cluster, BlockGroup. */
const HOLDERS: ReadonlySet<number> = new Set([0x18538067, 0x1654ae6b, 0xae, 0x1f43b675, 0xa0]);

/** Reads the one track of a recording. Throws a `TypeError` for what is none. */
export function readWebm(bytes: Uint8Array<ArrayBuffer>): OpusSound {
  const packets: Uint8Array<ArrayBuffer>[] = [];
  let head: Uint8Array<ArrayBuffer> | null = null;
  for (let at = 0; at < bytes.length; ) {
    const id = elementId(bytes, at);
    const size = elementSize(bytes, at + id.length);
    const begin = at + id.length + size.length;
    // What holds others is walked into, whatever its length: a live recording does not know it.
    if (HOLDERS.has(id.value)) {
      at = begin;
      continue;
    }
    const end = Math.min(begin + size.value, bytes.length);
    if (id.value === CODEC_PRIVATE) head = bytes.slice(begin, end);
    else if (id.value === SIMPLE_BLOCK || id.value === BLOCK) packets.push(packetOf(bytes.subarray(begin, end)));
    at = end;
  }
  if (!head || String.fromCharCode(...head.subarray(0, 8)) !== 'OpusHead') throw new TypeError('no Opus in it');
  return { head, packets };
}

/** A block is the number of its track, two bytes of time, one of flags, and the packet. */
function packetOf(block: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const flagsAt = lengthOf(block[0] ?? 0) + 2;
  if (((block[flagsAt] ?? 0) & 0x06) !== 0) throw new TypeError('several packets in one block');
  return block.slice(flagsAt + 1);
}

interface Read {
  readonly value: number;
  readonly length: number;
}

/** A number's first byte says by its leading zeros how long it is. */
const lengthOf = (first: number): number => Math.clz32(first) - 23;

function elementId(bytes: Uint8Array, at: number): Read {
  const length = lengthOf(bytes[at] ?? 0);
  if (length > 4) throw new TypeError('not WebM');
  return { value: bigEndian(bytes, at, length, 0xff), length };
}

function elementSize(bytes: Uint8Array, at: number): Read {
  const length = lengthOf(bytes[at] ?? 0);
  if (length > 8) throw new TypeError('not WebM');
  return { value: bigEndian(bytes, at, length, 0xff >> length), length };
}

function bigEndian(bytes: Uint8Array, at: number, length: number, mask: number): number {
  let value = (bytes[at] ?? 0) & mask;
  for (let i = 1; i < length; i++) value = value * 256 + (bytes[at + i] ?? 0);
  return value;
}
