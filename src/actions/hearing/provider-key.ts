import { createHash } from 'node:crypto';
import { type Heard, type Who, wholeOf } from '../../ports/channel';

const LONGEST = 512;

/** A provider's id as the desk keeps it: ids over 512 bytes as their sha256, so that two long ones never become one. */
export const providerKey = (id: string): string =>
  Buffer.byteLength(id) <= LONGEST ? id : `sha256:${createHash('sha256').update(id).digest('hex')}`;

/** Parts stay parts of their message. */
const messageKey = (id: string): string =>
  Buffer.byteLength(id) <= LONGEST ? id : providerKey(wholeOf(id)) + id.slice(wholeOf(id).length);

/** The same event with every provider's id and key in the form that is kept. */
export function keyed(heard: Heard): Heard {
  const short = { ...heard } as Record<string, unknown>;
  for (const field of ['id', 'target', 'replyTo', 'reference'])
    if (typeof short[field] === 'string') short[field] = messageKey(short[field]);
  for (const field of ['from', 'to', 'who', 'now']) if (short[field]) short[field] = keyedWho(short[field] as Who);
  return short as unknown as Heard;
}

const keyedWho = (who: Who): Who => ({ ...who, keys: who.keys.map(providerKey) });
