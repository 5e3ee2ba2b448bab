import type { Random } from './random';

/** Ids in the shape in which Meta gives them. */
export interface Ids {
  wamid(phone: string): string;
  mid(): string;
  /** Of a message to or from a Page. */
  pageMid(): string;
  trace(): string;
  number(digits: number): string;
  /** Opaque word for tokens and links. */
  word(bytes: number): string;
}

export function idsFrom(random: Random): Ids {
  return {
    wamid: (phone) =>
      `wamid.${Buffer.concat([head(phone), Buffer.from(random.bytes(9).toString('hex').toUpperCase()), TAIL]).toString('base64')}`,
    mid: () => `aWdfZAG1faXRlbToxO${random.bytes(33).toString('base64url')}ZD`,
    pageMid: () => `m_${random.bytes(61).toString('base64url')}`,
    trace: () => `A${random.bytes(11).toString('hex')}`,
    number: (digits) => random.digits(digits),
    word: (bytes) => random.bytes(bytes).toString('base64url'),
  };
}

const TAIL = Buffer.from([0]);

function head(phone: string): Buffer {
  return Buffer.concat([Buffer.from([0x1c, 0x18, phone.length]), Buffer.from(phone), Buffer.from([0x15, 0x02, 0x00, 0x11, 0x18, 0x12])]);
}
