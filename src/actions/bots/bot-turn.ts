import type { AtTurn, Bot } from '../../domain/bot';
import type { Message } from '../../domain/message';
import type { BotSaid } from '../../ports/bots';
import type { Errand, Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { botOf } from './ask-bot';

export interface TurnErrand extends Errand {
  readonly payload: { readonly chatId: string; readonly turn: number; readonly beganAt?: number };
}

/** A turn that has begun: the bot, and what it is to answer. */
export interface Begun {
  readonly bot: Bot;
  readonly errand: TurnErrand;
  readonly messages: readonly Message[];
  readonly welcomed: boolean;
  readonly misses: number;
  readonly within: number;
}

export type Answer = BotSaid | 'threw' | 'too_slow';

/** A turn's chat, held, with the lease confirmed. */
export interface InHand {
  readonly desk: Desk;
  readonly tx: Tx;
  readonly ledger: Ledger;
  readonly chatId: string;
  readonly errand: TurnErrand;
}

/** How the turn's chat stands in this transaction. */
export function atTurn({ ledger, chatId }: InHand): AtTurn & { readonly bot: Bot | null } {
  const chat = ledger.chat(chatId);
  const bot = botOf(ledger.house, chat.channelId);
  return { chat, open: ledger.openIn(chatId), bot, botId: bot?.id ?? null, at: ledger.at };
}
