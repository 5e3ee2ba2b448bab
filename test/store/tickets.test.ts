import type { SeenBy } from '../../src/domain/access';
import type { Message } from '../../src/domain/message';
import { STATUSES, type Ticket } from '../../src/domain/ticket';
import type { TicketFilter, TicketSort } from '../../src/ports/store';
import type { OpenStore } from '../../src/store';
import { openDatabase } from '../../src/store/database';
import { SCAN } from '../../src/store/reads/tickets';
import { databases, type TestDatabase, testStore } from '../support/database';
import { aChat, aContact, aMessage, anAgent, anIdentity, aTicket, NOTHING, NOW } from './samples';

const SORTS: readonly TicketSort[] = ['-number', '-lastMessageAt', 'waiting', 'window'];
const ALL: TicketFilter = { seenBy: null };

/** 60 tickets of all statuses, channels, agents and priorities, with times that repeat, so that order needs its tie-breaks. */
function aBunch(): { ticket: Ticket }[] {
  return Array.from({ length: 60 }, (_, i) => {
    const status = STATUSES[i % STATUSES.length]!;
    const closed = status === 'closed';
    const owned = status === 'active' || status === 'idle' || status === 'proactive';
    const ticket = aTicket({
      id: `t${String((i * 37) % 60).padStart(2, '0')}`,
      number: i + 1,
      chatId: `h${i}`,
      contactId: `c${i}`,
      channelId: i % 4 === 0 ? 'rare' : 'channel1',
      status,
      statusSince: NOW - (i % 5),
      stage: closed ? (i % 12 === 5 ? 'auto_closed' : 'closed') : i % 7 === 0 ? 'parts' : 'open',
      assigneeId: owned ? (i % 3 === 0 ? 'ana' : 'luis') : null,
      teamId: i % 10 === 4 ? 'team1' : null,
      priority: i % 9 === 0 ? 'urgent' : 'medium',
      tags: i % 8 === 0 ? ['vip', 'a"b'] : ['vips'],
      unread: i % 6 === 1 ? 2 : 0,
      waiting: !closed && i % 2 === 0,
      unansweredSince: !closed && i % 2 === 0 ? NOW + (i % 7) : null,
      windowClosesAt: closed || i % 3 === 0 ? null : NOW + (i % 4),
      dueAt: closed || i % 5 === 0 ? null : NOW + (i % 9),
      lastMessage: { id: 'm', direction: 'in', author: 'customer', type: 'text', text: 'hi', at: NOW + (i % 11) },
    });
    return { ticket };
  });
}

describe.each(databases())('the list of tickets on $name', ({ create }) => {
  const bunch = aBunch();
  let place: TestDatabase;
  let store: OpenStore;
  beforeAll(async () => {
    place = await create();
    store = await testStore(place);
    await store.atomically(async (tx) => {
      await tx.addStage({ key: 'parts', name: 'Waiting for parts', color: 'moss', system: false, position: 9, deletedAt: null });
      await tx.meet(
        bunch.map(({ ticket }, i) =>
          aContact({
            id: ticket.contactId,
            name: i === 3 ? 'Zoë Quéntin-Hall' : 'Ana Prado',
            username: i === 4 ? 'desk_fan' : null,
            phone: `55119${String(i).padStart(7, '0')}`,
          }),
        ),
        [],
      );
      await tx.write({
        ...NOTHING,
        newChats: bunch.map(({ ticket: { chatId, contactId, channelId } }) => aChat({ id: chatId, contactId, channelId, windowFrom: NOW })),
        newTickets: bunch.map(({ ticket }) => ticket),
      });
    });
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  async function everyPage(filter: TicketFilter, sort: TicketSort, limit: number): Promise<number[]> {
    const numbers: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<OpenStore['reads']['tickets']>> = await store.reads.tickets(filter, sort, { limit, cursor });
      numbers.push(...page.data.map(({ ticket }) => ticket.number));
      expect(page.data.length).toBeLessThanOrEqual(limit);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return numbers;
  }

  const LATE = Number.MAX_SAFE_INTEGER;
  const sortKey: Record<TicketSort, (one: (typeof bunch)[number]) => [number, string]> = {
    '-number': ({ ticket }) => [-ticket.number, ''],
    '-lastMessageAt': ({ ticket }) => [-ticket.lastMessage!.at, ticket.id],
    waiting: ({ ticket }) => [
      ticket.status === 'closed'
        ? LATE
        : ticket.waiting
          ? ticket.unansweredSince!
          : ticket.status === 'pending'
            ? ticket.statusSince
            : LATE,
      ticket.id,
    ],
    due: ({ ticket }) => [ticket.dueAt ?? LATE, ticket.id],
    queue: ({ ticket }) => [(ticket.priority === 'urgent' ? 0 : 2) * 1e14 + ticket.statusSince, ticket.id],
    window: ({ ticket }) => [ticket.windowClosesAt ?? LATE, ticket.id],
  };

  /** What a list must be, found the slow way. */
  function expected(fits: (ticket: Ticket) => boolean, sort: TicketSort): number[] {
    const backwards = sort === '-lastMessageAt' ? -1 : 1;
    return bunch
      .filter(({ ticket }) => fits(ticket) && (sort !== 'queue' || ticket.status === 'pending'))
      .sort((a, b) => {
        const [[ka, ia], [kb, ib]] = [sortKey[sort](a), sortKey[sort](b)];
        return ka - kb || (ia < ib ? -1 : 1) * backwards;
      })
      .map(({ ticket }) => ticket.number);
  }

  const team = (over: Partial<SeenBy>): SeenBy => ({ agentId: 'ana', teamIds: ['team1'], sees: 'team', ...over });
  const CASES: readonly [string, Partial<TicketFilter>, (ticket: Ticket) => boolean][] = [
    ['all', {}, () => true],
    ['a status', { status: ['closed'] }, (t) => t.status === 'closed'],
    ['several statuses', { status: ['pending', 'idle'] }, (t) => t.status === 'pending' || t.status === 'idle'],
    ['no status', { status: [] }, () => false],
    ['an agent', { assignee: ['ana'] }, (t) => t.assigneeId === 'ana'],
    ['nobody', { assignee: [null] }, (t) => t.assigneeId === null],
    [
      'nobody or an agent',
      { assignee: [null, 'luis'], status: ['active', 'pending'] },
      (t) => (t.status === 'active' || t.status === 'pending') && t.assigneeId !== 'ana',
    ],
    ['a channel', { channel: ['rare'] }, (t) => t.channelId === 'rare'],
    [
      'a channel and an agent',
      { channel: ['rare', 'other'], assignee: ['luis'] },
      (t) => t.channelId === 'rare' && t.assigneeId === 'luis',
    ],
    ['a team', { team: ['team1'] }, (t) => t.teamId === 'team1'],
    ['a stage', { stage: ['parts'] }, (t) => t.stage === 'parts'],
    ['a closing stage', { stage: ['auto_closed'] }, (t) => t.stage === 'auto_closed'],
    ['a priority', { priority: ['urgent'], channel: ['channel1'] }, (t) => t.priority === 'urgent' && t.channelId === 'channel1'],
    ['a tag', { tag: ['vip'] }, (t) => t.tags.includes('vip')],
    ['a tag with a quote', { tag: ['a"b', 'none'] }, (t) => t.tags.includes('a"b')],
    ['unread', { unread: true }, (t) => t.unread > 0],
    ['read', { unread: false, assignee: ['ana'] }, (t) => t.unread === 0 && t.assigneeId === 'ana'],
    [
      'due between two moments',
      { due: { from: NOW + 2, until: NOW + 5 } },
      (t) => t.dueAt !== null && t.dueAt >= NOW + 2 && t.dueAt < NOW + 5,
    ],
    ['what an agent owns', { seenBy: team({ sees: 'own' }) }, (t) => t.assigneeId === 'ana'],
    ['what an agent owns, asked for a colleague', { seenBy: team({ sees: 'own' }), assignee: ['luis', null] }, () => false],
    [
      'what a team sees',
      { seenBy: team({}) },
      (t) => t.assigneeId === 'ana' || t.teamId === 'team1' || (t.assigneeId === null && t.teamId === null),
    ],
    [
      'what an agent without a team sees',
      { seenBy: team({ teamIds: [] }) },
      (t) => t.assigneeId === 'ana' || (t.assigneeId === null && t.teamId === null),
    ],
    ['what everybody sees', { seenBy: team({ sees: 'all' }) }, () => true],
    ['a name', { q: 'quent' }, (t) => t.number === 4],
    ['two words of a name', { q: 'hall ZOE' }, (t) => t.number === 4],
    ['a word that only one of two has', { q: 'zoe prado' }, () => false],
    ['a user name', { q: '@desk_fan' }, (t) => t.number === 5],
    ['a number', { q: '#17' }, (t) => t.number === 17],
    ['bare digits', { q: '17' }, (t) => t.number === 17],
    ['the last digits of a phone', { q: '9 000-0012' }, (t) => t.number === 13],
    ['a phone as it is dialled from abroad', { q: '0055 119 000 0012' }, (t) => t.number === 13],
    ['a phone as a link has it', { q: 'tel:+551190000012' }, (t) => t.number === 13],
    ['a phone as an app copies it', { q: '\u202a+55\u00a0119\u00a0000\u20110012\u202c' }, (t) => t.number === 13],
    ['a phone with its plus', { q: '+55 (119) 000.0012' }, (t) => t.number === 13],
    ['a name among a status', { q: 'ana', status: ['closed'] }, (t) => t.status === 'closed' && t.number !== 4],
    ['what nothing has', { q: 'nothing' }, () => false],
    ['only signs', { q: '%_\'"' }, () => false],
  ];

  describe.each(SORTS)('by %s', (sort) => {
    it.each(CASES)('shows %s, page by page', async (_name, filter, fits) => {
      const want = expected(fits, sort);
      expect(await everyPage({ ...ALL, ...filter }, sort, 7)).toEqual(want);
      expect(await everyPage({ ...ALL, ...filter }, sort, 200)).toEqual(want);
    });
  });

  it('counts the same tickets', async () => {
    for (const [, filter, fits] of CASES) {
      const counts = await store.reads.ticketCounts({ ...ALL, ...filter });
      const those = bunch.map(({ ticket }) => ticket).filter(fits);
      for (const status of STATUSES) {
        const of = counts.filter((count) => count.status === status);
        expect(of.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(those.filter((ticket) => ticket.status === status).length);
        if (status === 'closed') continue;
        expect(of.reduce((sum, { unread }) => sum + unread, 0)).toBe(
          those.filter((ticket) => ticket.status === status).reduce((sum, { unread }) => sum + unread, 0),
        );
      }
    }
  });

  it('shows a row with its person, address and answer window', async () => {
    const { ticket } = bunch[4]!;
    const view = {
      ticket,
      contact: { id: 'c4', name: 'Ana Prado', phone: '551190000004', username: 'desk_fan', avatarUrl: null },
      address: aChat().address,
      windowFrom: NOW,
      heldBy: null,
      lastDelivery: null,
    };
    expect((await store.reads.tickets({ ...ALL, q: '#5' }, '-number', { limit: 1, cursor: null })).data).toEqual([view]);
    expect(await store.reads.ticket(ticket.id, null)).toEqual(view);
    expect(await store.reads.ticket('nothing', null)).toBeNull();
    expect(await store.reads.ticketsByIds([ticket.id, 'nothing'])).toEqual([view]);
  });

  it('shows one ticket only to who may see it', async () => {
    const { ticket } = bunch.find((one) => one.ticket.assigneeId === 'luis' && one.ticket.teamId === null)!;
    const seen = async (seenBy: SeenBy) => (await store.reads.ticket(ticket.id, seenBy)) !== null;
    const chatSeen = (seenBy: SeenBy) => store.reads.chatSeenBy(ticket.chatId, seenBy);
    for (const ask of [seen, chatSeen]) {
      expect(await ask(team({ agentId: 'luis', sees: 'own' }))).toBe(true);
      expect(await ask(team({ agentId: 'luis' }))).toBe(true);
      expect(await ask(team({ sees: 'own' }))).toBe(false);
      expect(await ask(team({}))).toBe(false);
      expect(await ask(team({ sees: 'all' }))).toBe(true);
    }
    expect(await store.reads.chatSeenBy('no tickets', team({ sees: 'own' }))).toBe(true);
  });

  it('refuses the cursor of another order, and what is none', async () => {
    const { nextCursor } = await store.reads.tickets(ALL, '-number', { limit: 1, cursor: null });
    for (const [sort, cursor] of [
      ['waiting', nextCursor],
      ['-number', 'x'],
      ['-number', Buffer.from('["-number","1"]').toString('base64url')],
    ] as const) {
      await expect(store.reads.tickets(ALL, sort, { limit: 1, cursor })).rejects.toMatchObject({ code: 'invalid' });
    }
  });

  it('goes on where a page ended, though tickets come and go before it', async () => {
    const first = await store.reads.tickets(ALL, '-number', { limit: 10, cursor: null });
    await store.atomically((tx) =>
      tx.write({
        ...NOTHING,
        newChats: [aChat({ id: 'late' })],
        newTickets: [aTicket({ id: 'late', chatId: 'late', number: 1_000, contactId: 'c1' })],
      }),
    );
    const second = await store.reads.tickets(ALL, '-number', { limit: 10, cursor: first.nextCursor });
    expect(second.data.map(({ ticket }) => ticket.number)).toEqual(expected(() => true, '-number').slice(10, 20));
    await store.atomically(async (tx) => {
      const [held] = await tx.hold(['late']);
      await tx.write({ ...NOTHING, tickets: [{ ...held!.ticket!, status: 'closed', stage: 'closed' }] });
    });
    expect((await store.reads.tickets({ ...ALL, status: ['closed'] }, '-number', { limit: 1, cursor: null })).data[0]?.ticket.id).toBe(
      'late',
    );
  });

  it('takes a deleted stage for `open`, in rows, filters and counts', async () => {
    const [stage] = (await store.reads.house()).stages.filter(({ key }) => key === 'parts');
    await store.atomically((tx) => tx.saveStage({ ...stage!, deletedAt: NOW }));
    const open = expected((ticket) => ticket.status !== 'closed', '-number');
    expect(await everyPage({ ...ALL, stage: ['open'] }, '-number', 50)).toEqual(open);
    expect(await everyPage({ ...ALL, stage: ['parts'] }, '-number', 50)).toEqual([]);
    const { data } = await store.reads.tickets(ALL, '-number', { limit: 200, cursor: null });
    expect(data.filter(({ ticket }) => ticket.stage === 'parts')).toEqual([]);
    expect((await store.reads.ticketCounts(ALL)).filter((count) => count.stage === 'parts')).toEqual([]);
    await store.atomically((tx) => tx.saveStage(stage!));
  });

  it('answers any id that a caller may send', async () => {
    for (const id of ['é', '\0', '\ud800', "'", '%', 'x'.repeat(5_000)]) {
      expect(await store.reads.ticket(id, null)).toBeNull();
      expect(await store.reads.chat(id)).toBeNull();
      expect(await store.reads.contact(id)).toBeNull();
      expect(await everyPage({ ...ALL, assignee: [id], channel: [id], team: [id], tag: [id], stage: [id] }, '-number', 5)).toEqual([]);
      expect((await store.reads.tickets({ ...ALL, q: id === 'x' ? '' : `${id}zzz` }, '-number', { limit: 5, cursor: null })).data).toEqual(
        [],
      );
      expect(await store.atomically((tx) => tx.hold([id]))).toEqual([]);
      expect((await store.reads.messages({ chatId: id }, { limit: 5, cursor: null })).data).toEqual([]);
    }
  });
});

describe.each(databases())('what was said on $name', ({ create }) => {
  let place: TestDatabase;
  let store: OpenStore;
  const said: readonly [text: string, over?: Partial<Message>][] = [
    ['Where is my café order 12345?'],
    ['CAFE tables, please'],
    ['text content type'],
    ['a note about coffee', { direction: 'note' }],
    ['deleted café', { deletedAt: NOW }],
    ['loose café', { ticketId: null }],
    ['\u5317\u4eac \u4f60\u597d'],
  ];
  beforeAll(async () => {
    place = await create();
    store = await testStore(place);
    await store.atomically(async (tx) => {
      await tx.meet([aContact({ name: 'Nobody' })], []);
      await tx.write({
        ...NOTHING,
        newChats: said.map((_, i) => aChat({ id: `h${i}` })),
        newTickets: said.map((_, i) => aTicket({ id: `t${i}`, chatId: `h${i}`, number: i + 1 })),
        newMessages: said.map(([text, over], i) =>
          aMessage({ id: `m${i}`, chatId: `h${i}`, ticketId: `t${i}`, providerMessageId: null, content: { type: 'text', text }, ...over }),
        ),
      });
    });
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  const found = async (q: string) =>
    (await store.reads.tickets({ ...ALL, q }, '-number', { limit: 10, cursor: null })).data.map(({ ticket }) => ticket.number);

  it.each([
    ['a word without its accent', 'cafe', [2, 1]],
    ['a word with its accent, in another case', 'CAFÉ', [2, 1]],
    ['the beginning of the last word', 'my ord', [1]],
    ['words in any order', 'order where', [1]],
    ['digits that were written', '12345', [1]],
    ['a word that is also a field of every message', 'text', [3]],
    ['a word in a note', 'coffee', [4]],
    ['another script', '\u5317\u4eac', [7]],
    ['a beginning that is not of the last word', 'caf order', []],
    ['what was never said', 'tea', []],
    ['what means something to a search engine', 'cafe* OR "order" NOT -x', []],
  ])('finds %s', async (_name, q, numbers) => {
    expect(await found(q)).toEqual(numbers);
  });

  it('finds an edited message by its new words only', async () => {
    const message = (await store.reads.message('m1'))!;
    await store.atomically((tx) =>
      tx.write({ ...NOTHING, messages: [{ ...message, content: { type: 'text', text: 'chairs' }, editedAt: NOW }] }),
    );
    expect(await found('tables')).toEqual([]);
    expect(await found('chairs')).toEqual([2]);
  });

  it('keeps no word of a message that was taken back, in none of its wordings', async () => {
    const [message, content] = [(await store.reads.message('m1'))!, { type: 'text', text: 'chairs' } as const];
    const gone = { ...message, content: { type: 'text', text: '' } as const, deletedAt: NOW };
    const unsaid = [{ messageId: 'm1', contents: [content, { type: 'text', text: String(said[1]?.[0]) } as const] }];
    await store.atomically((tx) => tx.write({ ...NOTHING, messages: [gone], unsaid }));
    expect(await found('chairs')).toEqual([]);
    const database = await openDatabase(place.url);
    const [table, column] = place.dialect === 'sqlite' ? ['message_words', 'words'] : ['messages', 'content'];
    const { rows } = await database.query(`select ${column} as said from ${table}`);
    expect(JSON.stringify(rows)).not.toMatch(/chairs|tables/);
    expect(JSON.stringify(rows)).toContain('coffee');
    await database.close();
  });
});

describe.each(databases())('a long list on $name', ({ create }) => {
  let place: TestDatabase;
  let store: OpenStore;
  const COUNT = SCAN + 600;
  beforeAll(async () => {
    place = await create();
    store = await testStore(place);
    const numbers = Array.from({ length: COUNT }, (_, i) => i + 1);
    const id = (n: number) => `n${String(n).padStart(5, '0')}`;
    await store.atomically(async (tx) => {
      await tx.meet([aContact()], [anIdentity()]);
      await tx.addAgent(anAgent(), null);
      await tx.write({
        ...NOTHING,
        newChats: numbers.map((n) => aChat({ id: id(n) })),
        newTickets: numbers.map((n) =>
          aTicket({
            id: id(n),
            chatId: id(n),
            number: n,
            tags: n <= 5 ? ['old'] : [],
            priority: n === COUNT ? 'urgent' : 'low',
            unread: n % 2,
            createdAt: NOW + n,
            statusSince: NOW - n,
          }),
        ),
        newMessages: [aMessage()],
      });
    });
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  it('gives a short page with a cursor when it has looked at enough', async () => {
    for (const sort of ['-number', '-lastMessageAt'] as const) {
      const first = await store.reads.tickets({ ...ALL, tag: ['old'] }, sort, { limit: 50, cursor: null });
      expect(first.data).toEqual([]);
      expect(first.nextCursor).not.toBeNull();
      const second = await store.reads.tickets({ ...ALL, tag: ['old'] }, sort, { limit: 50, cursor: first.nextCursor });
      expect(second.data.map(({ ticket }) => ticket.number)).toEqual([5, 4, 3, 2, 1]);
      expect(second.nextCursor).toBeNull();
    }
  });

  it('ends a page of few with what was found, and the rest of the list after it', async () => {
    const first = await store.reads.tickets({ ...ALL, priority: ['urgent'] }, '-number', { limit: 50, cursor: null });
    expect(first.data.map(({ ticket }) => ticket.number)).toEqual([COUNT]);
    const second = await store.reads.tickets({ ...ALL, priority: ['urgent'] }, '-number', { limit: 50, cursor: first.nextCursor });
    expect(second).toEqual({ data: [], nextCursor: null });
  });

  it('fills a page when enough is found', async () => {
    const page = await store.reads.tickets({ ...ALL, unread: true }, 'waiting', { limit: 50, cursor: null });
    expect(page.data).toHaveLength(50);
    expect(page.nextCursor).not.toBeNull();
  });
});
