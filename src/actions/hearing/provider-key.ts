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
  Object.assign(short, roundOf(heard));
  for (const field of ['from', 'to', 'who', 'now']) if (short[field]) short[field] = keyedWho(short[field] as Who);
  return short as unknown as Heard;
}

/** Our own reference, when a person had a message sent again, says which sending it is of. */
function roundOf(heard: Heard): { readonly reference?: string; readonly round?: number } {
  const [, reference, round] = ('reference' in heard && /^(.+)~(\d{1,4})$/.exec(heard.reference ?? '')) || [];
  return reference === undefined ? {} : { reference, round: Number(round) };
}

/** What a message's sending is called at the network, so that each can be told from the others. */
export const referenceOf = (messageId: string, round: number): string => (round === 0 ? messageId : `${messageId}~${round}`);

const keyedWho = (who: Who): Who => ({ ...who, keys: who.keys.map(providerKey) });
