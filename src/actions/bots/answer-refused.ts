import { type Failure, leavesAlone } from '../../domain/bot';
import type { Message } from '../../domain/message';
import type { Ledger } from '../ledger';
import { type Opener, openIn } from '../tickets/open-in';

/**
 * A message that was sent has failed for good: a customer whom the bot could not reach is left to a person (LIFECYCLE §7).
 * What was said since the last close has been recalled. Told twice, or after a person came, it opens nothing.
 */
export function answerRefused(desk: Opener, ledger: Ledger, message: Message): void {
  const { id: messageId, chatId, author, delivery } = message;
  const at = { chat: ledger.chat(chatId), open: ledger.openIn(chatId) };
  if (ledger.isBlocked(chatId) || !leavesAlone(at, message, ledger.looseIn(chatId))) return;
  const reason: Failure = 'refused';
  const facts = { reason, botId: author.id, messageId, code: delivery?.error?.code ?? null, attempts: delivery?.attempts ?? 0 };
  const actor = { kind: 'bot' as const, id: author.id, name: author.name };
  openIn(desk, ledger, { chatId, status: 'pending', cause: 'bot_failed', actor, decision: { rule: 'bot_failed', facts } });
}
