import type { Desk } from '../../src/actions/desk';
import { openLedgerIn } from '../../src/actions/transact';
import { type Chat, newChat } from '../../src/domain/chat';
import { newContact, newIdentity } from '../../src/domain/contact';
import { heardCustomer } from '../../src/domain/conversation';
import { CUSTOMER } from '../../src/domain/events';
import type { Message } from '../../src/domain/message';
import { openTicket } from '../../src/domain/opening';
import { STATUSES, type Status, type Ticket } from '../../src/domain/ticket';
import type { Changes, Tx } from '../../src/ports/store';
import { nameOf, phoneOf } from './customers';

export interface Seeding {
  readonly channelIds: readonly string[];
  readonly agentIds: readonly string[];
  readonly tickets: number;
  /** Every ticket active and long due to idle; without it one in 32 is open, in any status. */
  readonly due?: boolean;
  /** Key of the stage that every open ticket is in. */
  readonly stage?: string;
}

const BATCH = 500;
const OPEN_IN = 32;
const HOUR = 60 * 60_000;
/** Fills a desk with people, each with a chat, a ticket and a message, through the product's own store. */
export async function seed(desk: Desk, seeding: Seeding): Promise<void> {
  for (let first = 0; first < seeding.tickets; first += BATCH) {
    const count = Math.min(BATCH, seeding.tickets - first);
    const number = await desk.store.takeNumbers(count);
    await desk.store.atomically(async (tx) => writeTickets(desk, tx, seeding, { first, count, number }));
  }
}

interface Part {
  readonly first: number;
  readonly count: number;
  readonly number: number;
}

async function writeTickets(desk: Desk, tx: Tx, seeding: Seeding, { first, count, number }: Part): Promise<void> {
  const ledger = await openLedgerIn(desk, tx, []);
  const { at, policy } = ledger;
  const people = Array.from({ length: count }, (_, i) => personOf(desk, seeding, first + i, at));
  await tx.meet(
    people.map(({ contact }) => contact),
    people.map(({ identity }) => identity),
  );
  const written = people.map(({ chat, message }, i) => ticketOf(desk, seeding, { chat, message, n: first + i, number: number + i }));
  await tx.write({
    ...ledger.changes(),
    newChats: people.map(({ chat }) => chat),
    newMessages: people.map(({ message }, i) => ({ ...message, ticketId: written[i]?.ticket.id ?? null })),
    newTickets: written.map(({ ticket }) => ({
      ...ticket,
      policyVersion: ticket.status === 'closed' ? null : policy(ticket.channelId).version,
    })),
    events: written.flatMap(({ events }) => events),
  } satisfies Changes);
}

function personOf(desk: Desk, { channelIds, due, tickets }: Seeding, n: number, now: number) {
  const at = now - (due ? 20 * HOUR : Math.round(((tickets - n) / tickets) * 24 * 365 * HOUR));
  const [contactId, chatId, messageId] = [desk.newId(), desk.newId(), desk.newId()];
  const channelId = channelIds[n % channelIds.length] ?? '';
  const phone = phoneOf(n);
  const contact = newContact({ id: contactId, name: nameOf(n), phone, username: null, at });
  const chat: Chat = {
    ...newChat({ id: chatId, channelId, contactId, address: { phone, display: phone }, at }),
    seq: 1,
    rev: 1,
    turn: 1,
    lastCustomerSeq: 1,
    windowFrom: at,
  };
  const message: Message = {
    id: messageId,
    chatId,
    channelId,
    ticketId: null,
    seq: 1,
    rev: 1,
    direction: 'in',
    author: { kind: 'customer', id: contactId, name: contact.name },
    content: {
      type: 'text',
      text: `Hello, my order ${n} of ${GOODS[n % GOODS.length]} has not arrived yet. Could you please look where it is?`,
    },
    replyTo: null,
    replyToProvider: null,
    reactions: [],
    sentAt: at,
    heardAt: at,
    editedAt: null,
    deletedAt: null,
    delivery: null,
    providerMessageId: `wamid.SEED${n}`,
    context: null,
    mentions: null,
    former: null,
    importedAt: null,
  };
  return { contact, chat, message, identity: newIdentity({ channelId, key: `pn:${phone}`, chatId, contactId, at }) };
}

const GOODS = ['lamps', 'chairs', 'books', 'carpets', 'cups', 'shelves', 'blankets', 'mirrors', 'plants', 'clocks', 'kettles'];

interface Told {
  readonly chat: Chat;
  readonly message: Message;
  readonly n: number;
  readonly number: number;
}

function ticketOf(desk: Desk, { agentIds, due, stage = 'open' }: Seeding, { chat, message, n, number }: Told) {
  const at = message.heardAt;
  const opened = openTicket({ id: desk.newId(), number, chat, status: 'pending', cause: 'customer_wrote', actor: CUSTOMER, at });
  const status: Status = due ? 'active' : n % OPEN_IN === 0 ? (STATUSES[(n / OPEN_IN) % (STATUSES.length - 1)] ?? 'pending') : 'closed';
  const ticket = {
    ...heardCustomer(opened.ticket, message),
    status,
    ...partsOf(status, agentIds[n % agentIds.length] ?? '', at),
    lookAt: due ? at + HOUR : null,
    ...(status === 'closed' ? {} : { stage }),
  };
  return { ticket, events: opened.events };
}

function partsOf(status: Status, agentId: string, at: number): Partial<Ticket> {
  if (status === 'closed')
    return { stage: 'closed', closedAt: at + HOUR, closeCause: 'closed_by_person', lastAssigneeId: agentId, unread: 0, waiting: false };
  if (status === 'pending' || status === 'in_progress') return {};
  return { assigneeId: agentId, idleFrom: status === 'active' ? at : null, lastAgentMessageAt: at };
}
