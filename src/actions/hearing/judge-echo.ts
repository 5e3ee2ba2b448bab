import { isMedia } from '../../domain/content';
import { received } from '../../domain/delivery';
import type { Message } from '../../domain/message';
import type { Instant } from '../../domain/ticket';
import type { HeardContent, HeardEcho, HeardPast } from '../../ports/channel';
import type { Errand, Tx } from '../../ports/store';
import type { Desk } from '../desk';
import { holdChat } from '../hold-chat';
import type { Ledger } from '../ledger';
import type { Hold } from '../sending/send-message';
import { settle } from '../sending/settle';
import { transact } from '../transact';
import { answerFromApp, isTold } from './hear-echo';
import { keepPast } from './hear-past';

const LONGEST_PARKED = 60_000;
const LOOK_AGAIN = 2_000;
/** How far a provider's time of an echo may lie from the attempt that it is of. */
const SAME_MOMENT = 60_000;

/**
 * An echo that came while a send of its chat was unsettled. By now the send has settled, or a minute has passed: ours by
 * its id; or by its words, when a send of just then said the same and nobody, or a person alone, knows that it went; or else
 * somebody answered from the business's own app.
 */
export async function judgeEcho(desk: Desk, errand: Errand, hold: Hold): Promise<void> {
  const judge = async (tx: Tx, ledger: Ledger): Promise<void> => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    const { chatId, channelId, parkedAt, ...heard } = errand.payload as unknown as (HeardEcho | HeardPast) & {
      chatId: string;
      channelId: string;
      parkedAt: number;
    };
    await holdChat(tx, ledger, chatId);
    ledger.takeMessages(await tx.messagesByProvider([channelId], heard.replyTo ? [heard.id, heard.replyTo] : [heard.id]));
    if (isTold(ledger.byProvider(channelId, heard.id))) return void ledger.done(errand.id);
    const unsettled = await tx.unsettledIn(chatId);
    const ours = unsettled.find((message) => isEchoOf(message, heard, parkedAt));
    if (ours) return recognise(ledger, errand, ours, heard.id);
    if (ledger.at - parkedAt < LONGEST_PARKED && unsettled.some(mayTellItsName))
      return void ledger.postpone({ ...errand, dueAt: ledger.at + LOOK_AGAIN });
    if (heard.type === 'echo') answerFromApp(desk, ledger, chatId, heard);
    else if (!ledger.byProvider(channelId, heard.id)) keepPast(ledger, chatId, heard);
    ledger.done(errand.id);
  };
  await transact(desk, judge, { opens: 1 });
}

/** No network names a send of ours in its echo before it has answered it: the same words, or a file of its sort, at the same time are all there is. */
function isEchoOf({ content, delivery, providerMessageId }: Message, heard: Pick<HeardEcho, 'content' | 'at'>, parkedAt: Instant): boolean {
  const said = saidIn(heard.content);
  const apart = Math.abs((heard.at ?? parkedAt) - (delivery?.attemptedAt ?? 0));
  const isNameless = providerMessageId === null && delivery?.status !== 'sending';
  return isNameless && said !== null && said === saidIn(content) && apart <= SAME_MOMENT;
}

/** By its answer, or by a receipt. */
const mayTellItsName = ({ delivery }: Message): boolean => delivery?.status === 'sending' || delivery?.status === 'uncertain';

/** Choices come back as the text above them, a voice as any sound; of a file no more is the same on both sides than its sort. */
function saidIn(content: Message['content'] | HeardContent): string | null {
  if (content.type === 'text' || content.type === 'buttons' || content.type === 'list') return `text ${content.text.trim()}`;
  return isMedia(content) ? `file ${content.type === 'voice' ? 'audio' : content.type}` : null;
}

function recognise(ledger: Ledger, errand: Errand, message: Message, providerMessageId: string): void {
  ledger.takeMessages([message]);
  if (message.delivery) settle(ledger, message, received(message.delivery, 'sent', ledger.at), providerMessageId);
  ledger.done(errand.id);
}
