import type { Desk, Person } from '../../src/actions/desk';
import { openPeople } from '../../src/actions/hearing/people';
import { receive } from '../../src/actions/hearing/receive';
import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import type { Ticket } from '../../src/domain/ticket';
import { heardFrom } from './receiving';

/** Divides the number of chats. */
const LANES = 10;

/** Answers to customers, queued as agents write them: nobody sends them yet. `from`: the number of the first. */
export async function queueAnswers(
  desk: Desk,
  { channelId, customers, messages, from }: { channelId: string; customers: number; messages: number; from: number },
): Promise<void> {
  const tickets = await ticketsOf(desk, channelId, customers);
  const { data: agents } = await desk.store.reads.agents({ limit: 200, cursor: null }, { role: 'agent' });
  const writers = agents.map(({ id, name, role }): Person => ({ id, name, role, teamIds: [] }));
  // Each chat has one lane: two answers to it are written one after the other.
  const lane = async (first: number): Promise<void> => {
    for (let n = first; n < messages; n += LANES) {
      const at = n % tickets.length;
      const ticket = tickets[at] as Ticket;
      const by = writers.find(({ id }) => id === ticket.assigneeId) ?? (writers[at % writers.length] as Person);
      await answerTicket(desk, { ticketId: ticket.id, by, content: { type: 'text', text: `This is the answer ${from + n}` } });
    }
  };
  await Promise.all(Array.from({ length: LANES }, (_, first) => lane(first)));
}

/** An open ticket for each customer, made by their first words. */
async function ticketsOf(desk: Desk, channelId: string, customers: number): Promise<Ticket[]> {
  const people = openPeople();
  for (let first = 0; first < customers; first += 100) {
    const batch = Array.from({ length: Math.min(100, customers - first) }, (_, at) => ({ channelId, heard: heardFrom(first + at) }));
    await receive(desk, batch, people);
  }
  const { data } = await desk.store.reads.tickets({ seenBy: null }, '-number', { limit: customers, cursor: null });
  return data.map(({ ticket }) => ticket);
}
