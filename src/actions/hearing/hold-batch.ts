import { isSnoozed, type Ticket } from '../../domain/ticket';
import type { Heard } from '../../ports/channel';
import type { AgentAtWork, Tx } from '../../ports/store';
import { botOf } from '../bots/ask-bot';
import { recall } from '../hold-chat';
import type { Ledger } from '../ledger';
import { isAbout, isWatermark, targetsOf } from './early';
import { writtenAt } from './hearing';
import type { Met, Named } from './people';
import { recallSent, recallShown } from './recall-about';
import type { Item } from './receive';

/** The person whose chat an event needs. What is about a message finds its chat by the message. */
export function namedIn({ channelId, heard, unrouted }: Item): Named | null {
  if (unrouted) return null;
  if (heard.type === 'message') return { channelId, who: heard.from, at: writtenAt(heard.at) };
  if (heard.type === 'echo') return { channelId, who: heard.to, at: writtenAt(heard.at) };
  if (heard.type === 'past' || heard.type === 'met' || heard.type === 'hand_off')
    return { channelId, who: heard.who, at: writtenAt(heard.at) };
  if (heard.type === 'handover' || heard.type === 'phonebook') return { channelId, who: heard.who, onlyKnown: true };
  if (isWatermark(heard) && heard.who) return { channelId, who: heard.who, onlyKnown: true };
  return null;
}

/** Each event's chat, in the order of the events. */
export function spread(named: readonly (Named | null)[], found: readonly (string | null)[]): (string | null)[] {
  let next = 0;
  return named.map((one) => (one === null ? null : (found[next++] ?? null)));
}

/** Locks every chat that the batch touches, then reads what is known of its messages; the agents last, if anybody may need one. */
export async function holdAll(
  tx: Tx,
  ledger: Ledger,
  events: readonly Item[],
  met: Met,
  chatIds: readonly (string | null)[],
): Promise<readonly AgentAtWork[] | null> {
  const channelIds = [...new Set(events.map(({ channelId }) => channelId))];
  const providerIds = [...new Set(events.flatMap(({ heard }) => providerIdsIn(heard)))];
  const ids = events.flatMap(({ heard }) => ('reference' in heard && heard.reference ? [heard.reference] : []));
  const about = events.some(({ heard }) => isAbout(heard));
  const touched = await holdMessages(tx, ledger, { channelIds, providerIds, ids, chatIds: met.existing, about });
  await recallSent(
    tx,
    ledger,
    events.map(({ channelId, heard }, at) => ({ channelId, heard, chatId: chatIds[at] ?? null })),
  );
  await recallShown(tx, ledger, events);
  // What only tells the past opens nothing.
  if (events.some(({ heard }) => heard.type !== 'past')) await recallClosed(tx, ledger, touched);
  return mayNeedAgents(ledger, events, met) ? tx.agentsAround() : null;
}

interface Sought {
  readonly channelIds: readonly string[];
  readonly providerIds: readonly string[];
  readonly ids: readonly string[];
  readonly chatIds: readonly string[];
  /** Whether the chats of the messages are to be held as well. */
  readonly about: boolean;
}

/** Locks these chats and those of the messages, then reads the messages under that lock; answers all that it locked. */
export async function holdMessages(tx: Tx, ledger: Ledger, { channelIds, providerIds, ids, chatIds, about }: Sought): Promise<string[]> {
  const named = about ? await tx.messagesNamed(channelIds, providerIds, [...new Set(ids)]) : [];
  const touched = [...new Set([...chatIds, ...named.map(({ chatId }) => chatId)])].sort();
  if (touched.length > 0) ledger.take(await tx.hold(touched));
  ledger.takeMessages(await tx.messagesNamed(channelIds, providerIds, [...new Set(ids)]));
  return touched;
}

/** For closed chats: what was said since the last close, and the ticket that may be reopened. */
async function recallClosed(tx: Tx, ledger: Ledger, chatIds: readonly string[]): Promise<void> {
  const closed = chatIds.filter((id) => ledger.has(id) && ledger.openIn(id) === null);
  await recall(tx, ledger, closed);
  const former = closed
    .map((id) => ledger.chat(id))
    .flatMap(({ channelId, lastTicketId }) =>
      lastTicketId !== null && ledger.policy(channelId).reopenWithin !== null ? [lastTicketId] : [],
    );
  if (former.length > 0) ledger.takeTickets(await tx.tickets(former));
}

/** Whether a ticket may open, return or wake here, or an agent's presence decides. */
function mayNeedAgents(ledger: Ledger, events: readonly Item[], { chatIds }: Met): boolean {
  if (!events.some(({ heard }) => heard.type === 'message' || heard.type === 'echo' || heard.type === 'hand_off')) return false;
  return chatIds.some((id) => id !== null && !(isBots(ledger, id) || isCalm(ledger.openIn(id))));
}

/** A bot is asked first. A ticket that opens nevertheless looks for an agent by itself. */
const isBots = (ledger: Ledger, chatId: string): boolean =>
  ledger.openIn(chatId) === null && botOf(ledger.house, ledger.chat(chatId).channelId) !== null;

/** A message changes nobody's assignment here. A yes to the closing question does, and who goes on after it comes back. */
const isCalm = (ticket: Ticket | null): boolean =>
  ticket !== null &&
  !isSnoozed(ticket) &&
  ticket.confirmAskedAt === null &&
  (ticket.status === 'active' || ticket.status === 'pending' || ticket.status === 'in_progress');

function providerIdsIn(heard: Heard): string[] {
  switch (heard.type) {
    case 'message':
    case 'echo':
    case 'past':
      return heard.replyTo ? [heard.id, heard.replyTo] : [heard.id];
    case 'receipt':
    case 'reaction':
    case 'edit':
    case 'deletion':
      return targetsOf(heard);
    case 'hand_off':
      return [heard.id];
    default:
      return [];
  }
}
