import { type Bot, botStateOf } from '../../domain/bot';
import type { House } from '../../ports/store';
import type { Ledger } from '../ledger';
import { channelIn } from '../rules';
import { botIn } from './bots';

/** The bot that answers a channel's closed chats; null when none does. */
export function botOf(house: House, channelId: string): Bot | null {
  const channel = channelIn(house, channelId);
  return channel && channel.deletedAt === null ? botIn(house, channel.botId) : null;
}

/**
 * The customer wrote into a closed chat: the bot gets a turn, with all that is unanswered when it begins. It may be slow,
 * so its turn is an errand, under a key of its own: a thinking bot holds up no message.
 */
export function askBot(ledger: Ledger, chatId: string): void {
  const chat = ledger.chat(chatId);
  const state = botStateOf(chat, ledger.at);
  if (state.waiting) return;
  ledger.saveChat({ ...chat, bot: { ...state, waiting: true } });
  ledger.addErrand({ key: botKey(chatId), kind: 'bot_turn', payload: { chatId, turn: chat.turn } });
}

/** One turn of a chat after the other. */
const botKey = (chatId: string): string => `bot:${chatId}`;
