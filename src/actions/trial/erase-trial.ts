import type { Bot } from '../../domain/bot';
import { standingOf } from '../../domain/events';
import type { House } from '../../ports/store';
import type { Desk } from '../desk';
import { removalOf } from '../ledger/files';
import { chatKey } from '../sending/queue-message';
import { transact } from '../transact';
import { trialAct, trialChannels } from './trial-channels';

const CHATS_AT_ONCE = 20;

/**
 * Erases a trial without a trace: first its channels are closed, so that nothing more is heard or sent, then the chats go, then
 * the channels and the bot. What broke off is finished by the next call. Ticket numbers keep their gap.
 */
export async function eraseTrial(desk: Desk): Promise<void> {
  const house = await desk.house.refresh();
  const channelIds = trialChannels(house).map(({ id }) => id);
  await closeDoors(desk);
  await desk.house.refresh();
  const keys = await eraseChats(desk, channelIds);
  await transact({ ...desk, acting: undefined }, async (tx) => {
    const { bots } = await tx.house();
    // An errand that ran while its chat went may have been put off once more.
    await tx.eraseChats([], keys);
    await tx.eraseChannels(channelIds);
    await tx.eraseBots(bots.filter(({ trialSince }) => trialSince !== null).map(({ id }) => id));
  });
  await desk.house.refresh();
}

/** A real channel that was given the trial's bot goes on without one. */
async function closeDoors(desk: Desk): Promise<void> {
  await transact(desk, async (tx, { at, act }) => {
    const house = await tx.house();
    act(trialAct('ended'));
    for (const channel of house.channels) {
      if (channel.trialSince !== null) await tx.saveChannel({ ...channel, botId: null, deletedAt: channel.deletedAt ?? at });
      else if (isTrialBot(house, channel.botId)) await tx.saveChannel({ ...channel, botId: null, updatedAt: at });
    }
  });
}

const isTrialBot = ({ bots }: House, botId: Bot['id'] | null): boolean =>
  bots.some(({ id, trialSince }) => id === botId && trialSince !== null);

/** Answers the keys of the errands that the chats had. */
async function eraseChats(desk: Desk, channelIds: readonly string[]): Promise<string[]> {
  const all: string[] = [];
  for (;;) {
    const keys = await transact(desk, async (tx, ledger) => {
      const chatIds = await tx.chatsOn(channelIds, CHATS_AT_ONCE);
      for (const { chat, ticket } of await tx.hold(chatIds))
        if (ticket)
          ledger.announce({ name: 'ticket.updated', id: ticket.id, ticketId: ticket.id, chatId: chat.id, was: standingOf(ticket) });
      const theirs = chatIds.flatMap((id) => [chatKey(id), `bot:${id}`, `seen:${id}`]);
      const addresses = chatIds.length > 0 ? await tx.eraseChats(chatIds, theirs) : [];
      if (addresses.length > 0) ledger.addErrand(removalOf({ addresses }));
      return theirs;
    });
    if (keys.length === 0) return all;
    all.push(...keys);
  }
}
