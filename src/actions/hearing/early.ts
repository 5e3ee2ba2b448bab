import { createHash } from 'node:crypto';
import type { Message } from '../../domain/message';
import type { Instant } from '../../domain/ticket';
import { type HeardDeletion, type HeardEdit, type HeardReaction, type HeardReceipt, MOST_PARTS, partId } from '../../ports/channel';
import type { Early } from '../../ports/store';

/** What is heard about a message. */
export type HeardAbout = HeardReceipt | HeardReaction | HeardEdit | HeardDeletion;

/** One of our messages that answers another, which the desk does not know yet. */
export interface Answer {
  readonly type: 'answer';
  readonly messageId: string;
}

const ABOUT: ReadonlySet<string> = new Set<HeardAbout['type']>(['receipt', 'reaction', 'edit', 'deletion']);

export const isAbout = (heard: { readonly type: string }): heard is HeardAbout => ABOUT.has(heard.type);

/** A watermark is about no message but about somebody: until their chat is there, it waits under this name. */
export const personTarget = (key: string): string => `who:${key}`;
export const keyIn = (target: string): string => target.replace(/^who:/, '');

export const isWatermark = (heard: { readonly type: string }): heard is HeardReceipt & { readonly until: number } =>
  heard.type === 'receipt' && (heard as HeardReceipt).until !== undefined;

/** The provider's ids of the messages that it is about; an unsend takes all parts of a message. */
export function targetsOf(heard: HeardAbout): string[] {
  if (isWatermark(heard)) return heard.who?.keys.slice(0, 1).map(personTarget) ?? [];
  if (heard.type === 'receipt') return heard.id === null ? [] : [heard.id];
  if (heard.type !== 'deletion' || !heard.whole) return [heard.target];
  return Array.from({ length: MOST_PARTS }, (_, index) => partId(heard.target, index));
}

/** As it waits: without its raw words and its person, whom the message names. The same told again gets the same id. */
export function earlyOf(channelId: string, heard: HeardAbout, { eventId, at }: { eventId: string; at: Instant }): Early {
  const [target = ''] = targetsOf(heard);
  const { raw: _raw, account: _account, who: _who, ...about } = heard;
  const id = createHash('sha256')
    .update(JSON.stringify([channelId, about, ...(isWatermark(heard) ? [target] : [])]))
    .digest('hex')
    .slice(0, 32);
  return { id, channelId, target, about, eventId, heardAt: at };
}

export function earlyAnswer(id: string, target: string, message: Message): Early {
  const about: Answer = { type: 'answer', messageId: message.id };
  return { id, channelId: message.channelId, target, about: { ...about }, eventId: null, heardAt: message.heardAt };
}

/** What waited, as it was heard; where the network told no time, its own is when the desk heard it. */
export function waited({ about, heardAt }: Early): HeardAbout | Answer {
  const heard = about as unknown as HeardAbout | Answer;
  return heard.type === 'answer' ? heard : { ...heard, account: null, raw: null, at: heard.at ?? heardAt };
}
