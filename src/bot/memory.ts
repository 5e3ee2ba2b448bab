import type { TurnContext } from 'botbuilder';
import type { BotAsked, BotSaid } from '../ports/bots';

export const ASKED = Symbol('what the turn was asked');
export const MEMORY = Symbol('what the chat remembers of the turn');

/** What the chat remembers of a turn, beside its words. */
export type Memory = Pick<BotSaid, 'welcomed' | 'misses' | 'matched'>;

export const askedIn = (context: TurnContext): BotAsked => context.turnState.get(ASKED);

/** For a handler to say what the chat is to remember of this turn. */
export function remember(context: TurnContext, memory: Memory): void {
  Object.assign(context.turnState.get(MEMORY), memory);
}
