import type { Content } from '../../domain/content';
import { Refusal } from '../../domain/errors';
import type { Delivery, Message } from '../../domain/message';
import type { Instant } from '../../domain/ticket';
import {
  freeUntil,
  mayBeSaid,
  NO_WINDOW,
  type Possible,
  possibleIn,
  type ReplyWindow,
  replyWindow,
  shutAt,
  type WindowRule,
} from '../../domain/window';
import type { House, Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { channelIn } from '../rules';
import { usableTemplates } from '../templates/templates';

/** Of a kind that this desk has no more, nothing is known, and nothing can be sent. */
export function windowRuleOf({ kinds }: Pick<Desk, 'kinds'>, house: House, channelId: string): WindowRule {
  return kinds.get(channelIn(house, channelId)?.kind ?? '')?.window ?? NO_WINDOW;
}

export function windowOf(ledger: Ledger, chatId: string): ReplyWindow | null {
  const { channelId, windowFrom } = ledger.chat(chatId);
  return replyWindow(ledger.windowRule(channelId), windowFrom, ledger.at);
}

/** Whether bots and the desk itself may write: days later their words would fail, and help nobody. */
export function isOpenForAll(ledger: Ledger, chatId: string): boolean {
  const window = windowOf(ledger, chatId);
  return window === null || window.state === 'open';
}

interface ToSay {
  readonly chatId: string;
  readonly content: Pick<Content, 'type'>;
  /** A person wrote it, and no machine. */
  readonly person: boolean;
}

/** Refuses (`window_closed`) what the network would not take now, with what is possible instead. The chat is held. */
export async function mustBeInWindow(tx: Tx, ledger: Ledger, { chatId, content, person }: ToSay): Promise<void> {
  const { channelId, windowFrom } = ledger.chat(chatId);
  const rule = ledger.windowRule(channelId);
  const window = windowOf(ledger, chatId);
  if (mayBeSaid(rule, window, { template: content.type === 'template', person })) return;
  const possible = possibleIn(rule, window);
  const closed = freeUntil(rule, windowFrom);
  throw new Refusal('window_closed', wordsFor(possible, closed), {
    possible,
    closesAt: closed === null ? null : new Date(closed).toISOString(),
    templates: possible.includes('template') ? await usableTemplates(tx, channelId) : 0,
  });
}

function wordsFor(possible: readonly Possible[], closed: Instant | null): string {
  const why = closed === null ? 'This person has not written yet' : 'The customer’s last message is too long ago';
  if (possible.includes('template')) return `${why}: the network takes templates only.`;
  if (possible.includes('human_agent')) return `${why}: the network takes answers of people only.`;
  return `${why}: the network takes nothing until they write.`;
}

/** The network says that the window was closed when this was sent, whatever the desk's clock says: it counts as closed since. */
export function noteShut(ledger: Ledger, { chatId, channelId }: Message, { status, error, attemptedAt }: Delivery): void {
  // What the desk itself refused, it refused by its own clock.
  if (status !== 'failed' || error?.code !== 'window_closed' || error.providerCode === null || attemptedAt === null) return;
  const chat = ledger.chat(chatId);
  moveWindow(ledger, chatId, shutAt(ledger.windowRule(channelId), chat.windowFrom, attemptedAt));
}

/** Keeps the open ticket's date in step with its chat's window. */
export function moveWindow(ledger: Ledger, chatId: string, windowFrom: Instant | null): void {
  const chat = ledger.chat(chatId);
  if (chat.windowFrom === windowFrom) return;
  ledger.saveChat({ ...chat, windowFrom });
  const ticket = ledger.openIn(chatId);
  if (ticket) ledger.note(ticket);
}
