import { isSeenBy, type SeenBy } from '../../src/domain/access';
import { STATUSES, type Ticket } from '../../src/domain/ticket';
import type { OpenStore } from '../../src/store';
import { type Dice, withDice } from '../proof/support/dice';
import { databases, type TestDatabase, testStore } from '../support/database';
import { aChat, aContact, aTicket, NOTHING, NOW } from './samples';

const TEAMS = ['red', 'blue', 'gone'];
const AGENTS = ['ana', 'ben'];
const CHATS = Array.from({ length: 30 }, (_, i) => `h${i}`);

/** Tickets of anybody and nobody, in any team and none; some chats have several, some none. */
const aBunch = (dice: Dice): Ticket[] =>
  Array.from({ length: 60 }, (_, i) => {
    const chatId = dice.pick(CHATS.slice(3));
    const status = i < 20 ? dice.pick(STATUSES) : 'closed';
    return aTicket({
      id: `t${String(i).padStart(2, '0')}`,
      number: i + 1,
      chatId: status === 'closed' ? chatId : `open${i}`,
      contactId: 'c',
      status,
      stage: status === 'closed' ? 'closed' : 'open',
      assigneeId: dice.pick([...AGENTS, null, null]),
      teamId: dice.pick([...TEAMS, null, null]),
      closedAt: status === 'closed' ? NOW : null,
    });
  });

const someone = (dice: Dice): SeenBy => ({
  agentId: dice.pick([...AGENTS, 'a token']),
  teamIds: ['red', 'blue'].filter(() => dice.next() < 0.5),
  sees: dice.pick(['all', 'team', 'own'] as const),
  goneTeams: ['gone'],
});

describe.each(databases())('who sees what on $name', ({ create }) => {
  let place: TestDatabase;
  let store: OpenStore;
  beforeAll(async () => {
    place = await create();
    store = await testStore(place);
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  const listed = async (seenBy: SeenBy) =>
    (await store.reads.tickets({ seenBy }, '-number', { limit: 200, cursor: null })).data.map(({ ticket }) => ticket.id);
  const counted = async (seenBy: SeenBy) => (await store.reads.ticketCounts({ seenBy })).reduce((sum, { tickets }) => sum + tickets, 0);

  it('is the same to lists, counts, single tickets and chats as to the one rule', () =>
    withDice(async (dice) => {
      const bunch = aBunch(dice);
      const chats = [...CHATS, ...bunch.filter(({ status }) => status !== 'closed').map(({ chatId }) => chatId)];
      await store.atomically(async (tx) => {
        await tx.meet([aContact({ id: 'c' })], []);
        const at = { createdAt: NOW, updatedAt: NOW, hours: null, version: 1 };
        for (const id of TEAMS) await tx.addTeam({ id, name: id, ...at, deletedAt: id === 'gone' ? NOW : null });
        await tx.write({ ...NOTHING, newChats: chats.map((id) => aChat({ id, contactId: 'c' })), newTickets: bunch });
      });
      for (let i = 0; i < 40; i++) {
        const seenBy = someone(dice);
        const seen = bunch.filter((ticket) => isSeenBy(ticket, seenBy)).map(({ id }) => id);
        expect([seenBy, (await listed(seenBy)).sort()]).toEqual([seenBy, seen]);
        expect([seenBy, await counted(seenBy)]).toEqual([seenBy, seen.length]);
        const [one, chat] = [dice.pick(bunch), dice.pick(chats)];
        expect([seenBy, one.id, (await store.reads.ticket(one.id, seenBy)) !== null]).toEqual([seenBy, one.id, seen.includes(one.id)]);
        const inChat = bunch.filter(({ chatId }) => chatId === chat);
        const chatSeen = inChat.length === 0 || inChat.some((ticket) => isSeenBy(ticket, seenBy));
        expect([seenBy, chat, await store.reads.chatSeenBy(chat, seenBy)]).toEqual([seenBy, chat, chatSeen]);
      }
    }));
});
