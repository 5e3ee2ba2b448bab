import type { Content } from '../../domain/content';
import { filesIn } from '../../domain/content-files';
import { QUEUED } from '../../domain/delivery';
import type { Message } from '../../domain/message';
import type { Ledger, NewMessage } from '../ledger';

type ToSend = Omit<NewMessage, 'direction' | 'delivery'>;

/**
 * Stores what is to go out, with the errand that sends it. Under a `turn` it is a bot's and is dropped instead when the
 * chat's turn has moved by then (LIFECYCLE §7, gate 2).
 */
export function queueMessage(ledger: Ledger, chatId: string, message: ToSend, turn?: number): Message {
  const stored = ledger.addMessage(chatId, { ...message, direction: 'out', delivery: QUEUED });
  queueSend(ledger, stored, turn);
  return stored;
}

/** The errand that sends a stored message, behind what its chat sends already. */
export const queueSend = (ledger: Ledger, { id, chatId, channelId, content }: Message, turn?: number): void =>
  ledger.addErrand({
    key: chatKey(chatId),
    kind: 'send',
    channelId,
    payload: { messageId: id, ...(turn === undefined ? {} : { turn }), ...(filesIn(content).length > 0 ? { file: true } : {}) },
  });

/** The parts of one saying, one after the other (`partsOf`). Only the first answers a message. At least one comes back. */
export function queueParts(
  ledger: Ledger,
  chatId: string,
  parts: readonly Content[],
  { replyTo = null, ...rest }: Omit<ToSend, 'content'>,
  turn?: number,
): [Message, ...Message[]] {
  const [first, ...more] = parts.map((content, at) =>
    queueMessage(ledger, chatId, { ...rest, content, replyTo: at === 0 ? replyTo : null }, turn),
  );
  if (!first) throw new Error('there is nothing to send');
  return [first, ...more];
}

/** Errands of one chat run one after the other. */
export const chatKey = (chatId: string): string => `chat:${chatId}`;
