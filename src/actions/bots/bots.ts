import type { Bot } from '../../domain/bot';
import { invalid, Refusal } from '../../domain/errors';
import type { House } from '../../ports/store';

/** A bot that is not deleted; null when there is none. */
export const botIn = (house: House, botId: string | null): Bot | null =>
  house.bots.find(({ id, deletedAt }) => id === botId && deletedAt === null) ?? null;

/** A bot that is not deleted, or `not_found`. */
export function liveBot(house: House, botId: string): Bot {
  const bot = botIn(house, botId);
  if (!bot) throw new Refusal('not_found', 'There is no such bot.');
  return bot;
}

/** What a channel may be given as its bot: none, or one that is there. */
export function mustBeABot(house: House, botId: string | null): void {
  if (botId !== null && !botIn(house, botId)) throw invalid('botId', 'There is no such bot.');
}
