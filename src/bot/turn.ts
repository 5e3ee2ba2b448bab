import type { ActivityHandler } from 'botbuilder';
import type { Bot } from '../domain/bot';
import type { BotAsked, BotSaid } from '../ports/bots';
import { inboundActivity } from './activities';
import { TurnAdapter } from './adapter';
import { ASKED, MEMORY, type Memory } from './memory';

/** One turn from the first word to the last. What a bot does not remember by itself stays, but for its misses: it answered. */
export async function takeTurn(bot: Pick<Bot, 'id' | 'name'>, handler: ActivityHandler, asked: BotAsked): Promise<BotSaid> {
  const adapter = new TurnAdapter();
  const memory: Memory = { welcomed: asked.welcomed, misses: 0, matched: [] };
  await adapter.run(inboundActivity(bot, asked), (context) => {
    context.turnState.set(ASKED, asked);
    context.turnState.set(MEMORY, memory);
    return handler.run(context);
  });
  return { turn: asked.turn, says: adapter.said, handoff: adapter.handoff, ...memory };
}
