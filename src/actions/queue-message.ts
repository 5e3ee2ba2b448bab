import type { Message } from '../domain/chat';
import { QUEUED } from '../domain/delivery';
import type { Ledger, NewMessage } from './ledger';

type ToSend = Omit<NewMessage, 'direction' | 'delivery'>;

/**
 * Stores what is to go out, with the errand that sends it. Under a `turn` it is a bot's and is dropped instead when the
 * chat's turn has moved by then (LIFECYCLE §7, gate 2).
 */
export function queueMessage(ledger: Ledger, chatId: string, message: ToSend, turn?: number): Message {
  const stored = ledger.addMessage(chatId, { ...message, direction: 'out', delivery: QUEUED });
  ledger.addErrand({ key: chatKey(chatId), kind: 'send', payload: { messageId: stored.id, ...(turn === undefined ? {} : { turn }) } });
  return stored;
}

/** Errands of one chat run one after the other. */
export const chatKey = (chatId: string): string => `chat:${chatId}`;
