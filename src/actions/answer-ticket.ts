import { give } from '../domain/assignment';
import type { Message } from '../domain/chat';
import type { Content } from '../domain/content';
import { heardAgent } from '../domain/conversation';
import { invalid } from '../domain/errors';
import { writingTakes } from '../domain/permissions';
import { cleanDeep } from '../domain/text';
import type { Tx } from '../ports/store';
import type { Desk } from './desk';
import { type Asked, type InHand, withTicket } from './in-hand';
import { queueMessage } from './queue-message';
import { checkSendable } from './sendable';

interface Answer extends Asked {
  readonly content: Content;
  /** Id of the message that this one answers. */
  readonly replyTo?: string | null;
}

/** An agent writes to the customer: stored and queued in one transaction, sent by an errand. */
export function answerTicket(desk: Desk, asked: Answer): Promise<Message> {
  return withTicket(
    desk,
    'reply',
    asked,
    async (hand) => {
      takeByWriting(hand);
      return say(hand, asked);
    },
    async ({ tx, ledger, ticket }) => {
      checkSendable(desk, ledger.house, ticket.channelId, asked.content);
      if (asked.replyTo) await mustBeIn(tx, ticket.chatId, asked.replyTo);
    },
  );
}

async function mustBeIn(tx: Tx, chatId: string, messageId: string): Promise<void> {
  const [message] = await tx.messages([messageId]);
  if (message?.chatId !== chatId) throw invalid('replyTo', 'no such message in this chat');
}

/** Whoever answers what nobody has, takes it (LIFECYCLE §4 "An agent's message"). */
function takeByWriting({ ledger, ticket, by, policy, actor, at }: InHand): void {
  if (!writingTakes({ ticket, by, policy: policy.settings.policy })) return;
  ledger.apply(give(ticket, { agentId: by.id, actor, at, policy }));
}

function say({ ledger, ticket }: InHand, { by, content, replyTo = null }: Answer): Message {
  const author = { kind: 'agent' as const, id: by.id, name: by.name };
  const message = queueMessage(ledger, ticket.chatId, { author, content: cleanDeep(content), ticketId: ticket.id, replyTo });
  ledger.note(heardAgent(ledger.ticket(ticket.id), message));
  const chat = ledger.chat(ticket.chatId);
  ledger.saveChat({ ...chat, turn: chat.turn + 1 });
  return message;
}
