import { isOnline } from '../../domain/agent';
import { holderOf } from '../../domain/chat';
import { heardSystem } from '../../domain/conversation';
import { type Candidate, hoursOf, isIn, teamOf } from '../../domain/eligible';
import type { Decision, TicketEvent } from '../../domain/events';
import { isOpenAt } from '../../domain/hours';
import { DESK } from '../../domain/message';
import type { Settings } from '../../domain/settings';
import { isOpen, type Ticket } from '../../domain/ticket';
import { type ToldOnce, toldBy, toldNothing, wasTold } from '../../domain/told';
import type { Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { isManual, waits } from '../routing/route-tickets';
import { channelIn } from '../rules';
import { queueParts } from '../sending/queue-message';
import { kindOf, partsOf } from '../sending/sendable';
import { isOpenForAll } from '../sending/window';

/** Openings by which a customer comes to people; who is written to first, or answered from the business's phone, is not greeted. */
const COMES: ReadonlySet<string> = new Set(['customer_wrote', 'customer_returned', 'handed_off', 'bot_failed']);

/**
 * The desk's own words for what happened in this transaction (LIFECYCLE §7): a greeting when a ticket opens; then, if nobody
 * took it, that it is out of hours, that all are away or that all are busy; the closing words when it closes. Runs after routing.
 */
export async function sayTexts(desk: Pick<Desk, 'kinds'>, tx: Tx, ledger: Ledger): Promise<void> {
  let around: Promise<readonly Candidate[]> | null = null;
  const atWork = async () => {
    around = around ?? tx.agentsAround();
    return ledger.loads(await around);
  };
  for (const event of ledger.happened()) {
    const ticket = ledger.ticket(event.ticketId);
    if (comes(event) && isOpen(ticket)) await greet(desk, ledger, ticket, atWork);
    if (event.status?.to === 'closed' && ticket.status === 'closed' && !isByRule(event)) takeLeave(desk, ledger, ticket);
  }
  for (const { id } of ledger.toRoute()) putOff(desk, ledger, ledger.ticket(id));
}

const comes = ({ type, cause, status }: TicketEvent): boolean => COMES.has(cause) && (type === 'created' || status?.from === 'closed');

/** What a routing rule closes is not spoken to: who writes by a machine would answer for ever. */
const isByRule = ({ decision }: TicketEvent): boolean => decision?.rule === 'routing_rule';

async function greet(desk: Pick<Desk, 'kinds'>, ledger: Ledger, came: Ticket, atWork: () => Promise<readonly Candidate[]>): Promise<void> {
  const ticket = came.told === null ? came : ledger.note(toldNothing(came));
  sayOnce(desk, ledger, ticket, 'greeting');
  if (!waits(ticket)) return;
  if (isClosed(ledger, ticket)) sayOnce(desk, ledger, ticket, 'outOfHours');
  const { outOfHours, away, delay } = textsOf(ledger, ticket.channelId);
  if ((away === null && delay === null) || (outOfHours !== null && isClosed(ledger, ticket))) return;
  const why = whyNobody(ledger, ticket, await atWork());
  if (why) sayOnce(desk, ledger, ticket, why);
}

/** That nobody of its team is online, or that all who are have no room: which is no reason where people choose by hand, or are off work. */
function whyNobody(ledger: Ledger, ticket: Ticket, around: readonly Candidate[]): ToldOnce | null {
  const policy = ledger.policy(ticket.channelId);
  const team = teamOf(ticket, policy);
  if (!around.some(({ agent }) => isOnline(agent) && isIn(agent, team))) return 'away';
  return isManual(policy) || isClosed(ledger, ticket) ? null : 'delay';
}

/** Who waits and came to wait outside working hours later than by opening the ticket is told so too. */
function putOff(desk: Pick<Desk, 'kinds'>, ledger: Ledger, ticket: Ticket): void {
  if (waits(ticket) && ticket.waiting && isClosed(ledger, ticket)) sayOnce(desk, ledger, ticket, 'outOfHours');
}

const isClosed = (ledger: Ledger, ticket: Ticket): boolean => !isOpenAt(hoursOf(ticket, ledger.policy(ticket.channelId)), ledger.at);

function takeLeave(desk: Pick<Desk, 'kinds'>, ledger: Ledger, ticket: Ticket): void {
  const { closing } = textsOf(ledger, ticket.channelId);
  if (closing === null || !mayWrite(ledger, ticket, 'closing')) return;
  say(desk, ledger, ticket, closing);
  const chat = ledger.chat(ticket.chatId);
  ledger.saveChat({ ...chat, lastClosedSeq: chat.seq });
}

/** Only while the network takes free text and no other app holds the conversation; what is not said for that is told by the event that it belongs to. */
function mayWrite(ledger: Ledger, { id, chatId, channelId }: Ticket, name: TextName): boolean {
  const channel = channelIn(ledger.house, channelId);
  if (!channel || channel.deletedAt !== null) return false;
  const why = holderOf(ledger.chat(chatId)) ? 'thread_held' : isOpenForAll(ledger, chatId) ? null : 'window_closed';
  if (why === null) return true;
  const event = ledger.happened().findLast(({ ticketId }) => ticketId === id);
  if (event) ledger.amend(event, (now) => ({ ...now, decision: withUnsaid(now.decision, name, why) }));
  return false;
}

function withUnsaid(decision: Decision | null, name: TextName, why: 'window_closed' | 'thread_held'): Decision {
  const facts = decision?.facts ?? {};
  const before = Array.isArray(facts.notSaid) ? facts.notSaid : [];
  return {
    ...decision,
    rule: decision?.rule ?? why,
    facts: { ...facts, notSaid: [...before, name], notSaidFor: why },
  };
}

function sayOnce(desk: Pick<Desk, 'kinds'>, ledger: Ledger, { id, channelId }: Ticket, name: ToldOnce): void {
  const words = textsOf(ledger, channelId)[name];
  if (words === null || wasTold(ledger.ticket(id), name) || !mayWrite(ledger, ledger.ticket(id), name)) return;
  ledger.note(toldBy(say(desk, ledger, ledger.ticket(id), words), name));
}

/** Words of the desk itself, in as many messages as the network needs; they postpone nothing and answer nobody. */
export function say(desk: Pick<Desk, 'kinds'>, ledger: Ledger, { id, chatId, channelId }: Ticket, text: string): Ticket {
  const channel = channelIn(ledger.house, channelId);
  if (!channel) throw new Error(`no channel ${channelId}`);
  const parts = partsOf(kindOf(desk, channel.kind), { type: 'text', text });
  const newest = queueParts(ledger, chatId, parts, { author: DESK, ticketId: id }).at(-1);
  return newest ? ledger.note(heardSystem(ledger.ticket(id), newest)) : ledger.ticket(id);
}

type TextName = keyof Settings['texts'];

const textsOf = (ledger: Ledger, channelId: string): Settings['texts'] => ledger.policy(channelId).settings.texts;
