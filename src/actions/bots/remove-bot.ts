import { Refusal } from '../../domain/errors';
import type { House } from '../../ports/store';
import type { Desk } from '../desk';
import { transact } from '../transact';
import { liveBot } from './bots';

/** Deletes a bot that no channel uses (`in_use` names those that do). What it said keeps its name. */
export async function removeBot(desk: Desk, { botId }: { readonly botId: string }): Promise<void> {
  await transact(desk, async (tx, { at }) => {
    const house = await tx.house();
    const bot = liveBot(house, botId);
    mustBeUnused(house, botId);
    await tx.saveBot({ ...bot, deletedAt: at, updatedAt: at, version: bot.version + 1 });
  });
  await desk.house.refresh();
}

function mustBeUnused({ channels }: House, botId: string): void {
  const using = channels.filter((channel) => channel.botId === botId && channel.deletedAt === null).map(({ id, name }) => ({ id, name }));
  if (using.length === 0) return;
  throw new Refusal('in_use', `It answers on ${using.map(({ name }) => name).join(', ')}: take it from there first.`, { channels: using });
}
