import { seenBy } from '../../domain/access';
import { give } from '../../domain/assignment';
import { type AskedContent, type Content, isMedia } from '../../domain/content';
import { heardAgent } from '../../domain/conversation';
import { invalid } from '../../domain/errors';
import type { Message } from '../../domain/message';
import { writingTakes } from '../../domain/permissions';
import type { Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { endDraft } from '../personal/drafts';
import { tellSeen } from '../sending/mark-seen';
import { ownFiles, readied } from '../sending/own-files';
import { queueParts } from '../sending/queue-message';
import { partsOf, sendingKind } from '../sending/sendable';
import { mustBeInWindow } from '../sending/window';
import { type Asked, type InHand, isMachine, withTicket } from './in-hand';
import { mustHaveSeen, type Seen } from './newer-message';

interface Answer extends Asked, Seen {
  readonly content: AskedContent;
  /** Id of the message that this one answers. */
  readonly replyTo?: string | null;
}

/**
 * An agent writes to the customer: stored and queued in one transaction, sent by an errand. What is too long for one message
 * becomes several; the first of them comes back.
 */
export function answerTicket(desk: Desk, asked: Answer): Promise<Message> {
  const partsIn = async ({ tx, ledger, ticket }: Pick<InHand, 'tx' | 'ledger' | 'ticket'>): Promise<Content[]> => {
    const kind = sendingKind(desk, ledger.house, ticket.channelId);
    const { channelId } = ticket;
    return partsOf(kind, await readied(desk, tx, { kind, channelId, sender: senderOf(asked, ledger) }, asked.content));
  };
  return withTicket(
    desk,
    'reply',
    asked,
    async (hand) => {
      const parts = await partsIn(hand);
      await mustBeInWindow(hand.tx, hand.ledger, { chatId: hand.ticket.chatId, content: asked.content, person: !isMachine(asked.by) });
      await mustHaveSeen(hand, asked);
      takeByWriting(hand);
      tellSeen(desk, hand.ledger, hand.ticket);
      const typed = typedIn(asked.content);
      if (typed) await endDraft(hand.tx, hand.ledger, draftOf(asked), typed);
      const owned = await ownFiles(desk, hand.tx, senderOf(asked, hand.ledger), parts);
      const said = say(hand, asked, owned.parts);
      await owned.tie(said);
      return said[0];
    },
    async (looked) => {
      await partsIn(looked);
      if (asked.replyTo) await mustBeIn(looked.tx, looked.ticket.chatId, asked.replyTo);
    },
  );
}

const senderOf = ({ by }: Asked, ledger: Ledger) => ({ by, sight: seenBy(by, ledger) });

const typedIn = (content: AskedContent): string | undefined =>
  content.type === 'text' ? content.text : isMedia(content) ? content.caption : undefined;

const draftOf = ({ by, ticketId }: Asked) => ({ agentId: by.id, ticketId, note: false });

async function mustBeIn(tx: Tx, chatId: string, messageId: string): Promise<void> {
  const [message] = await tx.messages([messageId]);
  if (message?.chatId !== chatId) throw invalid('replyTo', 'no such message in this chat');
}

/** Whoever answers what nobody has, takes it (LIFECYCLE §4 "An agent's message"). */
function takeByWriting({ ledger, ticket, by, policy, actor, at }: InHand): void {
  if (!writingTakes({ ticket, by, policy: policy.settings.policy })) return;
  ledger.apply(give(ticket, { agentId: by.id, actor, at, policy }));
}

function say({ ledger, ticket }: InHand, { by, replyTo = null }: Answer, parts: readonly Content[]): [Message, ...Message[]] {
  const author = { kind: 'agent' as const, id: by.id, name: by.name };
  const said = queueParts(ledger, ticket.chatId, parts, { author, ticketId: ticket.id, replyTo });
  for (const message of said) ledger.note(heardAgent(ledger.ticket(ticket.id), message));
  const chat = ledger.chat(ticket.chatId);
  ledger.saveChat({ ...chat, turn: chat.turn + 1 });
  return said;
}
