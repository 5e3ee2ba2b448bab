import type { Chat } from '../../domain/chat';
import { received, risesTo, wentOutAt } from '../../domain/delivery';
import type { HeardReceipt } from '../../ports/channel';
import { settle } from '../sending/settle';
import { APPLIED, type Hearing, ignored, type Verdict, WAITS, writtenAt } from './hearing';

/** Where a chat remembers how far each status has come. */
const MARKS: Readonly<Partial<Record<HeardReceipt['status'], 'deliveredUpTo' | 'readUpTo'>>> = {
  delivered: 'deliveredUpTo',
  read: 'readUpTo',
};

/**
 * Everything that went out to somebody up to a moment of the network has come, or has been read (CHANNELS §4). The chat remembers
 * the moment, so that what comes to light later, an answer to a send or an echo, has the same end. A mark never goes back, and
 * none is ahead of the desk's own clock: it would speak of what is still to be written.
 */
export function hearWatermark(
  { ledger, chatId }: Pick<Hearing, 'ledger' | 'chatId'>,
  { until, status, at }: HeardReceipt & { readonly until: number },
): Verdict {
  if (chatId === null) return WAITS;
  const mark = MARKS[status];
  const upTo = writtenAt(Math.min(until, ledger.at));
  if (mark === undefined || upTo === null) return ignored('nothing_new');
  const isNews = moves(ledger.chat(chatId), mark, upTo);
  if (isNews) ledger.saveChat({ ...ledger.chat(chatId), [mark]: upTo });
  const known = Math.min(writtenAt(at) ?? ledger.at, ledger.at);
  const behind = ledger.outboundIn(chatId).filter((message) => risesTo(message.delivery, status) && wentOutAt(message) <= upTo);
  for (const message of behind) if (message.delivery) settle(ledger, message, received(message.delivery, status, known));
  return isNews || behind.length > 0 ? APPLIED : ignored('nothing_new');
}

const moves = (chat: Chat, mark: 'deliveredUpTo' | 'readUpTo', upTo: number): boolean => (chat[mark] ?? 0) < upTo;
