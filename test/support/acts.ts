import type { Person } from '../../src/actions/desk';
import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import { closeTicket } from '../../src/actions/tickets/close-ticket';
import { sweepTickets } from '../../src/actions/time/sweep-tickets';
import { transact } from '../../src/actions/transact';
import type { Content } from '../../src/domain/content';
import type { TicketEvent } from '../../src/domain/events';
import type { Message } from '../../src/domain/message';
import type { Ticket } from '../../src/domain/ticket';
import type { Heard, HeardMedia, HeardMessage } from '../../src/ports/channel';
import { says, type TestDesk } from './desk';

export const MARIA = '15550001';
export const PEDRO = '15550002';

export const text = (words: string): Extract<Content, { type: 'text' }> => ({ type: 'text', text: words });
/** What can be sent to who has not written; while the account's templates are not read, the network alone knows it. */
export const template = (name: string) => ({ type: 'template' as const, name, language: 'en', components: [] });
export const sticker: HeardMedia = { type: 'sticker', source: { id: 'm-1', url: null, sha256: null }, mime: 'image/webp' };

/** The newest ticket of a customer. */
export async function ticketOf(house: TestDesk, phone = MARIA): Promise<Ticket> {
  const ticket = (await house.tickets(phone)).at(-1);
  if (!ticket) throw new Error(`${phone} has no ticket`);
  return ticket;
}

/** The customer writes; answers their newest ticket. */
export async function hears(house: TestDesk, phone = MARIA, words = 'hello', over: Partial<HeardMessage> = {}): Promise<Ticket> {
  await house.hear(says(phone, words, over));
  return ticketOf(house, phone);
}

/** An agent answers, and the network takes it. */
export async function answers(house: TestDesk, ticket: Pick<Ticket, 'id'>, by: Person, words = 'good morning'): Promise<Message> {
  const message = await answerTicket(house.desk, { ticketId: ticket.id, by, content: text(words) });
  await house.errands();
  return messageOf(house, message.id);
}

export async function messageOf(house: TestDesk, id: string): Promise<Message> {
  const message = await house.desk.store.reads.message(id);
  if (!message) throw new Error(`no message ${id}`);
  return message;
}

export const closes = (house: TestDesk, ticket: Pick<Ticket, 'id'>, by = house.admin): Promise<Ticket> =>
  closeTicket(house.desk, { ticketId: ticket.id, by });

/** Time goes on, with sweeps as if the desk had run all the while; answers how many tickets this last one changed. */
export async function wait(house: TestDesk, ms: number): Promise<number> {
  house.clock.forward(ms);
  await transact(house.desk, (tx) => tx.saveSweep({ name: 'tickets', lastAt: house.clock.now(), catchUpUntil: null, lookedUntil: null }));
  return sweepTickets(house.desk);
}

/** An active ticket of this agent. */
export async function activeWith(house: TestDesk, by: Person, phone = MARIA): Promise<Ticket> {
  const ticket = await hears(house, phone);
  if (ticket.assigneeId !== by.id) throw new Error(`routing gave the ticket to ${ticket.assigneeId}`);
  return ticket;
}

/** An idle ticket of this agent: they answered half an hour ago. */
export async function idleWith(house: TestDesk, by: Person, phone = MARIA): Promise<Ticket> {
  const ticket = await activeWith(house, by, phone);
  await answers(house, ticket, by);
  await wait(house, 30 * 60_000);
  return house.ticket(ticket.id);
}

/** What happened to a ticket, in order: the cause of each event and where it led. */
export async function story(house: TestDesk, ticket: Pick<Ticket, 'id'>): Promise<string[]> {
  return (await house.events(ticket.id)).map(({ cause, status }: TicketEvent) => (status ? `${cause}: ${status.to}` : cause));
}

/** The chat's messages as people read them. */
export async function saidIn(house: TestDesk, chatId: string): Promise<string[]> {
  return (await house.messages(chatId)).map(({ content }) => (content.type === 'text' ? content.text : content.type));
}

/** Everything that a refused action must leave as it was. */
export async function standing(house: TestDesk, ticket: Pick<Ticket, 'id' | 'chatId'>) {
  return { ticket: await house.ticket(ticket.id), events: await house.events(ticket.id), messages: await house.messages(ticket.chatId) };
}

let echoed = 0;

/** The business wrote from its own phone, or a send of ours came back. */
export function echo(phone: string, words: string, over: Partial<Extract<Heard, { type: 'echo' }>> = {}): Heard {
  return {
    type: 'echo',
    account: null,
    raw: { echo: words },
    id: `wamid.ECHO${++echoed}`,
    to: { keys: [`pn:${phone}`], address: { phone, display: phone } },
    at: null,
    content: text(words),
    ...over,
  };
}

type Receipt = Extract<Heard, { type: 'receipt' }>;

export const receipt = (id: string | null, status: Receipt['status'], over: Partial<Receipt> = {}): Receipt => ({
  type: 'receipt',
  account: null,
  raw: { status },
  id,
  status,
  at: null,
  ...over,
});

/** Does something to a contact that no action of this desk does yet. */
export async function changeContact(house: TestDesk, contactId: string, change: { readonly blocked: boolean }): Promise<void> {
  await transact(house.desk, async (tx) => {
    const [contact] = await tx.contacts([contactId]);
    if (contact) await tx.saveContacts([{ ...contact, ...change }]);
  });
}
