import type { HeardEcho } from '../ports/channel';
import type { Errand, Tx } from '../ports/store';
import type { Desk } from './desk';
import { answerFromApp } from './hear-echo';
import { holdChat } from './hold-chat';
import type { Ledger } from './ledger';
import type { Hold } from './send-message';
import { transact } from './transact';

const LONGEST_PARKED = 60_000;
const LOOK_AGAIN = 2_000;

/**
 * An echo that came while a send of its chat was unsettled. By now the send has settled, or a minute has passed:
 * ours by its id, or else somebody answered from the business's own app.
 */
export async function judgeEcho(desk: Desk, errand: Errand, hold: Hold): Promise<void> {
  const judge = async (tx: Tx, ledger: Ledger): Promise<void> => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    const { chatId, channelId, parkedAt, ...heard } = errand.payload as unknown as HeardEcho & {
      chatId: string;
      channelId: string;
      parkedAt: number;
    };
    await holdChat(tx, ledger, chatId);
    ledger.takeMessages(await tx.messagesByProvider([channelId], heard.replyTo ? [heard.id, heard.replyTo] : [heard.id]));
    if (ledger.byProvider(channelId, heard.id)) return void ledger.done(errand.id);
    if (ledger.at - parkedAt < LONGEST_PARKED && (await tx.unsettled([chatId])).has(chatId))
      return void ledger.postpone({ ...errand, dueAt: ledger.at + LOOK_AGAIN });
    answerFromApp(desk, ledger, chatId, heard);
    ledger.done(errand.id);
  };
  await transact(desk, judge, { opens: 1 });
}
